"""Read values of a row or object, of whatever type they turn out to be."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

Told = Mapping[str, Any]

_LONGEST_TAG = 200
_TOO_LARGE = 1e300  # no count or date; infinity is beyond it, too
_INLINE = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}", re.IGNORECASE)
_YES = frozenset(("1", "true", "yes", "y", "on", "t"))


def text(value: object) -> str:
    """A text or number as text without space at its ends, anything else as nothing."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(value) if abs(value) < _TOO_LARGE else ""


def line(value: object) -> str:
    """A text on one line; titles come with line ends, entities and invisible signs in them."""
    return " ".join(unescape(text(value)).replace("\0", "").split())


def title_line(value: object) -> str:
    """A title on one line, without the few tags that programs for citation write into one."""
    return line(_INLINE.sub("", text(value)))


def language_of(value: object) -> str:
    """The code of a language, such as en-GB; its name in some language tells nothing here."""
    said = text(value)
    return said.replace("_", "-") if _LANGUAGE.fullmatch(said) else ""


def first(told: Told, *names: str) -> str:
    """The first of these fields that says something."""
    return next((said for said in (text(told.get(name)) for name in names) if said), "")


def is_so(value: object) -> bool:
    """Whether a flag is set, as each program writes one: true, 1, "1", "True", "yes"."""
    if isinstance(value, str):
        return value.strip().casefold() in _YES
    return bool(value) and isinstance(value, int | float)


def number(value: object) -> float:
    """A finite number, 0 where there is none."""
    try:
        found = float(value) if isinstance(value, str | int | float) else 0.0
    except (ValueError, OverflowError):
        return 0.0
    return found if abs(found) < _TOO_LARGE else 0.0


def share(value: object, whole: float = 1.0) -> float:
    """How far the reader got, from 0 to 1."""
    return round(min(1.0, max(0.0, number(value) / whole)), 4)


def listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def mapped(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def tags_of(names: Iterable[object]) -> tuple[str, ...]:
    """Tags in their order, each once, whichever case its letters have."""
    found: dict[str, str] = {}
    for name in names:
        tag = line(name)[:_LONGEST_TAG].strip("/ ")
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def folder_tag(*levels: object) -> str:
    """Nested folders as one tag, `/` between its levels; a slash in a name is none."""
    names = (re.sub(r"\s*/\s*", " ", line(level)) for level in levels)
    return "/".join(name for name in names if name)
