"""Write a picture's address as a link of its own, by which keys and the mouse reach it."""

from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl

_SCHEME = "clippings-picture"


def picture_link(address: str) -> str:
    return f"{_SCHEME}:{quote(address, safe='')}"


def picture_address(link: QUrl) -> str:
    """The address of the picture that a link stands for; empty where it stands for none."""
    if link.scheme() != _SCHEME:
        return ""
    written = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return unquote(written.partition(":")[2])
