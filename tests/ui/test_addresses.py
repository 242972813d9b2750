"""Addresses, said short."""

import pytest

from reader.ui.addresses import host_of, short_address


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://www.harbour.example/", "harbour.example"),
        ("http://harbour.example/news/1/", "harbour.example/news/1"),
        ("https://harbour.example/a?b=c#d", "harbour.example/a?b=c"),
        ("no address at all", "no address at all"),
        ("", ""),
    ],
)
def test_an_address_is_said_without_what_all_have(address: str, said: str) -> None:
    assert short_address(address) == said


def test_no_address_is_longer_than_anybody_reads() -> None:
    assert len(short_address("https://a.example/" + "x" * 10_000)) == 300


def test_a_host_has_no_www() -> None:
    assert host_of("https://www.harbour.example/a") == "harbour.example"
    assert host_of("harbour") == ""
