"""The documents in a page's frames are found wherever a program keeps them."""

import base64
from collections.abc import Mapping
from urllib.parse import quote

import pytest
from pages_made import STORY, png, story_page

from reader.articles.extract import extract
from reader.pages.addressed import Addressed
from reader.pages.part import Part, part_of
from reader.pages.saved_page import Kind, SavedPage

PICTURE = png(300, 200)
INNER = story_page("Inside", body='<figure><img src="a.png" width=300 height=200></figure>')
TEXT = "\n\n".join(STORY)


def page(body: str, parts: Mapping[str, bytes] | None = None, head: str = "") -> SavedPage:
    kept: Mapping[str, Part] = {name: part_of(one) for name, one in (parts or {}).items()}
    markup = f"<html><head><title>Around</title>{head}</head>{body}</html>"
    return SavedPage("lamp.html", Kind.HTML, markup, "https://marrow.example/lamp", parts=kept)


def escaped(markup: str) -> str:
    return markup.replace("&", "&amp;").replace('"', "&quot;")


IN_DATA = base64.b64encode(INNER.encode()).decode()


@pytest.mark.parametrize(
    "frame",
    [
        f'<iframe title="a > b" srcdoc="{escaped(INNER)}"></iframe>',
        f"<IFRAME sandbox srcdoc='{INNER}'></IFRAME>",
        f'<iframe src="data:text/html;charset=utf-8,{quote(INNER)}"></iframe>',
        f"<iframe src=data:text/html;base64,{IN_DATA}></iframe>",
        '<iframe width="900" src="lamp_files/main.html"></iframe>',
        '<frameset cols="20%,80%"><frame src=lamp_files/menu.html><frame src=lamp_files/main.html>',
        f'<iframe srcdoc="<p>It</p>{escaped("<iframe src=lamp_files/main.html>")}">',
    ],
)
def test_a_story_in_a_frame_is_the_story_of_a_page_that_has_none(frame: str) -> None:
    files = {"lamp_files/main.html": INNER.encode(), "lamp_files/menu.html": b"<p>Menu</p>" * 9}
    article = extract(page(frame, files, head='<meta name="author" content="Ada Brandt">'))
    assert article.text == TEXT
    assert article.byline == "Ada Brandt"
    assert article.address == "https://marrow.example/lamp"


def test_pictures_of_a_frame_are_read_from_where_it_lies() -> None:
    files = {"lamp_files/main.html": INNER.encode(), "lamp_files/a.png": PICTURE}
    article = extract(page('<iframe src="lamp_files/main.html">', files))
    assert [one.content for one in article.pictures] == [PICTURE]


def test_pictures_of_a_frame_in_an_archive_are_found_by_address() -> None:
    here = "https://marrow.example/"
    files = {f"{here}in/main": part_of(INNER.encode()), f"{here}in/a.png": part_of(PICTURE)}
    markup = "<title>Around</title><iframe src=/in/main></iframe>"
    around = SavedPage("x", Kind.HTML, markup, here, parts=Addressed(files, here))
    article = extract(around)
    assert article.text == TEXT
    assert [one.content for one in article.pictures] == [PICTURE]


def test_an_advert_in_a_frame_does_not_stand_for_a_story() -> None:
    advert = story_page("Ovens", *(["Buy an oven now, and a second one tomorrow morning."] * 40))
    around = page(f'{story_page()}<iframe srcdoc="{escaped(advert)}"></iframe>')
    assert extract(around).text == TEXT
