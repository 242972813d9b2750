import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.clipping import Card, Excerpt
from reader.ui.clipping_list import model as model_module
from reader.ui.clipping_list.model import BATCH, ClippingModel


def card(id_: str, title: str = "", *, is_read: bool = False) -> Card:
    return Card(id_, title or f"Title {id_}", is_read=is_read)


class Heard:
    """What a model told, in its order."""

    def __init__(self, model: ClippingModel) -> None:
        self.told: list[object] = []
        self.wanted: list[list[str]] = []
        model.modelReset.connect(lambda: self.told.append("reset"))
        model.rowsInserted.connect(lambda _, a, b: self.told.append(("in", a, b)))
        model.rowsRemoved.connect(lambda _, a, b: self.told.append(("out", a, b)))
        model.dataChanged.connect(lambda a, b: self.told.append(("new", a.row(), b.row())))
        model.cards_wanted.connect(self.wanted.append)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ClippingModel:
    made = ClippingModel()
    made.set_result(["a", "b", "c", "d"])
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]  # has no annotations
    return made


@pytest.fixture
def heard(model: ClippingModel) -> Heard:
    return Heard(model)


def test_a_new_search_is_one_reset(model: ClippingModel, heard: Heard) -> None:
    model.set_result(["x", "y"])
    assert heard.told == ["reset"]
    assert list(model.ids) == ["x", "y"]
    assert (model.row_of("y"), model.row_of("a")) == (1, None)
    assert model.columnCount() == 1


def test_a_row_without_a_card_still_answers(model: ClippingModel) -> None:
    index = model.index(0, 0)
    assert index.data(ClippingModel.ClippingRole) is None
    assert index.data() == ""
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Loading"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(9, 0)) is None


def test_cards_show_in_one_change_a_run(model: ClippingModel, heard: Heard) -> None:
    model.put_cards([card("a"), card("d"), card("b"), card("stranger")])
    assert heard.told == [("new", 0, 1), ("new", 3, 3)]
    assert model.index(1, 0).data() == "Title b"
    assert model.card_of("d") == card("d")


def test_a_card_that_is_the_same_changes_nothing(model: ClippingModel, heard: Heard) -> None:
    model.put_cards([card("a")])
    model.put_cards([card("a")])
    assert heard.told == [("new", 0, 0)]


def test_changed_cards_are_taken_only_where_one_is_here(model: ClippingModel, heard: Heard) -> None:
    model.put_cards([card("a")])
    model.update_cards([card("a", is_read=True), card("b", is_read=True)])
    assert model.card_of("a") == card("a", is_read=True)
    assert model.card_of("b") is None
    assert model.with_cards(["b", "a"]) == ["a"]
    assert heard.told == [("new", 0, 0), ("new", 0, 0)]


def test_a_screen_reader_hears_the_whole_card(model: ClippingModel) -> None:
    excerpt = Excerpt("the storm tore")
    tags = ("sea", "sea/gate")
    model.put_cards(
        [
            Card(
                "a",
                "Harbour",
                "The Times",
                "2026-11-10",
                "2026-11-10",
                minutes=6,
                tags=tags,
                excerpt=excerpt,
                is_starred=True,
            ),
            Card("b", "", date="2026-11-22", is_read=True),
        ]
    )
    role = Qt.ItemDataRole.AccessibleTextRole
    said = "Harbour, unread, starred, The Times, 10 November 2026, 6 minutes"
    assert model.index(0, 0).data(role) == f"{said}, sea, sea/gate, the storm tore"
    assert model.index(1, 0).data(role) == "Untitled, saved 22 November 2026, 1 minute"
    assert model.index(1, 0).data() == "Untitled"


def test_new_clippings_come_in_above(model: ClippingModel, heard: Heard) -> None:
    model.insert(["x", "a", "y", "x"])
    assert list(model.ids) == ["x", "y", "a", "b", "c", "d"]
    assert heard.told == [("in", 0, 1)]
    assert model.row_of("a") == 2


def test_inserting_nothing_new_tells_nothing(model: ClippingModel, heard: Heard) -> None:
    model.insert(["a"])
    assert heard.told == []


def test_clippings_go_run_by_run(model: ClippingModel, heard: Heard) -> None:
    model.remove(["d", "a", "b", "stranger"])
    assert list(model.ids) == ["c"]
    assert heard.told == [("out", 3, 3), ("out", 0, 1)]
    assert model.row_of("c") == 0


def test_the_same_search_again_moves_only_what_came_and_went(
    model: ClippingModel, heard: Heard
) -> None:
    model.update_result(["x", "a", "c", "y", "d"])
    assert list(model.ids) == ["x", "a", "c", "y", "d"]
    assert heard.told == [("out", 1, 1), ("in", 0, 0), ("in", 3, 3)]


def test_another_order_is_a_reset(model: ClippingModel, heard: Heard) -> None:
    model.update_result(["b", "a", "c", "d"])
    assert heard.told == ["reset"]
    assert model.row_of("b") == 0


def test_very_many_moves_are_a_reset(
    model: ClippingModel, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_module, "RUNS_TOLD", 1)
    model.update_result(["x", "a", "y", "b", "c", "d"])
    assert heard.told == ["reset"]


def test_only_missing_cards_are_wanted_and_each_but_once(
    model: ClippingModel, heard: Heard
) -> None:
    model.put_cards([card("b")])
    # What is here from before the search is shown, but its excerpt may not fit: wanted again.
    model.want(range(3))
    model.want(range(4))
    assert heard.wanted == [["a", "c"], ["d"]]


def test_what_was_scrolled_past_is_wanted_anew_on_coming_back(
    model: ClippingModel, heard: Heard
) -> None:
    model.want([0])
    model.want([3])
    model.want([0])
    assert heard.wanted == [["a"], ["d"], ["a"]]


def test_a_new_search_wants_the_cards_of_the_one_before_again(
    model: ClippingModel, heard: Heard
) -> None:
    model.put_cards([card("a")])
    model.set_result(["a"])
    assert model.card_of("a") == card("a")
    model.want([0])
    model.put_cards([card("a")])
    model.want([0])
    assert heard.wanted == [["a"]]


def test_cards_are_wanted_in_batches(qtbot: QtBot) -> None:
    model = ClippingModel()
    heard = Heard(model)
    model.set_result([str(number) for number in range(250)])
    model.want(range(300))
    assert [len(batch) for batch in heard.wanted] == [BATCH, BATCH, 50]


def test_the_cards_of_a_great_list_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_module, "CARDS_KEPT", 10)
    model = ClippingModel()
    ids = [str(number) for number in range(50)]
    model.set_result(ids)
    model.put_cards([card(id_) for id_ in ids])
    assert len(model.with_cards(ids)) == 10
    heard = Heard(model)
    model.want([0])
    assert heard.wanted == [["0"]]
