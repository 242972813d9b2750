"""Tell a freedesktop desktop of the program, for one user, and take that back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError

ID = "org.clippings.Reader"
_TAKES_AT_MOST = 60  # seconds, for a tool of the desktop
_SPECIAL = str.maketrans({char: f"\\{char}" for char in '"`$\\'})


@dataclass(frozen=True)
class Installed:
    """The files that were written or removed, and the desktop's tools that were told."""

    files: tuple[Path, ...]
    tools: tuple[str, ...]


def data_home() -> Path:
    """Where a user's own programs tell of themselves."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def install(resources: Path, home: Path, command: Sequence[str]) -> Installed:
    """Write the files below `home`; `command` starts the window. ReaderError where that fails."""
    written = []
    try:
        for target, source in _files(resources / "desktop", home):
            target.parent.mkdir(parents=True, exist_ok=True)
            content = source.read_bytes()
            if target.suffix == ".desktop":
                content = _with_command(content.decode(), command).encode()
            target.write_bytes(content)
            written.append(target)
    except OSError as error:
        raise ReaderError(
            f"“{error.filename}” could not be written: {error.strerror}. Nothing else was changed."
        ) from error
    return Installed(tuple(written), tuple(_tell(home)))


def remove(resources: Path, home: Path) -> Installed:
    removed = []
    for target, _ in _files(resources / "desktop", home):
        if target.exists():
            target.unlink()
            removed.append(target)
    return Installed(tuple(removed), tuple(_tell(home)))


def own_command() -> tuple[str, ...]:
    """What starts the window of this very installation."""
    beside = Path(sys.executable).with_name("clippings-window")
    found = str(beside) if beside.exists() else shutil.which("clippings-window")
    return (found,) if found else (sys.executable, "-m", "reader")


def elsewhere(platform: str) -> str:
    """What to do on a system that is told of programs in another way; empty on the others."""
    if platform == "win32":
        return (
            "Windows learns of it by use: right-click a saved page, choose “Open with”, "
            f"“Choose another app”, and pick “{own_command()[0]}”."
        )
    if platform == "darwin":
        return (
            "macOS opens files with application bundles alone. Drop saved pages on the window, "
            "or have it watch the folder that you save them in (File, Watched Folders)."
        )
    return ""


def _files(desktop: Path, home: Path) -> Iterator[tuple[Path, Path]]:
    """Each place to be written, and what is written there."""
    yield home / "applications" / f"{ID}.desktop", desktop / f"{ID}.desktop"
    yield home / "metainfo" / f"{ID}.metainfo.xml", desktop / f"{ID}.metainfo.xml"
    yield home / "mime" / "packages" / f"{ID}.xml", desktop / f"{ID}.xml"
    icons = home / "icons" / "hicolor"
    yield icons / "scalable" / "apps" / f"{ID}.svg", desktop / "icons" / f"{ID}.svg"
    for picture in sorted((desktop / "icons").glob("*.png")):
        size = picture.stem
        yield icons / f"{size}x{size}" / "apps" / f"{ID}.png", picture


def _with_command(entry: str, command: Sequence[str]) -> str:
    """The entry with the whole path of the program, which may not be on the desktop's own path."""
    quoted = " ".join(_quoted(word) for word in command)
    lines = [f"Exec={quoted} %F" if one.startswith("Exec=") else one for one in entry.split("\n")]
    at = next(at for at, one in enumerate(lines) if one.startswith("Exec="))
    return "\n".join([*lines[:at], f"TryExec={_escaped(command[0])}", *lines[at:]])


def _quoted(word: str) -> str:
    """As the Desktop Entry Specification quotes an argument, in a string that is escaped too."""
    plain = word.replace("%", "%%")
    if plain.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum():
        return plain
    return _escaped(f'"{plain.translate(_SPECIAL)}"')


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def _tell(home: Path) -> Iterator[str]:
    """Have the desktop read what changed; without its tools it does so at the next login."""
    for tool, *arguments in (
        ("update-desktop-database", str(home / "applications")),
        ("update-mime-database", str(home / "mime")),
        ("gtk-update-icon-cache", "--quiet", "--ignore-theme-index", str(home / "icons/hicolor")),
    ):
        path = shutil.which(tool)
        if path is None or not Path(arguments[-1]).is_dir():
            continue
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [path, *arguments], check=True, capture_output=True, timeout=_TAKES_AT_MOST
            )
            yield tool
