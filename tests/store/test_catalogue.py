"""The catalogue tells what the library holds, and stays in step with whoever changes it."""

from pathlib import Path

import numpy as np
import pytest
from kept_made import keep

from reader.clipping import Order, Search, Shelf
from reader.library.library import Library
from reader.store.catalogue import Catalogue
from reader.store.columns import MARKED, NOTED, READ, STARRED, digits
from reader.store.facts import on_shelf, rows_with


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
