"""Show the name of a file on one line, whatever letters it is made of."""

from pathlib import Path

from reader.pages.file_names import said

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def shown_name(path: Path) -> str:
    """The file's name without anything that breaks the line or turns the text around it."""
    return shown_text(path.name or str(path))


def shown_path(path: Path) -> str:
    """The same for the whole path."""
    return shown_text(str(path))


def isolated(text: str) -> str:
    """The text so wrapped that its direction doesn't reorder the sentence it stands in."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def shown_text(text: str) -> str:
    """Any words on one line, what could mislead replaced by a sign."""
    return text if text.isprintable() else said(text)
