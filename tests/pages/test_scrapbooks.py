"""Collections that scrapbook programs and mirrors keep give their pages, and no more."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pages_made import png, story_page, write, write_story

from reader.pages.find_pages import find_pages
from reader.pages.open_page import open_page
from reader.pages.original import Original, read_original
from reader.pages.part import LoadedPart, part_of

ABOUT = "id\t20081213120102\ntype\t\ntitle\tThe lamp\nchars\tUTF-8\nsource\t{}\ncomment\t\n"


def test_an_old_scrapbook_gives_each_page_with_its_address_and_its_day(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "20081213120102"
    page = write(folder / "index.html", story_page(body='<img src="lamp.png">'))
    write(folder / "index.dat", ABOUT.format("https://lamps.example/lit?a=1"))
    write(folder / "lamp.png", png())
    write_story(folder / "index_1.html")
    write(tmp_path / "scrapbook.rdf", "<?xml version='1.0'?><RDF/>")
    write_story(tmp_path / "tree" / "frame.html")
    assert list(find_pages([tmp_path])) == [page]
    opened = open_page(read_original(page))
    assert opened.address == "https://lamps.example/lit?a=1"
    assert opened.saved_at == datetime(2008, 12, 13, 12, 1, 2, tzinfo=UTC)
    assert sorted(opened.parts) == ["index.dat", "lamp.png"]


def test_it_does_so_where_nothing_else_lies_beside_the_page(tmp_path: Path) -> None:
    page = write_story(tmp_path / "20081213120102" / "index.html")
    write(page.with_name("index.dat"), ABOUT.format("https://lamps.example/"))
    assert open_page(read_original(page)).address == "https://lamps.example/"


@pytest.mark.parametrize(
    ("about", "address"),
    [
        (ABOUT.format("file:///C:/lamp.html"), ""),
        ("id\t20081399999999\nsource\thttps://lamps.example/", "https://lamps.example/"),
        ("\0\0\0", ""),
        ("source" * 20_000, ""),
    ],
)
def test_what_is_said_beside_a_page_may_be_wrong(about: str, address: str) -> None:
    parts = {"index.dat": part_of(about.encode())}
    assert open_page(Original("index.html", story_page().encode(), parts)).address == address


def test_what_is_said_beside_a_page_may_be_damaged() -> None:
    def fail() -> bytes:
        raise OSError("damaged")

    parts = {"index.dat": LoadedPart(fail)}
    assert open_page(Original("index.html", story_page().encode(), parts)).address == ""


def test_the_pages_to_look_through_a_scrapbook_are_none_of_it(tmp_path: Path) -> None:
    page = write_story(tmp_path / "20260304050607123" / "index.html")
    for name in ("meta.js", "toc.js", "map.html", "search.html"):
        write_story(tmp_path / "tree" / name)
    kept = write_story(tmp_path / "tree" / "lamp.html")
    assert list(find_pages([tmp_path])) == [page, kept]


def test_the_list_of_sites_that_a_mirror_makes_is_no_page(tmp_path: Path) -> None:
    page = write_story(tmp_path / "lamps.example" / "index.html")
    write_story(tmp_path / "index.html")
    write(tmp_path / "hts-log.txt", "done")
    assert list(find_pages([tmp_path])) == [page]
