"""Tell the index that this machine made of a library from one that came with its folder."""

import hashlib
import hmac
import os
from pathlib import Path
from secrets import token_hex

FILE_NAME = "index.key"


def mark_of(library: Path, name: str, state: Path | None) -> str:
    """What an index must bear to be opened: nobody else can say it of a library at this place.

    `state` is the folder where this machine keeps what is its own; `name` is the library's own.
    """
    said = f"{library.resolve()}\n{name}".encode("utf-8", "surrogateescape")
    key = _key_in(state).encode() if state else b""
    return hmac.new(key, said, hashlib.sha256).hexdigest()


def _key_in(state: Path) -> str:
    """The key that was made here once; where none can be kept, an empty one."""
    try:
        return _read(state) or _make(state)
    except (OSError, ValueError):
        return ""


def _read(state: Path) -> str:
    try:
        return (state / FILE_NAME).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _make(state: Path) -> str:
    state.mkdir(parents=True, exist_ok=True)
    draft = state / f".{FILE_NAME}.{token_hex(8)}"
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:  # noqa: PTH123  # Path.open takes no mode
        file.write(token_hex(32))
    draft.replace(state / FILE_NAME)
    # Another program may have made one at the same moment: the last one stays.
    return _read(state)
