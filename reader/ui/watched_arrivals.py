"""Bring in the pages that arrived in watched folders, and put their files away."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, QObject

from reader.clipping import Outcome, Status
from reader.errors import Cancelled
from reader.library.library import Library
from reader.ui.file_names import isolated, shown_text
from reader.ui.numbers import grouped
from reader.ui.work import Work
from reader.watching.putting_away import files_of, move_away
from reader.watching.watched_folder import Afterwards
from reader.watching.watcher import Arrived

Arrivals = Sequence[Arrived]


@dataclass(frozen=True)
class BroughtIn:
    """`outcomes` are those worth telling; `stuck` files could not be put away.

    `libraries` are other programs' own, which come in only when the reader adds them himself.
    """

    folders: tuple[Path, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    done: tuple[Arrived, ...] = ()
    stuck: tuple[Path, ...] = ()
    libraries: tuple[Path, ...] = ()


def bring_in(library: Library, arrived: Arrivals, work: Work) -> BroughtIn:
    """Runs on its lane; what was done when it is cancelled is done."""
    outcomes: list[Outcome] = []
    foreign: list[Path] = []
    try:
        for one in arrived:
            if library.look([one.page], work.report):
                foreign.append(one.page)
        pages = [one.page for one in arrived if one.page not in set(foreign)]
        outcomes.extend(library.add(pages, work.report))
    except Cancelled:
        pass
    finally:
        library.update_index()
    told = {one.path for one in outcomes} | set(foreign)
    done = tuple(one for one in arrived if one.page in told)
    stuck = [one.page for one in done if one.page not in set(foreign) and not _away(library, one)]
    new = tuple(one for one in outcomes if one.status is not Status.DUPLICATE)
    folders = tuple(dict.fromkeys(one.folder.path for one in done))
    return BroughtIn(folders, new, done, tuple(stuck), tuple(foreign))


def say(brought: BroughtIn, speaker: QObject) -> str:
    """What there is to tell; nothing where all of it was here already."""
    tr = speaker.tr
    came = [one for one in brought.outcomes if one.status is not Status.FAILED]
    failed = [one for one in brought.outcomes if one.status is Status.FAILED]
    where = _named(brought.folders[0]) if len(brought.folders) == 1 else ""
    parts = []
    if came:
        one = tr("Added “%1” from %2") if where else tr("Added “%1” from the watched folders")
        many = tr("Added %1 from %2") if where else tr("Added %1 from the watched folders")
        what = isolated(came[0].title) if len(came) == 1 else grouped(len(came))
        said = one if len(came) == 1 else many
        parts.append(said.replace("%2", where).replace("%1", what))
    if len(failed) == 1:
        parts.append(failed[0].reason.rstrip("."))
    elif failed:
        parts.append(tr("%1 could not be added").replace("%1", grouped(len(failed))))
    if len(brought.stuck) == 1:
        said = tr("%1 could not be put away and lies there still")
        parts.append(said.replace("%1", _named(brought.stuck[0])))
    elif brought.stuck:
        said = tr("%1 pages could not be put away and lie there still")
        parts.append(said.replace("%1", grouped(len(brought.stuck))))
    for path in brought.libraries[:1]:
        said = tr("%1 is a whole library: bring it in with File, Add Files")
        parts.append(said.replace("%1", _named(path)))
    return " · ".join(parts)


def _named(path: Path) -> str:
    return f"“{isolated(shown_text(path.name or str(path)))}”"


def _away(library: Library, arrived: Arrived) -> bool:
    """Put the files away if that is wanted; never before they are safely kept."""
    folder, page = arrived.folder, arrived.page
    if folder.afterwards is Afterwards.LEAVE or not library.keeps(page):
        return True
    if folder.afterwards is Afterwards.TRASH:
        return all(_to_trash(file) for file in reversed(files_of(page)))
    try:
        move_away(page, folder.path)
    except OSError:
        return False
    return True


def _to_trash(file: Path) -> bool:
    moved: object = QFile.moveToTrash(str(file))
    # It answers with the new place beside, where that is known.
    return bool(moved[0] if isinstance(moved, tuple) else moved)
