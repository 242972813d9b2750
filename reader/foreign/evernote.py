"""Read Evernote's ENEX, note by note, however large the file is."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.etree
from lxml.etree import _Element as Element

from reader.foreign.addresses import web_address
from reader.foreign.enex_notes import cut_notes
from reader.foreign.enml import fragment_of
from reader.foreign.enml_marks import marks_of
from reader.foreign.foreign_library import Given, Program, Unreadable
from reader.foreign.items import (
    HeldPart,
    file_name,
    has_text,
    kept,
    kept_file,
    paragraphs,
    passed_over,
    shown_title,
)
from reader.foreign.moments import moment
from reader.foreign.values import line, tags_of
from reader.pages.file_names import said
from reader.pages.original import LARGEST_FILE, Original
from reader.pages.record import Brought, BroughtMark, Record, Stated

NAME = "Evernote"
PROGRAM = Program(
    NAME,
    ("names of notebooks",),
    (
        "What is encrypted in a note stays locked, and is left out.",
        "Attached files that are no pictures are kept, and not shown.",
    ),
)
_SIGN = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.{0,4096}?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<en-export\b",
    re.IGNORECASE | re.DOTALL,
)
_ENDINGS = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
    "image/svg+xml": ".svg", "image/avif": ".avif", "application/pdf": ".pdf",
}  # fmt: skip


@dataclass(frozen=True)
class Resource:
    """A file within a note; a note names it by the MD5 of its bytes."""

    hash: str
    name: str
    content: bytes
    address: str = ""


def is_enex(head: str) -> bool:
    return bool(_SIGN.match(head))


def read_enex(path: Path) -> Iterator[Given]:
    for at, note in enumerate(cut_notes(path), 1):
        yield note if isinstance(note, Unreadable) else _item(note, at, path.name)


def _item(note: bytes, at: int, name: str) -> Given:
    element = _parsed(note)
    if element is None:
        return Unreadable(f"note {at}", f"Note {at} of “{said(name)}” is damaged.")
    resources = tuple(_resources(element))
    text = fragment_of(_text(element, "content"), {one.hash: one for one in resources})
    record = _record(element, resources, marks_of(text))
    fragment = "\n".join(filter(None, (text if has_text(text) else "", _tasks(element))))
    documents = [one for one in resources if one.content.startswith(b"%PDF")]
    if not fragment and documents:
        original = Original(f"{file_name(shown_title(record))}.pdf", documents[0].content)
        return kept_file(record, _key(record, at), original)
    parts = {one.name: HeldPart(one.content) for one in resources if one.content}
    if fragment or record.address:
        return kept(record, _key(record, at), fragment, parts if fragment else None)
    return passed_over(record)


def _key(record: Record, at: int) -> str:
    return f"{at} {shown_title(record)}"


def _parsed(note: bytes) -> Element | None:
    """A note as XML; one that is not sound is read as far as it can be."""
    try:
        return lxml.etree.fromstring(note, _parser(recover=False))
    except (lxml.etree.XMLSyntaxError, ValueError):
        pass
    mended = note.decode("utf-8", "replace").encode()
    try:
        element = lxml.etree.fromstring(mended, _parser(recover=True))
    except (lxml.etree.XMLSyntaxError, ValueError):
        return None
    is_note = element is not None and (_text(element, "content") or _text(element, "title"))
    return element if is_note else None


def _parser(recover: bool) -> lxml.etree.XMLParser:
    """Nothing is fetched and nothing told beside the note is put into it."""
    return lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=recover
    )


def _record(
    note: Element, resources: tuple[Resource, ...], marks: tuple[BroughtMark, ...]
) -> Record:
    author = line(_text(note, "note-attributes/author"))
    address = web_address(_text(note, "note-attributes/source-url"))
    about = {one.tag: one.text or "" for one in note.iterfind("note-attributes/*")}
    return Record(
        program=NAME,
        address=address,
        saved_at=moment(_text(note, "created")),
        stated=Stated(
            title=line(_text(note, "title")),
            byline=author if address else "",
            people=(author,) if author and address else (),
        ),
        brought=Brought(tags=tags_of(tag.text for tag in note.iterfind("tag")), marks=marks),
        raw={
            "created": _text(note, "created"),
            "updated": _text(note, "updated"),
            "note-attributes": {key: said for key, said in about.items() if isinstance(key, str)},
            "resources": [one.name for one in resources],
        },
    )


def _resources(note: Element) -> Iterator[Resource]:
    size = 0
    for element in note.iterfind("resource"):
        content = _decoded(_text(element, "data"))
        size += len(content)
        if size > LARGEST_FILE:
            return
        yield _resource(element, content)


def _resource(element: Element, content: bytes) -> Resource:
    # Evernote asks for this sum; nothing is kept safe by it.
    sum_ = hashlib.md5(content, usedforsecurity=False).hexdigest() if content else ""
    named = line(_text(element, "resource-attributes/file-name"))
    ending = Path(named.replace("\0", "")).suffix[:8]
    # The kind that is stated may be wrong; the name is what the reader knew it by.
    ending = ending if ending.isascii() else ""
    ending = ending or _ENDINGS.get(_text(element, "mime").casefold(), "")
    address = web_address(_text(element, "resource-attributes/source-url"))
    hash_ = sum_ or _recognised_hash(element)
    return Resource(hash_, f"files/{hash_ or 'unnamed'}{ending.lower()}", content, address)


def _recognised_hash(element: Element) -> str:
    """Where the bytes are missing, what was read in the picture may still name it."""
    found = re.search(r'objID="([0-9a-f]{32})"', _text(element, "recognition")[:4096])
    return found[1] if found else ""


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        return b""


def _tasks(note: Element) -> str:
    tasks = (
        f"{'☑' if _text(task, 'taskStatus').casefold() == 'completed' else '☐'} {title}"
        for task in note.iterfind("task")
        if (title := line(_text(task, "title")))
    )
    return paragraphs("\n".join(tasks))


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return (found.text or "").strip() if found is not None else ""
