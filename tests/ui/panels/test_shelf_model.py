from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from reader.clipping import Counts, Shelf
from reader.ui.panels.shelf_model import ShelfModel
from reader.ui.panels.shelf_rows import Kind, ShelfRow, shelf_rows

TAGS = (("asia", 140), ("asia/korea", 62), ("harbour", 27))


def labels(rows: list[ShelfRow]) -> list[tuple[str, int, int]]:
    return [(row.label, row.count, row.depth) for row in rows if row.kind is Kind.TAG]


def test_tags_stand_under_those_they_are_nested_in() -> None:
    rows = shelf_rows(Counts({}, TAGS), ())
    assert labels(rows) == [("asia", 140, 0), ("korea", 62, 1), ("harbour", 27, 0)]


def test_an_outer_tag_that_nothing_bears_stands_there_without_a_count() -> None:
    rows = shelf_rows(Counts({}, (("europe/north/oslo", 4), ("europe", 9))), ())
    assert labels(rows) == [("europe", 9, 0), ("north", 0, 1), ("oslo", 4, 2)]


def test_what_is_under_a_closed_tag_is_left_out() -> None:
    rows = shelf_rows(Counts({}, TAGS), {"asia", "harbour"})
    assert labels(rows) == [("asia", 140, 0), ("harbour", 27, 0)]
    closed = next(row for row in rows if row.key == "asia")
    assert (closed.has_children, closed.is_open) == (True, False)
    assert not next(row for row in rows if row.key == "harbour").has_children


def test_sources_beyond_the_shown_ones_are_counted() -> None:
    sources = tuple((f"Source {number}", 1) for number in range(5))
    rows = shelf_rows(Counts({}, (), sources), (), sources_shown=3)
    assert (rows[-1].kind, rows[-1].count) == (Kind.MORE, 2)
    assert len([row for row in rows if row.kind is Kind.SOURCE]) == 3


def test_only_what_counts_otherwise_changes(qtmodeltester: ModelTester) -> None:
    model = ShelfModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations
    model.set_rows(shelf_rows(Counts({Shelf.INBOX: 1}, TAGS), ()))
    told: list[object] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.rowsInserted.connect(lambda _, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: told.append(("out", first, last)))
    model.modelReset.connect(lambda: told.append("reset"))
    model.set_rows(shelf_rows(Counts({Shelf.INBOX: 2}, TAGS), ()))
    assert told == [(0, 0)]
    model.set_rows(shelf_rows(Counts({Shelf.INBOX: 2}, (*TAGS[1:], ("sea", 1))), ()))
    assert told[1:] == [("in", 10, 10), (7, 7)]


def test_a_screen_reader_hears_the_whole_tag_and_whether_it_is_open() -> None:
    model = ShelfModel()
    model.set_rows(shelf_rows(Counts({Shelf.ALL: 4310}, TAGS, (("Port News", 3),)), ()))
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(row).data(role) for row in range(model.rowCount())]
    assert said[1] == "All clippings, 4,310"
    assert said[6:] == [
        "Tags",
        "asia, 140, open",
        "asia/korea, 62",
        "harbour, 27",
        "Sources",
        "Port News, 3",
    ]
    model.set_rows(shelf_rows(Counts({}, TAGS), {"asia"}))
    assert model.find(Kind.TAG, "asia").data(role) == "asia, 140, closed"


def test_a_long_name_is_whole_in_its_hint() -> None:
    model = ShelfModel()
    model.set_rows(shelf_rows(Counts({}, TAGS, (("Port News", 3),)), ()))
    hint = Qt.ItemDataRole.ToolTipRole
    assert model.find(Kind.TAG, "asia/korea").data(hint) == "asia/korea"
    assert model.find(Kind.SOURCE, "Port News").data(hint) == "Port News"
    assert model.find(Kind.SHELF, "inbox").data(hint) is None
    assert model.data(QModelIndex()) is None
    assert not model.find(Kind.TAG, "gone").isValid()
