"""Find the documents in a page's frames that may be its story."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.etree import _Element as Element

from reader.articles.article import Article, Completeness
from reader.articles.boilerplate import reason_of
from reader.articles.embeds import is_for_readers
from reader.articles.names import reason_in_names
from reader.articles.parse import parse
from reader.pages.frames import document_in
from reader.pages.saved_page import SavedPage

_FRAME = re.compile(r"<i?frame\b", re.IGNORECASE)
_FRAMESET = re.compile(r"<frameset\b", re.IGNORECASE)
_MOST = 30
_DEEPEST = 3
_FEW_WORDS = 4
_WORD = re.compile(r"[^\W_]+")
# Posts, notices and what stands around players are shorter, in letters.
_LITTLE = 1_500
_HAS_HEADLINE = XPath("boolean(//h1 | //h2)")
_IS_SOMETHING_ELSE = XPath("boolean(//video | //audio | //input[@type='password'])")
_TITLE = XPath("string(//title)")


def lacks_story(article: Article) -> bool:
    """Whether a page may show its story in a frame, for it neither has one nor tells why not."""
    if article.completeness is Completeness.EMPTY:
        return not article.evidence
    return article.completeness is Completeness.LIST


def is_story(article: Article, document: SavedPage, page: SavedPage) -> bool:
    """Whether what a frame of the page shows is a story, and no box that stands beside one."""
    if article.completeness not in (Completeness.WHOLE, Completeness.PARTIAL):
        return False
    root = parse(document.markup)
    if reason_in_names(_few_words((str(_TITLE(root)),)), None):
        return False
    # What has a set of frames shows all that it has in them.
    if len(article.text) >= _LITTLE or _FRAMESET.search(page.markup):
        return True
    return bool(_HAS_HEADLINE(root)) and not _IS_SOMETHING_ELSE(root)


def documents_shown(page: SavedPage) -> Iterator[SavedPage]:
    """Those in its frames, and in theirs, but for those that are there for something else."""
    return islice(_documents(page, _DEEPEST, {page.markup}), _MOST)


def _documents(page: SavedPage, depth: int, seen: set[str]) -> Iterator[SavedPage]:
    if not depth or not _FRAME.search(page.markup):
        return
    for frame in islice(parse(page.markup).iter("iframe", "frame"), _MOST):
        shown = document_in(page, frame.get("srcdoc") or "", frame.get("src") or "")
        if shown is None or shown.markup in seen or not _may_hold_story(frame):
            continue
        seen.add(shown.markup)
        yield shown
        yield from _documents(shown, depth - 1, seen)


def _may_hold_story(frame: Element) -> bool:
    names = (frame.get("title"), frame.get("name"), *_parts_of(frame.get("src") or ""))
    if not is_for_readers(frame, _few_words(names)):
        return False
    # A form may hold a whole page, and is sought in what the frame shows.
    around = (one for one in frame.iterancestors() if one.tag != "form")
    return not any(map(reason_of, around))


def _parts_of(address: str) -> list[str]:
    path = address.partition("?")[0]
    if path.startswith("data:"):
        return []
    # Frames lie in a folder that is called as the page is.
    return path.split("/") if "//" in path else [path.rpartition("/")[2]]


def _few_words(names: Iterable[str | None]) -> str:
    """Those that say what kind of thing it is; what has more words says what it is about."""
    return " ".join(one for one in names if one and len(_WORD.findall(one)) <= _FEW_WORDS)
