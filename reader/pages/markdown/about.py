"""Turn what a note says of itself into the record of its page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import unescape

from reader.pages.markdown.body import Body
from reader.pages.record import Brought, Record, Stated

Front = Mapping[str, tuple[str, ...]]
_ADDRESS = (
    "source",
    "url",
    "link",
    "source url",
    "original",
    "canonical",
    "canonical url",
    "permalink",
    "url source",
)
_SITE = ("site", "site name", "sitename", "publisher", "publication", "website", "source")
_PEOPLE = ("author", "authors", "by", "byline", "creator")
_PUBLISHED = (
    "published", "date published", "publish date", "publication date", "published time", "pubdate",
    "date",
)  # fmt: skip
_SAVED = (
    "created", "saved", "clipped", "captured", "saved at", "date saved", "date created",
    "created at", "date added", "added",
)  # fmt: skip
_ABOUT = ("description", "summary", "excerpt", "standfirst", "subtitle", "abstract")
_TAGS = ("tags", "tag", "keywords", "labels")
_NOTES = ("note", "notes", "comment", "comments")
_LANGUAGES = ("language", "lang")
KEYS = frozenset(
    (
        "title", *_ADDRESS, *_SITE, *_PEOPLE, *_PUBLISHED, *_SAVED, *_ABOUT, *_TAGS, *_NOTES,
        *_LANGUAGES,
    )
)  # fmt: skip
_WEB = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_DAY = re.compile(
    r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ](\d\d?:\d\d\S*(?: ?[+-]\d\d:?\d\d)?))?Z?$"
)
_ZONE = re.compile(r"\s*\(UTC\s?([+-]\d\d:\d\d)\)$")  # as MarkDownload writes it
_TAG = re.compile(r"<[^>]*>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")  # Pandoc's titles are Markdown themselves
_OPENING = 20_000
_COMPARED = 60
_EARLIEST = 1900  # what is older was misread by the program that saved it


@dataclass(frozen=True)
class About:
    """The record of a note's page, and when the note was made."""

    record: Record
    saved_at: datetime | None = None


def read_about(front: Front, body: Body) -> About:
    saved_at = _moment(_first(front, _SAVED))
    latest = (saved_at + timedelta(days=1)).date() if saved_at else date.max
    stated = Stated(
        title=_ESCAPED.sub(r"\1", _first(front, ("title",))),
        standfirst=_standfirst(front, body),
        people=_all(front, _PEOPLE),
        source=next((one for one in _all(front, _SITE) if not _WEB.match(one)), ""),
        published=_published(front, latest),
        language=_first(front, _LANGUAGES),
    )
    brought = Brought(tags=_tags(front), note="\n".join(_all(front, _NOTES)), marks=body.marks)
    address = next((one for one in _all(front, _ADDRESS) if _WEB.fullmatch(one)), "")
    record = Record(
        program="Markdown" if len(front) > 1 else "",
        address=address,
        stated=stated,
        brought=brought,
        raw={key: list(values) for key, values in front.items()},
    )
    return About(record, saved_at)


def _standfirst(front: Front, body: Body) -> str:
    """What is said in front, unless the note says it again."""
    standfirst = _first(front, _ABOUT)
    opening = _letters(_TAG.sub(" ", body.markup[:_OPENING]))
    # Clippers cut what they say in front within a word.
    return "" if _letters(standfirst)[:_COMPARED] in opening else standfirst


def _letters(text: str) -> str:
    return "".join(sign for sign in unescape(text).casefold() if sign.isalnum())


def _all(front: Front, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for name in names for value in front.get(name, ())))


def _first(front: Front, names: tuple[str, ...]) -> str:
    return next(iter(_all(front, names)), "")


def _tags(front: Front) -> tuple[str, ...]:
    """In a list, or in one line with commas or spaces between them."""
    tags: list[str] = []
    for name in _TAGS:
        values = front.get(name, ())
        for value in values:
            is_line = len(values) == 1 and ("," in value or value.startswith("#"))
            tags += re.split(r"\s*,\s*|\s+(?=#)", value) if is_line else [value]
    return tuple(dict.fromkeys(tag.strip("# ") for tag in tags if tag.strip("# ")))


def _published(front: Front, latest: date) -> str:
    """The first date that can be one, as ISO 8601; programs take other words for it as well."""
    for told in _all(front, _PUBLISHED):
        moment = _moment(told)
        if moment and moment.year >= _EARLIEST and moment.date() <= latest:
            return _iso(told)
    return ""


def _iso(told: str) -> str:
    """With the clock only where it was told, and without a zone that was not; "" for no date."""
    found = _DAY.match(_ZONE.sub(r"\1", told))
    if not found:
        return ""
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if not found[4]:
        return day
    clock = found[4].replace(" ", "")
    clock = f"0{clock}" if clock[1] == ":" else clock
    try:
        return datetime.fromisoformat(f"{day}T{clock}").isoformat()
    except ValueError:
        return day


def _moment(told: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_iso(told))
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
