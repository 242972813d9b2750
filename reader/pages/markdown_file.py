"""Open a note in Markdown, such as web clippers write."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape, unescape
from itertools import islice

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.markdown.about import About, read_about
from reader.pages.markdown.body import Body, render
from reader.pages.markdown.opening import part_opening
from reader.pages.original import Original
from reader.pages.part import Part
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.weight import refuse_many

_LARGEST = 1024 * 1024  # of text; no note is longer, and the reading of it takes its time
_HEADING = re.compile(r"<h1>(.{1,1000}?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def open_markdown(original: Original) -> Iterator[SavedPage]:
    """The one page, with what its first lines say of it, and what was highlighted in it."""
    shown = said(original.name.rsplit("/", 1)[-1])
    if len(original.content) > _LARGEST:
        raise CannotOpenPage(
            f"“{shown}” is too large: a note may have {_LARGEST >> 20} MB. Split it into several."
        )
    text = decode(original.content).replace("\r\n", "\n").replace("\r", "\n")
    refuse_many(shown, text.count("|"), "cells")
    told, note = part_opening(text)
    try:
        body = render(note, partial(_place, original.parts, _by_name(original.parts)))
    except RecursionError as error:
        raise CannotOpenPage(
            f"“{shown}” has more within each other than can be read. Save it as plain text."
        ) from error
    heading = _heading(body.markup)
    about = read_about({"title": (heading or _stem(original.name),)} | dict(told or {}), body)
    yield SavedPage(
        name=original.name,
        kind=Kind.HTML,
        markup=_page(about, body),
        address=about.record.address,
        saved_at=about.saved_at or original.changed_at,
        parts=original.parts,
        record=about.record,
    )


def _page(about: About, body: Body) -> str:
    stated = about.record.stated
    lang = f' lang="{escape(stated.language)}"' if stated.language else ""
    has_heading = bool(_heading(body.markup))
    heading = "" if has_heading else f"<h1>{escape(stated.title)}</h1>"
    return (
        f"<!DOCTYPE html>\n<html{lang}><head><title>{escape(stated.title)}</title></head>"
        f"<body><article>{heading}\n{body.markup}</article></body></html>"
    )


def _heading(markup: str) -> str:
    """The title that the note itself begins with, or the only one in it below a page's menus."""
    start = _HEADING.match(markup.lstrip())
    found = [start] if start else list(islice(_HEADING.finditer(markup), 2))
    if len(found) != 1:
        return ""
    return " ".join(unescape(_TAG.sub("", found[0][1])).split())


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _by_name(parts: Mapping[str, Part]) -> dict[str, str]:
    return {posixpath.basename(one): one for one in sorted(parts, reverse=True)}


def _place(parts: Mapping[str, Part], by_name: Mapping[str, str], name: str) -> str:
    """Where a picture lies that a note embeds by its name alone."""
    return name if name in parts else by_name.get(name, name)
