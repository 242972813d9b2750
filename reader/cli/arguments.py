"""The command line's commands, arguments and help."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from reader.clipping import Colour

# argparse has no public name for what add_subparsers() returns.
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


_GUARD = "\0"


def parsed(words: list[str]) -> argparse.Namespace:
    """What a command line asks for; with wrong usage it is told, and the program ends."""
    return make_parser().parse_args(_guard_dashes(words))


def unguarded(words: list[str]) -> list[str]:
    """Words of the reader's own, as they were typed."""
    return [word.removeprefix(_GUARD) for word in words]


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clippings",
        usage="%(prog)s [--library DIR] [FILE ...]\n       %(prog)s COMMAND ...",
        description="A reader for saved news pages. Without a command it opens the window, "
        "and adds the files named. Each command tells more with --help.",
        epilog="Exit codes: 0 all well, 1 something failed, 2 wrong usage.",
    )
    parser.add_argument("--version", action=_SayVersion, nargs=0, help="say the version and exit")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", prog="clippings"
    )
    _reading_commands(commands)
    _marking_commands(commands)
    _upkeep_commands(commands)
    return parser


class _SayVersion(argparse.Action):
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> NoReturn:
        # Who asks for anything else need not wait for what reads the installed versions.
        from importlib.metadata import version

        print(version("clippings-reader"))
        parser.exit()


def _command(commands: _Commands, name: str, what: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what)
    parser.add_argument(
        "--library", type=Path, metavar="DIR", help="the library's folder (default: your own)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line, in UTF-8")
    return parser


def _reading_commands(commands: _Commands) -> None:
    add = _command(
        commands,
        "add",
        "Add saved pages and other programs' libraries: files, or folders with such in them.",
    )
    add.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="“-” reads a page from standard input"
    )
    add.add_argument(
        "--look",
        action="store_true",
        help="say what would come in from other programs' libraries, and write nothing",
    )
    find = _command(commands, "find", "Find clippings by their words; without any, list them all.")
    find.add_argument("query", nargs="*", metavar="QUERY")
    find.add_argument("--limit", type=_positive, default=20, metavar="N", help="20 if not given")
    find.add_argument("--sort", choices=["relevance", "newest", "oldest", "longest", "source"])
    find.add_argument("--shelf", choices=["inbox", "all", "starred", "archive", "marks", "trash"])
    find.add_argument("--tag", default="", help="only with this tag, or one nested under it")
    find.add_argument("--source", default="", help="only from this source")
    show = _command(commands, "show", "Show a clipping; the first letters of its id will do.")
    show.add_argument("id", metavar="ID")
    show.add_argument("--as", dest="form", choices=["text", "html", "markdown"], default="text")
    show.add_argument("--removed", action="store_true", help="what was left out of it, and why")
    versions = _command(commands, "versions", "List the pages that were kept of a clipping.")
    versions.add_argument("id", metavar="ID")
    choice = versions.add_mutually_exclusive_group()
    choice.add_argument("--compare", metavar="KEY", help="say how the one that shows differs")
    choice.add_argument("--show", metavar="KEY", help="have this one show")
    clean = _command(commands, "clean", "Clean saved pages without adding them to a library.")
    clean.add_argument("files", nargs="+", type=Path, metavar="FILE")


def _marking_commands(commands: _Commands) -> None:
    tag = _command(commands, "tag", "Add tags (+name) to a clipping, or remove them (-name).")
    tag.add_argument("id", metavar="ID")
    tag.add_argument("tags", nargs="*", metavar="+name|-name")
    note = _command(commands, "note", "Set a clipping's note; “-” reads it from standard input.")
    note.add_argument("id", metavar="ID")
    note.add_argument("text", metavar="TEXT|-")
    mark = _command(commands, "mark", "Highlight words in a clipping.")
    mark.add_argument("id", metavar="ID")
    mark.add_argument("--quote", required=True, metavar="TEXT", help="the words to highlight")
    mark.add_argument("--note", default="", metavar="TEXT")
    colours = [colour.value for colour in Colour]
    mark.add_argument(
        "--colour",
        choices=colours,
        default=Colour.YELLOW.value,
        metavar="NAME",
        help=f"{', '.join(colours)}; {Colour.YELLOW.value} if not given",
    )
    keep = _command(commands, "keep", "Put blocks back that were left out (show ID --removed).")
    keep.add_argument("id", metavar="ID")
    keep.add_argument("blocks", nargs="+", metavar="BLOCK")
    drop = _command(commands, "drop", "Leave blocks out of a clipping.")
    drop.add_argument("id", metavar="ID")
    drop.add_argument("blocks", nargs="*", metavar="BLOCK")
    drop.add_argument("--quote", default="", metavar="TEXT", help="the blocks these words are in")
    for name, what in (
        ("star", "Star clippings."),
        ("unstar", "Take the star from clippings."),
        ("archive", "Move clippings to the archive."),
        ("unarchive", "Move clippings back to the inbox."),
        ("trash", "Move clippings to the trash."),
        ("restore", "Take clippings out of the trash."),
    ):
        _command(commands, name, what).add_argument("ids", nargs="+", metavar="ID")


def _upkeep_commands(commands: _Commands) -> None:
    reclean = _command(
        commands,
        "reclean",
        "Clean clippings again from their originals; those of an older cleaner if none is named.",
    )
    reclean.add_argument("ids", nargs="*", metavar="ID")
    reclean.add_argument("--all", action="store_true", help="all clippings there are")
    _command(commands, "reindex", "Make the search index anew.")
    _command(commands, "check", "Verify the library, and say what is wrong with it.")
    desktop = _command(
        commands, "install-desktop", "Put Clippings in your menus, and under “Open with” of pages."
    )
    desktop.add_argument("--remove", action="store_true", help="take it out again")


def _guard_dashes(words: list[str]) -> list[str]:
    """Let argparse take `tag ID -name` and `find -word` as they are meant: not as options."""
    if words[0] not in ("tag", "find"):
        return words
    return [_GUARD + one if re.match(r"-(?!-|h$)", one) else one for one in words]


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 on")
    return int(text)
