"""Read what the reader typed as a search; any string is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from reader.search.asked import EVERYTHING, AllOf, AnyOf, Asked, Fact, NoneOf, Words, wanted
from reader.search.asked_facts import FACTS, read_fact

# The names a reader may put before a colon, and the zones of a clipping they mean.
ZONES_NAMED = {
    "title": ("title",),
    "by": ("byline",),
    "byline": ("byline",),
    "author": ("byline",),
    "source": ("source",),
    "site": ("source",),
    "section": ("section",),
    "topic": ("topics",),
    "note": ("note",),
    "mark": ("marks",),
    "body": ("body",),
    "standfirst": ("standfirst",),
}
_PIECE = re.compile(
    r"""(?P<not>-(?=[^\s-]))?(?:(?P<field>\w+):(?=[^\s)]))?(?:
        (?P<open>\() | (?P<close>\))
        | "(?P<phrase>[^"]*)(?:"(?:~(?P<within>\d{1,3}))?|$)
        | (?P<word>(?:(?<=published:)|(?<=saved:)|(?<=added:))
            (?:last|this)\s(?:week|month|year)\b | [^\s"()]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FUZZY = re.compile(r"(?P<word>.*\w)~(?P<slips>[12]?)$")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›「」『』｢｣〝〞〟＂", '"'))
# As keyboards for Chinese and Japanese write them.
_WIDE = str.maketrans("（）：－～＊＜＞", "():-~*<>")
# A field without its value yet: what it will ask is not known, and it is no word either.
_BEGUN = re.compile(r"(?:^|(?<=[\s(]))-?(?P<field>\w+):[<>]?=?\Z")
_WORD = re.compile(r"\w")
# A page pasted by mistake is no search that anything could answer.
_MOST_PIECES = 64
_LONGEST = 10_000
_LONGEST_PIECE = 400
_DEEPEST = 12


@dataclass(frozen=True)
class Query:
    """What a search asks for.

    `unread` are the pieces that were taken for words alone, though they look like more.
    """

    asked: Asked = EVERYTHING
    unread: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.asked != EVERYTHING

    @property
    def wanted(self) -> tuple[Words, ...]:
        return wanted(self.asked)


@dataclass
class _Pieces:
    """What was typed, piece by piece."""

    found: list[re.Match[str]]
    length: int
    today: date
    at: int = 0
    unread: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.at < len(self.found)

    @property
    def next(self) -> re.Match[str]:
        return self.found[self.at]

    def take(self) -> re.Match[str]:
        self.at += 1
        return self.found[self.at - 1]


def read_query(typed: str, today: date | None = None) -> Query:
    """Words that must all be found, "phrases", -not, OR, ( ), field:word, begin*, slip~.

    The last word is open while it is typed: no space follows it. `today` is what "yesterday"
    and its like are counted from.
    """
    typed = typed[:_LONGEST].translate(_QUOTES).translate(_WIDE)
    begun = _BEGUN.search(typed)
    if begun and begun["field"].lower() in (*ZONES_NAMED, *FACTS):
        typed = typed[: begun.start()]
    found = [one for one, _ in zip(_PIECE.finditer(typed), range(_MOST_PIECES), strict=False)]
    pieces = _Pieces(found, len(typed), today or date.today())
    asked = _all_of(pieces, (), 0)
    return Query(asked, tuple(pieces.unread))


def _all_of(pieces: _Pieces, zones: tuple[str, ...], depth: int) -> Asked:
    """The pieces up to a closing bracket; a bracket that nothing opened closes nothing."""
    parts: list[Asked] = []
    while pieces:
        if pieces.next["close"]:
            pieces.take()
            if depth:
                break
            continue
        one = _one_of(pieces, zones, depth)
        if one is not None:
            parts.append(one)
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _one_of(pieces: _Pieces, zones: tuple[str, ...], depth: int) -> Asked | None:
    parts = []
    while pieces and not pieces.next["close"]:
        if not _is_joint(pieces.next, "OR"):
            one = _part(pieces, zones, depth)
            if one is not None:
                parts.append(one)
        if not (pieces and _is_joint(pieces.next, "OR")):
            break
        pieces.take()
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def _part(pieces: _Pieces, zones: tuple[str, ...], depth: int) -> Asked | None:
    piece = pieces.take()
    if _is_joint(piece, "AND"):
        return None
    if _is_joint(piece, "NOT") and pieces and not pieces.next["close"]:
        return _not(_part(pieces, zones, depth))
    if piece["open"]:
        named = ZONES_NAMED.get((piece["field"] or "").lower(), zones)
        inner = _all_of(pieces, named, depth + 1) if depth < _DEEPEST else None
        return (_not(inner) if piece["not"] else inner) if inner not in (None, EVERYTHING) else None
    return _single(piece, zones, pieces)


def _single(piece: re.Match[str], zones: tuple[str, ...], pieces: _Pieces) -> Asked | None:
    name = (piece["field"] or "").lower()
    is_last = piece.end() == pieces.length and not piece["not"]
    asked: Asked | None = None
    if name in FACTS:
        text = piece["word"] if piece["phrase"] is None else piece["phrase"]
        asked = read_fact(name, text, is_last and piece["phrase"] is None, pieces.today)
        if asked is None:
            pieces.unread.append(piece[0])
    if asked is None:
        asked = _words(piece, ZONES_NAMED.get(name, zones), is_last, name in ZONES_NAMED)
    return _not(asked) if piece["not"] else asked


def _words(
    piece: re.Match[str], zones: tuple[str, ...], is_last: bool, is_field: bool
) -> Words | None:
    if piece["phrase"] is not None:
        text = piece["phrase"][:_LONGEST_PIECE]
        words = Words(text, zones, is_exact=True, within=int(piece["within"] or 0))
    else:
        words = _typed(piece["word"][:_LONGEST_PIECE], zones, is_last)
    if piece["field"] and not is_field:  # "re:", "3:15": no field, so a part of what is sought
        words = replace(words, text=f"{piece['field']}:{words.text}")
    return words if _WORD.search(words.text) else None


def _typed(word: str, zones: tuple[str, ...], is_last: bool) -> Words:
    fuzzy = _FUZZY.match(word)
    if fuzzy:
        return Words(fuzzy["word"], zones, slips=int(fuzzy["slips"] or 1))
    return Words(word.strip("*"), zones, is_open=word.endswith("*") or is_last)


def _not(asked: Asked | None) -> Asked | None:
    return NoneOf(asked) if asked is not None else None


def _is_joint(piece: re.Match[str], joint: str) -> bool:
    return piece["word"] == joint and not piece["not"] and not piece["field"]


def facts_of(asked: Asked) -> Iterator[Fact]:
    """The facts that a search asks for, wherever in it."""
    match asked:
        case Fact():
            yield asked
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from facts_of(part)
        case NoneOf(part):
            yield from facts_of(part)
        case _:
            return
