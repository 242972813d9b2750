"""Know a drawing (SVG) by its first bytes; what is kept of one."""

from dataclasses import dataclass

DRAWING = "image/svg+xml"
GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Drawing:
    """A drawing that runs, loads and repeats nothing without end; its size is in pixels."""

    content: bytes
    width: int
    height: int


def is_drawing(content: bytes) -> bool:
    """Whether bytes may be a drawing; what they are is told by reading them."""
    return content.startswith(GZIP) or b"<svg" in content[:4096].replace(b"\0", b"")
