"""Addresses of the web."""

import pytest

from reader.errors import CannotFetch
from reader.web.address import host_of, is_web_address, plain_address


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("http://ada:secret@news.example:8080/a b?q=1#end", "http://news.example:8080/a%20b?q=1"),
        ("https://bücher.example/öl", "https://xn--bcher-kva.example/%C3%B6l"),
        ("https://news.example:443/%E2%82%AC", "https://news.example/%E2%82%AC"),
        ("http://[2606:2800::1]:81/", "http://[2606:2800::1]:81/"),
    ],
)
def test_an_address_is_made_plain(written: str, plain: str) -> None:
    assert plain_address(written) == plain


def test_no_line_can_be_smuggled_into_a_request() -> None:
    assert "\n" not in plain_address("http://news.example/a\r\nCookie: x")
    with pytest.raises(CannotFetch):
        plain_address("http://news.example:port/")


def test_only_an_address_and_nothing_else_is_one() -> None:
    assert is_web_address("  https://news.example/a?b#c\n")
    assert not is_web_address("see https://news.example")
    assert not is_web_address("https://news.example and more")
    assert not is_web_address("ftp://news.example")
    assert not is_web_address("https://")


def test_a_host_is_shown_with_a_port_that_is_not_its_schemes_own() -> None:
    assert host_of("https://news.example:443/").shown == "news.example"
    assert host_of("https://news.example:80/").shown == "news.example:80"
