import base64
import hashlib
import tracemalloc
from pathlib import Path

from foreign_made import by_title, faults, items, library, write
from pages_made import STORY, png

from reader.articles.extract import extract
from reader.pages.open_page import open_page

PICTURE = png()
SUM = hashlib.md5(PICTURE, usedforsecurity=False).hexdigest()
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM '
    '"http://xml.evernote.com/pub/evernote-export4.dtd">\n'
    '<en-export export-date="20261112T000000Z" application="Evernote" version="10">'
)
ENML = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/'
    'enml2.dtd"><en-note style="x">{}</en-note>'
)
RESOURCE = (
    f'<resource><data encoding="base64">\n{base64.encodebytes(PICTURE).decode()}</data>'
    "<mime>application/octet-stream</mime><resource-attributes><file-name>A pier.PNG</file-name>"
    "</resource-attributes></resource>"
)
TASK = "<task><title>Count the ropes</title><taskStatus>completed</taskStatus></task>"


def note(title: str, body: str, more: str = "") -> str:
    return (
        f"<note><title>{title}</title><created>20201218T233500Z</created>"
        f"<updated>20201219T000000Z</updated>{more}<content><![CDATA[{ENML.format(body)}]]>"
        "</content></note>"
    )


def export(path: Path, *notes: str) -> Path:
    return write(path, f"{HEAD}{''.join(notes)}</en-export>")


STORY_BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
CLIP = note(
    "The pier &amp; its ropes",
    f'<div><en-media type="image/png" hash="{SUM}" width="60"/></div><a name="top"/>{STORY_BODY}',
    "<tag>sea</tag><tag>to read</tag><note-attributes><author>Ada Brandt</author>"
    "<source>web.clip7</source><source-url>https://a.example/pier</source-url>"
    f"</note-attributes>{RESOURCE}",
)


def test_a_clipped_page_brings_its_text_tags_and_address(tmp_path: Path) -> None:
    path = export(tmp_path / "a.enex", CLIP)
    assert library(path, "Evernote")
    (pier,) = items(path)
    assert pier.record.address == "https://a.example/pier"
    assert (pier.record.saved_at, pier.record.brought.tags) == (
        "2020-12-18T23:35:00+00:00",
        ("sea", "to read"),
    )
    article = extract(open_page(pier.original))
    assert (article.title, article.byline) == ("The pier & its ropes", "Ada Brandt")
    assert all(paragraph in article.text for paragraph in STORY)


def test_a_picture_is_found_by_the_sum_of_its_bytes(tmp_path: Path) -> None:
    (pier,) = items(export(tmp_path / "a.enex", CLIP))
    (picture,) = extract(open_page(pier.original)).pictures
    assert picture.content == PICTURE


def test_a_tag_that_is_closed_at_once_does_not_hold_what_follows(tmp_path: Path) -> None:
    body = '<a name="x"/>One<div/><b/>Two<br/><en-todo checked="true"/>Three'
    (item,) = items(export(tmp_path / "a.enex", note("A", body)))
    assert (
        b'<a name="x"></a>One<div></div><b></b>Two<br/>\xe2\x98\x91 Three' in item.original.content
    )


def test_what_is_locked_and_what_is_missing_is_left_out(tmp_path: Path) -> None:
    body = (
        'Open <en-crypt cipher="RC2">c2VjcmV0</en-crypt> words <en-media hash="00" type="image/x"/>'
    )
    (item,) = items(export(tmp_path / "a.enex", note("A", body)))
    assert b"Open  words" in item.original.content
    assert b"c2VjcmV0" not in item.original.content


def test_a_picture_without_its_bytes_keeps_its_place(tmp_path: Path) -> None:
    resource = (
        '<resource><mime>image/png</mime><recognition><![CDATA[<recoIndex objID="'
        f'{SUM}"/>]]></recognition><resource-attributes><source-url>https://a.example/p.png'
        "</source-url></resource-attributes></resource>"
    )
    body = f'Words <en-media hash="{SUM}" type="image/png"/>'
    (item,) = items(export(tmp_path / "a.enex", note("A", body, resource)))
    assert b'<img src="https://a.example/p.png"' in item.original.content


def test_a_note_that_is_one_document_is_that_document(tmp_path: Path) -> None:
    data = base64.b64encode(b"%PDF-1.4 pier").decode()
    resource = f"<resource><data>{data}</data><mime>application/pdf</mime></resource>"
    (item,) = items(export(tmp_path / "a.enex", note("A paper", "<div/>", resource)))
    assert (item.original.name, item.original.content) == ("A paper.pdf", b"%PDF-1.4 pier")


def test_tasks_are_lines(tmp_path: Path) -> None:
    (item,) = items(export(tmp_path / "a.enex", note("A", "Words", TASK)))
    assert "☑ Count the ropes".encode() in item.original.content


def test_one_bad_note_stops_no_other(tmp_path: Path) -> None:
    bad = "<note><tag>x<title></note>"
    salvaged = note("Tom & Jerry &nbsp;", "Words\x01")
    path = export(tmp_path / "a.enex", note("One", "Words"), bad, salvaged, note("Four", "Words"))
    assert [one.record.stated.title for one in items(path)] == ["One", "Tom Jerry", "Four"]
    assert [fault.name for fault in faults(path)] == ["note 2"]


def test_a_file_cut_within_a_note_says_so(tmp_path: Path) -> None:
    whole = f"{HEAD}{note('One', 'Words')}{note('Two', 'Words')}"
    path = write(tmp_path / "a.enex", whole[:-40])
    assert [one.record.stated.title for one in items(path)] == ["One"]
    assert "ends within a note" in faults(path)[0].reason


def test_nothing_outside_a_note_is_put_into_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET")
    head = f'<!DOCTYPE en-export [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]><en-export>'
    path = write(tmp_path / "a.enex", f"{head}{note('A &x;', 'Words &x;')}</en-export>")
    (item,) = items(path)
    assert b"SECRET" not in item.original.content + item.record.as_json()


def test_utf_16_and_the_twelve_hour_clock_are_read(tmp_path: Path) -> None:
    told = f"{HEAD}{note('Größe', 'Words')}</en-export>"
    told = told.replace("20201218T233500Z", "20201218T113500 PMZ")
    path = write(tmp_path / "a.enex", told.encode("utf-16"))
    (item,) = items(path)
    assert item.record.stated.title == "Größe"
    assert item.record.saved_at == "2020-12-18T23:35:00+00:00"


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.enex"
    with path.open("w") as file:
        file.write(HEAD)
        for _ in range(60):
            file.write(note("A", "word " * 200_000))
    tracemalloc.start()
    try:
        assert library(path, "Evernote").tallies().with_text == 60
        assert tracemalloc.get_traced_memory()[1] < 24 << 20
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 56 << 20


def test_importing_twice_gives_the_same(tmp_path: Path) -> None:
    path = export(tmp_path / "a.enex", CLIP, CLIP)
    first, second = ([one.original.digest for one in items(path)] for _ in range(2))
    assert first == second
    assert len({one.key for one in items(path)}) == 2


def test_a_note_without_words_is_passed_over(tmp_path: Path) -> None:
    path = export(tmp_path / "a.enex", note("Empty", "<div><br/></div>"), note("Full", "Words"))
    assert list(by_title(path)) == ["Full"]
    assert not faults(path)[0].is_broken


def test_what_was_highlighted_is_marked_in_its_colour(tmp_path: Path) -> None:
    newer = '<span style="--en-highlight:blue;background-color: #adecf4;">two <b>ropes</b></span>'
    older = '<span style="-evernote-highlight:true;background-color:#ffd1b0">one</span>'
    both = f"<div>Here are {newer}, and {older}</div><div>{older} <i>{newer}</i></div>"
    (item,) = items(export(tmp_path / "a.enex", note("A", both)))
    assert [(mark.exact, mark.colour) for mark in item.record.brought.marks] == [
        ("two ropes", "blue"),
        ("one", "#ffd1b0"),
        ("one", "#ffd1b0"),
        ("two ropes", "blue"),
    ]


def test_code_keeps_its_lines(tmp_path: Path) -> None:
    lines = "<div>if a &lt; b:</div><div>    <b>tie</b>()</div><div><br/></div><div>go()</div>"
    body = f'<div style="x;--en-codeblock:true;">{lines}</div><div>After</div>'
    (item,) = items(export(tmp_path / "a.enex", note("A", body)))
    code = b"<pre>if a &lt; b:\n    tie()\n\ngo()</pre><div>After</div>"
    assert code in item.original.content


def test_code_that_never_ends_is_left_as_it_is(tmp_path: Path) -> None:
    body = '<div style="--en-codeblock:true;"><div>if a:</div><div>tie()'
    (item,) = items(export(tmp_path / "a.enex", note("A", body)))
    assert b"<div>tie()" in item.original.content
