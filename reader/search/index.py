"""Write clippings into the Whoosh index, and ask it."""

import re
import shutil
import threading
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh import query as ask
from whoosh.analysis import Token, Tokenizer
from whoosh.fields import NUMERIC, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import IndexReader

from reader.clipping import Searchable
from reader.search.analysis import words
from reader.search.damage import IndexDamaged
from reader.search.query import Query, Wanted

VERSION = 2
NAME = f"clippings{VERSION}"
_LOCK = f"{NAME}_WRITELOCK"  # what Whoosh calls the file that a writer locks
MOST_SEGMENTS = 12
MOST_ENDINGS = 80  # how many words an open one may stand for
SHORTEST_OPEN = 2

# How much more a word weighs where a reader expects it.
_WEIGHTS = {
    "title": 4.0,
    "standfirst": 2.0,
    "byline": 2.0,
    "source": 1.5,
    "section": 1.5,
    "topics": 2.0,
    "tags": 3.0,
    "note": 2.0,
    "body": 1.0,
}


class Words(Tokenizer):  # type: ignore[misc]  # Whoosh has no types
    """Our words as Whoosh wants them."""

    def __call__(self, value: str, start_pos: int = 0, **_: object) -> Iterable[Token]:
        token = Token(positions=True)
        for position, word in enumerate(words(value)):
            for text in (word.text, *(letter.text for letter in word.letters)):
                token.text = text
                token.pos = start_pos + position
                token.boost = 1.0
                yield token


class SearchIndex:
    """The folder index/: derived from the library, and safe to delete at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writing = threading.Lock()
        self._asking = threading.Lock()
        self._index: Any = None
        self._searcher: Any = None

    def open(self) -> int:
        """The number of clippings in it; IndexDamaged where it is missing or unreadable."""
        try:
            if self._index is None:
                self._index = whoosh_index.open_dir(self._folder, indexname=NAME)
            return int(self._index.doc_count())
        # A truncated or foreign index raises anything, from TypeError to zlib.error.
        except Exception as error:
            raise IndexDamaged(str(error)) from error

    def make_anew(self) -> bool:
        """Forget the index and start an empty one; False if another program is writing it.

        IndexDamaged where the disk does not take it.
        """
        self.close()
        try:
            if not self._folder.is_dir():
                self._folder.unlink(missing_ok=True)
            self._folder.mkdir(parents=True, exist_ok=True)
            return self._make_anew_alone()
        except OSError as error:
            raise IndexDamaged(str(error)) from error

    def _make_anew_alone(self) -> bool:
        storage = FileStorage(str(self._folder))
        lock = storage.lock(_LOCK)
        if not lock.acquire():
            return False
        try:
            generation = _next_generation(self._folder)
            for one in self._folder.iterdir():
                if one.is_dir():
                    shutil.rmtree(one)
                elif one.name != _LOCK:
                    one.unlink()
            whoosh_index.TOC(_schema(), [], generation).write(storage, NAME)
            self._index = whoosh_index.open_dir(self._folder, indexname=NAME)
        finally:
            lock.release()
        return True

    def put(self, entries: Iterable[Searchable]) -> bool:
        """Write or overwrite entries; False if another program is writing just now."""
        with self._writing:
            self.open()
            try:
                self._write(entries)
            except whoosh_index.LockError:
                return False
            # Merging reads old segments, and a damaged one raises anything.
            except Exception as error:
                raise IndexDamaged(str(error)) from error
            return True

    def ask(self, query: Query) -> list[int]:
        """The numbers of the clippings that answer, best first; IndexDamaged if it cannot."""
        self.open()
        try:
            with self._asking:
                self._refresh()
                reader = self._searcher.reader()
                hits = self._searcher.search(_ask(query, reader), limit=None)
                return [hit["number"] for hit in hits]
        except Exception as error:
            raise IndexDamaged(str(error)) from error

    def close(self) -> None:
        with self._asking, self._writing:
            if self._searcher is not None:
                self._searcher.close()
            if self._index is not None:
                self._index.close()
            self._searcher = self._index = None

    def _write(self, entries: Iterable[Searchable]) -> None:
        writer = self._index.writer(limitmb=128)
        try:
            for entry in entries:
                writer.update_document(**asdict(entry))
        except BaseException:
            writer.cancel()
            raise
        # Merging at each commit would read the whole index again and again.
        writer.commit(merge=len(writer.segments) > MOST_SEGMENTS)

    def _refresh(self) -> None:
        if self._searcher is None:
            self._searcher = self._index.searcher()
        else:
            self._searcher = self._searcher.refresh()


def _next_generation(folder: Path) -> int:
    """A number by which another window sees that its index is no more."""
    found = [re.fullmatch(rf"_{NAME}_(\d{{1,9}})\.toc", one.name) for one in folder.iterdir()]
    return max((int(one[1]) + 1 for one in found if one), default=0)


def _schema() -> Schema:
    fields = {name: TEXT(analyzer=Words(), phrase=True) for name in _WEIGHTS}
    return Schema(number=NUMERIC(int, bits=64, unique=True, stored=True), **fields)


def _ask(query: Query, reader: IndexReader) -> ask.Query:
    groups = [ask.Or([_any_field(one, reader) for one in group]) for group in query.all_of]
    asked = ask.And(groups) if groups else ask.Every()
    if query.none_of:
        unwanted = ask.Or([_any_field(one, reader) for one in query.none_of])
        asked = ask.AndNot(asked, unwanted)
    return asked.normalize()


def _any_field(wanted: Wanted, reader: IndexReader) -> ask.Query:
    names = wanted.fields or tuple(_WEIGHTS)
    return ask.Or([_in_field(name, wanted, reader) for name in names])


def _in_field(name: str, wanted: Wanted, reader: IndexReader) -> ask.Query:
    weight = _WEIGHTS[name]
    if len(wanted.words) > 1:
        return ask.Phrase(name, list(wanted.words), boost=weight)
    word = wanted.words[0]
    exact = ask.Term(name, word, boost=weight)
    if not wanted.is_open or len(word) < SHORTEST_OPEN:
        return exact
    # A stock Prefix query reads every posting of every word that starts so: seconds for one.
    endings = [ask.Term(name, one, boost=weight / 2) for one in _endings(name, word, reader)]
    return ask.Or([exact, *endings])


def _endings(name: str, start: str, reader: IndexReader) -> list[str]:
    """The commonest words that go on from this one."""
    found = [term.decode("utf-8") for term in reader.expand_prefix(name, start)]
    longer = [word for word in found if word != start]
    if len(longer) <= MOST_ENDINGS:
        return longer
    return sorted(longer, key=lambda word: -reader.doc_frequency(name, word))[:MOST_ENDINGS]
