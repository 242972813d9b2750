"""Read what the reader typed as a search; any string is one."""

import re
from dataclasses import dataclass
from itertools import islice

from reader.search.analysis import words

# The names a reader may put before a colon, and the fields of the index they mean.
FIELDS = {
    "title": ("title",),
    "by": ("byline",),
    "source": ("source",),
    "section": ("section",),
    "topic": ("topics",),
    "tag": ("tags",),
    "note": ("note",),
    "body": ("body",),
    "standfirst": ("standfirst",),
}
_PIECE = re.compile(
    r"""(?P<not>-)?(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))"""
)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』", '"'))
# A page pasted by mistake is no search that anything could answer.
_MOST_PIECES = 64
_MOST_WORDS = 32  # in one piece
_LONGEST = 10_000


@dataclass(frozen=True)
class Wanted:
    """Words that must stand next to each other; the last may go on where `is_open`.

    `text` is what was typed for them.
    """

    words: tuple[str, ...]
    text: str
    fields: tuple[str, ...] = ()
    is_open: bool = False


@dataclass(frozen=True)
class Query:
    """One of each group in `all_of` must be found, none of `none_of`."""

    all_of: tuple[tuple[Wanted, ...], ...] = ()
    none_of: tuple[Wanted, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all_of or self.none_of)

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        return tuple(one for group in self.all_of for one in group)


def read_query(typed: str) -> Query:
    """Words that must all be found, "phrases", -not, OR, field:word, begin*.

    The last word is open while it is typed: no space follows it.
    """
    typed = typed[:_LONGEST].translate(_QUOTES)
    groups: list[list[Wanted]] = []
    none_of: list[Wanted] = []
    joins_last = False
    for piece in islice(_PIECE.finditer(typed), _MOST_PIECES):
        if piece["word"] == "OR" and not piece["not"] and not piece["field"]:
            joins_last = bool(groups)
            continue
        is_last = piece.end() == len(typed)
        wanted = _wanted(piece, is_last)
        if wanted is None:
            continue
        if piece["not"]:
            none_of.append(wanted)
        elif joins_last:
            groups[-1].append(wanted)
        else:
            groups.append([wanted])
        joins_last = False
    return Query(tuple(tuple(group) for group in groups), tuple(none_of))


def _wanted(piece: re.Match[str], is_last: bool) -> Wanted | None:
    phrase = piece["phrase"]
    text = piece["word"] if phrase is None else phrase
    fields = FIELDS.get((piece["field"] or "").lower(), ())
    if piece["field"] and not fields:  # "re:", "3:15": no field, so a part of what is sought
        text = f"{piece['field']} {text}"
    found = tuple(word.text for word in islice(words(text), _MOST_WORDS))
    is_open = phrase is None and (text.endswith("*") or (is_last and not piece["not"]))
    return Wanted(found, text.strip("*"), fields, is_open) if found else None
