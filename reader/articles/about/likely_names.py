"""Tell by its looks whether a text may be the name of a person."""

import re

from reader.articles.about.titles import words_of
from reader.articles.bylines import Byline

_NO_FIRST_NAMES = frozenset(
    (
        "The", "A", "An", "Der", "Die", "Das", "Ein", "Eine", "Le", "La", "Les", "Un", "Une", "El",
        "Los", "Las", "Il", "Lo", "Gli", "O", "Os", "As", "Um", "Uma", "Do", "Da", "Em", "Het",
        "Ort",
    )
)  # fmt: skip
# Chinese, Japanese and Korean names are short and need no space.
DENSE = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_LONGEST_DENSE = 8


def opens_a_title(text: str) -> bool:
    """Whether the first word is an article, as names of papers and places open."""
    return text.split(maxsplit=1)[0] in _NO_FIRST_NAMES


def may_be_name(name: str) -> bool:
    """Whether it is a name of several words that does not begin as titles do."""
    if DENSE.search(name):
        return len(name) <= _LONGEST_DENSE
    words = name.split()
    return 1 < len(words) < 6 and words[0] not in _NO_FIRST_NAMES


def has_full_name(byline: Byline) -> bool:
    """Whether it names an agency or somebody by more than one word."""
    return bool(byline.agency) or any(map(_is_whole, byline.people))


def _is_whole(name: str) -> bool:
    """Whether a name has more words than one; what a hyphen joins is one word."""
    return " " in name


def is_short_name(name: str) -> bool:
    return 1 < len(words_of(name)) < 4
