"""What another program kept comes in as it is, where no story is found in it."""

from dataclasses import replace
from pathlib import Path

from pages_made import png

from reader.articles.article import Article
from reader.foreign.items import as_document
from reader.library.library import Library
from reader.library.preparing import clean
from reader.pages.open_page import open_page
from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.record import RECORD_NAME, Record, Stated

RECORD = Record(program="Evernote", stated=Stated(title="The pier"))
PICTURE = '<img src="files/pier.png">'


def kept(fragment: str, record: Record = RECORD) -> tuple[Article, dict[str, bytes]]:
    parts = {
        RECORD_NAME: part_of(record.as_json()),
        "files/pier.png": part_of(png(400, 300)),
    }
    original = Original("The pier.html", as_document(record, fragment), parts)
    return clean(open_page(original), Path("The pier.html"))


def test_a_short_note_keeps_its_picture() -> None:
    article, contents = kept(f"<div>Two ropes.</div><div>{PICTURE}</div>")
    assert article.text == "Two ropes."
    assert list(contents.values()) == [png(400, 300)]
    assert '<img src="files/pier.png"' in article.html


def test_a_picture_without_a_word_comes_in() -> None:
    for address in ("", "https://a.example/pier"):
        article, contents = kept(PICTURE, replace(RECORD, address=address))
        assert list(contents.values()) == [png(400, 300)]
        assert (article.title, article.completeness.value) == ("The pier", "whole")


def test_the_headline_is_not_said_again_in_the_text() -> None:
    article, _ = kept("<div>Two ropes.</div>")
    assert article.text == "Two ropes."
    article, _ = kept("<h1>Ropes</h1><div>Two of them.</div>")
    assert article.text == "Ropes\n\nTwo of them."


def test_a_text_that_cannot_be_read_leaves_its_link(library: Library) -> None:
    record = replace(RECORD, address="https://a.example/pier")
    parts = {RECORD_NAME: part_of(record.as_json())}
    broken = Original("The pier.pdf", b"%PDF-1.4 broken", parts)
    for status in ("added", "duplicate"):
        link, fault = library.take([broken])
        assert (link.status.value, link.title) == (status, "The pier")
        assert fault.status.value == "failed"
        assert "Its link comes in without the text." in fault.reason
    assert library.clipping(link.id).article.completeness.value == "link"
    alone = replace(broken, parts={RECORD_NAME: part_of(RECORD.as_json())})
    (fault,) = library.take([alone])
    assert fault.status.value == "failed"


def test_a_long_list_of_links_is_kept_and_a_page_of_menus_is_a_link() -> None:
    record = replace(RECORD, address="https://a.example/pier")
    rows = "".join(f'<li><a href="/{n}">Link number {n} leads on</a></li>' for n in range(300))
    article, _ = kept(f"<ul>{rows}</ul>", record)
    assert "Link number 299 leads on" in article.text
    article, _ = kept(f"<!DOCTYPE html><html><body><nav>{rows}</nav></body></html>", record)
    assert article.completeness.value == "link"


def test_pictures_that_were_not_saved_are_a_note_all_the_same() -> None:
    figure = '<figure><img src="https://a.example/1.jpg"><figcaption>A rope</figcaption></figure>'
    article, contents = kept(figure)
    assert (article.completeness.value, contents) == ("whole", {})
    assert [one.address for one in article.pictures] == ["https://a.example/1.jpg"]
