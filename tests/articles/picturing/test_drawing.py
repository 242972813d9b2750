import base64
import gzip
import time
import zlib

import lxml.etree
import pytest
from pages_made import png

from reader.articles.picturing.content import judge
from reader.articles.picturing.drawing import MOST_BYTES, read_drawing

_START = b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "


def drawn(inside: str, attributes: str = "width='200' height='100'") -> str:
    made = read_drawing(_START + attributes.encode() + b">" + inside.encode() + b"</svg>")
    return made.content.decode() if made else ""


def test_a_chart_keeps_its_shapes_its_colours_and_its_words() -> None:
    chart = drawn(
        "<title>Ferries</title><style>.bar{fill:#345678;stroke:none}</style>"
        "<defs><linearGradient id='sea'><stop offset='1' stop-color='teal'/></linearGradient>"
        "</defs>"
        "<g transform='translate(2,2)'><rect class='bar' width='20' height='80.1234567890123'/>"
        "<path d='M0,0L10.5,20Z' style='fill:url(#sea);position:fixed'/></g>"
        "<text x='4'>in <tspan font-weight='bold'>thousands</tspan> a year</text>"
    )
    assert ".bar{fill:#345678;stroke:none}" in chart
    assert '<stop offset="1" stop-color="teal"/>' in chart
    assert 'height="80.1234567890123"' in chart
    assert 'd="M0,0L10.5,20Z" style="fill:url(#sea)"' in chart
    assert '<text x="4">in <tspan font-weight="bold">thousands</tspan> a year</text>' in chart


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<rect onload='alert(1)' onclick='alert(1)'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>alert</p></foreignObject>",
        "<image href='http://x.example/alert.png'/>",
        "<image xlink:href='file:///etc/alert'/>",
        "<image href='data:image/svg+xml;base64,PHN2Zz5hbGVydDwvc3ZnPg=='/>",
        "<use href='http://x.example/alert.svg#a'/>",
        "<style>@import 'alert.css'; a{fill:url(alert.png)} a{fill:u\\rl(alert)}</style>",
        "<rect fill='url(http://x.example/alert)'/>",
        "<rect style='fill:url(&quot;alert.svg#a&quot;)'/>",
        "<filter id='alert'><feImage href='alert.png'/></filter>",
        "<animate attributeName='href' to='alert'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<a href='javascript:alert(1)'><circle r='3'/></a>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
    ],
)
def test_what_could_run_or_load_is_not_kept(inside: str) -> None:
    kept = drawn(f"<rect width='9' height='9'/>{inside}")
    assert "<rect" in kept
    assert "alert" not in kept


def test_entities_are_never_expanded_nor_files_read() -> None:
    start = time.monotonic()
    levels = "".join(
        f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" if n else "<!ENTITY e0 'aaaaaaaaaa'>"
        for n in range(10)
    )
    bomb = (
        f"<!DOCTYPE svg [{levels}]><svg xmlns='http://www.w3.org/2000/svg'><text>&e9;</text></svg>"
    )
    read = (
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
        "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>"
    )
    hidden = f'<?xml version="1.0" encoding="utf-16"?>{read}'.encode("utf-16")

    assert [read_drawing(one) for one in (bomb.encode(), read.encode(), hidden)] == [None] * 3
    assert time.monotonic() - start < 1


def test_a_plain_doctype_does_no_harm() -> None:
    doctype = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    made = read_drawing(doctype + _START + b"><rect width='3' height='3'/></svg>")
    assert made is not None
    assert b"DOCTYPE" not in made.content


def test_what_is_used_again_is_drawn_but_not_without_end() -> None:
    assert '<use href="#a" x="4"/>' in drawn(
        "<path id='a' d='M0 0h9'/><use xlink:href='#a' x='4'/>"
    )
    assert not drawn("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g><path d='M0 0'/>")
    doubled = "<g id='n0'><rect width='1' height='1'/></g>" + "".join(
        f"<g id='n{n}'>" + f"<use href='#n{n - 1}'/>" * 10 + "</g>" for n in range(1, 8)
    )
    assert not drawn(doubled)


def test_a_drawing_that_shows_nothing_is_none() -> None:
    assert not drawn("")
    assert not drawn("<defs><rect width='9' height='9'/></defs><text> </text>")
    assert not drawn("<use href='sprite.svg#close'/>")


def test_huge_and_deep_drawings_are_refused() -> None:
    assert not drawn("<g>" * 200 + "<rect/>" + "</g>" * 200)
    assert not drawn("<rect/>" * 30_000)
    assert read_drawing(_START + b">" + b" " * MOST_BYTES + b"</svg>") is None
    assert "points" not in drawn("<rect/><polyline points='0,0 1e9,1e9'/>")
    assert 'd="M0 0L1e-9 2"' in drawn("<path d='M0 0L1e-9 2'/>")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("width='320' height='180'", (320, 180)),
        ("viewBox='0 0 640 480'", (640, 480)),
        ("width='100%' viewBox='0,0,640,480'", (640, 480)),
        ("width='320' viewBox='0 0 640 480'", (320, 240)),
        ("width='3in' height='72pt'", (288, 96)),
        ("width='400000' height='200000'", (4000, 2000)),
        ("viewBox='0 0 nan 4'", (300, 150)),
        ("", (300, 150)),
    ],
)
def test_the_size_is_told_by_the_drawing(attributes: str, size: tuple[int, int]) -> None:
    made = read_drawing(_START + attributes.encode() + b"><rect width='3' height='3'/></svg>")
    assert made is not None
    assert (made.width, made.height) == size


def test_a_photo_within_a_drawing_is_kept_if_it_is_one() -> None:
    photo = base64.b64encode(png()).decode()
    assert f"data:image/png;base64,{photo}" in drawn(
        f"<image href='data:image/gif;base64,{photo}'/>"
    )
    assert "image" not in drawn("<rect/><image href='data:image/png;base64,aGVsbG8='/>")
    assert drawn(f"<image href='data:image/png;base64,{photo}'/>" * 40).count("<image") == 16


def test_a_packed_drawing_is_read_within_its_bound() -> None:
    plain = _START + b"><rect width='9' height='9'/></svg>"
    content = judge(gzip.compress(plain))
    assert content is not None
    assert content.media_type == "image/svg+xml"
    assert judge(gzip.compress(plain + b" " * 50_000_000)) is None
    assert judge(b"\x1f\x8b\x08nothing packed") is None
    assert judge(zlib.compress(plain)) is None


def test_what_was_written_anew_stays_as_it_is() -> None:
    once = drawn("<style>text{fill:red}</style><a href='#x'><text>a<tspan>b</tspan>c</text></a>")
    again = read_drawing(once.encode())
    assert again is not None
    assert again.content.decode() == once
    assert lxml.etree.fromstring(once).tag == "{http://www.w3.org/2000/svg}svg"


def test_an_element_of_too_many_attributes_is_kept_without_them() -> None:
    many = " ".join(f"a{number}='1'" for number in range(600))
    assert "<rect/>" in drawn(f"<circle r='3'/><rect width='9' {many}/>")
