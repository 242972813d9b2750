"""Write a byline that a page sets in capitals as names are written in a book."""

import re
from dataclasses import replace

from reader.articles.byline_patterns import parts_sign
from reader.articles.bylines import Byline

# Without a vowel letters are initials, and one word alone is a signature or an abbreviation.
_LEAST_WORD = 3
_VOWEL = re.compile("[AEIOUYÀ-ÆÈ-ÏÒ-ØÙ-ÝАЕИОУЫЭЮЯЁЄІЇ]")
_PART = re.compile(r"[^\W\d_]+\.?")
_SON_OF = re.compile("MC[A-Z]{3}")
_NUMERAL = re.compile(r"[IVX]{2,4}")
# Small letters carry accents that Greek leaves out of its capitals: they cannot be told.
_GREEK = re.compile("[\u0370-\u03ff]")
_TURKIC = ("tr", "az")
_TURKIC_I = str.maketrans("Iİ", "ıi")


def without_capitals(byline: Byline, language: str) -> Byline:
    """The byline with its names in small letters after the first, as far as they can be told."""
    line = byline.line
    people = []
    for name in byline.people:
        plain = _plain(name, language) if _is_shouted(name) else name
        people.append(plain)
        line = line.replace(name, plain)
    if line == byline.line:
        return byline
    joined = parts_sign().sub(lambda sign: sign[0].lower(), line)
    return replace(byline, line=joined, people=tuple(people))


def _is_shouted(name: str) -> bool:
    words = name.split()
    return (
        name.isupper()
        and len(words) > 1
        and any(len(word) >= _LEAST_WORD and _VOWEL.search(word) for word in words)
        and not _GREEK.search(name)
    )


def _plain(name: str, language: str) -> str:
    return _PART.sub(lambda part: _part(part[0], language), name)


def _part(part: str, language: str) -> str:
    if (part.endswith(".") and len(part) <= 2) or _NUMERAL.fullmatch(part):
        return part
    if _SON_OF.match(part):
        return "Mc" + _part(part[2:], language)
    rest = part[1:]
    return part[0] + (rest.translate(_TURKIC_I) if language in _TURKIC else rest).lower()
