"""Carry out one command of the command line."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial

from reader import paths
from reader.cli import adding, correcting, records, versions
from reader.cli.arguments import unguarded
from reader.cli.cleaning import clean
from reader.cli.desktop import install_desktop
from reader.cli.saying import say, short
from reader.clipping import Change, Colour, Found, Order, Search, Shelf
from reader.errors import ReaderError
from reader.library.library import Library

MOST_WORKERS = 4


def carry_out(asked: argparse.Namespace) -> int:
    """The exit code: 0 all well, 1 something failed."""
    if asked.command == "clean":
        return clean(asked)
    if asked.command == "install-desktop":
        return install_desktop(asked)
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    library = Library(paths.library_folder(asked.library), workers, paths.state_folder())
    try:
        return _COMMANDS[asked.command](library, asked)
    finally:
        library.close()


def _find(library: Library, asked: argparse.Namespace) -> int:
    _ready_index(library)
    words = " ".join(unguarded(asked.query))
    sort = asked.sort or ("relevance" if words.strip() else "newest")
    shelf = Shelf(asked.shelf) if asked.shelf else Shelf.ALL
    # A space ends the last word: in a terminal nobody is in the middle of typing it.
    typed = words + " " if words else ""
    search = Search(typed, shelf, asked.tag, asked.source, Order(sort))
    found = library.find(search)
    for card in library.cards(found.ids[: asked.limit], typed):
        line = f"{card.id[:8]}  {card.date[:10]:10}  {short(card.title)}"
        say(asked, records.of_card(card), f"{line} ({card.source})" if card.source else line)
    _tell_how_many(asked, found)
    return 0


def _tell_how_many(asked: argparse.Namespace, found: Found) -> None:
    """For people alone: programs that read the lines see it by themselves."""
    if asked.json:
        return
    many = len(found.ids)
    for piece in found.unread:
        print(f"“{piece}” was taken for plain words.", file=sys.stderr)
    if found.meant:
        print(f"Did you mean “{found.meant.strip()}”? ({found.meant_count:,})", file=sys.stderr)
    if not many:
        print("Nothing was found.", file=sys.stderr)
    elif many > asked.limit:
        print(f"{asked.limit:,} of {many:,}; --limit shows more.", file=sys.stderr)


def _show(library: Library, asked: argparse.Namespace) -> int:
    from reader.export.as_html import as_html
    from reader.export.as_markdown import as_markdown
    from reader.export.as_text import as_text

    if asked.removed:
        return correcting.show_removed(library, asked)
    clipping = library.clipping(library.resolve(asked.id))
    forms = {"text": as_text, "html": as_html, "markdown": as_markdown}
    say(asked, records.of_clipping(clipping), forms[asked.form](clipping).rstrip("\n"))
    return 0


def _tag(library: Library, asked: argparse.Namespace) -> int:
    id_ = library.resolve(asked.id)
    tags = unguarded(asked.tags)
    add = [tag[1:] for tag in tags if tag.startswith("+")]
    remove = [tag[1:] for tag in tags if tag.startswith("-")]
    if len(add) + len(remove) != len(tags):
        raise ReaderError("A tag is added as +name and removed as -name.")
    library.tag([id_], add, remove)
    library.update_index()
    now = library.clipping(id_).additions.tags
    say(asked, {"id": id_, "tags": list(now)}, "\n".join(now))
    return 0


def _note(library: Library, asked: argparse.Namespace) -> int:
    text = sys.stdin.read() if asked.text == "-" else asked.text
    return _changed(
        library, asked, [library.resolve(asked.id)], lambda ids: library.note(ids[0], text)
    )


def _mark(library: Library, asked: argparse.Namespace) -> int:
    id_ = library.resolve(asked.id)
    change = library.mark(id_, asked.quote, asked.note, Colour(asked.colour))
    library.update_index()
    new = set(change.after[id_].highlights) - set(change.before[id_].highlights)
    say(asked, {"id": id_, "mark": new.pop().id}, f"Marked “{asked.quote}”.")
    return 0


def _set_state(library: Library, asked: argparse.Namespace) -> int:
    ids = [library.resolve(id_) for id_ in asked.ids]
    return _changed(library, asked, ids, partial(_STATES[asked.command], library))


def _reindex(library: Library, asked: argparse.Namespace) -> int:
    if not library.rebuild_index():
        raise ReaderError("The index could not be made anew: another program is writing it.")
    many = len(library.find(Search()).ids)
    clippings = "1 clipping" if many == 1 else f"{many:,} clippings"
    say(asked, {"indexed": many}, f"The index was made anew; it holds {clippings}.")
    return 0


def _check(library: Library, asked: argparse.Namespace) -> int:
    faults = 0
    for fault in library.check():
        faults += 1
        say(asked, {"fault": fault}, fault)
    if not faults and not asked.json:
        print("All is well.")
    return int(faults > 0)


_STATES: dict[str, Callable[..., Change]] = {
    "star": Library.star,
    "unstar": lambda library, ids: library.star(ids, False),
    "archive": Library.archive,
    "unarchive": lambda library, ids: library.archive(ids, False),
    "trash": Library.trash,
    "restore": Library.restore,
}

_COMMANDS: dict[str, Callable[[Library, argparse.Namespace], int]] = {
    "add": adding.add,
    "find": _find,
    "show": _show,
    "tag": _tag,
    "note": _note,
    "mark": _mark,
    "versions": versions.versions,
    "keep": correcting.keep,
    "drop": correcting.drop,
    "reclean": correcting.reclean,
    "reindex": _reindex,
    "check": _check,
    **dict.fromkeys(_STATES, _set_state),
}


def _changed(
    library: Library,
    asked: argparse.Namespace,
    ids: list[str],
    act: Callable[[list[str]], Change],
) -> int:
    act(ids)
    library.update_index()
    for id_ in ids:
        say(asked, {"id": id_, "command": asked.command}, f"{id_[:8]}  {asked.command}: done")
    return 0


def _ready_index(library: Library) -> None:
    if library.needs_index:
        print("The search index was missing or damaged; it is made anew.", file=sys.stderr)
    try:
        library.update_index()
    except ReaderError as error:  # a full disk is no reason not to find what can be found
        print(error, file=sys.stderr)
