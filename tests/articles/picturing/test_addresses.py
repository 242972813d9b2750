"""Which addresses must be joined with the page's, and which of a set is shown."""

from urllib.parse import urljoin

import lxml.html
import pytest

from reader.articles.picturing.addresses import absolute, is_whole, written_addresses

BASE = "https://example.com/pier/a;b?c=d#e"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/",
        "http://example.org/lamp.html?lit=1;again#Pier",
        "https://example.com/Leuchtturm/ä/%C3%A4",
    ],
)
def test_a_whole_address_is_what_joining_makes_of_it(address: str) -> None:
    assert is_whole(address)
    assert urljoin(BASE, address) == address


@pytest.mark.parametrize(
    "address",
    [
        "/lamp.html",
        "https:lamp.html",
        "https:///lamp.html",
        "https://example.com/lamp.html?",
        "https://example.com/lamp.html#",
        "https://example.com/lamp.html;",
        "https://[example.com/lamp.html",
        "HTTPS://example.com/",
        "mailto:ada@example.com",
    ],
)
def test_any_other_is_joined(address: str) -> None:
    assert not is_whole(address)


def test_a_picture_at_the_address_of_the_page_is_none() -> None:
    assert absolute("https://example.com/pier", "https://example.com/pier") == ""
    assert absolute("https://example.com/a b.png", "https://example.com/pier").endswith("a%20b.png")


@pytest.mark.parametrize(
    "srcset",
    [
        "a.jpg 400w, b.jpg 800w",
        "a.jpg 1x,b.jpg 2x",
        "a.jpg , b.jpg 2x",
        "w_4,a.jpg 400w,\n b.jpg 800w,",
        "a.jpg 400w 300h, b.jpg 800w 600h",
        "b.jpg 1x,  2x",
    ],
)
def test_the_widest_of_a_set_comes_first(srcset: str) -> None:
    picture = lxml.html.Element("img", srcset=srcset)
    assert next(written_addresses(picture)) == "b.jpg"
