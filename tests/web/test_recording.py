"""The file that a fetched page is kept as."""

import gzip
from datetime import UTC, datetime

from pages_made import story_page

from reader.articles.extract import extract
from reader.pages.open_page import open_page, open_pages
from reader.pages.record import RECORD_NAME
from reader.pages.saved_page import Kind
from reader.web.fetch import Answer, Fetched
from reader.web.recording import as_original

AT = datetime(2026, 3, 3, 10, 0, 5, tzinfo=UTC)
HTML = (("Content-Type", "text/html; charset=iso-8859-1"), ("Transfer-Encoding", "chunked"))


def fetched(body: bytes, *headers: tuple[str, str], content: bytes = b"") -> Fetched:
    answer = Answer("https://news.example/2026/lamp", 200, "OK", headers, body)
    old = Answer("http://news.example/lamp", 301, "Moved", (("Location", answer.address),))
    return Fetched(answer, content or body, (old,), AT)


def test_a_page_is_kept_as_a_recording_that_opens_again() -> None:
    markup = story_page("Die Lampe glüht").encode("iso-8859-1")
    original = as_original(fetched(markup, *HTML))
    (page,) = open_pages(original)
    assert page.address == "https://news.example/2026/lamp"
    assert page.saved_at == AT
    assert extract(page).title == "Die Lampe glüht"
    assert open_page(original, page.entry) == page
    assert original.name == "news.example lamp.warc"
    assert b"WARC-Type: response" in original.content
    assert markup in original.content
    assert b"http://news.example/lamp\r\n" in original.content


def test_a_page_that_came_packed_is_kept_packed() -> None:
    markup = story_page().encode()
    headers = (*HTML[:1], ("Content-Encoding", "gzip"))
    original = as_original(fetched(gzip.compress(markup), *headers, content=markup))
    (page,) = open_pages(original)
    assert "lighthouse at Marrow Point" in page.markup


def test_another_document_is_kept_as_it_is_beside_its_address() -> None:
    text = "\n\n".join(["The lamp is lit again."] * 4).encode()
    original = as_original(fetched(text, ("Content-Type", "text/plain")))
    assert original.content == text
    assert set(original.parts) == {RECORD_NAME}
    (page,) = open_pages(original)
    assert (page.kind, page.address, page.saved_at) == (
        Kind.TEXT,
        "https://news.example/2026/lamp",
        AT,
    )
    assert page.record.raw["headers"] == [["Content-Type", "text/plain"]]
