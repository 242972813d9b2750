"""A page that was compressed comes in as the page it is."""

import gzip
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_page
from reader.pages.original import LARGEST_PAGE, Original
from reader.pages.saved_page import Kind

PAGE = story_page().encode()


def opened(content: bytes, name: str = "page.html.gz") -> str:
    return open_page(Original(name, content)).markup


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        opened(content)
    return str(told.value)


def test_a_compressed_page_is_the_page() -> None:
    assert opened(gzip.compress(PAGE)) == story_page()


def test_compressed_text_is_text() -> None:
    text = "\n\n".join(STORY).encode()
    assert open_page(Original("page.txt.gz", gzip.compress(text))).kind is Kind.TEXT


def test_streams_that_stand_behind_one_another_are_one_page() -> None:
    content = gzip.compress(PAGE[:500]) + gzip.compress(PAGE[500:]) + bytes(512)
    assert opened(content) == story_page()


def test_a_page_that_was_compressed_too_often_is_refused() -> None:
    thrice = gzip.compress(gzip.compress(gzip.compress(PAGE)))
    assert opened(thrice) == story_page()
    assert "packed too often" in fault(gzip.compress(thrice))


def test_a_stream_that_breaks_off_gives_what_is_there() -> None:
    packed = gzip.compress(PAGE)
    told = opened(packed[: len(packed) - 30])
    assert len(told) > 500
    assert story_page().startswith(told)


def test_what_cannot_be_unpacked_is_told_so() -> None:
    assert "nothing that could" in fault(b"\x1f\x8b\x08\x00" + bytes(6) + b"\xff" * 90)
    assert "nothing that could" in fault(b"\x1f\x8b")
    assert "nothing that could" in fault(gzip.compress(b""))


def test_nothing_in_it_is_an_empty_file() -> None:
    assert fault(gzip.compress(b"\0" * 5000)) == "“page.html.gz” is empty."


def test_a_bomb_is_stopped_at_the_largest_size_of_a_page() -> None:
    stream = zlib.compressobj(9, wbits=31)
    bomb = b"".join(stream.compress(bytes(1 << 20)) for _ in range(200)) + stream.flush()
    tracemalloc.start()
    try:
        assert f"more than {LARGEST_PAGE >> 20} MB" in fault(bomb)
        assert tracemalloc.get_traced_memory()[1] < 10 << 20
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=300), st.integers(0, 900))
def test_a_damaged_file_is_opened_or_refused(junk: bytes, place: int) -> None:
    packed = gzip.compress(PAGE)
    with suppress(CannotOpenPage):
        assert opened(packed[:place] + junk + packed[place + len(junk) :])
