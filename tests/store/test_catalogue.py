"""The catalogue tells what the library holds, and stays in step with whoever changes it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from kept_made import keep

from reader.clipping import Order, Search, Shelf
from reader.library.library import Library
from reader.store.catalogue import Catalogue
from reader.store.columns import KINDS, MARKED, NOTED, READ, STARRED, digits
from reader.store.facts import on_shelf, rows_with
from reader.store.kept_columns import read_columns, write_columns


@pytest.fixture
def catalogue(library: Library) -> Catalogue:
    return Catalogue(library._database)


def state(catalogue: Catalogue, id_: str) -> int:
    columns = catalogue.now()
    return int(columns.states[columns.ids == id_][0])


def test_it_sees_what_another_program_changes(
    library: Library, catalogue: Catalogue, tmp_path: Path
) -> None:
    one, two = keep(library, "One"), keep(library, "Two")
    assert catalogue.now().ids.tolist() == [one, two]
    other = Library(library.folder)
    other.star([two])
    other.read([two])
    other.note(one, "Ask Ada.")
    other.tag([one], ["sea/north"])
    three = keep(other, "Three")
    other.close()
    assert catalogue.now().ids.tolist() == [one, two, three]
    assert (state(catalogue, one), state(catalogue, two)) == (NOTED, STARRED | READ)
    assert on_shelf(catalogue.now(), Search(tag="sea")).tolist() == [True, False, False]


def test_it_reads_again_only_what_changed(library: Library, catalogue: Catalogue) -> None:
    one, two = keep(library, "One"), keep(library, "Two")
    before = catalogue.now()
    assert catalogue.now() is before
    library.star([one])
    after = catalogue.now()
    assert after.orders is before.orders
    assert before.states.tolist() == [0, 0]
    assert after.states.tolist() == [STARRED, 0]
    library.mark(two, "lamp")
    assert state(catalogue, two) == MARKED


def test_what_is_no_more_stands_on_no_shelf(library: Library, catalogue: Catalogue) -> None:
    one, two = keep(library, "One"), keep(library, "Two")
    library.tag([one], ["sea"])
    catalogue.now()
    with library._database.writing() as db:
        db.execute("DELETE FROM clippings WHERE id = ?", (one,))
    columns = catalogue.now()
    assert columns.ids[on_shelf(columns, Search())].tolist() == [two]
    assert not on_shelf(columns, Search(tag="sea")).any()


def test_many_changes_at_once_and_an_older_library_are_read_anew(
    library: Library, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [keep(library, f"Lamp {number}") for number in range(5)]
    catalogue.now()
    monkeypatch.setattr("reader.store.catalogue._MANY", 2)
    library.star(ids)
    assert (catalogue.now().states == STARRED).all()
    with library._database.writing() as db:
        db.execute("DELETE FROM touched WHERE stamp > 2")
        db.execute("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'touched'")
    assert (catalogue.now().states == STARRED).all()


def test_the_shelves_are_those_of_the_store(library: Library) -> None:
    ids = [keep(library, f"Lamp {number}") for number in range(8)]
    library.star(ids[::2])
    library.archive(ids[1:3])
    library.trash(ids[2:4])
    library.mark(ids[5], "lamp")
    library.mark(ids[3], "lamp")
    for shelf in Shelf:
        by_store = library.find(Search(shelf=shelf, order=Order.ADDED)).ids
        assert library._finding._opened is None
        library.warm_up()
        assert library.find(Search(shelf=shelf, order=Order.ADDED)).ids == by_store
        library._finding._opened = None


@pytest.mark.parametrize(
    ("told", "width", "number"),
    [
        ("2024-01-31T12:30:59", 19, 20240131123059),
        ("2024-01-31T12:30:59+02:00", 10, 20240131),
        ("2024-05", 10, 20240500),
        ("", 10, 0),
        ("灯塔", 10, 0),
    ],
)
def test_a_date_is_a_number_that_sorts_like_it(told: str, width: int, number: int) -> None:
    assert digits([told], width).tolist() == [number]


def test_a_year_or_month_told_without_its_days_lies_within_it(
    library: Library, catalogue: Catalogue
) -> None:
    for published in ("2024", "2024-05", "2024-05-17T23:00:00Z", ""):
        keep(library, f"Of {published}", published=published)

    def between(low: str, high: str) -> list[bool]:
        mask = rows_with(catalogue.now(), "published", low, high, library._database)
        return [bool(one) for one in np.asarray(mask)]

    assert between("2024-01-01", "2024-12-31") == [True, True, True, False]
    assert between("2024-05-01", "2024-05-31") == [False, True, True, False]
    assert between("2024-05-17", "2024-05-17") == [False, False, True, False]
    assert between("", "2024-05-16") == [True, True, False, False]


@pytest.fixture
def at_hand(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the catalogue of a small library is kept, as that of a large one would be."""
    monkeypatch.setattr("reader.store.catalogue._WORTH_KEEPING", 2)
    for number in range(4):
        keep(library, f"Lamp {number}", byline="Ada Lamp", language="en-GB")
    library.tag(library.all_ids()[:2], ["sea/north"])
    return tmp_path / "kept"


def test_a_catalogue_that_was_kept_is_the_one_that_was_read(
    library: Library, at_hand: Path
) -> None:
    read = Catalogue(library._database, lambda: (at_hand, "mine")).now()
    assert at_hand.is_file()
    kept = read_columns(at_hand, "mine")
    assert kept is not None
    for name in KINDS:
        assert getattr(kept, name).tolist() == getattr(read, name).tolist(), name
    assert kept.tags.rows.tolist() == read.tags.rows.tolist()
    assert [vars(kept.names)[one].all for one in vars(kept.names)] == [
        vars(read.names)[one].all for one in vars(read.names)
    ]
    for order in Order:
        assert kept.orders.rows(order).tolist() == read.orders.rows(order).tolist()


def test_what_changed_since_it_was_kept_is_read_again(library: Library, at_hand: Path) -> None:
    Catalogue(library._database, lambda: (at_hand, "mine")).now()
    one = library.all_ids()[0]
    library.star([one])
    new = keep(library, "New")
    later = Catalogue(library._database, lambda: (at_hand, "mine"))
    assert state(later, one) == STARRED
    assert new in later.now().ids.tolist()


def test_a_catalogue_made_elsewhere_or_harmed_is_not_believed(
    library: Library, at_hand: Path
) -> None:
    Catalogue(library._database, lambda: (at_hand, "mine")).now()
    assert read_columns(at_hand, "another's") is None
    content = at_hand.read_bytes()
    at_hand.write_bytes(content[:-40])
    assert read_columns(at_hand, "mine") is None
    at_hand.write_bytes(content[:-40] + bytes([content[-40] ^ 1]) + content[-39:])
    assert read_columns(at_hand, "mine") is None
    catalogue = Catalogue(library._database, lambda: (at_hand, "mine"))
    assert catalogue.now().ids.tolist() == list(library.all_ids())


def test_a_check_reads_the_catalogue_anew(library: Library, at_hand: Path) -> None:
    catalogue = Catalogue(library._database, lambda: (at_hand, "mine"))
    read = catalogue.now()
    lying = replace(read, states=read.states | STARRED)
    write_columns(at_hand, lying, "mine")
    catalogue = Catalogue(library._database, lambda: (at_hand, "mine"))
    assert catalogue.now().has(STARRED).all()
    catalogue.read_anew()
    assert not catalogue.now().has(STARRED).any()
    kept = read_columns(at_hand, "mine")
    assert kept is not None
    assert not kept.has(STARRED).any()


def test_counts_are_those_of_the_store(library: Library) -> None:
    ids = [keep(library, f"Lamp {number}", source=f"Post {number % 3}") for number in range(9)]
    library.star(ids[::2])
    library.archive(ids[1:3])
    library.read(ids[4:6])
    library.tag(ids[:3], ["sea/north"])
    library.tag(ids[2:4], ["sea", "Bread"])
    library.trash(ids[2:4])
    library.mark(ids[5], "lamp")
    library.mark(ids[3], "lamp")
    by_store = library.counts()
    library.warm_up()
    assert library.counts() == by_store
    assert library.counts().tags
