"""What a browser saved as one MHTML file comes in as the page it was."""

import base64
import quopri
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png, story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_page, open_pages
from reader.pages.original import MOST_PARTS, Original
from reader.pages.saved_page import Kind, SavedPage

ADDRESS = "https://lamps.example/2026/lit-again"
PICTURE = png(300, 200)


def part(content: bytes, kind: str, *lines: str, encoding: str = "quoted-printable") -> bytes:
    packed = {
        "quoted-printable": quopri.encodestring,
        "base64": base64.encodebytes,
    }.get(encoding, bytes)(content)
    head = [f"Content-Type: {kind}"] if kind else []
    head += [f"Content-Transfer-Encoding: {encoding}", *lines]
    return b"--B\n" + "\n".join(head).encode() + b"\n\n" + packed + b"\n"


def archive(*parts: bytes, head: str = f"Snapshot-Content-Location: {ADDRESS}\n") -> bytes:
    start = (
        "From: <Saved by Blink>\n"
        f"{head}Subject: The lamp\nDate: Sat, 21 Nov 2026 23:28:35 GMT\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="B"\n\n\n'
    )
    return start.encode() + b"".join(parts) + b"--B--\n"


def page_part(markup: str, kind: str = "text/html", address: str = ADDRESS, **how: str) -> bytes:
    return part(markup.encode(), kind, f"Content-Location: {address}", **how)


def picture_part(*lines: str) -> bytes:
    return part(PICTURE, "image/png", *lines, encoding="base64")


def opened(content: bytes) -> SavedPage:
    return open_page(Original("lamp.mhtml", content))


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        opened(content)
    return str(told.value)


def bytes_of(page: SavedPage, reference: str) -> bytes | None:
    found = page.part(reference)
    return found.read_bytes() if found else None


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary"])
def test_the_page_comes_in_with_its_address_its_day_and_its_pictures(
    encoding: str, line_end: bytes
) -> None:
    content = archive(
        page_part(story_page(), encoding=encoding),
        picture_part("Content-Location: https://lamps.example/lamp.png"),
    )
    page = opened(content.replace(b"\n", line_end))
    assert page.markup.strip() == story_page()
    assert page.address == ADDRESS
    assert page.saved_at == datetime(2026, 11, 21, 23, 28, 35, tzinfo=UTC)
    assert bytes_of(page, "https://lamps.example/lamp.png") == PICTURE


@pytest.mark.parametrize(
    "reference",
    [
        "https://lamps.example/img/lamp.png",
        "http://lamps.example/img/lamp.png",
        "//lamps.example/img/lamp.png",
        "/img/lamp.png",
        "../img/lamp.png",
        "../img/lamp%2Epng#top",
        "cid:lamp@mhtml.blink",
    ],
)
def test_a_picture_is_found_however_the_page_refers_to_it(reference: str) -> None:
    lines = (
        "Content-ID: <lamp@mhtml.blink>",
        "Content-Location: https://lamps.example/img/lamp.png",
    )
    page = opened(archive(page_part(story_page()), picture_part(*lines)))
    assert bytes_of(page, reference) == PICTURE


def test_a_picture_with_a_relative_address_is_found() -> None:
    page = opened(archive(page_part(story_page()), picture_part("Content-Location: image001.png")))
    assert bytes_of(page, "image001.png") == PICTURE
    assert bytes_of(page, "https://lamps.example/2026/image001.png") == PICTURE
    assert bytes_of(page, "other.png") is None


def test_a_base_in_the_page_tells_where_its_references_start() -> None:
    markup = story_page(head='<base href="https://static.example/x/">')
    lines = "Content-Location: https://static.example/x/lamp.png"
    page = opened(archive(page_part(markup), picture_part(lines)))
    assert bytes_of(page, "lamp.png") == PICTURE


def test_frames_do_not_stand_for_the_page() -> None:
    frame = page_part(story_page("An advert"), address="https://ads.example/frame")
    page = opened(archive(page_part(story_page()), frame, head=""))
    assert "The lamp is lit again" in page.markup


def test_the_page_is_known_by_its_address_or_its_id() -> None:
    frame = page_part(story_page("An advert"), address="https://ads.example/frame")
    assert "lit again" in opened(archive(frame, page_part(story_page()))).markup
    story = part(story_page().encode(), "text/html", "Content-ID: <op.lamp@local>")
    content = archive(frame, story, head="").replace(
        b'boundary="B"', b'boundary="B"; start="<op.lamp@local>"'
    )
    assert "lit again" in opened(content).markup


def test_a_page_of_frames_shows_its_largest_frame() -> None:
    frames = (
        '<html><frameset cols="20%,80%"><frame src="menu"><frame src="story"></frameset></html>'
    )
    menu = page_part("<html><body>Menu</body></html>", address="https://lamps.example/menu")
    story = page_part(story_page(), address="https://lamps.example/2026/story")
    page = opened(archive(page_part(frames), menu, story))
    assert "lit again" in page.markup
    assert page.address == "https://lamps.example/2026/story"


def test_a_part_that_does_not_tell_what_it_is_is_told_by_its_content() -> None:
    page = opened(archive(picture_part(), page_part(story_page(), kind="")))
    assert page.markup.strip() == story_page()


def test_an_archive_of_text_is_text() -> None:
    page = opened(archive(page_part("\n\n".join(STORY), kind="text/plain")))
    assert page.kind is Kind.TEXT
    assert page.markup.strip() == "\n\n".join(STORY)


def test_a_page_within_parts_within_parts_is_found() -> None:
    inner = archive(page_part(story_page())).replace(b"--B", b"--A").split(b"\n\n\n", 1)[1]
    outer = b'--B\nContent-Type: multipart/alternative; boundary="A"\n\n' + inner
    assert opened(archive(outer)).markup.strip() == story_page()


def test_the_encoding_a_part_names_is_believed_before_the_page() -> None:
    markup = story_page("Cafés", head='<meta charset="iso-8859-1">').encode("cp1250")
    content = archive(part(markup, "text/html; charset=windows-1250"))
    assert "Cafés" in opened(content).markup
    told_falsely = archive(part(story_page("Ламп").encode(), "text/html; charset=x-unknown"))
    assert "Ламп" in opened(told_falsely).markup


def test_a_page_in_utf_16_whose_line_ends_chromium_wrote_as_bytes_can_be_read() -> None:
    markup = story_page("বাতিঘর", head="<meta charset=utf-16le>\n").encode("utf-16-le")
    for found in (b"\n\0", b"\r\0\n\0"):
        written = markup.replace(b"\n\0", found).replace(b"\n\0", b"\r\n\0")
        page = opened(archive(part(written, "text/html", encoding="base64")))
        assert "<title>বাতিঘর</title>" in page.markup
        assert STORY[2] in page.markup


def test_a_damaged_picture_does_not_keep_the_page_out() -> None:
    broken = b"--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
    broken += b"Content-Location: https://lamps.example/lamp.png\n\n!!!!not base64$$$$\n"
    page = opened(archive(page_part(story_page()), broken))
    assert page.markup.strip() == story_page()
    assert bytes_of(page, "https://lamps.example/lamp.png") != PICTURE


@pytest.mark.parametrize("header", ["Content-Location", "Content-Base"])
def test_the_address_of_a_page_may_be_told_for_the_whole_message(header: str) -> None:
    relative = part(story_page().encode(), "text/html", "Content-Location: lit-again")
    alone = part(story_page().encode(), "text/html")
    for main in (relative, alone):
        picture = picture_part("Content-Location: https://lamps.example/2026/lamp.png")
        page = opened(archive(main, picture, head=f"{header}: {ADDRESS}\n"))
        assert page.address == ADDRESS
        assert bytes_of(page, "lamp.png") == PICTURE


def test_a_page_out_of_a_reading_view_has_the_address_of_the_page_that_it_shows() -> None:
    view = (
        f"chrome-distiller://8_9/?title=Lamp&url={ADDRESS.replace(':', '%3A').replace('/', '%2F')}"
    )
    content = archive(
        page_part(story_page(), address=view), head=f"Snapshot-Content-Location: {view}\n"
    )
    assert opened(content).address == ADDRESS


def test_xml_is_a_page_where_it_holds_one() -> None:
    icon = page_part("<?xml version='1.0'?><svg xmlns='x'></svg>", "image/svg+xml")
    feed = page_part("<?xml version='1.0'?><rss></rss>", "text/xml")
    markup = f"<?xml version='1.0'?>\n{story_page()}"
    for kind in ("application/xml", "text/xml"):
        assert opened(archive(icon, feed, page_part(markup, kind))).markup.strip() == markup
    assert "without a page in it" in fault(archive(feed))


def test_a_file_that_was_cut_short_gives_what_is_there() -> None:
    content = archive(page_part(story_page()), picture_part("Content-Location: lamp.png"))
    page = opened(content[: content.index(b"eleven winters")])
    assert "The lamp is lit again" in page.markup


@pytest.mark.parametrize("line_end", [b"\r", b"\r\r\n"])
def test_a_file_whose_line_ends_were_rewritten_can_be_read(line_end: bytes) -> None:
    address = "https://lamps.example/lamp.png"
    content = archive(page_part(story_page()), picture_part(f"Content-Location: {address}"))
    page = opened(content.replace(b"\n", line_end))
    assert page.markup.strip() == story_page()
    assert bytes_of(page, address) == PICTURE


def test_a_file_without_its_page_is_refused_in_one_sentence() -> None:
    content = archive(page_part(story_page()))
    without_boundary = content.replace(b';\n\tboundary="B"', b"")
    assert "without a page in it" in fault(without_boundary)
    assert "without a page in it" in fault(content[: content.index(b"--B")])
    assert "without a page in it" in fault(archive(picture_part()))
    assert "empty page" in fault(archive(page_part("  ")))


def test_a_reference_out_of_the_archive_reaches_nothing() -> None:
    page = opened(
        archive(page_part(story_page()), picture_part("Content-Location: ../../../etc/passwd"))
    )
    assert bytes_of(page, "file:///etc/passwd") is None
    assert bytes_of(page, "../../../etc/passwd") == PICTURE


def test_a_file_made_of_boundaries_is_read_in_little_time() -> None:
    head = archive().removesuffix(b"--B--\n")
    began = time.process_time()
    assert "without a page" in fault(head + b"--B\n" * 2_000_000)
    assert "without a page" in fault(head + b"--B\n\n" * (MOST_PARTS * 3))
    assert "without a page" in fault(head + b"--B " * 2_000_000)
    assert time.process_time() - began < 5


@given(st.binary(max_size=60), st.integers(0, 2500), st.booleans())
def test_a_damaged_file_is_opened_or_refused(junk: bytes, place: int, is_cut: bool) -> None:
    content = archive(page_part(story_page()), picture_part("Content-Location: lamp.png"))
    damaged = content[:place] + junk + (b"" if is_cut else content[place + len(junk) :])
    with suppress(CannotOpenPage):
        for page in open_pages(Original("lamp.mhtml", damaged)):
            for reference in page.parts:
                bytes_of(page, reference)
