"""Show one of several pages of a clipping, and tell in what two of them differ."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
MOST_PAIRS = 10_000  # of paragraphs that are weighed against each other
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
    """Paragraphs of which none is the same: those that are alike are one that was changed."""
    at = 0
    for old, partner in enumerate(_partners(before, after)):
        pieces = _pieces(before[old], after[partner]) if partner is not None else ()
        if not pieces or partner is None:
            yield Difference(Side.BEFORE, ((Side.BEFORE, before[old]),))
            continue
        yield from (Difference(Side.AFTER, ((Side.AFTER, one),)) for one in after[at:partner])
        yield Difference(Side.BOTH, pieces)
        at = partner + 1
    yield from (Difference(Side.AFTER, ((Side.AFTER, one),)) for one in after[at:])


def _partners(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """For each old paragraph the new one it became, so that in all they are the most alike."""
    if len(before) * len(after) > MOST_PAIRS:
        return [at if at < len(after) else None for at in range(len(before))]
    olds, news = (list(map(_bag, side)) for side in (before, after))
    # best[i][j] is how alike the paragraphs from i and j on can be made (Needleman and Wunsch, A
    # general method applicable to the search for similarities, 1970).
    likeness = [[_likeness(old, new) for new in news] for old in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    partners: list[int | None] = [None] * len(olds)
    i = j = 0
    while i < len(olds) and j < len(news):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            partners[i] = j
            i, j = i + 1, j + 1
    return partners


def _bag(paragraph: str) -> Counter[str]:
    return Counter(piece.strip() for piece in _PIECE.findall(paragraph))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of their words that two paragraphs have in common, wherever they stand."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


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
