"""Read the bookmarks that browsers and many services write as Netscape once did."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import Given, Program
from reader.foreign.items import kept, passed_over
from reader.foreign.moments import moment
from reader.foreign.reading import read_text
from reader.foreign.secrets import without_secrets
from reader.foreign.tag_stream import Piece, pieces
from reader.foreign.values import folder_tag, is_so, line, tags_of
from reader.pages.record import Brought, Record, Stated

NAME = "Bookmarks"
PROGRAM = Program(
    NAME,
    ("texts", "highlights"),
    ("Bookmarks come in as read, but for those that are marked to be read.",),
    "A file of bookmarks",
)
MOST_LEVELS = 50
_SIGN = re.compile(r"(?:\s|<!--.{0,4096}?-->)*+<!DOCTYPE\s+NETSCAPE-Bookmark-file-\d", re.I | re.S)
# The places a browser has of its own are no folders that a reader made.
_OWN_PLACES = ("personal_toolbar_folder", "unfiled_bookmarks_folder")
_READING_LIST = "com.apple.readinglist"  # the id of Safari's, whatever its name is
_ICONS = frozenset(("icon", "icon_uri"))


@dataclass
class _Place:
    """Where in the file the reading is."""

    folders: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)  # the folder whose list is to follow
    is_own: bool = False
    are_to_read: list[bool] = field(default_factory=list)  # for each of the folders
    is_to_read: bool = False
    within: str = ""


def is_html(head: str) -> bool:
    return bool(_SIGN.match(head))


def read_html(path: Path) -> Iterator[Given]:
    for row, folder in _rows(read_text(path)):
        yield item(row, folder)


def item(row: dict[str, str], folder: str) -> Given:
    """A bookmark, told by the names that its attributes have in HTML."""
    said = row.get("href", "")
    is_to_read = is_so(row.get("toread") or row.get("to_read") or row.get("unread"))
    own = (row.get("tags") or row.get("tag") or "").split(",")
    title = line(row.get("title"))
    record = Record(
        program=NAME,
        address=web_address(said),
        saved_at=moment(row.get("add_date")),
        stated=Stated(title="" if title == said else title),
        brought=Brought(
            tags=tags_of([*own, folder]),
            note=row.get("description", "").strip(),
            is_read=not is_to_read,
            is_starred=is_so(row.get("data-important")),  # as Raindrop writes it
        ),
        raw=without_secrets(row, _ICONS),
    )
    return kept(record) if record.address else passed_over(record, said)


def _rows(markup: str) -> Iterator[tuple[dict[str, str], str]]:
    """Each link with its attributes, title and description, and the folder it lies in."""
    place = _Place()
    row: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    folder = ""
    for piece in pieces(markup):
        if piece.name in ("a", "h3", "dl") and not piece.is_end and row:
            yield _told(row, words), folder
            row = {}
        if piece.name == "a" and not piece.is_end:
            row, words, folder = piece.attributes, {"a": [], "dd": []}, folder_tag(*place.folders)
            if any(place.are_to_read):
                row.setdefault("toread", "1")
        _move(place, piece)
        if not piece.name and place.within in words:
            words[place.within].append(piece.text)
    if row:
        yield _told(row, words), folder


def _told(row: dict[str, str], words: dict[str, list[str]]) -> dict[str, str]:
    described = "".join(words["dd"]).strip() or row.get("description", "")
    return {**row, "title": "".join(words["a"]), "description": described}


def _move(place: _Place, piece: Piece) -> None:
    """Folders nest by the list that follows their name; nothing else is closed reliably."""
    if not piece.name:
        if place.within == "h3" and not place.is_own:
            place.named.append(piece.text)
        return
    if piece.name == "dl":
        _enter_or_leave(place, piece)
    elif piece.name in ("a", "h3", "dd"):
        place.within = "" if piece.is_end else piece.name
        if piece.name == "h3" and not piece.is_end:
            place.named = []
            place.is_to_read = piece.attributes.get("id", "").casefold() == _READING_LIST
            place.is_own = place.is_to_read or any(
                is_so(piece.attributes.get(name)) for name in _OWN_PLACES
            )
    elif piece.name == "dt":
        place.within = ""


def _enter_or_leave(place: _Place, piece: Piece) -> None:
    place.within = ""
    if piece.is_end:
        place.folders[-1:], place.are_to_read[-1:] = [], []
    elif len(place.folders) < MOST_LEVELS:
        place.folders.append("".join(place.named))
        place.are_to_read.append(place.is_to_read)
    place.named, place.is_to_read = [], False
