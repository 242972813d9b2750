"""Make PDFs for the tests, one letter after the other."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Text = tuple[float, float, float, str]  # from the left, from the top, how large, what
WIDTH, HEIGHT = 600, 800


@dataclass(frozen=True)
class Sheet:
    """A page, with addresses behind the edges of links, and pictures by left, top and size."""

    texts: Sequence[Text] = ()
    links: Sequence[tuple[float, float, float, float, str]] = ()
    pictures: Sequence[tuple[bytes, float, float, float]] = field(default_factory=tuple)


def column(
    left: float, top: float, lines: Iterable[str], size: float = 10, leading: float = 13
) -> list[Text]:
    return [(left, top + leading * at, size, line) for at, line in enumerate(lines)]


def pdf(*sheets: Sheet, info: str = "", catalog: str = "", trailer: str = "") -> bytes:
    objects: dict[int, bytes] = {}
    fonts = b"<</F1 4 0 R/F2 5 0 R>>"
    objects[4] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects[5] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"
    objects[3] = f"<<{info}>>".encode()
    kids: list[str] = []
    number = 10
    for sheet in sheets:
        page, content, number = number, number + 1, number + 2
        named: list[str] = []
        for picture, *_place in sheet.pictures:
            objects[number] = picture
            named.append(f"/P{number} {number} 0 R")
            number += 1
        annotations = " ".join(_link(link) for link in sheet.links)
        objects[content] = _stream(b"", _drawing(sheet, named))
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R"
            f"/Annots[{annotations}]/Resources<</XObject<<{''.join(named)}>>/Font"
        ).encode() + fonts + b">>>>"  # fmt: skip
        kids.append(f"{page} 0 R")
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode()
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _file(objects, trailer)


def raw_picture(width: int, height: int) -> bytes:
    """The pixels of a picture, packed, as printing programs put them in."""
    about = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB"
    pixels = bytes((10, 200, 90)) * (width * height)
    head = f"{about}/BitsPerComponent 8/Filter/FlateDecode".encode()
    return _stream(head, zlib.compress(pixels))


def jpeg_picture(width: int, height: int, content: bytes) -> bytes:
    about = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB"
    return _stream(f"{about}/BitsPerComponent 8/Filter/DCTDecode".encode(), content)


def _drawing(sheet: Sheet, named: Sequence[str]) -> bytes:
    drawn: list[bytes] = []
    for left, top, size, text in sheet.texts:
        font = "F2" if text.startswith("**") else "F1"
        words = text.removeprefix("**").encode("cp1252")
        for sign in (b"\\", b"(", b")"):
            words = words.replace(sign, b"\\" + sign)
        place = f"BT /{font} {size} Tf 1 0 0 1 {left} {HEIGHT - top} Tm (".encode()
        drawn.append(place + words + b") Tj ET")
    for name, (_picture, left, top, size) in zip(named, sheet.pictures, strict=True):
        painted = f"q {size} 0 0 {size} {left} {HEIGHT - top - size} cm {name.split()[0]} Do Q"
        drawn.append(painted.encode())
    return b"\n".join(drawn)


def _link(link: tuple[float, float, float, float, str]) -> str:
    left, top, right, bottom, address = link
    place = f"{left} {HEIGHT - bottom} {right} {HEIGHT - top}"
    return f"<</Type/Annot/Subtype/Link/Rect[{place}]/A<</S/URI/URI({address})>>>>"


def _stream(head: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(content), content)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    made = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        made += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    about = f"<</Size {size}/Root 1 0 R/Info 3 0 R{trailer}>>"
    return made + f"trailer{about}\nstartxref\n{start}\n%%EOF".encode()
