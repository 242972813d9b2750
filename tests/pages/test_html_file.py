"""What a saved page tells of where and when it was saved."""

import time
from datetime import UTC, datetime

import pytest
from pages_made import story_page

from reader.articles.extract import extract
from reader.pages.html_file import open_html
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage

MADE = datetime(2026, 3, 1, tzinfo=UTC)


def opened(markup: str, name: str = "page.html") -> SavedPage:
    return open_html(Original(name, markup.encode(), {}, MADE), markup)


def test_chromium_says_where_it_saved_a_page_from() -> None:
    page = opened(
        "<!DOCTYPE html>\n<!-- saved from url=(0037)https://harbour.example/2026/lamp?a=1 -->\n"
    )
    assert page.address == "https://harbour.example/2026/lamp?a=1"
    assert page.saved_at == MADE


SINGLE_FILE = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://harbour.example/2026/lamp
 saved date: {date}
--><meta charset=utf-8>"""


def test_single_file_says_where_and_when() -> None:
    page = opened(
        SINGLE_FILE.format(
            date="Tue Nov 03 2026 21:14:05 GMT+0200 (Eastern European Standard Time)"
        )
    )
    assert page.address == "https://harbour.example/2026/lamp"
    assert page.saved_at == datetime(2026, 11, 3, 19, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Tue Feb 31 2026 21:14:05 GMT+0200", "Tir Nov 03 2026 21:14:05 GMT+9999",
     "Tue Nov 03 2026 99:99:99 GMT+0200", "Sat Jan 01 0001 00:00:00 GMT+1400"],
)  # fmt: skip
def test_a_date_that_is_none_gives_way_to_the_file_s_own(date: str) -> None:
    assert opened(SINGLE_FILE.format(date=date)).saved_at == MADE


@pytest.mark.parametrize(
    "address", ["file:///home/ada/lamp.html", "about:internet", "javascript:lamp()", "https://"]
)
def test_only_an_address_of_the_web_is_one(address: str) -> None:
    assert opened(f"<!-- saved from url=({len(address):04}){address} -->").address == ""


@pytest.mark.parametrize(
    "told",
    [
        "view-source:https://lamps.example/lit?a=1",
        "about:reader?url=https%3A%2F%2Flamps.example%2Flit%3Fa%3D1",
        "read://https_lamps.example/?url=https%3a%2f%2Flamps.example%2Flit%3Fa%3D1&amp;x=2",
        "moz-extension://5d/reader.html?id=3&amp;url=https://lamps.example/lit?a=1",
    ],
)
def test_a_page_in_a_reading_view_has_the_address_of_the_page_that_it_shows(told: str) -> None:
    page = opened(f"<html><!-- Page saved with SingleFile \n url: {told} \n-->{story_page()}")
    assert page.address == "https://lamps.example/lit?a=1"


def test_a_page_saved_out_of_firefox_s_reading_view_has_its_address_and_its_author() -> None:
    head = (
        '<div class="header reader-header"><a class="domain reader-domain" '
        'href="https://lamps.example/lit?a=1&amp;b=2">lamps.example</a>'
        '<h1 class="reader-title">The lamp is lit again</h1>'
        '<div class="credits reader-credits">Ada Brandt</div></div>'
    )
    page = opened(story_page(body="<br>").replace("<article>", f"{head}<article>"))
    assert page.address == "https://lamps.example/lit?a=1&b=2"
    assert extract(page).people == ("Ada Brandt",)


def test_a_tree_of_sites_tells_the_address_by_its_folders() -> None:
    page = opened("<p>Lit", "harbour.example/2026/lamp.html")
    assert page.address == "http://harbour.example/2026/lamp.html"


def test_the_page_s_own_word_counts_more_than_its_folders() -> None:
    markup = "<!-- saved from url=(0022)https://sea.example/a -->"
    assert opened(markup, "harbour.example/lamp.html").address == "https://sea.example/a"


def test_a_page_in_a_plain_folder_has_no_address() -> None:
    assert opened("<p>Lit", "pages/lamp.html").address == ""
    assert opened("<p>Lit").address == ""


@pytest.mark.parametrize(
    "written",
    [
        '<html data-scrapbook-source="https://lamps.example/lit?a=1&amp;b=2#top"'
        ' data-scrapbook-create="20261121233406123" lang="en">',
        '<html><head><meta name="savepage-url" content="https://lamps.example/lit?a=1&amp;b=2">'
        '<meta name="savepage-title" content="The lamp">'
        '<meta name="savepage-date" content="Sun Nov 22 2026 00:34:06 GMT+0100 (CET)">',
        "<!-- Saved from https://lamps.example/lit?a=1&b=2 at 2026-11-21T23:34:06Z using monolith"
        " v2.8 --><html>",
        "<html>\n<!-- Page saved with SingleFileZ \n url: https://lamps.example/lit?a=1&amp;b=2 \n"
        " saved date: Sat Nov 21 2026 23:34:06 GMT+0000 (Coordinated Universal Time)\n-->",
    ],
)
def test_programs_that_save_pages_tell_where_and_when(written: str) -> None:
    page = opened(written + story_page())
    assert page.address == "https://lamps.example/lit?a=1&b=2"
    assert page.saved_at == datetime(2026, 11, 21, 23, 34, 6, tzinfo=UTC)


def test_a_mirror_tells_where_and_when() -> None:
    note = (
        "<!-- Mirrored from lamps.example/lit.html by HTTrack Website Copier/3.x [XR&CO'2014],"
        " Sat, 21 Nov 2026 23:34:06 GMT -->"
    )
    page = opened(story_page().replace("<head>", f"{note}<head>"))
    assert page.address == "http://lamps.example/lit.html"
    assert page.saved_at == datetime(2026, 11, 21, 23, 34, 6, tzinfo=UTC)


def test_signs_without_end_are_looked_through_in_little_time() -> None:
    began = time.process_time()
    for sign in ("<!-- saved from url=", "<html ", "<!-- Page saved with SingleFile \n url: "):
        opened(sign * 50_000 + story_page())
    assert time.process_time() - began < 5


def test_what_stands_behind_the_styles_of_a_page_is_read_as_well() -> None:
    styles = f"<style>{'b { color: red } ' * 4000}</style>"
    told = '<meta name="savepage-url" content="https://lamps.example/lit"></head>'
    page = opened(f"<html><head>{styles}{told}<body>")
    assert page.address == "https://lamps.example/lit"
