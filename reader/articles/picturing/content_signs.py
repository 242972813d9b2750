"""Tell from its first bytes, and from its size, what a picture is."""

import io
import struct

# More would take a quarter of a gigabyte once decoded.
MOST_PIXELS = 50_000_000
_SIGNS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
)
_BRANDS = {b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic"}
# Files of these brands name what they are made of after them.
_OPEN_BRANDS = (b"mif1", b"msf1", b"miaf")


def media_type(content: bytes) -> str:
    """Empty where it is no picture of pixels."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp":
        return _brand(content)
    return next((kind for sign, kind in _SIGNS if content.startswith(sign)), "")


def pixels_of(content: bytes) -> tuple[int, int] | None:
    """Width and height; None where they cannot be told or are more than may be decoded."""
    import imagesize  # with a network's worth of modules

    try:
        width, height = imagesize.get(io.BytesIO(content))
    except (ValueError, OSError, struct.error, IndexError, KeyError, TypeError, OverflowError):
        return None
    if width <= 0 or height <= 0 or width * height > MOST_PIXELS:
        return None
    return width, height


def raster_type(content: bytes) -> str:
    """What a picture of a fit size is; empty where it is none."""
    kind = media_type(content)
    return kind if kind and pixels_of(content) else ""


def _brand(content: bytes) -> str:
    brand = content[8:12]
    if brand not in _OPEN_BRANDS:
        return _BRANDS.get(brand, "")
    end = min(int.from_bytes(content[:4], "big"), 128)
    others = (content[at : at + 4] for at in range(16, end, 4))
    return next((_BRANDS[one] for one in others if one in _BRANDS), "")
