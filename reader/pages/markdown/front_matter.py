"""Read the lines about itself that a note begins with."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_LARGEST = 64 * 1024
_FRONT = re.compile(
    r"\A\ufeff?\s{0,9}---[ \t]*\n(?P<front>(?:(?!---[ \t]*\n|\.\.\.[ \t]*\n).*\n)*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_KEY = re.compile(r"(?m)^[^\W\d_][\w ./-]{0,60}[ \t]*:(?:[ \t]|$)")
_LINE = re.compile(r"^([^\W\d_][\w ./-]{0,60}?)[ \t]*:[ \t]*(.*)$")
_OF_LIST = re.compile(r"^\s*-\s+(.*)$")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]")
_MOST_LISTS = 500
_MOST_VALUES = 200
_LONGEST_VALUE = 10_000


def split_front_matter(text: str) -> tuple[str | None, str]:
    """What a note says of itself, None where it says nothing, and the note."""
    found = _FRONT.match(text[: 2 * _LARGEST])
    if found is None or len(found["front"]) > _LARGEST or not _KEY.search(found["front"]):
        return None, text
    return found["front"], text[found.end() :]


def read_front_matter(front: str) -> dict[str, tuple[str, ...]]:
    """The values of each key, the keys in small letters without dashes; links as their names."""
    told = _read_yaml(front)
    if told is None:
        told = _read_leniently(front)
    return {
        re.sub(r"[\s_-]+", " ", str(key)).strip().lower(): tuple(_values(value))[:_MOST_VALUES]
        for key, value in told.items()
    }


def _read_yaml(front: str) -> Mapping[str, Any] | None:
    """As YAML, all values as their letters; None where it is none, or means harm."""
    if front.count("[") + front.count("{") > _MOST_LISTS:
        return None  # within each other they would take minutes
    import yaml

    try:
        for token in yaml.scan(front, Loader=yaml.BaseLoader):
            if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
                return None  # a few lines of these unfold to more than any memory holds
        told = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _read_leniently(front: str) -> Mapping[str, Any]:
    """Line by line: what people and programs write is not always YAML."""
    told: dict[str, list[str]] = {}
    key = ""
    for line in front.splitlines():
        found, of_list = _LINE.match(line), _OF_LIST.match(line)
        if of_list and key:
            told[key].append(_unquoted(of_list[1]))
        elif found:
            key = found[1]
            told.setdefault(key, []).append(_unquoted(found[2]))
    return told


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _values(value: object, depth: int = 0) -> Iterator[str]:
    """The texts in a value; `[[Name]]` without quotes is a list in a list."""
    if isinstance(value, str):
        text = " ".join(_WIKI_LINK.sub(r"\1", value[:_LONGEST_VALUE]).split())
        if text and text.lower() not in ("null", "~", "none"):
            yield text
    elif isinstance(value, list) and depth < 5:
        for one in value:
            yield from _values(one, depth + 1)
