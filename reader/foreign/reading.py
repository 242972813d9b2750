"""Read the files of other programs: whole and bounded, or their beginning alone."""

from pathlib import Path

from reader.errors import CannotOpenPage
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.original import LARGEST_FILE

HEAD = 1 << 20


def read_head(path: Path, most: int = HEAD) -> bytes:
    """A file's first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error


def beginning(head: bytes) -> str:
    """The text a file begins with, read for its signs alone: nothing is guessed."""
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:16]
    plain = decode(head) if is_wide else head.decode("utf-8", "replace")
    return _with_plain_ends(plain.lstrip("\ufeff"))


def read_text(path: Path) -> str:
    """A file's whole text, with one kind of line end. CannotOpenPage where it is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error
    if len(content) > LARGEST_FILE:
        raise CannotOpenPage(
            f"“{said(path.name)}” is too large: it may have {LARGEST_FILE >> 20} MB at most."
        )
    return text_of(content)


def text_of(content: bytes) -> str:
    return _with_plain_ends(decode(content))


def _with_plain_ends(text: str) -> str:
    # Few have others, and to look for one letter takes no time.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def cannot_read(path: Path, error: OSError | ValueError) -> CannotOpenPage:
    why = getattr(error, "strerror", None) or "it cannot be read"
    return CannotOpenPage(f"“{said(path.name)}” could not be read: {why}.")
