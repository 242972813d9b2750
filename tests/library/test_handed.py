"""What comes in without being a file: words, an address, a recording."""

from pathlib import Path

from pages_made import STORY, story_page, write_story

from reader.articles.article import Completeness
from reader.clipping import Status
from reader.library.handed import as_link, as_pasted
from reader.library.library import Library

ADDRESS = "https://news.example/lamp"


def test_an_address_becomes_a_link_without_text_once(library: Library) -> None:
    (came,) = library.take([as_link(ADDRESS)])
    assert came.status is Status.ADDED
    article = library.clipping(came.id).article
    assert (article.completeness, article.address, article.title) == (
        Completeness.LINK,
        ADDRESS,
        ADDRESS,
    )
    (again,) = library.take([as_link(ADDRESS)])
    assert (again.status, again.id) == (Status.DUPLICATE, came.id)


def test_a_saved_page_fills_the_link_of_its_address(library: Library, tmp_path: Path) -> None:
    (link,) = library.take([as_link(ADDRESS, "Lamp")])
    (came,) = library.take([as_pasted(story_page().encode(), "Lamp", ".html", ADDRESS)])
    assert (came.status, came.id) == (Status.FILLED, link.id)
    assert "Marrow Point" in library.clipping(link.id).article.text


def test_pasted_words_are_kept_as_they_came(library: Library) -> None:
    content = story_page().encode("utf-16-le")
    original = as_pasted(content, "The lamp: lit/again?", ".html", ADDRESS)
    assert original.name == "The lamp lit again.html"
    (came,) = library.take([original])
    clipping = library.clipping(came.id)
    assert clipping.article.address == ADDRESS
    assert clipping.article.title == "The lamp is lit again"
    kept = library._blobs.open_original(original.digest)
    assert kept.content == content
    assert [one.status for one in library.take([original])] == [Status.DUPLICATE]


def test_what_is_no_page_is_told(library: Library) -> None:
    (came,) = library.take([as_pasted(b"\x89PNG\r\n\x1a\n", "picture", ".png")])
    assert came.status is Status.FAILED
    assert "picture" in came.reason


def test_a_file_is_kept_only_while_it_is_what_came_in(library: Library, tmp_path: Path) -> None:
    page = write_story(tmp_path / "lamp.html")
    assert not library.keeps(page)
    list(library.add([page]))
    assert library.keeps(page)
    (kept,) = (library.folder / "originals").glob("*/*")
    packed = kept.read_bytes()
    kept.write_bytes(packed[:-40])
    assert not library.keeps(page)
    kept.write_bytes(packed)
    page.write_text("another")
    assert not library.keeps(page)
    page.unlink()
    assert not library.keeps(page)


def test_mails_that_came_as_bytes_are_read_as_mails(library: Library) -> None:
    head = "From: Ina <ina@post.example>\nTo: a@b.example\nDate: Mon, 2 Nov 2020 10:00:00 +0000\n"
    mail = f"{head}Subject: The lamp is lit\n\n{STORY[0]}\n".encode()
    (one,) = library.take([as_pasted(mail, "", ".eml")])
    assert (one.status, one.title) == (Status.ADDED, "The lamp is lit")
    many = b"".join(
        b"From ina@post.example Mon Nov  2 10:00:00 2020\n"
        + mail.replace(b"lamp is lit", title)
        + b"\n"
        for title in (b"ferry", b"quay")
    )
    came = list(library.take([as_pasted(many, "", ".eml")]))
    assert [one.title for one in came] == ["The ferry", "The quay"]
