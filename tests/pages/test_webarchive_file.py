"""What Safari saved as a web archive comes in as the page it was."""

import plistlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png, story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_page, open_pages
from reader.pages.original import Original
from reader.pages.saved_page import Kind, SavedPage

ADDRESS = "https://lamps.example/2026/lit-again"
PICTURE = png(300, 200)
FORMATS = [plistlib.FMT_BINARY, plistlib.FMT_XML]


def resource(content: bytes, kind: str, address: str, charset: str = "") -> dict[str, Any]:
    told = {"WebResourceTextEncodingName": charset} if charset else {}
    return {
        "WebResourceData": content,
        "WebResourceMIMEType": kind,
        "WebResourceURL": address,
        "WebResourceFrameName": "",
        **told,
    }


def page_resource(markup: str = "", address: str = ADDRESS) -> dict[str, Any]:
    return resource((markup or story_page()).encode(), "text/html", address, "UTF-8")


def archive(kind: plistlib.PlistFormat = plistlib.FMT_BINARY, **told: Any) -> bytes:
    return plistlib.dumps({"WebMainResource": page_resource()} | told, fmt=kind)


def opened(content: bytes) -> SavedPage:
    return open_page(Original("lamp.webarchive", content))


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        opened(content)
    return str(told.value)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_page_comes_in_with_its_address_and_its_pictures(kind: plistlib.PlistFormat) -> None:
    pictures = [resource(PICTURE, "image/png", "https://lamps.example/img/lamp.png")]
    page = opened(archive(kind, WebSubresources=pictures))
    assert page.markup == story_page()
    assert page.address == ADDRESS
    for reference in ("/img/lamp.png", "https://lamps.example/img/lamp.png", "../img/lamp.png"):
        found = page.part(reference)
        assert found is not None
        assert found.read_bytes() == PICTURE


def test_the_encoding_that_safari_names_is_believed() -> None:
    main = resource(story_page("Лампа").encode("koi8-r"), "text/html", ADDRESS, "KOI8-R")
    assert "Лампа" in opened(archive(WebMainResource=main)).markup


def test_a_page_of_frames_shows_its_largest_frame() -> None:
    frameset = '<html><frameset rows="9,*"><frame src="a"><frame src="b"></frameset></html>'
    story = page_resource(address="https://lamps.example/story")
    advert = page_resource("<html><p>Buy lamps</html>", "https://ads.example/")
    frames = [
        {"WebMainResource": advert},
        {"WebMainResource": advert, "WebSubframeArchives": [{"WebMainResource": story}]},
    ]
    told: dict[str, Any] = {"WebSubframeArchives": frames}
    page = opened(archive(WebMainResource=page_resource(frameset), **told))
    assert page.markup == story_page()
    assert page.address == "https://lamps.example/story"
    assert opened(archive(**told)).address == ADDRESS


def test_a_frame_is_found_by_its_address() -> None:
    frame = {"WebMainResource": page_resource("<p>In a frame</p>", "https://lamps.example/frame")}
    told: dict[str, Any] = {"WebSubframeArchives": [frame]}
    found = opened(archive(**told)).part("/frame")
    assert found is not None
    assert found.read_bytes() == b"<p>In a frame</p>"


def test_an_archive_of_text_is_text() -> None:
    main = resource("\r\n\r\n".join(STORY).encode(), "text/plain", ADDRESS)
    page = opened(archive(WebMainResource=main))
    assert page.kind is Kind.TEXT
    assert page.markup == "\n\n".join(STORY)
    assert page.address == ADDRESS


def test_what_holds_no_page_is_refused_in_one_sentence() -> None:
    picture = resource(PICTURE, "image/png", "https://lamps.example/lamp.png")
    assert "without a page in it" in fault(archive(WebMainResource=picture))
    assert "without a page in it" in fault(archive(WebMainResource={}))
    assert "no web archive" in fault(plistlib.dumps({"a": 1}))
    assert "no web archive" in fault(plistlib.dumps([1, 2]))


@pytest.mark.parametrize("kind", FORMATS)
def test_one_that_was_cut_short_is_refused(kind: plistlib.PlistFormat) -> None:
    content = archive(kind)
    assert "cut short" in fault(content[: len(content) // 2])


def test_entities_are_never_read() -> None:
    markup = archive(plistlib.FMT_XML).decode()
    bomb = '<!ENTITY a "lamp"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">'
    start = markup.index("<!DOCTYPE")
    end = markup.index("<plist")
    declared = markup[:start] + f"<!DOCTYPE plist [{bomb}]>" + markup[end:]
    assert "damaged" in fault(declared.replace("text/html", "&b;&x;").encode())


def test_lists_within_lists_without_end_are_refused() -> None:
    deep = "<array>" * 100_000 + "</array>" * 100_000
    markup = archive(plistlib.FMT_XML).decode()
    told = markup.replace("</dict>\n</plist>", f"<key>More</key>{deep}</dict></plist>")
    with suppress(CannotOpenPage):
        assert opened(told.encode()).markup == story_page()


def test_an_archive_that_holds_itself_is_read_once() -> None:
    # The frames of this one are a list with the archive itself in it.
    frames: dict[str, Any] = {"WebSubframeArchives": ["LAMP"], "WebMainResource": page_resource()}
    content = plistlib.dumps(frames, fmt=plistlib.FMT_BINARY)
    name = b"\x54LAMP"
    at = content.index(name)
    table = int.from_bytes(content[-8:], "big")
    size = content[-26]
    offsets = [
        int.from_bytes(content[table + i * size : table + (i + 1) * size], "big")
        for i in range(int.from_bytes(content[-24:-16], "big"))
    ]
    lamp = offsets.index(at)
    row = table + lamp * size
    looped = content[:row] + content[table : table + size] + content[row + size :]
    # "LAMP" now stands where the archive stands.
    assert opened(looped).markup == story_page()


@given(st.binary(max_size=40), st.integers(0, 1600), st.sampled_from(FORMATS), st.booleans())
def test_a_damaged_file_is_opened_or_refused(
    junk: bytes, place: int, kind: plistlib.PlistFormat, is_cut: bool
) -> None:
    pictures = [resource(b"png", "image/png", "https://lamps.example/img/lamp.png")]
    content = archive(kind, WebSubresources=pictures)
    damaged = content[:place] + junk + (b"" if is_cut else content[place + len(junk) :])
    with suppress(CannotOpenPage):
        list(open_pages(Original("lamp.webarchive", damaged)))


@given(st.binary(max_size=200))
def test_any_bytes_of_its_kind_are_opened_or_refused(junk: bytes) -> None:
    with suppress(CannotOpenPage):
        list(open_pages(Original("lamp.webarchive", b"bplist00" + junk)))
