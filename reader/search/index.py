"""The index of a library: written on one lane, asked from any thread."""

import re
import shutil
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import LockError

from reader.clipping import Searchable
from reader.search.answer import Answering
from reader.search.asked import Asked, Fact, Words
from reader.search.contents import (
    LOCK,
    NAME,
    ClippingsIndex,
    ClippingsWriter,
    Contents,
    open_index,
)
from reader.search.damage import IndexDamaged, IndexUnfinished
from reader.search.entries import gather
from reader.search.segments.arrays_file import Array
from reader.search.segments.segment_data import MOST_DOCUMENTS, SegmentData
from reader.search.sought import Sought, sought
from reader.search.spellings import Spellings
from reader.search.stems import Stems
from reader.search.view import View

MOST_ALIKE = 8  # segments of about one size, before they are made one
_MARK = "made_by"  # the file that says where it was made
_GROWTH = 4  # how much larger the next size is
_SMALLEST = 64  # documents
KEPT_BYTES = 24 << 20  # of answers to single words
_SOON_CHECKED = 8 << 20  # bytes of a segment that are checked whenever it is opened


@dataclass(frozen=True)
class Hits:
    """The slots of a view that answer a search, and how well each does."""

    view: View
    slots: Array
    scores: Array

    @property
    def numbers(self) -> Array:
        """The clippings in them."""
        numbers: Array = self.view.numbers[self.slots]
        return numbers

    def best_first(self) -> list[int]:
        """The clippings, those that came last first among equals."""
        numbers = self.numbers
        return numbers[np.lexsort((-numbers, -self.scores))].tolist()  # type: ignore[no-any-return]


class SearchIndex:
    """The folder index/: derived from the library, and safe to delete at any time.

    `mark` is what it bears where it was made; one that bears another is not opened.
    """

    def __init__(self, folder: Path, mark: str = "", kept_bytes: int = KEPT_BYTES) -> None:
        self.folder = folder
        self.mark = mark
        self._kept_bytes = kept_bytes
        self._writing = threading.Lock()
        self._looking = threading.Lock()
        self._asking = threading.Lock()  # the stemmers are for one thread at a time
        self._stems = Stems()
        self._index: ClippingsIndex | None = None
        self._view: View | None = None

    def open(self) -> int:
        """The number of clippings in it; IndexDamaged where it is missing or unreadable."""
        return self._view_now().many

    def view(self) -> View:
        """The index as it is now; IndexDamaged where it cannot be read, or is but half made."""
        view = self._view_now()
        if view.is_part:
            raise IndexUnfinished("it is being made anew")
        return view

    def taken(self) -> int:
        """The last stamp that was put into it; IndexDamaged where it cannot be read."""
        return self._view_now().taken

    def is_part(self) -> bool:
        """Whether it is being made anew, by whichever program; IndexDamaged as above."""
        return self._view_now().is_part

    def make_anew(self, is_part: bool = False) -> bool:
        """Forget the index and start an empty one; False if another program is writing it.

        `is_part`: nobody shall search it until it is finished. IndexDamaged where the disk does
        not take it.
        """
        self.close()
        try:
            self._make_folder()
            return self._make_anew_alone(is_part)
        except OSError as error:
            raise IndexDamaged(str(error)) from error

    def finish(self) -> bool:
        """Have searches ask it; False if another program is writing just now."""
        with self._writing:
            self._view_now()

            def write(writer: ClippingsWriter) -> None:
                writer.is_part = False

            return self._write(write)

    def put(self, entries: Iterable[Searchable], taken: int = 0) -> bool:
        """Write or overwrite entries; False if another program is writing just now.

        `taken` is the stamp of the last of them.
        """
        with self._writing:
            view = self._view_now()
            segment = gather(entries)
            if not len(segment):
                return True

            def write(writer: ClippingsWriter) -> None:
                writer.forget([one.data for one in view.segments], segment.numbers)
                writer.take(segment)
                writer.taken = max(writer.taken, taken)

            return self._write(write)

    def tidy(self, rest: Callable[[], None] = lambda: None) -> bool:
        """Make one of many small segments; False where there is nothing to do, or no turn.

        `rest` is called now and then, and may raise: the index stays as it was.
        """
        with self._writing:
            view = self._view_now()
            parts = _to_unite(view)
            if not parts:
                return False
            names = [one.name for one in parts]
            return self._write(lambda writer: writer.unite(names, rest))

    def check(self, rest: Callable[[], None] = lambda: None) -> None:
        """IndexDamaged where a byte of it is not what was written; reads all of it."""
        for one in self._view_now().segments:
            rest()
            try:
                one.data.check(rest)
            except (OSError, ValueError) as error:
                raise IndexDamaged(str(error)) from error

    def ask(
        self,
        asked: Asked,
        facts: Callable[[View, Fact], Array],
        go_on: Callable[[], None] = lambda: None,
    ) -> Hits:
        """What answers a search; IndexDamaged if the index cannot tell.

        `facts` says for each slot of a view whether something is so. `go_on` is called now and
        then, and may raise Overtaken.
        """
        view = self.view()
        try:
            with self._asking:
                spellings = Spellings(view, self._stems)
                answering = Answering(view, spellings, partial(facts, view), go_on)
                answered = answering.answer(asked)
        except (OSError, ValueError, IndexError, OverflowError) as error:
            raise IndexDamaged(str(error)) from error
        slots = np.flatnonzero(answered.mask)
        return Hits(view, slots, answered.score[slots])

    def sought(self, asked: Iterable[Words]) -> list[Sought]:
        """What the words of a search look like in a text, in all the forms the index knows."""
        view = self.view()
        with self._asking:
            return sought(asked, view, Spellings(view, self._stems))

    def close(self) -> None:
        with self._writing, self._looking:
            if self._view is not None:
                for one in self._view.segments:
                    one.data.close()
            self._index = self._view = None

    def _make_folder(self) -> None:
        try:  # and look afterwards: another program may make it at this moment
            self.folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:  # a file of this name
            self.folder.unlink(missing_ok=True)
            self.folder.mkdir(exist_ok=True)

    def _make_anew_alone(self, is_part: bool) -> bool:
        storage = FileStorage(str(self.folder))
        lock = storage.lock(LOCK)
        if not lock.acquire():
            return False
        try:
            generation = _next_generation(self.folder)
            for one in self.folder.iterdir():
                if one.is_dir():
                    shutil.rmtree(one)
                elif one.name != LOCK:
                    one.unlink()
            Contents([], generation, is_part=is_part).write(storage, NAME)
            (self.folder / _MARK).write_text(self.mark, encoding="ascii")
        finally:
            lock.release()
        return True

    def _view_now(self) -> View:
        """Half made or not."""
        with self._looking:
            try:
                return self._newest_view()
            # A file that another program cut or changed raises anything.
            except Exception as error:
                raise IndexDamaged(str(error)) from error

    def _newest_view(self) -> View:
        if self._index is None:
            # Before anything else of it is read: a folder from elsewhere may hold anything.
            if (self.folder / _MARK).read_bytes() != self.mark.encode():
                raise IndexDamaged("it was made elsewhere")
            self._index = open_index(self.folder)
        if self._view is None or self._index.latest_generation() != self._view.generation:
            self._view = self._look()
        return self._view

    def _look(self) -> View:
        """What is on disk now; what was open before is not opened again."""
        assert self._index is not None
        contents = self._index.contents()
        open_now = {one.data.name: one.data for one in self._view.segments} if self._view else {}
        parts = []
        for one in contents.segments:
            name = one.segment_id()
            parts.append((open_now.get(name) or self._open(name), one.deleted_docs()))
        return View(contents.generation, parts, self._kept_bytes, contents.taken, contents.is_part)

    def _open(self, name: str) -> SegmentData:
        data = SegmentData(self.folder, name)
        if data.size <= _SOON_CHECKED:
            data.check()
        return data

    def _write(self, act: Callable[[ClippingsWriter], None]) -> bool:
        assert self._index is not None
        try:
            writer = ClippingsWriter(self._index)
        except LockError:
            return False
        try:
            act(writer)
            writer.commit()
        except (OSError, ValueError, IndexError) as error:
            writer.cancel()
            raise IndexDamaged(str(error)) from error
        except BaseException:
            writer.cancel()
            raise
        return True


def _to_unite(view: View) -> list[SegmentData]:
    """Segments of about one size, when there are many of them; else one that is mostly empty."""
    sizes: dict[int, list[SegmentData]] = {}
    for segment in view.segments:
        size, step = max(len(segment.data), 1), 0
        while size > _SMALLEST:
            size, step = size // _GROWTH, step + 1
        sizes.setdefault(step, []).append(segment.data)
    for alike in (sizes[step] for step in sorted(sizes)):
        if len(alike) >= MOST_ALIKE:
            return _that_fit(alike)
    for segment in view.segments:
        alive = view.is_alive[segment.base : segment.base + len(segment.data)]
        if int(alive.sum()) * 2 < len(segment.data):
            return [segment.data]
    return []


def _that_fit(segments: list[SegmentData]) -> list[SegmentData]:
    fitting: list[SegmentData] = []
    for one in sorted(segments, key=len):
        if sum(map(len, fitting)) + len(one) <= MOST_DOCUMENTS:
            fitting.append(one)
    return fitting if len(fitting) > 1 else []


def _next_generation(folder: Path) -> int:
    """A number by which another window sees that its index is no more."""
    found = [re.fullmatch(rf"_{NAME}_(\d{{1,9}})\.toc", one.name) for one in folder.iterdir()]
    return max((int(one[1]) + 1 for one in found if one), default=0)
