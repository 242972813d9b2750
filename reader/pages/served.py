"""Tell pages that were kept under the names a server has for them, as wget keeps them."""

import re
from pathlib import Path

from reader.pages.encoding import decode
from reader.pages.file_sign import DATA, FEED, foreign_text_kind, is_whole_page

# "article.php?id=7", on Windows "article.php@id=7"; a second one is "index.html.1".
_APPENDED = re.compile(r"(?:[?@].*|\.\d{1,3})$", re.DOTALL)
_ENDING = re.compile(r"\.([a-z][a-z0-9]{0,11})$", re.IGNORECASE)
_SERVED = frozenset(
    (
        "html", "htm", "xhtml", "shtml", "php", "php3", "php4", "php5", "phtml", "asp", "aspx",
        "jsp", "jspx", "jsf", "cfm", "cgi", "pl", "do", "action", "dll",
    )
)  # fmt: skip
_HEAD = 4096


def is_served_name(name: str) -> bool:
    """Whether a page may have such a name, among them those without an ending."""
    ending = _ENDING.search(_APPENDED.sub("", name, count=1))
    return ending is None or ending[1].lower() in _SERVED


def is_served_page(start: bytes) -> bool:
    """Whether what starts so is a page, which such a name does not tell."""
    return is_whole_page(decode(start[:_HEAD], "utf-8"))


def is_for_programs(start: bytes) -> bool:
    """Whether what starts so is a feed or data, which sites give out under names of pages too."""
    return foreign_text_kind(decode(start[:_HEAD], "utf-8")) in (FEED, DATA)


def is_served_file(path: Path) -> bool:
    return is_served_name(path.name) and is_served_page(start_of(path))


def start_of(path: Path, most: int = _HEAD) -> bytes:
    """What a file starts with; nothing of what is none, or may not be read."""
    try:
        if not path.is_file():  # who opens a pipe waits until another writes into it
            return b""
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return b""
