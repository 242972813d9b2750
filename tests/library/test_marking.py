"""What the reader adds is kept, can be taken back, and is never lost on the way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from clippings_made import add_stories, add_story, titles
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY

from reader.articles.quote import quote_of
from reader.clipping import Additions, Change, Colour, Counts, Search, Shelf
from reader.errors import ReaderError, UnknownClipping
from reader.library.library import Library
from reader.library.marking import tidy_tag


@pytest.fixture
def lamp(library: Library, tmp_path: Path) -> str:
    return add_story(library, tmp_path / "pages", "The lamp is lit again")


def additions(library: Library, id_: str) -> Additions:
    return library.clipping(id_).additions


def first_mark(library: Library, id_: str) -> str:
    return additions(library, id_).highlights[0].id


Act = Callable[[Library, str], Change]

CHANGES: list[tuple[Act, str]] = [
    (lambda library, id_: library.read([id_]), "is_read"),
    (lambda library, id_: library.star([id_]), "is_starred"),
    (lambda library, id_: library.archive([id_]), "is_archived"),
    (lambda library, id_: library.trash([id_]), "is_trashed"),
    (lambda library, id_: library.tag([id_], ["sea/north", "lamps"], ["old"]), "tags"),
    (lambda library, id_: library.note(id_, "Ask Ada.\n\nTwice – “really”?"), "note"),
    (lambda library, id_: library.mark(id_, "polished all the while", "So?"), "highlights"),
    (lambda library, id_: library.unmark(id_, first_mark(library, id_)), "highlights"),
    (
        lambda library, id_: library.change_mark(id_, first_mark(library, id_), "New words."),
        "highlights",
    ),
    (
        lambda library, id_: library.change_mark(
            id_, first_mark(library, id_), colour=Colour.VIOLET
        ),
        "highlights",
    ),
]


@pytest.mark.parametrize(("act", "field"), CHANGES)
def test_each_change_is_told_kept_taken_back_and_done_again(
    library: Library, lamp: str, act: Act, field: str
) -> None:
    library.tag([lamp], ["old"])
    library.mark(lamp, "the new lens", "Which one?", Colour.GREEN)
    before = additions(library, lamp)
    change = act(library, lamp)
    after = additions(library, lamp)
    assert change
    assert change.fields == {field}
    assert change.clippings == {lamp}
    assert change.before == {lamp: before}
    assert change.after == {lamp: after}
    back = library.undo(change)
    assert additions(library, lamp) == before
    assert back.after == {lamp: before}
    again = library.undo(back)
    assert additions(library, lamp) == after
    assert again.before == {lamp: before}


@pytest.mark.parametrize(("act", "field"), CHANGES)
def test_taking_a_change_back_leaves_what_came_after_it(
    library: Library, lamp: str, act: Act, field: str
) -> None:
    library.tag([lamp], ["old"])
    library.mark(lamp, "the new lens", "Which one?", Colour.GREEN)
    before = additions(library, lamp)
    change = act(library, lamp)
    library.star([lamp], not additions(library, lamp).is_starred)
    library.tag([lamp], ["later"])
    library.mark(lamp, "in the oldest photograph")
    library.undo(change)
    now = additions(library, lamp)
    assert "later" in now.tags
    assert "in the oldest photograph" in [mark.quote.exact for mark in now.highlights]
    if field != "is_starred":
        assert now.is_starred
        own = [mark for mark in now.highlights if mark.quote.exact != "in the oldest photograph"]
        undone = replace(
            now,
            is_starred=before.is_starred,
            highlights=tuple(own),
            tags=tuple(tag for tag in now.tags if tag != "later"),
        )
        assert undone == before


def test_taking_back_an_older_note_does_not_lose_the_newer_one(library: Library, lamp: str) -> None:
    older = library.note(lamp, "First thought.")
    library.note(lamp, "Second thought, much longer.")
    assert not library.undo(older)
    assert additions(library, lamp).note == "Second thought, much longer."


def test_taking_back_a_highlight_does_not_lose_what_was_since_written_on_it(
    library: Library, lamp: str
) -> None:
    marked = library.mark(lamp, "the new lens")
    library.change_mark(lamp, first_mark(library, lamp), "A whole page of thought.")
    library.undo(marked)
    [mark] = additions(library, lamp).highlights
    assert mark.note == "A whole page of thought."


def test_what_is_as_it_should_be_already_is_no_change(library: Library, lamp: str) -> None:
    assert library.star([lamp])
    for change in (
        library.star([lamp]),
        library.tag([lamp], [], ["never"]),
        library.note(lamp, ""),
        library.restore([lamp]),
        library.unmark(lamp, "no-such-mark"),
        library.change_mark(lamp, "no-such-mark", "Words."),
        library.star(["no-such-clipping"]),
        library.undo(Change()),
    ):
        assert not change
        assert not change.clippings
        assert not change.fields


def test_many_clippings_change_and_come_back_at_once(library: Library, tmp_path: Path) -> None:
    ids = add_stories(library, tmp_path / "pages", *(f"Lamp {number}" for number in range(12)))
    library.tag(ids[:5], ["lamps"])
    change = library.tag([*ids, *ids], ["lamps", "sea"])
    assert change.clippings == set(ids)
    back = library.undo(change)
    assert [bool(additions(library, id_).tags) for id_ in ids] == [True] * 5 + [False] * 7
    assert library.undo(back).clippings == set(ids)


def test_a_quote_that_does_not_stand_in_the_story_is_not_marked(
    library: Library, lamp: str
) -> None:
    with pytest.raises(ReaderError) as told:
        library.mark(lamp, "the lens that never was")
    assert str(told.value) == "“the lens that never was” does not stand in “The lamp is lit again”."
    assert not additions(library, lamp).highlights


def test_highlights_stand_in_the_order_of_the_text(library: Library, lamp: str) -> None:
    for words in ("which is now blue", "carried away by the sea", "kept the brass"):
        library.mark(lamp, words)
    found = [mark.quote.exact for mark in additions(library, lamp).highlights]
    assert found == ["carried away by the sea", "kept the brass", "which is now blue"]


def test_a_highlight_keeps_its_place_its_surroundings_its_note_and_its_colour(
    library: Library, lamp: str
) -> None:
    text = library.clipping(lamp).article.text
    library.mark(lamp, "half the village", "Which half?", Colour.ROSE)
    [mark] = additions(library, lamp).highlights
    assert mark.quote == quote_of(text, "half the village")
    assert (mark.note, mark.colour) == ("Which half?", Colour.ROSE)
    assert mark.marked_at.endswith("Z")


def test_unknown_ids_are_told_of(library: Library, lamp: str) -> None:
    for id_ in ("", "abc", "ffff-nothing", lamp + "0", "\udce9\udce9\udce9\udce9", "%%%%", "æææææ"):
        with pytest.raises(UnknownClipping, match="There is no clipping"):
            library.resolve(id_)
    with pytest.raises(UnknownClipping):
        library.clipping("nothing")
    with pytest.raises(UnknownClipping):
        library.mark("nothing", "Words.")


def test_the_first_letters_of_an_id_will_do_if_they_are_enough(library: Library, lamp: str) -> None:
    assert library.resolve(lamp[:8]) == lamp
    assert library.resolve(lamp.upper()) == lamp
    with pytest.raises(UnknownClipping):
        library.resolve(lamp[:3])


def test_letters_that_two_ids_begin_with_are_not_enough(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = iter(["beef0001-a", "beef0002-b"])
    monkeypatch.setattr("reader.library.taking_in.uuid4", lambda: next(ids))
    add_stories(library, tmp_path / "pages", "One lamp", "Two lamps")
    with pytest.raises(UnknownClipping, match="More than one clipping starts with “beef”"):
        library.resolve("beef")
    assert library.resolve("beef0002") == "beef0002-b"


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("asia", "asia"),
        (" #asia / korea/", "asia/korea"),
        ("## asia", "asia"),
        ("//a//b//", "a/b"),
        ("north  sea\n", "north sea"),
        ("a, b", "a b"),
        ("a,/,b", "a/b"),
        ("#/ #asia", "asia"),
        ("#", ""),
        ("/", ""),
        (" , ", ""),
        ("cafe\u0301", "café"),
        ("la\0mp\ud800", "lamp"),
        ("\u202elamp\x1b[31m", "lamp[31m"),
        ("\u202e", ""),
        ("C#", "C#"),
        ("灯塔", "灯塔"),
    ],
)
def test_a_tag_is_tidied(typed: str, tag: str) -> None:
    assert tidy_tag(typed) == tag


@given(st.text(st.characters(), max_size=30))
def test_any_text_makes_a_tag_that_stays_as_it_is(typed: str) -> None:
    tag = tidy_tag(typed)
    assert tidy_tag(tag) == tag
    tag.encode()


def test_a_tag_known_in_other_case_is_the_same_tag(library: Library, lamp: str) -> None:
    library.tag([lamp], ["Élan", "Asia/Korea"])
    library.tag([lamp], ["élan", "ASIA/korea", "Sea", "sea"])
    assert additions(library, lamp).tags == ("Asia/Korea", "Sea", "Élan")
    library.tag([lamp], [], ["éLAN", "asia/KOREA"])
    assert additions(library, lamp).tags == ("Sea",)
    library.tag([lamp], ["Straße"])
    library.tag([lamp], ["STRASSE/dorf"])
    assert additions(library, lamp).tags == ("Sea", "Straße", "Straße/dorf")


def test_many_tags_at_once_are_spelled_as_the_first_of_each(library: Library, lamp: str) -> None:
    many = [f"{case}{number}" for number in range(20_000) for case in ("Tag", "tAG")]
    library.tag([lamp], many)
    assert len(additions(library, lamp).tags) == 20_000


def test_a_tag_nested_under_one_in_other_case_goes_under_that_one(
    library: Library, lamp: str
) -> None:
    library.tag([lamp], ["Asia/Korea"])
    library.tag([lamp], ["asia/japan", "asia/korea/north"])
    assert additions(library, lamp).tags == ("Asia/Korea", "Asia/Korea/north", "Asia/japan")


def test_adding_and_removing_the_same_tag_adds_it(library: Library, lamp: str) -> None:
    library.tag([lamp], ["sea"], ["sea"])
    assert additions(library, lamp).tags == ("sea",)


def test_a_tag_stands_for_those_nested_under_it(library: Library, tmp_path: Path) -> None:
    korea, asia, asian, none = add_stories(
        library, tmp_path / "pages", "Korea", "Asia", "Asian", "None"
    )
    library.tag([korea], ["asia/korea", "asia/korea/north", "50% off_", "asia"])
    library.tag([asia], ["asia"])
    library.tag([asian], ["asia0", "asia-minor", "asiatic"])
    assert set(titles(library, Search(tag="asia"))) == {"Korea", "Asia"}
    assert titles(library, Search(tag="asia/korea")) == ["Korea"]
    assert titles(library, Search(tag="50% off_")) == ["Korea"]
    assert titles(library, Search(tag="50%")) == []
    counts = dict(library.counts().tags)
    assert counts["asia"] == 2
    assert counts["asia/korea"] == 1
    assert counts["asia/korea/north"] == 1
    assert counts["asiatic"] == 1
    assert none


def test_a_tag_is_asked_for_in_any_case(library: Library, lamp: str) -> None:
    library.tag([lamp], ["Asia/Korea"])
    for asked in ("asia", "#ASIA", "asia/korea/"):
        assert titles(library, Search(tag=asked)) == ["The lamp is lit again"]
    assert titles(library, Search(tag="\ud800")) == []


def test_counts_tell_what_stands_on_each_shelf(library: Library, tmp_path: Path) -> None:
    ids = add_stories(library, tmp_path / "pages", *(f"Lamp {number}" for number in range(8)))
    library.read(ids[:2])
    library.star(ids[1:4])
    library.archive([ids[4]])
    library.trash([ids[5], ids[1]])
    library.mark(ids[0], "the new lens")
    library.mark(ids[0], "kept the brass")
    library.mark(ids[5], "kept the brass")
    assert library.counts().shelves == {
        Shelf.INBOX: 4,
        Shelf.ALL: 6,
        Shelf.STARRED: 2,
        Shelf.ARCHIVE: 1,
        Shelf.MARKS: 2,
        Shelf.TRASH: 2,
    }
    found = {shelf: len(library.find(Search(shelf=shelf)).ids) for shelf in Shelf}
    assert found == {
        Shelf.INBOX: 5,
        Shelf.ALL: 6,
        Shelf.STARRED: 2,
        Shelf.ARCHIVE: 1,
        Shelf.MARKS: 1,
        Shelf.TRASH: 2,
    }


def test_an_empty_library_counts_nothing(library: Library) -> None:
    assert library.counts() == Counts(dict.fromkeys(Shelf, 0))
    assert library.known_tags() == ()
    assert library.cards([]) == []


def test_notes_take_any_letters(library: Library, lamp: str) -> None:
    library.note(lamp, "灯 🗞️ \u202e e\u0301 '); DROP TABLE clippings; --\0\ud800")
    assert additions(library, lamp).note == "灯 🗞️ \u202e e\u0301 '); DROP TABLE clippings; --"


def test_how_far_the_reader_got_is_remembered(library: Library, lamp: str) -> None:
    library.save_position(lamp, 0.625)
    assert library.clipping(lamp).position == 0.625


def test_a_clipping_holds_the_story_it_was_made_from(library: Library, lamp: str) -> None:
    article = library.clipping(lamp).article
    assert article.text.split("\n\n") == list(STORY)
