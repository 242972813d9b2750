"""What a result can be narrowed to: chips under the box, and the list of all facets."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.clipping import Facet, Narrowing
from reader.results import FacetCounts, FacetValue
from reader.ui.clipping_list.chip import Chip
from reader.ui.clipping_list.facet_model import FacetModel
from reader.ui.clipping_list.facet_panel import FacetPanel
from reader.ui.clipping_list.facet_rows import SHOWN, Kind, facet_rows
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.theme import Themes

LEFT = Qt.MouseButton.LeftButton
SOURCES = FacetCounts(
    Facet.SOURCE, (FacetValue("Port News", 14), FacetValue("Le Quai", 5), FacetValue("منارة", 2))
)
TAGS = FacetCounts(Facet.TAG, (FacetValue("asia", 11), FacetValue("asia/korea", 4, depth=1)))
YEARS = FacetCounts(Facet.YEAR, (FacetValue("2026", 19), FacetValue("2025", 3)))
LANGUAGE = FacetCounts(Facet.LANGUAGE, (FacetValue("en", 23),))
FACETS = (SOURCES, TAGS, YEARS, LANGUAGE)
MANY = FacetCounts(Facet.BYLINE, tuple(FacetValue(f"Writer {n}", 50 - n) for n in range(30)))


@pytest.fixture
def panel(qtbot: QtBot, themes: Themes) -> ListPanel:
    made = ListPanel(themes)
    qtbot.addWidget(made)
    made.resize(352, 700)
    made.show_result(["a", "b"])
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def chips(panel: ListPanel) -> dict[str, Chip]:
    plain = {ord("\u2068"): None, ord("\u2069"): None}
    shown = [one for one in panel.findChildren(Chip) if one.isVisible()]
    return {one.text().translate(plain): one for one in shown}


def rows(facets: FacetPanel) -> list[str]:
    model = facets.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


@pytest.fixture
def facets(panel: ListPanel) -> FacetPanel:
    panel.show_facets(FACETS, are_offered=True)
    panel.open_facets()
    return panel._facets


def test_chips_offer_one_value_of_each_facet_and_then_the_next(panel: ListPanel) -> None:
    panel.show_facets(FACETS, are_offered=True)
    assert list(chips(panel))[:3] == ["Port News 14", "#asia 11", "2026 · 19"]
    assert "More…" in chips(panel)
    assert not any("English" in name for name in chips(panel))  # all are: it narrows nothing


def test_a_chip_narrows_and_takes_it_back(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_facets(FACETS, are_offered=True)
    with qtbot.waitSignal(panel.facet_toggled) as told:
        QTest.mouseClick(chips(panel)["2026 · 19"], LEFT)
    assert told.args == [Facet.YEAR, "2026"]
    chosen = FacetCounts(Facet.YEAR, (FacetValue("2026", 19, is_chosen=True), YEARS.values[1]))
    panel.show_narrowing("", "", (Narrowing(Facet.YEAR, "2026"),))
    panel.show_facets((SOURCES, chosen), are_offered=True)
    first = next(iter(chips(panel)))
    assert first == "2026 · 19 ×"
    assert chips(panel)[first].accessibleName() == "No longer only 2026"
    with qtbot.waitSignal(panel.facet_toggled) as told:
        QTest.mouseClick(chips(panel)[first], LEFT)
    assert told.args == [Facet.YEAR, "2026"]


def test_several_choices_can_be_cleared_at_once(panel: ListPanel, qtbot: QtBot) -> None:
    panel.show_narrowing("", "", (Narrowing(Facet.YEAR, "2026"),))
    assert "Clear all" not in chips(panel)
    both = (Narrowing(Facet.YEAR, "2026"), Narrowing(Facet.TAG, "asia/korea"))
    panel.show_narrowing("", "", both)
    assert list(chips(panel)) == ["2026 ×", "#asia/korea ×", "Clear all"]
    with qtbot.waitSignal(panel.facets_cleared):
        QTest.mouseClick(chips(panel)["Clear all"], LEFT)


def test_chips_stay_within_two_rows_and_never_hide_what_is_chosen(panel: ListPanel) -> None:
    chosen = (Narrowing(Facet.SOURCE, "Port News"), Narrowing(Facet.TAG, "asia"))
    panel.show_narrowing("", "", chosen)
    panel.show_facets((*FACETS, MANY), are_offered=True)
    shown = chips(panel).values()
    assert len({one.y() for one in shown}) <= 2
    assert all(one.geometry().right() <= panel.width() for one in shown)
    assert {"Port News 14 ×", "#asia 11 ×", "Clear all", "More…"} <= set(chips(panel))


def test_a_name_that_never_ends_is_cut_and_an_arabic_one_is_shown(panel: ListPanel) -> None:
    long = FacetValue("Gazette & Advertiser of the Outer Harbour and all of its Islands", 7)
    panel.show_facets((FacetCounts(Facet.SOURCE, (*SOURCES.values, long)),), are_offered=True)
    assert "منارة 2" in chips(panel)
    cut = next(one for name, one in chips(panel).items() if "…" in name and name != "More…")
    assert cut.toolTip() == long.value
    assert cut.text().endswith(" 7")


def test_arrows_lead_from_chip_to_chip_and_the_choice_keeps_the_keys(
    panel: ListPanel, qtbot: QtBot
) -> None:
    panel.show_facets(FACETS, are_offered=True)
    first, second = list(chips(panel).values())[:2]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Left)
    assert first.hasFocus()
    with qtbot.waitSignal(panel.facet_toggled):
        QTest.keyClick(first, Qt.Key.Key_Return)
    panel.show_narrowing("", "", (Narrowing(Facet.TAG, "asia"), Narrowing(Facet.SOURCE, "Le Quai")))
    focused = next(name for name, one in chips(panel).items() if one.hasFocus())
    assert focused.startswith("Port News")


def test_without_a_search_no_chip_stands_in_the_way(panel: ListPanel) -> None:
    panel.show_facets(FACETS, are_offered=False)
    assert chips(panel) == {}


def test_all_facets_fold_open_above_the_list(panel: ListPanel, facets: FacetPanel) -> None:
    assert facets.isVisible()
    assert facets.height() <= panel.height() * 0.45
    assert rows(facets)[:4] == ["Source", "Port News", "Le Quai", "منارة"]
    assert "English" in rows(facets)
    assert "korea" in rows(facets)
    panel.open_facets()
    assert not facets.isVisible()
    assert panel.view.hasFocus()


def test_keys_choose_a_value_and_escape_folds_away(
    panel: ListPanel, facets: FacetPanel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(facets.hasFocus)
    with qtbot.waitSignal(panel.facet_toggled) as told:
        QTest.keyClick(facets, Qt.Key.Key_Space)
    assert told.args == [Facet.SOURCE, "Port News"]
    QTest.keyClick(facets, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.facet_toggled) as told:
        QTest.keyClick(facets, Qt.Key.Key_Return)
    assert told.args == [Facet.SOURCE, "Le Quai"]
    QTest.keyClick(facets, Qt.Key.Key_Escape)
    assert not facets.isVisible()


def test_a_click_on_a_heading_does_nothing(
    panel: ListPanel, facets: FacetPanel, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(panel.facet_toggled):
        place = facets.visualRect(facets.model().index(0, 0)).center()
        QTest.mouseClick(facets.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def test_the_reader_stays_on_a_value_while_counts_change(facets: FacetPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(facets.hasFocus)
    QTest.keyClick(facets, Qt.Key.Key_Down)
    fewer = FacetCounts(Facet.SOURCE, (FacetValue("Le Quai", 2, is_chosen=True),))
    facets.show_facets((fewer, TAGS))
    assert facets.currentIndex().data() == "Le Quai"
    facets.show_facets((TAGS,))
    assert facets.currentIndex().data() == "asia"


def test_more_values_are_shown_when_they_are_asked_for(facets: FacetPanel, qtbot: QtBot) -> None:
    facets.show_facets((MANY,))
    assert rows(facets)[-1] == "24 more…"
    facets.setCurrentIndex(facets.model().index(SHOWN + 1, 0))
    QTest.keyClick(facets, Qt.Key.Key_Return)
    assert len(rows(facets)) == 31
    assert facets.currentIndex().data() == "Writer 6"


def test_a_chosen_value_far_down_is_shown_among_the_first(facets: FacetPanel) -> None:
    values = (*MANY.values[:20], FacetValue("Chosen", 1, is_chosen=True), *MANY.values[20:])
    shown = facet_rows((FacetCounts(Facet.BYLINE, values),), ())
    assert [row.value for row in shown if row.kind is Kind.VALUE][-1] == "Chosen"
    assert shown[-1].count == len(values) - SHOWN - 1


def test_a_screen_reader_hears_facet_name_count_and_choice(
    qtmodeltester: ModelTester, facets: FacetPanel
) -> None:
    model = FacetModel()
    chosen = FacetCounts(Facet.TAG, (FacetValue("asia/korea", 4, is_chosen=True, depth=1),))
    model.set_rows(facet_rows((chosen, MANY), ()))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # has no annotations
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Tag: #asia/korea, 4, chosen"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Tag"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == "asia/korea"
    assert model.data(QModelIndex()) is None


def test_no_facet_at_all_leaves_an_empty_list(panel: ListPanel, facets: FacetPanel) -> None:
    panel.show_facets((), are_offered=True)
    assert rows(facets) == []
    assert chips(panel) == {}


def test_facets_that_are_counted_once_they_are_open_are_shown(
    panel: ListPanel, qtbot: QtBot
) -> None:
    """Without words nothing is counted before."""

    def on_opened() -> None:
        assert panel.has_open_facets

    panel.show_facets((), are_offered=False)
    panel.facets_opened.connect(on_opened)
    with qtbot.waitSignal(panel.facets_opened):
        panel.open_facets()
    panel.show_facets(FACETS, are_offered=False)
    assert panel._facets.currentIndex().data() is not None  # the keyboard stands somewhere
