"""Pages under the names that servers have for them are told by what they hold."""

from pathlib import Path

import pytest
from pages_made import png, story_page, write, write_story

from reader.pages.find_pages import find_pages
from reader.pages.original import read_original
from reader.pages.served import is_served_file


@pytest.mark.parametrize(
    "name",
    ["lamp", "lamp-lit-2.5-metres", "lamp.php", "lamp.asp", "lamp.php?id=7&lang=en", "index.html.1",
     "index.html?page=2", "lamp.aspx@id=7", "lamp.cgi?a=b.c", "3"],
)  # fmt: skip
def test_a_page_is_found_under_the_name_a_server_has_for_it(tmp_path: Path, name: str) -> None:
    page = write(tmp_path / "lamps.example" / name, f"\ufeff\n<!-- x -->{story_page()}")
    assert list(find_pages([tmp_path])) == [page]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("LICENSE", "Anyone may light the lamp."),
        ("feed", '<?xml version="1.0"?><rss version="2.0"></rss>'),
        ("sitemap", "<?xml version='1.0'?><urlset></urlset>"),
        ("lamp.php", "<?php echo 'lit';"),
        ("lamp", "\x89PNG\r\n"),
        ("lamp", ""),
        ("lamp.jpg", story_page()),
        ("lamp.css?v=3", story_page()),
        ("lamp.html.orig", story_page()),
        ("lamp.crdownload", story_page()),
        ("lamp.html.part", story_page()),
        ("~$lamp.html", story_page()),
    ],
)
def test_what_is_no_page_or_not_done_is_passed_over(
    tmp_path: Path, name: str, content: str
) -> None:
    lit = write_story(tmp_path / "lit.html")
    write(tmp_path / name, content)
    assert list(find_pages([tmp_path])) == [lit]


@pytest.mark.parametrize(
    "content",
    ['<?xml version="1.0"?>\n<rss version="2.0"></rss>', '{"name": "Lamps"}', '[{"id": 3}]'],
)
def test_what_a_site_gives_to_programs_is_passed_over_in_a_mirror(
    tmp_path: Path, content: str
) -> None:
    page = write_story(tmp_path / "lamps.example" / "lit.html")
    feed = write(tmp_path / "lamps.example" / "feed" / "index.html", content)
    assert list(find_pages([tmp_path])) == [page, feed]
    write(tmp_path / "lamps.example" / "site.css", "p {}")
    assert list(find_pages([tmp_path])) == [page]


@pytest.mark.parametrize("content", ["[[The lamp]] was lit.", '["Lit", she said]', "{{lamp}} lit"])
def test_a_note_that_starts_with_brackets_is_no_data(tmp_path: Path, content: str) -> None:
    write(tmp_path / "site.css", "p {}")
    note = write(tmp_path / "lit.md", content)
    assert list(find_pages([tmp_path])) == [note]


def test_a_folder_or_a_file_that_may_not_be_read_is_none(tmp_path: Path) -> None:
    assert not is_served_file(tmp_path)
    assert not is_served_file(tmp_path / "gone")


def test_the_pictures_of_such_a_page_belong_to_it(tmp_path: Path) -> None:
    site = tmp_path / "lamps.example"
    page = write(site / "lamp.php?id=7", story_page(body='<img src="img/a.png">'))
    write(site / "img" / "a.png", png())
    assert list(read_original(page).parts) == ["lamps.example/img/a.png"]
