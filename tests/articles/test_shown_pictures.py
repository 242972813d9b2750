"""Which pictures of a page the safe HTML shows, by the address they are kept under."""

from pathlib import Path

import pytest
from pages_made import png, story_page, write

from reader.articles.extract import extract
from reader.articles.safe_html import safe_html
from reader.pages.open_page import open_page
from reader.pages.original import read_original


@pytest.mark.parametrize("name", ["plain", "Two words", "Фото дня", "50 % off, two  spaces & more"])
def test_a_picture_is_shown_whatever_letters_its_folder_is_named_with(
    tmp_path: Path, name: str
) -> None:
    picture = f'<figure><img src="./{name}_files/a%20b.png" alt="A lamp"></figure>'
    saved = write(tmp_path / f"{name}.html", story_page(body=picture.replace("&", "&amp;")))
    write(tmp_path / f"{name}_files" / "a b.png", png())

    article = extract(open_page(read_original(saved)))

    (kept,) = article.pictures
    assert kept.content == png()
    assert f'src="{kept.address.replace("&", "&amp;")}"' in article.html


def test_a_picture_that_was_not_named_is_not_shown() -> None:
    shown = safe_html('<p>A</p><img src="known%20one.png"><img src="other.png">', frozenset())
    assert "src" not in shown


def test_a_picture_written_in_escapes_is_shown_under_its_own_name() -> None:
    shown = safe_html('<img src="known%20one.png" alt="A">', frozenset({"known one.png"}))
    assert 'src="known one.png"' in shown
