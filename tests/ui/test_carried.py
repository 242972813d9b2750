"""What a drag or the clipboard carries."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QImage

from reader.ui.carried import Carried, What, Words, what_is_carried

ADDRESS = "https://news.example/2026/lamp?a=1"
HTML = "<p>The lamp at Marrow Point is <b>lit</b> again.</p>"


def with_formats(formats: dict[str, bytes]) -> QMimeData:
    mime = QMimeData()
    for name, data in formats.items():
        mime.setData(name, QByteArray(data))
    return mime


def test_files_are_told_once_and_before_all_else() -> None:
    mime = with_formats(
        {
            "text/uri-list": b"file:///tmp/a%20b.html\r\nfile:///tmp/c\r\nfile:///tmp/c\r\n",
            "text/plain": b"/tmp/a b.html",
            "text/html": HTML.encode(),
        }
    )
    carried = what_is_carried(mime)
    assert carried.what is What.FILES
    assert carried.files == (Path("/tmp/a b.html"), Path("/tmp/c"))
    assert carried.words is None


@pytest.mark.parametrize("word", ["copy", "cut"])
def test_files_that_a_file_manager_copied(word: str) -> None:
    listed = f"{word}\nfile:///tmp/lamp.html\nfile:///tmp/na%C3%AFve".encode()
    carried = what_is_carried(with_formats({"x-special/gnome-copied-files": listed}))
    assert carried.files == (Path("/tmp/lamp.html"), Path("/tmp/naïve"))


def test_a_text_of_places_alone_is_the_files_that_lie_there(tmp_path: Path) -> None:
    lamp = tmp_path / "a lamp.html"
    lamp.touch()
    mime = QMimeData()
    mime.setText(f"{lamp}\n{lamp.as_uri()}\n{tmp_path.as_uri()}\n")
    assert what_is_carried(mime).files == (lamp, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "/nowhere/lamp.html",
        "/",
        "The lamp\nfile:///tmp/a.html",
        "lamp.html",
        "//a.example/share",
        "file://a.example/b",
    ],
)
def test_a_text_that_only_looks_like_a_place_is_words(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    assert what_is_carried(mime).what is What.WORDS


def test_a_place_in_a_page_is_words(tmp_path: Path) -> None:
    mime = with_formats({"text/html": f"<p>{tmp_path}</p>".encode(), "text/plain": b"/"})
    assert what_is_carried(mime).what is What.WORDS


def test_a_link_out_of_a_browser_is_an_address_with_its_title() -> None:
    mime = with_formats(
        {
            "text/uri-list": ADDRESS.encode(),
            "text/x-moz-url": f"{ADDRESS}\nThe lamp is lit".encode("utf-16-le"),
            "text/html": f'<a href="{ADDRESS}">The lamp is lit</a>'.encode(),
            "text/plain": ADDRESS.encode(),
        }
    )
    carried = what_is_carried(mime)
    assert (carried.what, carried.addresses) == (What.ADDRESS, (ADDRESS,))
    assert carried.title == "The lamp is lit"
    assert carried.words is None


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("text/x-moz-url", f"{ADDRESS}\nLamp".encode("utf-16-le")),
        ("_NETSCAPE_URL", f"{ADDRESS}\nLamp".encode()),
        ("text/plain", f"  {ADDRESS}\n".encode()),
        ("text/uri-list", ADDRESS.encode()),
    ],
)
def test_an_address_in_each_form(form: str, data: bytes) -> None:
    carried = what_is_carried(with_formats({form: data}))
    assert (carried.what, carried.addresses) == (What.ADDRESS, (ADDRESS,))


def test_lines_that_are_addresses_are_addresses_and_others_are_words() -> None:
    two = what_is_carried(
        with_formats({"text/plain": b"https://a.example/\n\nhttp://b.example/x\n"})
    )
    assert two.addresses == ("https://a.example/", "http://b.example/x")
    words = what_is_carried(with_formats({"text/plain": b"https://a.example/\nand more"}))
    assert words.what is What.WORDS


def test_a_selection_is_kept_byte_for_byte() -> None:
    for encoding in ("utf-8", "utf-16-le"):
        content = HTML.encode(encoding)
        mime = with_formats({"text/html": content, "text/plain": b"The lamp at\nMarrow Point"})
        carried = what_is_carried(mime)
        assert carried.what is What.WORDS
        assert carried.words == Words(content, "The lamp at", ".html")


def test_the_page_a_selection_was_on_is_told_where_the_browser_tells_it() -> None:
    mime = with_formats({"text/html": HTML.encode(), "chromium/x-source-url": ADDRESS.encode()})
    words = what_is_carried(mime).words
    assert words is not None
    assert words.address == ADDRESS


@pytest.mark.parametrize("form", ["text/html", 'application/x-qt-windows-mime;value="HTML Format"'])
def test_a_fragment_of_windows_is_its_page_and_its_address(form: str) -> None:
    page = f"<html><body><!--StartFragment-->{HTML} ö<!--EndFragment--></body></html>".encode()
    head = (
        "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:0000000000\r\n"
        f"EndFragment:0000000000\r\nSourceURL:{ADDRESS}\r\n"
    )
    start = len(head.format(0, 0))
    raw = head.format(start, start + len(page)).encode() + page + b"\0"
    words = what_is_carried(with_formats({form: raw})).words
    assert words is not None
    assert (words.content, words.address) == (page, ADDRESS)


def test_a_damaged_fragment_of_windows_is_read_as_far_as_it_can_be() -> None:
    raw = b"Version:0.9\r\nStartHTML:-1\r\nEndHTML:-1\r\nSourceURL:file:///c:/x\r\n<p>Lamp</p>"
    words = what_is_carried(with_formats({"text/html": raw})).words
    assert words is not None
    assert (words.content, words.address) == (b"<p>Lamp</p>", "")
    raw = b"StartHTML:many\r\n<p>Lamp</p>"
    words = what_is_carried(with_formats({"text/html": raw})).words
    assert words is not None
    assert words.content == b"<p>Lamp</p>"


def test_plain_words_are_a_text() -> None:
    carried = what_is_carried(with_formats({"text/plain": b"\n Die Lampe\nbrennt"}))
    assert carried.words == Words(b"\n Die Lampe\nbrennt", "Die Lampe", ".txt")


def test_markup_without_words_is_none() -> None:
    bare = b"<meta charset='utf-8'><style>p { color: red }</style> &nbsp; <img src='x'>"
    assert what_is_carried(with_formats({"text/html": bare})).what is What.NOTHING


def test_a_picture_alone_is_told_as_such() -> None:
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert what_is_carried(mime).what is What.PICTURE


def test_what_only_another_program_can_open_is_told_as_such() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("imap://ada@mail.example/inbox/3")])
    assert what_is_carried(mime).what is What.ELSEWHERE


def test_nothing_is_nothing() -> None:
    assert what_is_carried(QMimeData()).what is What.NOTHING
    assert what_is_carried(with_formats({"text/plain": b" \n"})).what is What.NOTHING


def test_many_addresses_are_bounded() -> None:
    lines = "\n".join(f"https://a.example/{number}" for number in range(5000))
    mime = QMimeData()
    mime.setUrls([QUrl(line) for line in lines.splitlines()])
    assert len(what_is_carried(mime).addresses) == 1000


MAIL = b"From: Ina <ina@post.example>\r\nSubject: The lamp\r\n\r\nIt is lit again.\r\n"
IN_MAILBOX = "text/x-moz-url"
TOLD_BY_MOZILLA = "application/x-moz-file-promise-dest-filename"


def test_a_mail_comes_as_the_bytes_it_is_whatever_else_stands_for_it() -> None:
    also = {IN_MAILBOX: "mailbox:///x\nThe lamp".encode("utf-16-le"), "text/plain": b"The lamp"}
    carried = what_is_carried(with_formats({**also, "message/rfc822": MAIL}))
    assert carried == Carried(What.FILES, words=Words(MAIL, "", ".eml"))


@pytest.mark.parametrize(
    ("formats", "name", "ending"),
    [
        ({'application/octet-stream;name="a lamp.pdf"': b"%PDF-"}, "a lamp.pdf", ""),
        ({"application/octet-stream; filename=lamp.html": b"<p>"}, "lamp.html", ""),
        ({"application/pdf": b"%PDF-"}, "", ".pdf"),
        ({'application/pdf; name="lamp"': b"%PDF-"}, "lamp", ".pdf"),
        (
            {"application/pdf": b"%PDF-", TOLD_BY_MOZILLA: "lamp.PDF".encode("utf-16-le")},
            "lamp.PDF",
            "",
        ),
    ],
)
def test_an_attachment_that_comes_as_bytes_is_a_file(
    formats: dict[str, bytes], name: str, ending: str
) -> None:
    carried = what_is_carried(with_formats(formats))
    content = next(iter(formats.values()))
    assert carried == Carried(What.FILES, words=Words(content, name, ending))


def test_words_that_are_offered_as_print_too_are_words() -> None:
    mime = with_formats({"application/pdf": b"%PDF-", "text/html": HTML.encode()})
    assert what_is_carried(mime).what is What.WORDS


def test_a_picture_that_is_offered_as_bytes_too_is_a_picture() -> None:
    mime = with_formats({"application/octet-stream": b"x"})
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert what_is_carried(mime).what is What.PICTURE


@pytest.mark.parametrize(
    "formats",
    [
        {"text/x-moz-message": b"mailbox-message:///x#1"},
        {"application/x-moz-file-promise": b"", "application/x-moz-file-promise-url": b"imap:///x"},
        {"message/rfc822": b"", "x-uid-list": b"folder\0one\0"},
    ],
)
def test_a_mail_that_is_only_promised_must_be_saved_first(formats: dict[str, bytes]) -> None:
    assert what_is_carried(with_formats(formats)).what is What.ELSEWHERE
