"""List, compare and show the pages that were kept of a clipping, from a terminal."""

import argparse

from reader.cli import records
from reader.cli.saying import say, short
from reader.clipping import Difference, Side
from reader.errors import ReaderError
from reader.library.library import Library

_SIGNS = {Side.BOTH: " ", Side.BEFORE: "-", Side.AFTER: "+"}
_AROUND = {Side.BOTH: ("", ""), Side.BEFORE: ("[-", "-]"), Side.AFTER: ("{+", "+}")}


def versions(library: Library, asked: argparse.Namespace) -> int:
    id_ = library.resolve(asked.id)
    if asked.compare:
        for one in library.compare(id_, _key(library, id_, asked.compare)):
            say(asked, records.of_difference(one), _line(one))
        return 0
    if asked.show:
        library.show_version(id_, _key(library, id_, asked.show))
        library.update_index()
    for version in library.versions(id_):
        mark = "*" if version.is_shown else " "
        line = f"{mark} {version.key[:12]}  {version.saved_at[:16]}  {short(version.title)}"
        say(asked, records.of_version(version), line)
    return 0


def _key(library: Library, id_: str, started: str) -> str:
    """The whole key of the one version whose key starts so."""
    keys = [one.key for one in library.versions(id_)]
    found = [key for key in keys if key == started] or [
        key for key in keys if key.startswith(started)
    ]
    if len(found) != 1:
        what = "More than one version" if found else "No version of this clipping"
        raise ReaderError(f"{what} starts with “{started}”.")
    return found[0]


def _line(difference: Difference) -> str:
    if difference.is_same:
        return f"  {short(difference.pieces[0][1])}"
    if difference.side is not Side.BOTH:
        return f"{_SIGNS[difference.side]} {difference.pieces[0][1]}"
    marked = (text.join(_AROUND[side]) for side, text in difference.pieces)
    return f"~ {''.join(marked)}"
