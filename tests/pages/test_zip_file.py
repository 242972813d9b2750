"""A ZIP archive is the page that was packed in it, or all the saved pages in it."""

import tracemalloc
import zipfile
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, packed, png, story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_entries, open_page, open_pages
from reader.pages.original import Original
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.unopened import Unopened
from reader.pages.within import Within, open_within

PICTURE = png(300, 200)
PAGE = story_page().encode()


def pages(content: bytes, name: str = "lamp.zip") -> list[SavedPage]:
    return list(open_pages(Original(name, content)))


def test_pages_that_cannot_be_opened_do_not_stay_in_memory() -> None:
    heavy = "<b>a" * 200_000
    archive = packed({f"{number}.html": heavy for number in range(20)})
    tracemalloc.start()
    try:
        with pytest.raises(CannotOpenPage, match="too intricate"):
            pages(archive)
        assert tracemalloc.get_traced_memory()[1] < 10 * len(heavy)
    finally:
        tracemalloc.stop()


def opened(content: bytes, name: str = "lamp.zip") -> SavedPage:
    [page] = pages(content, name)
    return page


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        pages(content)
    return str(told.value)


def bytes_of(page: SavedPage, reference: str) -> bytes | None:
    found = page.part(reference)
    return found.read_bytes() if found else None


SINGLE_FILE = (
    "<!-- Page saved with SingleFile \n url: https://lamps.example/lit \n"
    " saved date: Sat Nov 21 2026 23:34:06 GMT+0000 (Coordinated Universal Time)\n-->"
)


def test_a_page_that_was_packed_alone_comes_with_its_files() -> None:
    page = opened(packed({"index.html": PAGE, "images/1.png": PICTURE}))
    assert page.entry == ""
    assert page.markup == story_page()
    assert bytes_of(page, "images/1.png") == PICTURE
    assert bytes_of(page, "./images/1.png?x=1") == PICTURE
    assert bytes_of(page, "images/2.png") is None


def test_frames_beside_a_page_that_was_packed_alone_are_no_pages() -> None:
    markup = SINGLE_FILE + story_page()
    frames: dict[str, str | bytes] = {
        "frames/0/index.html": story_page("An advert"),
        "topic.html": "<p>Frame</p>",
    }
    page = opened(packed({"index.html": markup, "manifest.json": "{}"} | frames), "lamp.zip.html")
    assert page.markup == markup
    assert page.address == "https://lamps.example/lit"
    assert page.saved_at == datetime(2026, 11, 21, 23, 34, 6, tzinfo=UTC)


@pytest.mark.parametrize("start", ["<!DOCTYPE html><html><title>Wait…</title>", "\ufeff<html>"])
@pytest.mark.parametrize("end", ["", "\n--></body></html>"])
def test_a_page_that_unpacks_itself_is_what_it_holds(start: str, end: str) -> None:
    within = packed({"index.html": PAGE, "images/1.png": PICTURE})
    content = f"{start}<meta charset=windows-1252><!--".encode() + within + end.encode()
    page = opened(content, "lamp.html")
    assert page.markup == story_page()
    assert bytes_of(page, "images/1.png") == PICTURE


@pytest.mark.parametrize("start", [b"", b"<!DOCTYPE html><html><meta charset=utf-8><!--"])
def test_a_page_may_have_been_packed_in_a_folder_named_by_its_moment(start: bytes) -> None:
    files: dict[str, bytes | str] = {"index.html": SINGLE_FILE + story_page()}
    files |= {"images/1.png": PICTURE}
    files |= {"frames/0/index.html": story_page("An advert"), "style.css": "p {}"}
    content = start + packed({f"1795346807985_0/{name}": one for name, one in files.items()})
    page = opened(content, "lamp.zip.html")
    assert page.markup == SINGLE_FILE + story_page()
    assert bytes_of(page, "images/1.png") == PICTURE


def test_a_frame_that_was_packed_beside_pages_is_no_page() -> None:
    page = story_page(body="<iframe src=ads/oven.html></iframe>")
    files: dict[str, bytes | str] = {"a.html": page, "b.html": PAGE}
    files |= {"ads/oven.html": "<p>Buy an oven.</p>", "s.css": ""}
    content = packed(files)
    assert [one.entry for one in pages(content)] == ["a.html", "b.html"]
    # One that came in before this was known is found again.
    assert "oven" in open_page(Original("lamp.zip", content), "ads/oven.html").markup


def test_a_page_that_was_packed_under_a_servers_name_is_found() -> None:
    files: dict[str, bytes | str] = {"lamps.example/lamp.php?id=7": PAGE, "b": b""}
    files |= {"lamps.example/LICENSE": "Anyone may."}
    [page] = pages(packed(files))
    assert page.address == "http://lamps.example/lamp.php?id=7"


@pytest.mark.parametrize("start", [b"", b"\x89PNG\r\n\x1a\n\0\0tEXtPNG\0"])
def test_a_page_that_can_no_longer_unpack_itself_is_refused(start: bytes) -> None:
    within = packed({"index.html": PAGE, "images/1.png": PICTURE})
    content = start + b"<html data-sfz><title></title><p>Please wait...</p><!--" + within
    assert opened(content, "lamp.html").markup == story_page()
    for damaged in (content[:-40], content.replace(b"PK", b"P\r")):
        assert fault(damaged) == (
            "“lamp.zip” is a page that unpacks itself, but what was packed in it is damaged or "
            "was cut short. Save the page again."
        )


def test_a_scrapbook_is_known_by_its_marks_and_turns_to_its_page() -> None:
    marked = story_page().replace(
        "<html>",
        '<html data-scrapbook-source="https://lamps.example/lit?a=1&amp;b=2#top"'
        ' data-scrapbook-create="20261121233406123">',
    )
    page = opened(packed({"index.html": marked, "frame.html": PAGE}), "lamp.htz")
    assert page.address == "https://lamps.example/lit?a=1&b=2"
    assert page.saved_at == datetime(2026, 11, 21, 23, 34, 6, tzinfo=UTC)
    turning = '<html data-scrapbook-source="https://lamps.example/"><meta charset="UTF-8">'
    turning += '<meta http-equiv="refresh" content="0; url=./lamp.xhtml">'
    files: dict[str, str | bytes] = {"index.html": turning, "lamp.xhtml": PAGE}
    assert opened(packed(files), "lamp.htz").markup == story_page()


def test_each_page_among_the_files_comes_with_its_own_files() -> None:
    files: dict[str, str | bytes] = {
        "news/Lamp.html": story_page("Lamp"),
        "news/Lamp_files/1.png": PICTURE,
        "news/Lamp_files/frame.html": story_page("An advert"),
        "news/other/story.mhtml": b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE,
        "notes.txt": "\n\n".join(STORY),
        "photo.png": PICTURE,
        "__MACOSX/news/._Lamp.html": "junk",
        ".hidden.html": PAGE,
    }
    found = pages(packed(files))
    assert [page.entry for page in found] == [
        "news/Lamp.html",
        "news/other/story.mhtml",
        "notes.txt",
    ]
    assert found[2].kind is Kind.TEXT
    assert bytes_of(found[0], "Lamp_files/1.png") == PICTURE
    assert bytes_of(found[0], "../photo.png") == PICTURE
    again = open_page(Original("lamp.zip", packed(files)), "news/Lamp.html")
    assert again.markup == story_page("Lamp")


def test_a_tree_of_sites_tells_the_addresses_of_its_pages() -> None:
    files: dict[str, str | bytes] = {
        "mirror/lamps.example/2026/lit.html": PAGE,
        "mirror/static.example/1.png": PICTURE,
        "mirror/lamps.example/robots.txt": "User-agent: *",
    }
    page = opened(packed(files))
    assert page.address == "http://lamps.example/2026/lit.html"
    assert bytes_of(page, "//static.example/1.png") == PICTURE


def test_an_archive_within_an_archive_is_opened_but_not_without_end() -> None:
    content = packed({"lamp.html": PAGE})
    assert opened(packed({"inner.zip": content})).entry == "inner.zip!lamp.html"
    for _ in range(4):
        content = packed({"inner.zip": content})
    assert "packed too often" in fault(content)


def test_names_are_read_as_they_were_meant() -> None:
    files: dict[str, str | bytes] = {"news\\Lamp.html": PAGE, "news\\Lamp_files\\1.png": PICTURE}
    page = opened(packed(files))
    assert page.entry == "news/Lamp.html"
    assert bytes_of(page, "Lamp_files/1.png") == PICTURE
    # An archive in which nothing tells that names are UTF-8.
    named = packed({"caf__.html": PAGE, "caf__.png": PICTURE}).replace(b"caf__", "café".encode())
    page = opened(named)
    assert page.entry == "café.html"
    assert bytes_of(page, "caf%C3%A9.png") == PICTURE


def test_names_out_of_the_archive_lead_nowhere() -> None:
    files: dict[str, str | bytes] = {
        "../../etc/passwd.html": PAGE,
        "/etc/lamp.html": story_page("Other"),
    }
    found = pages(packed(files))
    assert [page.entry for page in found] == ["../../etc/passwd.html", "/etc/lamp.html"]
    assert bytes_of(found[0], "/etc/passwd") is None
    assert bytes_of(found[1], "file:///etc/passwd") is None


def test_a_file_that_lost_its_name_does_not_keep_the_others_out() -> None:
    content = packed({"index.html": PAGE, "x.txt": "w"})
    assert opened(content.replace(b"x.txt", b"\0.txt")).markup == PAGE.decode()


def test_one_damaged_page_does_not_keep_the_others_out() -> None:
    files: dict[str, str | bytes] = {"a.html": b"", "b.html": PAGE}
    assert opened(packed(files)).entry == "b.html"
    content = packed({"a.html": PAGE, "b.html": PAGE}, zipfile.ZIP_STORED)
    broken = content.replace(b"Marrow", b"Morrow", 1)
    assert opened(broken).entry == "b.html"


def test_what_holds_no_page_is_refused_in_one_sentence() -> None:
    assert "without a saved page" in fault(packed({"photo.png": PICTURE}))
    assert "without a saved page" in fault(packed({}))
    assert "damaged" in fault(packed({"a.html": PAGE})[:-30])
    assert "Office document" in fault(packed({"[Content_Types].xml": "", "word/a.xml": ""}))
    locked = bytearray(packed({"a.html": PAGE}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in fault(bytes(locked))


def test_a_bomb_is_not_unpacked() -> None:
    assert "cannot be unpacked" in fault(packed({"index.html": bytes(60 << 20)}))
    many = packed({f"{number}.html": "" for number in range(6000)})
    assert "more than 5,000 pages" in fault(many)


@given(st.binary(max_size=40), st.integers(0, 1500), st.booleans(), st.booleans())
def test_a_damaged_file_is_opened_or_refused(
    junk: bytes, place: int, is_cut: bool, is_many: bool
) -> None:
    content = packed({"a.html" if is_many else "index.html": PAGE, "images/1.png": PICTURE})
    damaged = content[:place] + junk + (b"" if is_cut else content[place + len(junk) :])
    with suppress(CannotOpenPage):
        for page in pages(damaged):
            with suppress(OSError):
                bytes_of(page, "images/1.png")


def test_what_cannot_be_opened_beside_others_is_told_of() -> None:
    files: dict[str, str | bytes] = {
        "a.html": PAGE,
        "b.html": "",
        "c.pdf": b"%PDF-1.4 cut off",
        "inner.zip": packed({"d.html": PAGE, "e.html": " "}),
    }
    told = list(open_entries(Original("lamp.zip", packed(files))))
    assert [one.entry for one in told if isinstance(one, SavedPage)] == [
        "a.html",
        "inner.zip!d.html",
    ]
    faults = {one.entry: one.reason for one in told if isinstance(one, Unopened)}
    assert faults.keys() == {"b.html", "c.pdf", "inner.zip!e.html"}
    assert faults["b.html"] == "“b.html” is empty."


def test_a_page_that_is_wanted_is_opened_without_the_others() -> None:
    taken: list[str] = []

    def within(name: str) -> Within:
        def load() -> Original:
            taken.append(name)
            return Original(name, packed({"x.html": PAGE, "y.html": PAGE}))

        return Within(name, load)

    found = [*open_within(map(within, ("a.zip", "b.zip", "c.zip")), "b.zip!y.html")]
    assert [one.entry for one in found] == ["b.zip!y.html"]
    assert taken == ["b.zip"]
