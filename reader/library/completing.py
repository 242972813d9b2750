"""Tell how a search that is being typed may go on."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.clipping import Facet, Search
from reader.results import Completion, CompletionKind
from reader.search.analysis import fold
from reader.search.asked_facts import DATES, POSSESSIONS, STATES

if TYPE_CHECKING:
    from reader.library.answers import Answers
    from reader.search.index import SearchIndex

MOST = 12
_SHORTEST_WORD = 2  # letters typed of a word before others are offered

# The names that may stand before a colon, for the reader to choose from.
FIELDS = (
    "title", "by", "source", "section", "topic", "tag", "note", "mark", "lang", "address",
    "published", "saved", "added", "is", "has", "words", "minutes",
)  # fmt: skip
_DAYS = (
    "today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-year",
    "last-year", "<2w", ">1y",
)  # fmt: skip
_FACETS = {
    "tag": (Facet.TAG, CompletionKind.TAG),
    "source": (Facet.SOURCE, CompletionKind.SOURCE),
    "site": (Facet.SOURCE, CompletionKind.SOURCE),
    "section": (Facet.SECTION, CompletionKind.SECTION),
    "by": (Facet.BYLINE, CompletionKind.BYLINE),
    "byline": (Facet.BYLINE, CompletionKind.BYLINE),
    "author": (Facet.BYLINE, CompletionKind.BYLINE),
    "lang": (Facet.LANGUAGE, CompletionKind.LANGUAGE),
}
# The piece that ends at the caret: perhaps -, a field's name and a quotation mark before it.
_PIECE = re.compile(r'(?P<before>-?)(?:(?P<field>\w+):)?(?P<quote>["“„«]?)(?P<begun>[^"]*)$')
_LONGEST = 1_000


@dataclass(frozen=True)
class _Begun:
    """What is being typed: its field, how it begins, and what stands on both sides of it."""

    field: str
    text: str
    before: str
    after: str

    def taken(self, text: str, shown: str, kind: CompletionKind, count: int = 0) -> Completion:
        line = self.before + text
        return Completion(line + self.after, len(line), shown, kind, count)


def complete(
    typed: str, caret: int, answers: "Answers", index: "Callable[[], SearchIndex]"
) -> tuple[Completion, ...]:
    begun = _begun(typed[:_LONGEST], min(max(caret, 0), len(typed), _LONGEST))
    if begun is None:
        return ()
    found: Iterable[Completion]
    found = (
        _values(begun, answers)
        if begun.field
        else (*_fields(begun), *_words(begun, answers, index))
    )
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))


def _begun(typed: str, caret: int) -> _Begun | None:
    head, tail = typed[:caret], typed[caret:]
    if tail and not tail[0].isspace() and tail[0] not in ')"':
        return None  # within a word: it has its end already
    start = _start_of_piece(head)
    piece = _PIECE.match(head[start:])
    if piece is None:
        return None
    before = head[:start] + piece["before"]
    field = (piece["field"] or "").lower()
    if not field and piece["quote"]:
        return None
    is_known = field in _FACETS or field in (*DATES, "is", "has")
    if field and not is_known:
        return None
    after = tail[1:] if piece["quote"] and tail[:1] == '"' else tail
    return _Begun(field, piece["begun"], before, after)


def _start_of_piece(head: str) -> int:
    """Where the piece begins: at the last blank outside quotation marks."""
    is_quoted, start = False, 0
    for place, sign in enumerate(head):
        if sign in '"“”„«»':
            is_quoted = not is_quoted
        elif not is_quoted and (sign.isspace() or sign == "("):
            start = place + 1
    return start


def _fields(begun: _Begun) -> Iterator[Completion]:
    for name in FIELDS:
        if begun.text and name.startswith(begun.text.lower()):
            yield begun.taken(f"{name}:", f"{name}:", CompletionKind.FIELD)


def _words(
    begun: _Begun, answers: "Answers", index: "Callable[[], SearchIndex]"
) -> Iterator[Completion]:
    from reader.search.damage import IndexDamaged
    from reader.search.suggestions import beginning_with
    from reader.search.terms import forms
    from reader.search.written import written

    if len(begun.text) < _SHORTEST_WORD or not begun.text.isalnum():
        return
    try:
        view = index().view()
        words = beginning_with(view, begun.text, MOST)
        spelt = written(view, [word for word, _ in words], answers.openings)
    except IndexDamaged:
        return
    # One word may stand in the index in several spellings.
    others = {form for one in spelt.values() for form in forms(one)}
    told = {fold(begun.text)}
    for word, many in words:
        if word not in told and (spelt[word] or word not in others):
            told |= {word, *forms(spelt[word])}
            whole = _going_on(begun.text, spelt[word] or word)
            yield begun.taken(f"{whole} ", whole, CompletionKind.WORD, many)


def _going_on(typed: str, word: str) -> str:
    """A word with the capitals that were typed already."""
    length = len(typed)
    return typed + word[length:] if word[:length].lower() == typed.lower() else word


def _values(begun: _Begun, answers: "Answers") -> Iterator[Completion]:
    if begun.field in _FACETS:
        yield from _facet_values(begun, answers)
        return
    kind = CompletionKind.STATE
    names: tuple[str, ...] = STATES if begun.field == "is" else POSSESSIONS
    if begun.field in DATES:
        kind, names = CompletionKind.DATE, _DAYS
    for name in names:
        if name.startswith(begun.text.lower()) and name != begun.text:
            yield begun.taken(f"{begun.field}:{name} ", name, kind)
    if begun.field == "published":
        yield from _years(begun, answers)


def _facet_values(begun: _Begun, answers: "Answers") -> Iterator[Completion]:
    facet, kind = _FACETS[begun.field]
    wanted = fold(begun.text)
    for value, many in _counts(facet, answers):
        if _begins(fold(value), wanted) and value != begun.text:
            yield begun.taken(f"{begun.field}:{_quoted(value)} ", value, kind, many)


def _years(begun: _Begun, answers: "Answers") -> Iterator[Completion]:
    for year, many in _counts(Facet.YEAR, answers):
        if year.startswith(begun.text) and year != begun.text:
            yield begun.taken(f"published:{year} ", year, CompletionKind.DATE, many)


def _counts(facet: Facet, answers: "Answers") -> list[tuple[str, int]]:
    """The values of a facet in the whole library, most first."""
    from reader.library.facets import values_of
    from reader.search.asked import EVERYTHING

    return values_of(facet, Search(), answers.answer(EVERYTHING, lambda: None))


def _begins(value: str, wanted: str) -> bool:
    """Whether any word of a value begins so."""
    return value.startswith(wanted) or any(
        f"{sign}{wanted}" in value for sign in (" ", "/", "-", ".") if wanted
    )


def _quoted(value: str) -> str:
    plain = value.replace('"', "")
    return plain if re.fullmatch(r"[^\s()“”„«»]+", plain) else f'"{plain}"'
