"""Tell under which terms a text is searched: its words, and the other ways of writing them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.search.analysis import ONE_WORD, RUN, WORD_BEGIN, fold, pairs

# What stands between the parts of one word, as many write it apart or in one.
_JOINERS = {
    **dict.fromkeys("'’ʼ׳", "apostrophe"),
    **dict.fromkeys("-‐‑־", "hyphen"),
    ".": "dot",
    **dict.fromkeys(",\u00a0\u202f", "comma"),
}
_JOINER = f"[{re.escape(''.join(_JOINERS))}]"
# A word, what joins it with the word right behind it, or a run of an unspaced script. To find
# them so takes half of the time that asking each for its place does.
_TOKEN = re.compile(f"({ONE_WORD})(?:({_JOINER})(?={WORD_BEGIN}))?|({RUN})")
# Most are plain words before a space, of which nothing else need be asked. The one before them
# goes with them: from there on each kind of piece would be tried before it is passed over.
_PIECE = re.compile(rf"[ \n]?+([0-9A-Za-z]++(?=[ \n])|{ONE_WORD}(?:{_JOINER}{ONE_WORD})*+|{RUN})")
_MOST_PARTS = 5
_LONGEST_JOINED = 32
LONGEST_TERM = 64  # letters; longer ones are addresses and codes
_GROUP = 3  # digits

# Germanic and Nordic letters are also written with two.
_TWO_LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "å": "aa",
        "ø": "oe",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
    }
)
_SPELT_OUT = re.compile("[äöüåøæœþð]")
# The article and the prepositions that Arabic and Hebrew write in one with the word.
_ARABIC = re.compile("(?:[وف]?[بكل]?ال|[وف]?لل)(?=[\u0621-\u064a]{3})")
_HEBREW = re.compile("ו?[הבלמשכ]{1,2}(?=[\u05d0-\u05ea]{3})|ו(?=[\u05d0-\u05ea]{3})")
_CLINGING = re.compile("[\u0590-\u06ff]")

CAPITALS = "^"  # before the term of a word in capitals, which no word begins with


@dataclass
class Spelt:
    """The terms of a text with their positions, and its words as they stand in it.

    Several terms may stand at one position; `end` is the first one that is free. With each word
    stand the terms it has whether it is in capitals or not.
    """

    terms: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    written: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    end: int = 0


def pieces(text: str) -> list[str]:
    """A text in pieces of which each is spelt by itself: words, or several that are joined."""
    return _PIECE.findall(text)


def spell(text: str) -> Spelt:
    """The terms of a text, or of a piece of one."""
    spelt = Spelt()
    terms, places, written = spelt.terms, spelt.places, spelt.written
    place, before, chain = 0, "", _NO_CHAIN
    for word, joiner, run in _TOKEN.findall(text):
        if run:
            place = _add_run(spelt, run, place)
            continue
        if before and (kind := _JOINERS[before]) == chain.kind:
            chain.parts.append(word)
        elif before:
            chain.put(spelt)
            chain = _Chain(kind, place - 1, [written[-1][0], word])
        elif chain.kind:
            chain.put(spelt)
            chain = _NO_CHAIN
        before = joiner
        own = tuple(forms(word))
        terms += own
        places += (place,) * len(own)
        written.append((word, tuple(one for one in own if not one.startswith(CAPITALS))))
        place += 1
    spelt.end = place
    chain.put(spelt)
    return spelt


def _add_run(spelt: Spelt, run: str, place: int) -> int:
    """Add the letters of an unspaced script from a position on; the first that is free then."""
    for pair in pairs(run, 0):
        for one in (pair, *pair.letters):
            spelt.terms.append(one.text)
            spelt.places.append(place)
        place += 1
    return place


@dataclass(frozen=True)
class _Chain:
    """Words that stand so close that they may be written as one."""

    kind: str = ""
    start: int = 0
    parts: list[str] = field(default_factory=list)

    def put(self, spelt: Spelt) -> None:
        """Add what they are when written as one, at the position of the first."""
        for term in joined_terms(self.parts, self.kind) if self.kind else ():
            spelt.terms.append(term)
            spelt.places.append(self.start)


_NO_CHAIN = _Chain()


def forms(word: str) -> Iterator[str]:
    """The term of a word, then those of its other spellings."""
    is_plain = word.isascii()
    plain = (word.lower() if is_plain else fold(word))[:LONGEST_TERM]
    yield plain
    if is_plain:
        if 2 <= len(word) <= _MOST_PARTS and word.isupper():
            yield CAPITALS + plain
        return
    cased = unicodedata.normalize("NFC", word).casefold()
    if _SPELT_OUT.search(cased):
        yield fold(cased.translate(_TWO_LETTERS))[:LONGEST_TERM]
    if _CLINGING.match(plain):
        for prefix in (_ARABIC, _HEBREW):
            bare = prefix.match(plain)
            if bare:
                yield plain[bare.end() :]


def joined_terms(parts: list[str], kind: str) -> Iterator[str]:
    """The terms of a word that is written in parts: U.S., Jong-un, don't, 1,000."""
    if not 1 < len(parts) <= _MOST_PARTS:
        return
    whole = "".join(parts)
    if kind in ("comma", "dot") and whole.isdigit():
        if len(parts[0]) <= _GROUP and all(len(one) == _GROUP for one in parts[1:]):
            yield whole
    elif kind == "dot":
        if max(map(len, parts)) == 1 and whole.isalpha():
            yield fold(whole)
            yield CAPITALS + fold(whole)
    elif kind in ("hyphen", "apostrophe") and len(whole) <= _LONGEST_JOINED:
        yield fold(whole)
