"""Compare titles, and part them from the name of their site."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(
    r"\s+[|\-–—·•»«:/\\›>~*]{1,2}\s+|\s*[|｜»›]\s*|\s*::\s*|(?<=[^\x00-\x7f])[_－-](?=\S)|\s?—\s?"
)
_LONGEST_COMPARED = 600


def words_of(text: str) -> list[str]:
    return _WORD.findall(text[:_LONGEST_COMPARED].casefold())


def likeness(one: str, other: str) -> float:
    """How much of their words two titles share, from 0 to 1."""
    words, others = Counter(words_of(one)), Counter(words_of(other))
    count = words.total() + others.total()
    return 2 * (words & others).total() / count if count else 0.0


def compact(text: str) -> str:
    return "".join(words_of(text))


def title_parts(title: str) -> list[str]:
    return [part.strip() for part in _SEPARATOR.split(title) if part and part.strip()]


def without_site(title: str, site_names: tuple[str, ...]) -> str:
    """The title without the name of its site before or behind it."""
    keys = {compact(name) for name in site_names if name} - {""}
    for separator in list(_SEPARATOR.finditer(title))[::-1]:
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        if head and _is_site(tail, keys):
            return without_site(head, site_names)
    for separator in _SEPARATOR.finditer(title):
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        if tail and _is_site(head, keys):
            return without_site(tail, site_names)
    return title


def _is_site(text: str, keys: set[str]) -> bool:
    key = compact(text)
    return bool(key) and any(
        key == name or (len(name) > 3 and key in (f"the{name}", f"{name}com")) for name in keys
    )
