"""Compare titles, and part them from the name of their site."""

import re
import unicodedata
from collections import Counter

_WORD = re.compile(r"\w+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_SEPARATOR = re.compile(
    r"\s+[|\-–—·•»«:/\\›>~*]{1,2}\s+|\s*[|｜»›]\s*|\s*::\s*|(?<=[^\x00-\x7f])[_－-](?=\S)|\s?—\s?"
)
_LONGEST_COMPARED = 600
_FEWEST_WORDS, _LONGEST_DENSE_TAIL = 4, 8


def words_of(text: str) -> list[str]:
    return _WORD.findall(text[:_LONGEST_COMPARED].casefold())


def likeness(one: str, other: str) -> float:
    """How much of their words two titles share, from 0 to 1."""
    return likeness_of_words(words_of(one), words_of(other))


def likeness_of_words(words: list[str], others: list[str]) -> float:
    if not words or set(words).isdisjoint(others):
        return 0.0
    shared = (Counter(words) & Counter(others)).total()
    return 2 * shared / (len(words) + len(others))


def compact(text: str) -> str:
    """The words run together without case, signs and accents, as domains spell names."""
    folded = unicodedata.normalize("NFD", "".join(words_of(text)))
    return folded if folded.isascii() else _ACCENTS.sub("", folded)


def title_parts(title: str) -> list[str]:
    return [part.strip() for part in _SEPARATOR.split(title) if part and part.strip()]


def without_site(title: str, site_names: tuple[str, ...]) -> str:
    """The title without the name of its site before or behind it."""
    if len(title) > _LONGEST_COMPARED:
        return title
    keys = {compact(name) for name in site_names if name} - {""}
    for separator in list(_SEPARATOR.finditer(title))[::-1]:
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        if head and _is_site(tail, keys):
            return without_site(head, site_names)
    for separator in _SEPARATOR.finditer(title):
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        if tail and _is_site(head, keys):
            return without_site(tail, site_names)
    head, _, tail = title.partition(": ")
    return tail if tail and _is_site(head, keys) else title


def without_tail(title: str) -> str:
    """The title without the short parts behind it, as sections and sites stand there."""
    for separator in list(_SEPARATOR.finditer(title[:_LONGEST_COMPARED]))[::-1]:
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        if not _is_short_tail(head, tail, separator[0]):
            break
        title = head
    return title


def _is_short_tail(head: str, tail: str, separator: str) -> bool:
    if not head.isascii() and " " not in tail and len(words_of(head)) < _FEWEST_WORDS:
        return len(tail) <= _LONGEST_DENSE_TAIL < len(head)
    is_name = "|" in separator or tail == tail.title()
    return is_name and len(tail.split()) < _FEWEST_WORDS <= len(_first_part(head).split())


def _first_part(title: str) -> str:
    """What stands before the first sign that parts a title; a title may be signs alone."""
    return next(iter(title_parts(title)), "")


def _is_site(text: str, keys: set[str]) -> bool:
    key = compact(text)
    return bool(key) and any(
        key == name or (len(name) > 3 and key in (f"the{name}", f"{name}com")) for name in keys
    )
