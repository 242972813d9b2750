"""Record: what is known of a page from elsewhere than its markup, as a file beside it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, TypeVar

# The part of an Original that holds its record; no page can be saved with a file of this name.
RECORD_NAME = "//clippings-record.json"


@dataclass(frozen=True)
class Stated:
    """What a file states about its page, more surely than the page's markup tells.

    `published` and `updated` are ISO 8601; empty fields state nothing.
    """

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    people: tuple[str, ...] = ()
    source: str = ""
    section: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class BroughtMark:
    """Words that were highlighted; `prefix` and `suffix` stand around them where that is known.

    `colour` is the word the other program has for it, `marked_at` ISO 8601 in UTC.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    colour: str = ""
    marked_at: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brought:
    """What the reader added to a page in another program; `position` goes from 0 to 1."""

    tags: tuple[str, ...] = ()
    note: str = ""
    marks: tuple[BroughtMark, ...] = ()
    is_read: bool = False
    is_starred: bool = False
    is_archived: bool = False
    position: float = 0.0


@dataclass(frozen=True)
class Record:
    """A page's record: `program` is where it comes from, `raw` what that program said of it.

    `saved_at` is ISO 8601 in UTC.
    """

    program: str = ""
    address: str = ""
    saved_at: str = ""
    stated: Stated = Stated()
    brought: Brought = Brought()
    raw: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> bytes:
        """Always the same bytes for the same record, by which it is known again."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1).encode(
            "utf-8", "replace"
        )


def read_record(content: bytes) -> Record:
    """What `as_json` wrote, by this version or another; ValueError where it is none."""
    told = json.loads(content)
    if not isinstance(told, dict):
        raise ValueError("no record")
    brought = _known(Brought, told.get("brought"))
    marks = tuple(BroughtMark(**_known(BroughtMark, one)) for one in brought.pop("marks", ()))
    return Record(
        **_known(Record, told)
        | {
            "stated": Stated(**_known(Stated, told.get("stated"))),
            "brought": Brought(**brought, marks=marks),
        }
    )


def overlay(own: Record, told: Record) -> Record:
    """What a page's own file tells, under what is told of it beside: that wins where it tells."""
    return replace(
        _over(own, told),
        stated=_over(own.stated, told.stated),
        brought=_joined(own.brought, told.brought),
        raw={**own.raw, **told.raw},
    )


_Fields = TypeVar("_Fields", Record, Stated, Brought)


def _over(own: _Fields, told: _Fields) -> _Fields:
    given = {one.name: getattr(told, one.name) for one in fields(told)}
    return replace(own, **{name: value for name, value in given.items() if value})


def _joined(own: Brought, told: Brought) -> Brought:
    """What a reader added in two places is kept from both."""
    notes = dict.fromkeys(note for note in (told.note, own.note) if note.strip())
    return replace(
        _over(own, told),
        tags=tuple(dict.fromkeys(told.tags + own.tags)),
        marks=tuple(dict.fromkeys(told.marks + own.marks)),
        note="\n\n".join(notes),
    )


def _known(kind: type, told: object) -> dict[str, Any]:
    """The fields that this version knows, with lists as the tuples they were."""
    if not isinstance(told, dict):
        return {}
    names = {one.name for one in fields(kind)}
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in told.items()
        if name in names
    }
