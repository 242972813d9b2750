"""Show the name of a file on one line, whatever letters it is made of."""

import unicodedata
from pathlib import Path

# Joiners shape Persian names and emoji; all other invisible letters could only mislead.
_JOINERS = "\u200c\u200d"
_UNKNOWN = "\ufffd"
_LINE_END = "\u21b5"  # the sign on the Enter key
_LINE_ENDS = "\n\r\u2028\u2029"
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
    if text.isprintable():
        return text
    return "".join(_sign(letter) for letter in text)


def _sign(letter: str) -> str:
    if letter in _LINE_ENDS:
        return _LINE_END
    category = unicodedata.category(letter)
    is_hidden = category in {"Cc", "Cf", "Cs"} and letter not in _JOINERS
    return _UNKNOWN if is_hidden else letter
