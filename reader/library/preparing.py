"""Open, clean and draft the pages of one file; all of it without the database."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.article import Article, Completeness
from reader.errors import CannotOpenPage
from reader.library.incoming import Here, Incoming, Kept, Lost, PageFile, Prepared, Told, Whole
from reader.library.writable import writable
from reader.pages.file_names import said
from reader.pages.surroundings import Surroundings
from reader.store.blobs import Blobs, Draft
from reader.store.gist import gist_of
from reader.store.page_key import page_key

if TYPE_CHECKING:
    from reader.pages.original import Original
    from reader.pages.saved_page import SavedPage
    from reader.pages.unopened import Unopened

LONGEST_TITLE = 500
_LONGEST_BEGINNING = 80
# A program that records pages keeps their frames and adverts as well, which nobody misses.
_RECORDED = re.compile(r"(?:^|!)https?://", re.IGNORECASE)


def prepare(unit: Incoming, blobs: Blobs, surroundings: Surroundings) -> Iterator[Told | Exception]:
    """Each page of a file that holds a story; CannotOpenPage where none does.

    Of a file that is kept already only that is told, unless its known pages are named.
    """
    from reader.pages.original import read_original

    if isinstance(unit, PageFile):
        original, name = read_original(unit.path, surroundings), unit.file_name
        known = unit.known
    else:
        original, name, known = unit.original(), unit.name, frozenset()
    digest = original.digest
    if known is None and blobs.has_original(digest):
        yield Kept(digest)
        return
    try:
        yield from _Pages(original, digest, known or frozenset(), Path(name), blobs).told()
    except CannotOpenPage as error:
        link = _link_of(original)
        if link is None:
            raise
        yield from _Pages(link, link.digest, frozenset(), Path(name), blobs).told()
        yield Lost("", f"{error} Its link comes in without the text.")


def _link_of(original: "Original") -> "Original | None":
    """What another program kept of a page, without the text, where that cannot be read."""
    from reader.pages.record import RECORD_NAME, read_record

    part = original.parts.get(RECORD_NAME)
    if part is None:
        return None
    record = read_record(part.read_bytes())
    if not (record.program and record.address):
        return None
    return replace(original, content=b"", parts={RECORD_NAME: part})


class _Pages:
    """The pages of one file, the file itself being drafted with the first that has a story."""

    def __init__(
        self, original: "Original", digest: str, known: frozenset[str], path: Path, blobs: Blobs
    ) -> None:
        self._original = original
        self._digest = digest
        self._known = known
        self._path = path
        self._blobs = blobs
        self._is_kept = False
        self._without: list[tuple[str, str]] = []  # entry and reason; a fault keeps its page alive

    def told(self) -> Iterator[Told | Exception]:
        from reader.pages.open_page import open_entries

        many = stories = 0
        is_archive = False
        for page in open_entries(self._original):
            many += 1
            is_archive = is_archive or bool(page.entry)
            told = self._told(page)
            if isinstance(told, CannotOpenPage):
                self._without.append((page.entry, str(told)))
            else:
                stories += not isinstance(told, Lost)
                yield told
        if not stories:
            raise self._no_story(many)
        for entry, reason in self._without:
            if not _RECORDED.search(entry):
                yield Lost(entry, reason)
        if is_archive:
            yield Whole(self._digest)

    def _told(self, page: "SavedPage | Unopened") -> Told | Exception:
        """CannotOpenPage for a page without a story, which is no fault where others have one."""
        from reader.pages.unopened import Unopened

        if isinstance(page, Unopened):
            return Lost(page.entry, page.reason)
        key = page_key(self._digest, page.entry)
        if key in self._known:
            return Here(key)
        try:
            article, kept = clean(page, Path(page.name) if page.entry else self._path)
            drafts, digests = draft_pictures(kept, self._blobs)
            if not self._is_kept:
                drafts += self._blobs.draft_original(self._original, self._digest)
                self._is_kept = True
        except Exception as error:  # noqa: BLE001  a bug one page shows must not keep the others out
            return error
        brought = page.record.brought
        about = (page.saved_at, digests, brought, drafts, gist_of(article))
        return Prepared(key, page.entry, article, *about)

    def _no_story(self, many: int) -> CannotOpenPage:
        if len(self._without) == 1:
            return CannotOpenPage(self._without[0][1])
        name = said(self._path.name)
        if not many:
            return CannotOpenPage(f"“{name}” holds no page.")
        return CannotOpenPage(f"“{name}” holds {many:,} pages, and a story was found in none.")


def clean(page: "SavedPage", path: Path) -> tuple[Article, dict[str, bytes]]:
    """The article of a page, and the content of the pictures saved with it, by address."""
    from reader.articles.extract import extract
    from reader.library.kept_whole import as_it_is

    article = extract(page)
    if _is_empty(article) and page.record.program:
        article = as_it_is(page, article)
    article = _titled(writable(article), path)
    if _is_empty(article):
        told = f" It says: “{article.evidence}”" if article.evidence else ""
        name = said(path.name)
        raise CannotOpenPage(f"“{name}” holds no story that could be found in it.{told}")
    contents = {one.address: one.content for one in article.pictures if one.content}
    bare = tuple(replace(one, content=None) for one in article.pictures)
    return replace(article, pictures=bare), contents


def _is_empty(article: Article) -> bool:
    if article.completeness is Completeness.LINK:
        return False
    return article.completeness is Completeness.EMPTY or not article.text.strip()


def clean_and_keep(page: "SavedPage", path: Path, blobs: Blobs) -> tuple[Article, dict[str, str]]:
    """The article of a page, and the digests of its pictures, which are kept, by address."""
    article, contents = clean(page, path)
    drafts, digests = draft_pictures(contents, blobs)
    blobs.settle(drafts)
    return article, digests


def draft_pictures(
    contents: dict[str, bytes], blobs: Blobs
) -> tuple[tuple[Draft, ...], dict[str, str]]:
    drafts: dict[Path, Draft] = {}
    digests = {}
    for address, content in contents.items():
        digests[address], new = blobs.draft_picture(content)
        drafts |= {one.target: one for one in new}
    return tuple(drafts.values()), digests


def _titled(article: Article, path: Path) -> Article:
    # A link that came without a title is best known by its address.
    found = article.title or _beginning(article.text) or article.address or said(path.stem)
    return replace(article, title=" ".join(found.split())[:LONGEST_TITLE])


def _beginning(text: str) -> str:
    """The first words; of writing without spaces, the first letters."""
    if len(text) <= _LONGEST_BEGINNING:
        return text
    words = text[:_LONGEST_BEGINNING].rpartition(" ")[0]
    is_spaced = len(words) > _LONGEST_BEGINNING // 2
    return f"{words.rstrip() if is_spaced else text[:_LONGEST_BEGINNING]}…"
