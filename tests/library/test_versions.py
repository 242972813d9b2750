"""A page that comes again is known by its bytes, its address or its text, and nothing is lost."""

import os
from pathlib import Path

import pytest
from clippings_made import add_story, statuses, titles
from pages_made import STORY, png, story_page, write

from reader.articles.quote import find_quote
from reader.clipping import Colour, Outcome, Search, Side, Status
from reader.errors import ReaderError
from reader.library.adding import changes_of
from reader.library.library import Library
from reader.library.versioning import differences

ADDRESS = "https://www.marrow.example/2026/lamp"
OLD, NEW = 1_600_000_000, 1_700_000_000
TEASER = ("The lamp is lit again. Read more…",)
LATER = (
    "The lighthouse at Marrow Point was lit again on Tuesday evening, and by Wednesday noon its "
    "lamp had been seen from as far away as the other side of the strait, the board said.",
    *STORY[1:],
    "A second lamp will follow in spring, when the ferry can carry it over without being rocked.",
)
OTHER = (
    "Onions were dearer than ever this week at the market hall, where the growers blame a summer "
    "in which hardly a drop fell on any of the fields between the river and the railway.",
    "Nobody expects the price to fall before Easter, and some of the stalls have begun to sell "
    "leeks instead, which most of their customers say are a poor thing to put into a soup.",
)


def save(
    path: Path, title: str, *paragraphs: str, address: str = ADDRESS, at: int = OLD, body: str = ""
) -> Path:
    head = f'<link rel="canonical" href="{address}">' if address else ""
    write(path, story_page(title, *(paragraphs or STORY), head=head, body=body))
    os.utime(path, (at, at))
    return path


def add(library: Library, *paths: Path) -> list[Outcome]:
    return list(library.add(paths))


@pytest.fixture
def lamp(library: Library, tmp_path: Path) -> str:
    [outcome] = add(library, save(tmp_path / "lamp.html", "The lamp is lit again"))
    return outcome.id


def test_a_page_saved_later_is_another_version_and_shows(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    page = save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW)
    [outcome] = add(library, page)
    assert (outcome.status, outcome.id, outcome.is_remade) == (Status.VERSION, lamp, True)
    assert changes_of([outcome]).remade == {lamp}
    assert library.clipping(lamp).article.title == "The lamp shines on"
    assert library.clipping(lamp).file_name == "later.html"
    assert [(one.title, one.is_shown) for one in library.versions(lamp)] == [
        ("The lamp is lit again", False),
        ("The lamp shines on", True),
    ]
    assert len(titles(library, Search())) == 1
    library.update_index()
    assert library.find(Search("strait")).ids == (lamp,)
    assert list(library.check()) == []


def test_a_page_saved_earlier_is_kept_and_does_not_show(library: Library, tmp_path: Path) -> None:
    later = save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW)
    [outcome] = add(library, later)
    [again] = add(library, save(tmp_path / "lamp.html", "The lamp is lit again"))
    assert (again.status, again.id, again.is_remade) == (Status.VERSION, outcome.id, False)
    assert library.clipping(outcome.id).article.title == "The lamp shines on"
    assert again.reason == (
        "“The lamp shines on” goes on showing what it showed; this was kept as another version."
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://marrow.example/2026/lamp/?utm_source=letter&fbclid=3#top",
        "https://MARROW.example:443/2026/lamp?gclid=7",
    ],
)
def test_an_address_is_the_same_whatever_is_appended_to_it(
    library: Library, tmp_path: Path, lamp: str, address: str
) -> None:
    page = save(tmp_path / "later.html", "The lamp shines on", *LATER, address=address, at=NEW)
    assert [(one.status, one.id) for one in add(library, page)] == [(Status.VERSION, lamp)]


@pytest.mark.parametrize("address", ["https://marrow.example/", ""])
def test_pages_without_an_address_of_their_own_are_not_versions(
    library: Library, tmp_path: Path, address: str
) -> None:
    pages = [
        save(tmp_path / "lamp.html", "The lamp is lit again", address=address),
        save(tmp_path / "later.html", "The lamp shines on", *LATER, address=address),
    ]
    assert statuses(add(library, *pages)) == [Status.ADDED, Status.ADDED]


def test_a_page_with_less_of_the_story_never_takes_its_place(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    head = f'<link rel="canonical" href="{ADDRESS}">'
    cut = story_page("The lamp is lit again", STORY[0], head=head)
    cut = cut.replace("</article>", "<p>Subscribe to continue reading this article.</p></article>")
    page = write(tmp_path / "cut.html", cut)
    os.utime(page, (NEW, NEW))
    [outcome] = add(library, page)
    assert (outcome.id, outcome.is_remade) == (lamp, False)
    assert STORY[2] in library.clipping(lamp).article.text
    part, whole = library.versions(lamp)[::-1]
    assert (part.completeness.value, part.is_shown) == ("partial", False)
    assert (whole.completeness.value, whole.is_shown) == ("whole", True)


def test_a_page_with_more_of_the_story_shows_though_it_was_saved_earlier(
    library: Library, tmp_path: Path
) -> None:
    head = f'<link rel="canonical" href="{ADDRESS}">'
    cut = story_page("The lamp is lit again", STORY[0], head=head)
    cut = cut.replace("</article>", "<p>Subscribe to continue reading this article.</p></article>")
    page = write(tmp_path / "cut.html", cut)
    os.utime(page, (NEW, NEW))
    [first] = add(library, page)
    [outcome] = add(library, save(tmp_path / "lamp.html", "The lamp is lit again", at=OLD))
    assert (outcome.id, outcome.is_remade) == (first.id, True)
    assert STORY[2] in library.clipping(first.id).article.text


def test_another_copy_of_the_same_text_is_kept_and_nothing_else_happens(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    [outcome] = add(library, save(tmp_path / "copy.html", "The lamp is lit again ", at=NEW))
    assert (outcome.status, outcome.id, outcome.is_remade) == (Status.DUPLICATE, lamp, False)
    assert outcome.reason == (
        "“The lamp is lit again” is here already; this was kept as another copy."
    )
    assert len(library.versions(lamp)) == 2
    assert library.clipping(lamp).file_name == "lamp.html"


def test_a_copy_with_its_pictures_shows_instead_of_one_without(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    body = '<figure><img src="lamp_files/a.png" width="640" height="480"></figure>'
    page = save(tmp_path / "with" / "lamp.html", "The lamp is lit again", body=body)
    write(tmp_path / "with" / "lamp_files" / "a.png", png(640, 480))
    [outcome] = add(library, page)
    assert (outcome.status, outcome.id, outcome.is_remade) == (Status.DUPLICATE, lamp, True)
    assert len(library.clipping(lamp).picture_files) == 1


def test_another_story_at_the_same_address_is_a_clipping_of_its_own(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    onions = save(tmp_path / "onions.html", "Onions dearer than ever", *OTHER, at=NEW)
    [outcome] = add(library, onions)
    assert outcome.status is Status.ADDED
    assert outcome.id != lamp
    later = save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW)
    assert [(one.status, one.id) for one in add(library, later)] == [(Status.VERSION, lamp)]


def test_all_that_the_reader_added_stays_with_another_version(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    library.tag([lamp], ["sea"])
    library.note(lamp, "Ask Ada.")
    library.star([lamp])
    library.mark(lamp, "a piece of furniture", "Why?", Colour.ROSE)
    library.mark(lamp, "eleven winters after", colour=Colour.BLUE)
    library.save_position(lamp, 0.5)
    before = library.clipping(lamp).additions
    add(library, save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    now = library.clipping(lamp)
    assert now.additions == before
    assert now.position == 0.5
    places = {
        mark.quote.exact: find_quote(now.article.text, mark.quote)
        for mark in now.additions.highlights
    }
    assert places["eleven winters after"] is None
    found = places["a piece of furniture"]
    assert found
    assert now.article.text[slice(*found)] == "a piece of furniture"


def test_another_version_is_shown_and_that_is_taken_back(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    add(library, save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    first, second = library.versions(lamp)
    change = library.show_version(lamp, first.key)
    assert change.versions == {lamp: (second.key, first.key)}
    assert lamp in change.remade
    assert library.clipping(lamp).article.title == "The lamp is lit again"
    assert [one.is_shown for one in library.versions(lamp)] == [True, False]
    undone = library.undo(change)
    assert library.clipping(lamp).article.title == "The lamp shines on"
    library.undo(undone)
    assert library.clipping(lamp).article.title == "The lamp is lit again"
    assert not library.show_version(lamp, first.key)
    with pytest.raises(ReaderError, match="has no version"):
        library.show_version(lamp, "f" * 64)


def test_versions_are_compared_by_paragraph_and_word(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    add(library, save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    first, second = library.versions(lamp)
    told = library.compare(lamp, first.key)
    assert [one.side for one in told] == [Side.BOTH] * 3 + [Side.AFTER]
    assert [one.is_same for one in told] == [False, True, True, False]
    before = "".join(text for side, text in told[0].pieces if side is not Side.AFTER)
    after = "".join(text for side, text in told[0].pieces if side is not Side.BEFORE)
    assert (before, after) == (STORY[0], LATER[0])
    assert (Side.BOTH, "The lighthouse at Marrow Point was lit again on Tuesday evening, ") in [
        told[0].pieces[0]
    ]
    assert all(one.is_same for one in library.compare(lamp, second.key))


def test_the_only_page_of_a_clipping_is_its_only_version(library: Library, lamp: str) -> None:
    [version] = library.versions(lamp)
    assert version.is_shown
    assert version.key == library.clipping(lamp).original
    assert version.title == "The lamp is lit again"


def test_the_same_text_from_elsewhere_is_kept_and_linked(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    elsewhere = "https://strait.example/agency/77"
    page = save(tmp_path / "strait.html", "Lamp lit in Marrow", *STORY, address=elsewhere)
    [outcome] = add(library, page)
    assert outcome.status is Status.ADDED
    assert [card.id for card in library.alike(lamp)] == [outcome.id]
    assert [card.id for card in library.alike(outcome.id)] == [lamp]
    onions = add_story(library, tmp_path / "pages", "Onions", *OTHER)
    assert library.alike(onions) == ()
    library.trash([outcome.id])
    assert library.alike(lamp) == ()


def test_a_version_of_what_was_thrown_away_says_where_it_lies(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    library.trash([lamp])
    [outcome] = add(library, save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    assert (outcome.status, outcome.id) == (Status.VERSION, lamp)
    assert outcome.reason == "“The lamp is lit again” lies in the trash."


def test_a_version_that_came_before_comes_in_no_more(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    pages = [
        tmp_path / "lamp.html",
        save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW),
    ]
    add(library, *pages)
    assert statuses(add(library, *pages)) == [Status.DUPLICATE] * 2
    assert len(library.versions(lamp)) == 2


def test_cleaning_again_keeps_the_version_that_shows(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    add(library, save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    library.show_version(lamp, library.versions(lamp)[0].key)
    [told] = library.clean_again([lamp])
    assert (told.changed, told.reason) == ((), "")
    assert library.clipping(lamp).article.title == "The lamp is lit again"
    assert len(library.versions(lamp)) == 2


def test_a_version_whose_original_is_gone_is_told_of(
    library: Library, tmp_path: Path, lamp: str
) -> None:
    from reader.store.blobs import Blobs

    add(library, save(tmp_path / "later.html", "The lamp shines on", *LATER, at=NEW))
    first, _ = library.versions(lamp)
    Blobs(library.folder).original_file(first.key).unlink()
    with pytest.raises(ReaderError, match="cannot be shown: its original cannot be read"):
        library.show_version(lamp, first.key)
    library.update_index()
    [fault] = library.check()
    assert fault.startswith(f"The original of “The lamp is lit again” ({lamp}) cannot be read")


def test_a_paragraph_put_in_between_leaves_the_changed_ones_paired() -> None:
    before = ["The pier was closed on Monday.", "Nobody was hurt in the storm."]
    after = [
        "The pier was closed on Tuesday.",
        "A new lamp will be bought.",
        "Nobody was hurt in that storm.",
    ]
    told = list(differences(before, after))
    assert [one.side for one in told] == [Side.BOTH, Side.AFTER, Side.BOTH]
    assert (Side.AFTER, "Tuesday") in told[0].pieces
