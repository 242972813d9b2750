import pytest
from pages_made import png

from reader.articles.picturing.content import judge
from reader.articles.picturing.content_signs import media_type, pixels_of


def boxed(*brands: bytes) -> bytes:
    inside = brands[0] + b"\0\0\0\0" + b"".join(brands[1:])
    return (len(inside) + 8).to_bytes(4, "big") + b"ftyp" + inside + b"\0" * 40


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"BM\0\0", "image/bmp"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (boxed(b"avif"), "image/avif"),
        (boxed(b"mif1", b"miaf", b"avif"), "image/avif"),
        (boxed(b"mif1", b"heic"), "image/heic"),
        (boxed(b"mif1"), ""),
        (boxed(b"isom"), ""),
        (b"<html>", ""),
        (b"", ""),
    ],
)
def test_the_kind_is_told_by_the_bytes(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


def test_a_bomb_or_a_cut_head_has_no_size() -> None:
    bomb = bytearray(png())
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    assert pixels_of(bytes(bomb)) is None
    assert pixels_of(png()[:18]) is None
    assert judge(bytes(bomb)) is None
    assert judge(b"\x89PNG\r\n\x1a\n") is None
