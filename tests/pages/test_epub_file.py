"""An article that was saved as an EPUB is one page, and a collection has its articles."""

import io
import time
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png

from reader.articles.extract import extract
from reader.errors import CannotOpenPage
from reader.pages.epub_file import open_epub
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
LAMP = "https://marrow.example/2026/lamp"
ONE = f"<dc:title>The lamp is lit again</dc:title><dc:source>{LAMP}</dc:source>"
Files = Mapping[str, str | bytes]


def chapter(body: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/>{head}</head><body>{body}</body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts or STORY)


def epub(
    metadata: str, spine: Files, others: Files | None = None, guide: str = "", ncx: str = ""
) -> bytes:
    """An EPUB with these files in its spine; `others` are in the archive, pictures declared."""
    toc = {"toc.ncx": ncx} if ncx else {}
    files = {**spine, **toc, **(others or {})}
    manifest = "".join(
        f'<item id="f{number}" href="{name.removeprefix("OPS/")}" media-type="{_kind(name)}"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if 'nav' in name else ''}/>"
        for number, name in enumerate(files)
    )
    order = "".join(f'<itemref idref="f{number}"/>' for number in range(len(spine)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>'
        f"<manifest>{manifest}</manifest><spine>{order}</spine><guide>{guide}</guide></package>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", package)
        for name, content in files.items():
            place = name if name.startswith("META-INF") else f"OPS/{name}"
            archive.writestr(place, content)
    return made.getvalue()


def _kind(name: str) -> str:
    kinds = {"png": "image/png", "ncx": "application/x-dtbncx+xml"}
    return kinds.get(name.rpartition(".")[2], "application/xhtml+xml")


def opened(content: bytes) -> list[SavedPage]:
    return list(open_epub(Original("lamp.epub", content)))


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        opened(content)
    return str(told.value)


def test_an_epub_says_what_its_article_is() -> None:
    metadata = ONE + (
        '<dc:creator id="a">Ada Brandt</dc:creator><dc:creator>Jo Fell; Kit Marsh</dc:creator>'
        '<dc:creator id="b">Printer</dc:creator>'
        '<meta refines="#a" property="role">aut</meta><meta refines="#b" property="role">bkp</meta>'
        '<dc:creator opf:role="ill">Painter</dc:creator><dc:creator>calibre</dc:creator>'
        "<dc:language>en_GB</dc:language><dc:publisher>Marrow Post</dc:publisher>"
        "<dc:subject>Harbour</dc:subject><dc:subject>Sea</dc:subject>"
        "<dc:date>2026-03-04T05:06:07Z</dc:date>"
        '<meta property="dcterms:modified">2026-05-01T00:00:00Z</meta>'
    )
    (page,) = opened(epub(metadata, {"a.xhtml": chapter(paragraphs())}))
    stated = page.record.stated
    assert page.address == LAMP
    assert page.saved_at == datetime(2026, 5, 1, tzinfo=UTC)
    assert stated.title == "The lamp is lit again"
    assert stated.people == ("Ada Brandt", "Jo Fell", "Kit Marsh")
    assert stated.source == "Marrow Post"
    assert extract(page).language == "en-GB"
    assert stated.published == "2026-03-04T05:06:07Z"
    assert stated.topics == ("Harbour", "Sea")


def test_the_day_on_which_the_file_was_made_is_not_the_articles() -> None:
    day = "<dc:date>2026-05-01T00:00:07Z</dc:date>"
    made = '<meta property="dcterms:modified">2026-05-01T00:00:00Z</meta>'
    (page,) = opened(epub(ONE + day + made, {"a.xhtml": chapter(paragraphs())}))
    assert page.record.stated.published == ""


@pytest.mark.parametrize(
    "told",
    [
        f'<dc:identifier opf:scheme="URI">{LAMP}</dc:identifier>',
        f"<dc:identifier>url:{LAMP}</dc:identifier>",
        f"<dc:source>{LAMP}</dc:source><dc:identifier>urn:uuid:77</dc:identifier>",
    ],
)
def test_the_address_is_read_wherever_it_is_told(told: str) -> None:
    (page,) = opened(epub(f"<dc:title>T</dc:title>{told}", {"a.xhtml": chapter(paragraphs())}))
    assert page.address == LAMP


def test_chapters_are_joined_in_their_order_without_cover_title_page_and_contents() -> None:
    spine = {
        "cover.xhtml": chapter('<img src="cover.png"/>'),
        "title.xhtml": chapter("<h1>The lamp is lit again</h1><p>Ada Brandt</p>"),
        "nav.xhtml": chapter(
            '<nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li></ol></nav>'
        ),
        "b.xhtml": chapter(f"<h2>First</h2>{paragraphs(STORY[0])}"),
        "a.xhtml": chapter(f"<h2>Second</h2>{paragraphs(STORY[1])}"),
        "end.xhtml": chapter('<p>Made by <a href="https://x.example">Lamp Press</a></p>'),
    }
    metadata = ONE + "<dc:creator>Ada Brandt</dc:creator><dc:publisher>Lamp Press</dc:publisher>"
    guide = '<reference type="cover" href="cover.xhtml"/>'
    (page,) = opened(epub(metadata, spine, {"cover.png": png()}, guide))
    assert page.entry == ""
    assert page.markup.index(STORY[0]) < page.markup.index(STORY[1])
    for word in ("cover.png", "Lamp Press", "<nav", ">Ada Brandt"):
        assert word not in page.markup


def test_pictures_are_found_from_each_chapters_own_place() -> None:
    spine = {
        "text/a.xhtml": chapter(f'{paragraphs()}<img src="../img/a%20b.png"/>'),
        "b.xhtml": chapter(f'{paragraphs()}<svg><image xlink:href="img/c.png" '
                           'xmlns:xlink="http://www.w3.org/1999/xlink"/></svg>'),
    }  # fmt: skip
    (page,) = opened(epub(ONE, spine, {"img/a b.png": png(), "img/c.png": png(60, 60)}))
    article = extract(page)
    assert [one.content for one in article.pictures] == [png(), png(60, 60)]
    assert set(page.parts) == {"OPS/img/a b.png", "OPS/img/c.png"}


def point(title: str, name: str, kind: str = "", below: str = "") -> str:
    label = f'<navLabel><text>{title}</text></navLabel><content src="{name}"/>'
    return f'<navPoint class="{kind}">{label}{below}</navPoint>'


def news() -> bytes:
    """A collection as news readers make it: sections, and a file for each article or two."""
    second = point("Part two", "a2.xhtml")
    articles = point("The lamp", "a.xhtml", "article", second) + point(
        "The gate", "b.xhtml#x", "article"
    )
    ncx = f"<ncx><navMap>{point('Home', 'feed.xhtml', 'section', articles)}</navMap></ncx>"
    links = "".join(f'<li><a href="{one}.xhtml">The article {one}</a></li>' for one in "ab")
    bar = '<div class="calibre_navbar"><a href="b.xhtml">Next</a></div>'
    source = f'<p>Fetched from <a rel="calibre-downloaded-from" href="{LAMP}">{LAMP}</a></p>'
    spine = {
        "feed.xhtml": chapter(f"<h1>Home</h1><ul>{links}</ul>"),
        "a.xhtml": chapter(f"{bar}<h1>The lamp is lit</h1>{paragraphs()}{source}"),
        "a2.xhtml": chapter(paragraphs("And so it burned on.")),
        "b.xhtml": chapter(paragraphs(*STORY[::-1])),
        "b_split.xhtml": chapter(paragraphs("The gate held.")),
    }
    about = "<dc:title>News of Monday</dc:title><dc:creator>calibre</dc:creator>"
    return epub(f"{about}<dc:language>en</dc:language>", spine, ncx=ncx)


def test_a_collection_has_a_page_for_each_article() -> None:
    first, second = opened(news())
    assert (first.entry, second.entry) == ("OPS/a.xhtml", "OPS/b.xhtml")
    assert (first.address, second.address) == (LAMP, "")
    assert "And so it burned on." in first.markup
    assert "The gate held." in second.markup
    assert "Next" not in first.markup
    assert "Fetched from" not in first.markup
    assert [extract(one).title for one in (first, second)] == ["The lamp is lit", "The gate"]
    assert {one.record.stated.people for one in (first, second)} == {()}


def test_a_newspapers_sections_are_no_articles_however_much_they_say_of_them() -> None:
    """As calibre writes them: a summary of each article on the page of its section."""

    def section(*names: str) -> str:
        about = (f'<li><a href="{one}">It is lit</a><p>{STORY[0]}</p></li>' for one in names)
        return chapter(f"<h2>Home</h2><ul>{''.join(about)}</ul>")

    parts = point("Part two", "a2.xhtml")
    sections = point("Home", "one.xhtml", "", point("A", "a.xhtml", "", parts))
    sections += point("World", "two.xhtml", "", point("B", "b.xhtml") + point("C", "c.xhtml"))
    spine = {
        "one.xhtml": section("a.xhtml"),
        "a.xhtml": chapter(f"<h1>The lamp is lit</h1>{paragraphs()}"),
        "a2.xhtml": chapter(paragraphs("And so it burned on.")),
        "two.xhtml": section("b.xhtml", "c.xhtml"),
        "b.xhtml": chapter(f"<h1>The gate</h1>{paragraphs(*STORY[::-1])}"),
        "c.xhtml": chapter(f"<h1>The ferry</h1>{paragraphs(*STORY[1:])}"),
    }
    kind = '<meta name="calibre:publication_type" content="periodical:unknown:Monday"/>'
    ncx = f"<ncx><navMap>{sections}</navMap></ncx>"
    pages = opened(epub(f"<dc:title>Monday</dc:title>{kind}", spine, ncx=ncx))
    assert [one.entry for one in pages] == ["OPS/a.xhtml", "OPS/b.xhtml", "OPS/c.xhtml"]
    assert "And so it burned on." in pages[0].markup


def test_a_picture_before_the_articles_is_none_of_them() -> None:
    ncx = f"<ncx><navMap>{point('A', 'a.xhtml')}{point('B', 'b.xhtml')}</navMap></ncx>"
    link = f'<p>From <a href="{LAMP}/%d">{LAMP}/%d</a></p>'
    spine = {
        "front.xhtml": chapter('<p><img src="a.png"/></p>'),
        "a.xhtml": chapter(paragraphs() + link % (1, 1)),
        "b.xhtml": chapter(paragraphs(*STORY[::-1]) + link % (2, 2)),
    }
    pages = opened(epub("<dc:title>All</dc:title>", spine, {"a.png": png()}, ncx=ncx))
    assert [one.entry for one in pages] == ["OPS/a.xhtml", "OPS/b.xhtml"]


def test_each_article_of_a_collection_is_in_its_own_language() -> None:
    ncx = f"<ncx><navMap>{point('A', 'a.xhtml', 'article')}{point('B', 'b.xhtml', 'article')}"
    german = paragraphs("Das Licht brennt wieder, und die Fischer sind mit dem Boot im Hafen. " * 9)
    spine = {
        "a.xhtml": chapter(paragraphs()),
        "b.xhtml": chapter(german).replace("<html ", '<html xml:lang="de" '),
    }
    about = "<dc:title>All</dc:title><dc:language>en</dc:language>"
    pages = opened(epub(about, spine, ncx=f"{ncx}</navMap></ncx>"))
    assert [extract(one).language for one in pages] == ["en", "de"]


def test_articles_with_addresses_of_their_own_are_a_collection() -> None:
    def about(number: int) -> str:
        address = f"{LAMP}/{number}"
        return chapter(f'<h1>Lamp {number}</h1><p>Saved from <a href="{address}">{address}</a></p>')

    spine = {
        f"{n}{k}.xhtml": about(n) if k == "a" else chapter(paragraphs())
        for n in (1, 2)
        for k in "ab"
    }
    found = opened(epub("<dc:title>My articles</dc:title>", spine))
    assert [one.address for one in found] == [f"{LAMP}/1", f"{LAMP}/2"]
    assert all(STORY[0] in one.markup for one in found)


def test_chapters_of_a_book_are_no_collection() -> None:
    links = "".join(f'<li><a href="{one}.xhtml">Part {one}</a></li>' for one in "ab")
    spine = {f"{one}.xhtml": chapter(f"<h1>Part {one}</h1>{paragraphs()}") for one in "ab"}
    nav = {"nav.xhtml": chapter(f'<nav epub:type="toc"><ol>{links}</ol></nav>')}
    assert len(opened(epub("<dc:title>The book</dc:title>", spine, nav))) == 1


def test_markup_that_is_no_xml_is_read_as_browsers_would() -> None:
    broken = f"<html><body><p>Fish & chips<br>{paragraphs()}</body>"
    named = chapter(f"<p>caf&eacute;&nbsp;open</p><a id='x'/>{paragraphs()}")
    (page,) = opened(epub(ONE, {"a.xhtml": broken, "b.xhtml": named}))
    assert "Fish &amp; chips" in page.markup
    assert "café\xa0open" in page.markup.replace("&nbsp;", "\xa0").replace("&#160;", "\xa0")


def test_entities_are_never_expanded() -> None:
    evil = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">'
        '<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
        f"<html><body><p>&a;&c;</p>{paragraphs()}</body></html>"
    )
    (page,) = opened(epub(ONE, {"a.xhtml": evil}))
    assert "root:" not in page.markup
    assert "bbbbbbbbbb" not in page.markup


def test_a_list_of_entities_that_never_ends_takes_no_time() -> None:
    endless = "<!DOCTYPE[" * 6000 + chapter(paragraphs())
    began = time.process_time()
    opened(epub(ONE, {f"{name}.xhtml": endless for name in "abcd"}))
    assert time.process_time() - began < 2


def _encrypted(way: str) -> dict[str, str]:
    method = f'<EncryptionMethod Algorithm="{way}"/>'
    return {"META-INF/encryption.xml": f"<encryption><Data>{method}</Data></encryption>"}


def test_a_protected_epub_is_refused_with_a_sentence() -> None:
    locked = _encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert "protected" in fault(epub(ONE, {"a.xhtml": chapter(paragraphs())}, locked))


def test_scrambled_fonts_are_no_protection() -> None:
    fonts = _encrypted("http://www.idpf.org/2008/embedding")
    assert opened(epub(ONE, {"a.xhtml": chapter(paragraphs())}, fonts))


def test_an_epub_without_text_is_refused_with_a_sentence() -> None:
    assert "without a text" in fault(epub(ONE, {}))
    assert "without a text" in fault(epub(ONE, {"a.xhtml": chapter("")}))
    assert "damaged" in fault(b"PK\3\4 and nothing more")


def test_a_chapter_that_unpacks_to_too_much_is_left_out() -> None:
    bomb = "<html><body>" + "a" * (41 << 20)
    (page,) = opened(epub(ONE, {"a.xhtml": bomb, "b.xhtml": chapter(paragraphs())}))
    assert STORY[0] in page.markup
    assert len(page.markup) < 10_000


SMALL = epub(ONE, {"a.xhtml": chapter(paragraphs(STORY[0]))})


@given(st.integers(0, len(SMALL) - 1), st.binary(max_size=9), st.integers(0, 30))
def test_damage_is_told_and_never_worse(at: int, put: bytes, gone: int) -> None:
    with suppress(CannotOpenPage):
        assert opened(SMALL[:at] + put + SMALL[at + gone :])


@given(st.binary(max_size=300))
def test_any_bytes_may_stand_where_a_chapter_should(content: bytes) -> None:
    (page,) = opened(epub(ONE, {"a.xhtml": content, "b.xhtml": chapter(paragraphs())}))
    assert STORY[0] in page.markup


@given(st.text(alphabet='<>/&;"=abcdc:title meta', max_size=120))
def test_any_words_may_stand_where_the_metadata_should(metadata: str) -> None:
    with suppress(CannotOpenPage):
        assert opened(epub(metadata, {"a.xhtml": chapter(paragraphs())}))


def test_a_title_page_may_say_what_made_the_file_and_where_to_complain() -> None:
    complain = (
        "<h1>The lamp is lit again</h1><p>Produced by Lamp Press 2.4</p><p>Please open "
        '<a href="https://press.example/faults">an issue</a> if this book looks odd to you.</p>'
    )
    metadata = f"{ONE}<dc:publisher>Lamp Press</dc:publisher>"
    spine = {"title.xhtml": chapter(complain), "a.xhtml": chapter(paragraphs())}
    (page,) = opened(epub(metadata, spine))
    assert "Produced by" not in page.markup
