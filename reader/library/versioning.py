"""Show one of several pages of a clipping, and tell in what two of them differ."""

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from reader.clipping import Change, Clipping, Difference, Side
from reader.errors import CannotOpenPage, ReaderError
from reader.library.originals import page_of
from reader.library.preparing import clean, clean_and_keep
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings
from reader.store.versions import Versions

if TYPE_CHECKING:
    from reader.pages.saved_page import SavedPage

MOST_PIECES = 4000  # words of one paragraph that are compared one by one
ALIKE = 0.4  # of their words; paragraphs that share less are others, not changed ones

# A word, a letter of a script without spaces, or one other sign; white space goes with it.
_PIECE = re.compile(
    "(?:[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\\w+|\\W)\\s*"
)

_Pieces = tuple[tuple[Side, str], ...]


def show(id_: str, key: str, clippings: Clippings, versions: Versions, blobs: Blobs) -> Change:
    """Have a clipping show another of its pages; nothing changes where it shows it already."""
    known = versions.known(key)
    clipping = clippings.load(id_)
    if known is None or known.id != id_:
        raise ReaderError(f"“{clipping.article.title}” has no version “{key}”.")
    if key == clipping.original:
        return Change()
    page = _page(clipping, key, blobs)
    article, pictures = clean_and_keep(page, Path(page.name), blobs)
    versions.show(known.number, key, article, pictures)
    return Change(remade=frozenset((id_,)), versions={id_: (clipping.original, key)})


def compare(clipping: Clipping, key: str, versions: Versions, blobs: Blobs) -> Iterator[Difference]:
    """From the page of this key to the one that shows, paragraph by paragraph."""
    if key not in {one.key for one in versions.of(clipping.id)}:
        raise ReaderError(f"“{clipping.article.title}” has no version “{key}”.")
    if key == clipping.original:
        before = clipping.article.text
    else:
        page = _page(clipping, key, blobs)
        before = clean(page, Path(page.name))[0].text
    return differences(_paragraphs(before), _paragraphs(clipping.article.text))


def differences(before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    """Each paragraph of either, in order, as both tell it."""
    matcher = difflib.SequenceMatcher(None, before, after)
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            yield from (Difference(Side.BOTH, ((Side.BOTH, one),)) for one in before[i:j])
        else:
            yield from _changed(before[i:j], after[k:m])


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    for old, new in zip_longest(before, after):
        if old is not None and new is not None:
            pieces = _pieces(old, new)
            if pieces:
                yield Difference(Side.BOTH, pieces)
                continue
        if old is not None:
            yield Difference(Side.BEFORE, ((Side.BEFORE, old),))
        if new is not None:
            yield Difference(Side.AFTER, ((Side.AFTER, new),))


def _pieces(old: str, new: str) -> _Pieces:
    """The words of a paragraph that was changed; none where it is another one."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if max(len(before), len(after)) > MOST_PIECES:
        return ()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    found: list[tuple[Side, str]] = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            found.append((Side.BOTH, "".join(before[i:j])))
            continue
        found += [(Side.BEFORE, "".join(before[i:j]))] if i < j else []
        found += [(Side.AFTER, "".join(after[k:m]))] if k < m else []
    return tuple(found)


def _page(clipping: Clipping, key: str, blobs: Blobs) -> "SavedPage":
    try:
        return page_of(blobs, key)
    except CannotOpenPage as error:
        title = clipping.article.title
        raise ReaderError(f"The other version of “{title}” cannot be shown: {error}.") from error


def _paragraphs(text: str) -> list[str]:
    return [one for one in text.split("\n\n") if one.strip()]
