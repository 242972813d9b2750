"""The pictures that lie beside a note belong to it."""

from pathlib import Path

from pages_made import STORY, png, write

from reader.articles.extract import extract
from reader.pages.markdown.pictures import embedded
from reader.pages.open_page import open_page
from reader.pages.original import read_original


def test_a_note_has_the_pictures_that_it_refers_to(tmp_path: Path) -> None:
    note = "# Lamp\n\n![one](img/a%20b.png)\n\n![[c.png|200]]\n\n![](../out.png)\n\n" + "\n\n".join(
        STORY
    )
    path = write(tmp_path / "notes" / "lamp.md", note)
    write(tmp_path / "notes" / "img" / "a b.png", png())
    write(tmp_path / "notes" / "attachments" / "c.png", png(60, 60))
    write(tmp_path / "notes" / "other.png", png())
    write(tmp_path / "out.png", png())
    original = read_original(path)
    assert sorted(original.parts) == ["attachments/c.png", "img/a b.png"]
    pictures = extract(open_page(original)).pictures
    assert [one.content for one in pictures] == [png(), png(60, 60)]


def test_each_way_to_write_a_picture_is_known() -> None:
    text = "![a](a.png 'A') ![b](<b c.png>) [d](no.png)\n[e]: e.png\n"
    assert list(embedded(text)) == ["a.png", "b c.png", "e.png"]
