"""A file is what its content says, whatever it is called."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png, story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_page
from reader.pages.original import Original
from reader.pages.saved_page import Kind


def kind_of(content: str | bytes, name: str = "page.html") -> Kind:
    content = content if isinstance(content, bytes) else content.encode()
    return open_page(Original(name, content)).kind


def fault(content: str | bytes, name: str = "page.html") -> str:
    with pytest.raises(CannotOpenPage) as told:
        kind_of(content, name)
    return str(told.value)


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.md"])
def test_a_page_is_told_by_its_markup(name: str) -> None:
    assert kind_of(story_page(), name) is Kind.HTML
    assert kind_of("<!-- saved -->\n<p>Lit", name) is Kind.HTML
    assert kind_of("<div><p>One<p>Two<h2>Three</h2></div>", name) is Kind.HTML


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_text_is_told_by_having_no_markup(name: str) -> None:
    assert kind_of("\n\n".join(STORY), name) is Kind.TEXT


def test_text_may_speak_of_tags() -> None:
    assert kind_of("A <p> begins a paragraph, and a <div> begins nothing.") is Kind.TEXT


@pytest.mark.parametrize(
    "text",
    [
        "MZansi celebrates: the lamp is lit again",
        "ID3 tags explained by the keeper of the lamp",
        "GIF8 or not, the picture of the lamp will be shown",
        "OggS was the word on the wall beside the lamp",
        "flaC is not the word for it, says the keeper",
        "From: the sea\nTo: the land\n\nA letter about the lamp",
        "RIFFs and raffs at Marrow Point, and a WAVE of joy",
        "The gift of type: a lamp",
    ],
)
def test_text_that_only_starts_like_another_format_is_text(text: str) -> None:
    assert kind_of(text, "page.txt") is Kind.TEXT


def test_line_ends_of_every_system_become_one() -> None:
    page = open_page(Original("page.txt", b"One\r\nTwo\rThree\nFour"))
    assert page.markup == "One\nTwo\nThree\nFour"


@pytest.mark.parametrize(
    "content", [b"", b" \r\n\t\f\v ", b"\0" * 50, b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe \0\n\0"]
)
def test_a_file_without_anything_in_it_is_empty(content: bytes) -> None:
    assert fault(content) == "“page.html” is empty."


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (png(), "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200), "a picture"),
        (b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + bytes(30), "a picture"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(30), "a picture"),
        (b"\x00\x00\x00\x1cftypavif" + bytes(30), "a picture"),
        (b"SQLite format 3\0" + bytes(90), "a database"),
        (b"\x7fELF\x02\x01\x01" + bytes(90), "a program"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" + bytes(90), "a program"),
        (b"ID3\x03\x00\x00\x00\x00\x0f" + bytes(90), "sound or film"),
        (b"OggS\x00\x02" + bytes(90), "sound or film"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(90), "sound or film"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), "an Office document"),
        (b"{\\rtf1\\ansi The lamp}", "a rich-text document"),
        ('<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "x"><en-export/>', "an Evernote export"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><text>Lamp</text></svg>', "a picture"),
        ('<?xml version="1.0"?>\n<!-- made by hand --><svg:svg/>', "a picture"),
        (
            '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "lamp"><!ENTITY b "&a;&a;">]>'
            "<svg><text>&b;</text></svg>",
            "a picture",
        ),
        (
            '<!DOCTYPE en-export [<!ENTITY x SYSTEM "file:///etc/passwd">]><en-export>&x;',
            "an Evernote export",
        ),
        ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Lamps</title></feed>', "a feed"),
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p></DL>", "a list of bookmarks"),
        ('{"lamps": []}', "the data of a program (JSON)"),
        ('\n[\n {"lamp \\"9\\"" : 1}]', "the data of a program (JSON)"),
    ],
)
def test_what_is_no_page_is_named_and_the_way_to_save_one_told(
    content: str | bytes, what: str
) -> None:
    told = fault(content)
    assert what in told
    assert "Webpage, complete" in told


def test_an_xhtml_page_with_entities_of_its_own_is_a_page() -> None:
    content = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY lamp "lamp">]>' + story_page()
    assert kind_of(content) is Kind.HTML


@pytest.mark.parametrize(
    "content", ['[The lamp] "is" lit', '{"The lamp" is lit}', "[]", "{lamp: 1}"]
)
def test_a_text_in_brackets_is_a_text(content: str) -> None:
    assert kind_of(content) is Kind.TEXT


def test_bytes_without_meaning_are_refused() -> None:
    noise = bytes((7 * number * number + 3 * number) % 251 for number in range(5000))
    assert fault(noise) == "“page.html” is neither a web page nor text."


def test_a_page_with_nuls_is_a_page_without_them() -> None:
    content = story_page().encode().replace(b"lamp", b"la\0mp")
    assert "\0" not in open_page(Original("page.html", content)).markup


def test_a_name_that_breaks_lines_breaks_no_message() -> None:
    assert fault(b"", "sites/line\nbreak\u202e.html") == "“line↵break�.html” is empty."


@given(st.binary(max_size=600))
def test_any_file_is_opened_or_refused(content: bytes) -> None:
    with suppress(CannotOpenPage):
        assert open_page(Original("page.html", content)).markup.strip()


@pytest.mark.parametrize(
    "piece", ["<!DOCTYPE ", "<!DOCTYPE [", "a:\n", "a:\n b\n", "<?xml ", " ", "<!-- -->", "<p "]
)
def test_a_file_made_to_be_slow_to_tell_is_not(piece: str) -> None:
    started = time.process_time()
    with suppress(CannotOpenPage):
        kind_of(piece * 100_000 + "x")
    assert time.process_time() - started < 3


def test_a_dump_with_some_tags_left_in_it_is_text() -> None:
    menu = "\n".join(f"  * Harbour news {number}" for number in range(80))
    advert = '<div><a href="https://ads.example/1"><img src="1.gif"></a></div>\n'
    assert kind_of(f"{menu}\n\nThe ferry left at six.\n\n{advert * 5}", "dump.txt") is Kind.TEXT


def test_a_page_behind_a_warning_of_its_server_is_html() -> None:
    warning = "Warning: the lamp is out in /srv/lamp.php on line 6\n"
    assert kind_of(warning + story_page(), "page.html") is Kind.HTML
