"""Read Hypothesis' JSON: highlights, page notes and replies, gathered by address."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.foreign.addresses import first_web_address, web_address
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import kept, kept_note, quotes_as_page
from reader.foreign.json_file import Shape, parse_json
from reader.foreign.moments import moment
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.values import line, listed, mapped, tags_of, text
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "Hypothesis"
PROGRAM = Program(NAME, ("texts",), ("Its highlights are placed once their pages come in.",))

Annotation = dict[str, Any]


def is_json(shape: Shape) -> bool:
    return any(
        shape.has(f"{place}[].uri", f"{place}[].target[].{own}")
        for place in ("annotations", "rows")
        for own in ("source", "selector")
    )


def read_json(path: Path) -> Iterator[Given]:
    told = mapped(parse_json(read_text(path), path.name))
    pages: dict[str, list[Annotation]] = {}
    for at, one in enumerate(listed(told.get("annotations") or told.get("rows")), 1):
        if not isinstance(one, dict):
            yield Unreadable(f"annotation {at}", f"Annotation {at} of “{path.name}” is damaged.")
            continue
        pages.setdefault(_address(one) or text(one.get("uri")), []).append(one)
    for place, annotations in pages.items():
        yield _page(place, sorted(annotations, key=lambda one: text(one.get("created"))))


def _page(place: str, annotations: list[Annotation]) -> Given:
    """What was written on one page; or on a file on a disk, whose place is no address."""
    address = web_address(place)
    marks = tuple(mark for one in annotations if (mark := _mark(one)).exact)
    notes = [text(one.get("text")) for one in annotations if not _quote(one).get("exact")]
    titles = (line((listed(_document(one).get("title")) or [""])[0]) for one in annotations)
    title = next((title for title in titles if title), "")
    dates = sorted(filter(None, (moment(one.get("created")) for one in annotations)))
    record = Record(
        program=NAME,
        address=address,
        saved_at=dates[0] if dates else "",
        stated=Stated(title=title or ("" if address else "Annotations")),
        brought=Brought(
            tags=tags_of(tag for one in annotations for tag in _page_tags(one)),
            note="\n\n".join(note for note in notes if note),
            marks=marks,
        ),
        raw={"annotations": [without_secrets(one) for one in annotations]},
    )
    key = place or title
    # What has no address to be joined by is kept as a text of its own.
    if not address and not marks and record.brought.note:
        return kept_note(record, key)
    return kept(record, key, "" if address else quotes_as_page(marks))


def _mark(one: Annotation) -> BroughtMark:
    quote = _quote(one)
    return BroughtMark(
        text(quote.get("exact")),
        prefix=_plain(quote.get("prefix")),
        suffix=_plain(quote.get("suffix")),
        note=text(one.get("text")),
        marked_at=moment(one.get("created")),
        tags=tags_of(listed(one.get("tags"))),
    )


def _page_tags(one: Annotation) -> list[Any]:
    return [] if _quote(one).get("exact") else listed(one.get("tags"))


def _quote(one: Annotation) -> dict[str, Any]:
    targets = [mapped(target) for target in listed(one.get("target"))]
    selectors = (mapped(each) for target in targets for each in listed(target.get("selector")))
    return next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})


def _address(one: Annotation) -> str:
    sources = (mapped(target).get("source") for target in listed(one.get("target")))
    return first_web_address(one.get("uri"), *sources)


def _document(one: Annotation) -> dict[str, Any]:
    return mapped(one.get("document"))


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""
