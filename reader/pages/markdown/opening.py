"""Part what a note says of itself in its first lines, in whatever form, from the note."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, time

from reader.pages.markdown.about import KEYS, Front
from reader.pages.markdown.front_matter import read_front_matter, split_front_matter

_LARGEST = 64 * 1024
_TOML = re.compile(
    r"\A\ufeff?\s{0,9}\+\+\+[ \t]*\n(?P<front>(?:(?!\+\+\+[ \t]*\n).*\n)*?)\+\+\+[ \t]*(?:\n|\Z)"
)
# Pandoc's own: the title, the authors, and the date, each going on in lines that are set in.
_TITLE_BLOCK = re.compile(r"\A\ufeff?((?:%(?:[ \t].*)?\n(?:[ \t]+\S.*\n)*){1,3})")
_KEY = re.compile(r"([^\W\d_][\w -]{0,40}?)[ \t]*:(?:[ \t]+(\S.*))?[ \t]*(?:\n|\Z)")
_GOES_ON = re.compile(r"[ \t]+(\S.*)(?:\n|\Z)")
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_HEADING = re.compile(r"\A\ufeff?\s*# .*\n+")
_EXCERPT = re.compile(
    r"\A(?P<above>\s*(?:# .*\n\s*)?)> ## Excerpt[ \t]*\n(?P<said>(?:>.*\n)+)(?:\s*---[ \t]*\n)?"
)
_BELOW = re.compile(r"(?i)(?:markdown )?content$")  # the label of all that follows
_MOST_LINES = 40
_FEWEST_KEYS = 2


def part_opening(text: str) -> tuple[Front | None, str]:
    """What a note says of itself, None where it says nothing, and the note."""
    front, note = _part(text)
    excerpt = _EXCERPT.match(note[:_LARGEST]) if front is not None else None
    if front is None or excerpt is None:
        return front, note
    # MarkDownload's; what it says stands in the note once more.
    said = " ".join(excerpt["said"].replace(">", " ").split())
    return {"excerpt": (said,)} | dict(front), excerpt["above"] + note[excerpt.end() :]


def _part(text: str) -> tuple[Front | None, str]:
    front, note = split_front_matter(text)
    if front is not None:
        return read_front_matter(front), note
    parted = _of_toml(text) or _of_title_block(text) or _of_lines(text)
    return parted or (None, text)


def _of_toml(text: str) -> tuple[Front, str] | None:
    found = _TOML.match(text[: 2 * _LARGEST])
    if found is None or len(found["front"]) > _LARGEST:
        return None
    import tomllib

    try:
        told = tomllib.loads(found["front"])
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    front: dict[str, tuple[str, ...]] = {}
    for key, value in _flat(told):
        front.setdefault(_named(key), tuple(_values(value)))
    return front, text[found.end() :]


def _flat(table: Mapping[str, object], depth: int = 0) -> Iterator[tuple[str, object]]:
    """The keys of a table, then those of the tables within it, which Hugo and Zola use for more."""
    yield from ((key, value) for key, value in table.items() if not isinstance(value, dict))
    for value in table.values():
        if isinstance(value, dict) and depth < 3:
            yield from _flat(value, depth + 1)


def _values(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, (date, time)):  # moments are dates too
            yield one.isoformat()
        elif isinstance(one, (str, int, float)):
            yield " ".join(str(one).split())


def _of_title_block(text: str) -> tuple[Front, str] | None:
    found = _TITLE_BLOCK.match(text[:_LARGEST])
    if found is None:
        return None
    told = [" ".join(one.split()) for one in re.split(r"(?m)^%", found[1])[1:]]
    title, authors, day = (*told, "", "")[:3]
    if not title:
        return None
    people = tuple(filter(None, (one.strip() for one in authors.split(";"))))
    front = {"title": (title,), "author": people, "date": (day,) if day else ()}
    return front, text[found.end() :]


def _of_lines(text: str) -> tuple[Front, str] | None:
    """Lines of "Key: value", as Notion, MultiMarkdown and readers for programs begin a note."""
    heading = _HEADING.match(text[:_LARGEST])
    start = heading.end() if heading else 0
    told: dict[str, tuple[str, ...]] = {}
    end = start
    for key, value, behind in _lines(text[:_LARGEST], start):
        if key not in KEYS:
            if _BELOW.match(key) and not value:
                end = behind
            break
        end = behind
        told.setdefault(key, (value,) if value else ())
    if len(told) < _FEWEST_KEYS or not (heading or "title" in told):
        return None
    return told, text[:start] + text[end:]


def _lines(text: str, at: int) -> Iterator[tuple[str, str, int]]:
    """Each key, its value, and the place behind it."""
    for _count in range(_MOST_LINES):
        blank = _BLANK.match(text, at)
        at = blank.end() if blank else at
        found = _KEY.match(text, at)
        if found is None:
            return
        at, value = found.end(), found[2] or ""
        while value and (more := _GOES_ON.match(text, at)):
            at, value = more.end(), f"{value} {more[1]}"
        yield _named(found[1]), " ".join(value.split()), at


def _named(key: str) -> str:
    return re.sub(r"[\s_-]+", " ", key).strip().lower()
