"""The index is cared for: it is this machine's own, checked, united, and never waited for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from clippings_made import titles
from kept_made import keep, keep_all

from reader.clipping import Part, Search
from reader.errors import Cancelled, Overtaken
from reader.library.indexing import Indexing
from reader.library.library import Library
from reader.search.index import SearchIndex


def large_file(library: Library, part: str = "places") -> Path:
    files = (library.folder / "index").glob(f"*.{part}")
    return max(files, key=lambda one: one.stat().st_size)


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x40
    file.write_bytes(content)


def test_an_index_made_with_another_key_is_not_opened(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    library = Library(tmp_path / "library", state=here)
    keep_all(library, {"Lamp": "A lamp."})
    assert not library.needs_index
    library.close()
    again = Library(tmp_path / "library", state=here)
    assert not again.needs_index
    again.close()
    elsewhere = Library(tmp_path / "library", state=there)
    assert elsewhere.needs_index
    assert elsewhere.update_index()
    assert titles(elsewhere, Search("lamp ")) == ["Lamp"]
    elsewhere.close()


def test_an_index_that_is_ahead_of_its_library_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    library = Library(folder)
    keep_all(library, {"Lamp": "A lamp."})
    library.close()
    shutil.copy(folder / "library.db", tmp_path / "older.db")
    library = Library(folder)
    id_ = keep_all(library, {})
    assert id_ == {}
    lamp = library.find(Search("lamp ")).ids[0]
    library.note(lamp, "Ask about the brass.")
    library.update_index()
    library.close()
    for name in ("library.db-wal", "library.db-shm"):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "older.db", folder / "library.db")
    older = Library(folder)
    assert older.needs_index
    older.update_index()
    assert titles(older, Search("brass ")) == []
    older.close()


def test_an_index_that_another_program_writes_meanwhile_is_whole(library: Library) -> None:
    keep_all(library, {"Lamp": "A lamp."})
    keep(library, "Rope")
    other = Library(library.folder)
    looks: list[SearchIndex] = []

    def index() -> SearchIndex:
        if looks:
            other.update_index()
        looks.append(library._index)
        return library._index

    assert Indexing(index, library._clippings, library._unindexed).is_whole()
    assert len(looks) > 1
    assert not library.needs_index
    other.close()


@pytest.mark.parametrize("part", ["head", "docs", "counts", "places"])
def test_a_flipped_bit_is_noticed_and_mended(library: Library, part: str) -> None:
    keep_all(library, {f"Lamp {number}": "A lamp was lit." for number in range(5)})
    assert library.check_index()
    flip(large_file(library, part))
    assert not library.check_index()
    assert library.needs_index
    assert library.update_index()
    assert library.check_index()
    assert len(library.find(Search("lamp ")).ids) == 5


def test_while_it_is_made_anew_the_store_answers_with_all_there_is(library: Library) -> None:
    ids = keep_all(library, {f"Lamp {number}": "A lamp was lit." for number in range(3)})
    library.star([ids["Lamp 1"]])
    found: list[list[str]] = []

    def look(*_: object) -> None:
        found.append(sorted(titles(library, Search("title:lamp is:starred OR zebra "))))
        found.append(sorted(titles(library, Search("lit -zebra -is:starred "))))

    assert library.rebuild_index(look)
    assert found[:2] == [["Lamp 1"], ["Lamp 0", "Lamp 2"]]
    assert not library.index_has_failed
    assert not library.needs_index


def test_many_small_pieces_become_one_when_nothing_waits(library: Library) -> None:
    for number in range(12):
        keep_all(library, {f"Lamp {number}": f"A lamp was lit, number{number}."})
    assert len(library._index.view().segments) < 8
    assert len(library.find(Search("lamp ")).ids) == 12


def test_closing_ends_the_uniting_and_nothing_is_lost(library: Library) -> None:
    for number in range(6):
        keep_all(library, {f"Lamp {number}": "A lamp was lit."})
    library._indexing.stop()
    for number in range(6, 12):
        keep_all(library, {f"Lamp {number}": "A lamp was lit."})
    assert len(library._index.view().segments) == 12
    again = Library(library.folder)
    assert again.update_index()
    assert len(again._index.view().segments) < 8
    assert len(again.find(Search("lamp ")).ids) == 12
    again.close()


def test_a_search_that_is_overtaken_stops(library: Library) -> None:
    keep_all(library, {"Lamp": "A lamp."})

    def go_on() -> None:
        raise Overtaken

    with pytest.raises(Overtaken):
        library.find(Search("lamp "), go_on)
    assert not library.index_has_failed
    assert len(library.find(Search("lamp ")).ids) == 1


def test_what_was_meant_is_offered_where_it_finds_more(library: Library) -> None:
    keep_all(library, {f"Government {number}": "The government met." for number in range(6)})
    found = library.find(Search("goverment met "))
    assert (found.ids, found.meant, found.meant_count) == ((), "government met ", 6)
    assert library.find(Search("government ")).meant == ""
    assert library.find(Search("zzzzzzz ")).meant == ""
    assert library.find(Search("government published:someday ")).unread == ("published:someday",)


def test_an_excerpt_comes_from_the_part_that_matches_best(library: Library) -> None:
    text = "A lamp was lit. The brass was polished by the keeper."
    ids = keep_all(library, {"Lamp": text})
    library.note(ids["Lamp"], "Ask Ada about the invoice for the lamp.")
    library.mark(ids["Lamp"], "polished by the keeper", "Who is it?")
    library.update_index()

    def part(words: str) -> tuple[Part, str]:
        [card] = library.cards([ids["Lamp"]], words)
        start, end = card.excerpt.matches[0] if card.excerpt.matches else (0, 0)
        return card.excerpt.part, card.excerpt.text[start:end]

    assert part("invoice ") == (Part.NOTE, "invoice")
    assert part("keeper ") == (Part.MARK, "keeper")
    assert part("lamp lit ") == (Part.BODY, "lamp")
    assert part("zebra ") == (Part.BODY, "")


def test_all_forms_of_a_word_are_told_for_the_page(library: Library) -> None:
    keep_all(library, {"Election": "Elections were held; the elected met."}, language="en")
    assert set(library.words_of('"was held" electing ')) >= {"was held", "electing", "elections"}


def test_the_trash_is_found_in_where_it_is_asked_for(library: Library) -> None:
    ids = keep_all(library, {"Lamp": "A lamp.", "Rope": "A lamp."})
    library.trash([ids["Rope"]])
    assert titles(library, Search("lamp ")) == ["Lamp"]
    assert titles(library, Search("lamp is:trashed ")) == ["Rope"]


def test_what_is_not_indexed_yet_is_found_by_its_facts(library: Library) -> None:
    keep_all(library, {"Lamp": "A lamp."})
    library.star([keep(library, "Rope")])
    assert titles(library, Search("is:starred ")) == ["Rope"]


def test_no_window_shows_what_another_has_half_made(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    keep_all(library, {f"Lamp {number}": "A lamp was lit." for number in range(300)})
    other = Library(tmp_path / "library")
    assert len(other.find(Search("lamp ")).ids) == 300
    found: list[int] = []

    def look(*_: object) -> None:
        found.append(len(other.find(Search("lamp ")).ids))
        found.append(len(other.cards(other.all_ids()[:3], "lamp ")))

    assert library.rebuild_index(look)
    assert found[:4] == [300, 3, 300, 3]
    # Nor does it begin to make another.
    assert not other.index_has_failed
    assert other.find(Search("lamp ")).ids
    assert other._index.open() == 300
    other.close()
    library.close()


@pytest.mark.parametrize("going_on", [Library.update_index, Library.rebuild_index])
def test_an_index_whose_making_was_broken_off_is_gone_on_with(
    tmp_path: Path, going_on: Callable[..., bool]
) -> None:
    library = Library(tmp_path / "library")
    keep_all(library, {f"Lamp {number}": "A lamp was lit." for number in range(600)})

    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        library.rebuild_index(stop)
    library.close()
    again = Library(tmp_path / "library")
    assert 0 < again._index.open() < 600
    assert len(again.find(Search("lamp ")).ids) == 600
    assert again.needs_index
    told: list[int] = []
    assert going_on(again, lambda done, *_: told.append(done))
    assert told[-1] == 350
    assert not again.needs_index
    assert len(again.find(Search("lamp ")).ids) == 600
    assert again._index.view().many == 600
    again.close()


def test_answers_are_kept_in_as_much_memory_as_is_allowed(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", search_memory=0)
    keep_all(library, {"Lamp": "A lamp was lit."})
    assert titles(library, Search("lamp lit ")) == ["Lamp"]
    assert not library._index.view().kept._arrays
    library.close()


def test_words_of_a_part_are_emphasised_in_that_part_alone(library: Library) -> None:
    ids = keep_all(library, {"Lamp lit": "The lamp was sold by Ada."})
    library.note(ids["Lamp lit"], "Ask about the lamp.")
    library.update_index()

    def shown(words: str) -> tuple[Part, list[str]]:
        excerpt = library.cards(list(ids.values()), words)[0].excerpt
        return excerpt.part, [excerpt.text[start:end] for start, end in excerpt.matches]

    assert shown("title:lamp ") == (Part.BODY, [])
    assert shown("title:lamp ada ") == (Part.BODY, ["Ada"])
    assert shown("note:lamp ") == (Part.NOTE, ["lamp"])
    assert shown("body:lamp ") == (Part.BODY, ["lamp"])
    assert library.words_of("note:lamp ") == ()
    assert "lamp" in library.words_of("title:lamp ")
