"""The versions of a clipping in the side panel, and where else its text is."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.articles.article import Article, Completeness
from reader.clipping import Additions, Card, Clipping, Version
from reader.ui.panels.side import SidePanel
from reader.ui.panels.side_row import SideRow
from reader.ui.theme import Themes

ONE = Clipping("one", Article(title="One"))
FIRST = Version("a", "One", "2020-11-10T06:30:00+00:00", file_name="one.html")
SECOND = Version("b", "One", "2020-11-12T06:30:00+00:00", completeness=Completeness.TEASER)
THIRD = Version("c", "One", "2020-11-12T18:30:00+00:00", is_shown=True)
ELSEWHERE = Card("x", "One & more", "Ledger & Post", "2020-11-10")


@pytest.fixture
def panel(themes: Themes, qtbot: QtBot) -> SidePanel:
    made = SidePanel(themes)
    qtbot.addWidget(made)
    made.resize(276, 700)
    made.show_clipping(ONE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tell(panel: SidePanel, versions: Sequence[Version], alike: Sequence[Card] = ()) -> None:
    """Show these, and let them take their places."""
    panel.show_origins("one", versions, alike)
    for _ in range(3):
        QApplication.processEvents()


def rows(panel: SidePanel) -> dict[str, SideRow]:
    """From top to bottom."""
    shown = [one for one in panel.findChildren(SideRow) if one.isVisible()]
    shown.sort(key=lambda one: one.mapTo(panel, QPoint()).y())
    return {one.accessibleName(): one for one in shown}


def headings(panel: SidePanel) -> list[str]:
    found = [one for one in panel.findChildren(QLabel) if one.objectName() == "sideHeading"]
    return [one.text() for one in found if one.isVisible()][3:]


def test_the_latest_version_stands_first_and_the_one_that_shows_says_so(panel: SidePanel) -> None:
    tell(panel, (FIRST, SECOND, THIRD))
    assert headings(panel) == ["3 VERSIONS"]
    assert list(rows(panel)) == [
        "12 Nov 2020, 18:30, shows",
        "12 Nov 2020, 06:30, opening",
        "10 Nov 2020",
    ]


def test_a_single_version_is_nothing_to_tell(panel: SidePanel) -> None:
    tell(panel, (THIRD,))
    assert headings(panel) == []
    assert not rows(panel)


def test_a_click_has_another_version_show(panel: SidePanel, qtbot: QtBot) -> None:
    tell(panel, (FIRST, THIRD))
    shown, other = (one for name, one in sorted(rows(panel).items(), reverse=True))
    with qtbot.assertNotEmitted(panel.version_chosen):
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.version_chosen) as told:
        QTest.keyClick(other, Qt.Key.Key_Space)
    assert told.args == ["a"]


def test_all_but_the_one_that_shows_can_be_compared(panel: SidePanel, qtbot: QtBot) -> None:
    tell(panel, (FIRST, THIRD))
    (compare,) = (one for one in panel.findChildren(QPushButton) if one.text() == "Compare")
    assert compare.accessibleName() == "Compare with the version of 10 Nov 2020"
    with qtbot.waitSignal(panel.comparison_asked) as told:
        QTest.mouseClick(compare, Qt.MouseButton.LeftButton)
    assert told.args == ["a"]


def test_a_version_nobody_dated_says_so(panel: SidePanel) -> None:
    tell(panel, (Version("a", "", completeness=Completeness.ERROR), THIRD))
    assert "Without a date, no story" in rows(panel)


def test_where_else_the_text_is_can_be_opened(panel: SidePanel, qtbot: QtBot) -> None:
    nameless = Card("y", "Der Hafen", "", "")
    tell(panel, (), (ELSEWHERE, nameless))
    assert headings(panel) == ["ALSO IN"]
    assert list(rows(panel)) == ["Ledger & Post, 10 Nov 2020", "Der Hafen"]
    with qtbot.waitSignal(panel.clipping_opened) as told:
        QTest.mouseClick(rows(panel)["Ledger & Post, 10 Nov 2020"], Qt.MouseButton.LeftButton)
    assert told.args == ["x"]


def test_what_belongs_to_another_clipping_is_not_shown(panel: SidePanel) -> None:
    tell(panel, (FIRST, THIRD), (ELSEWHERE,))
    panel.show_several({"one": Additions(), "two": Additions()})
    assert headings(panel) == []
    panel.show_clipping(ONE)
    assert headings(panel) == ["2 VERSIONS", "ALSO IN"]
    panel.show_clipping(Clipping("two", Article(title="Two")))
    assert headings(panel) == []


def test_rows_show_where_the_keys_are(panel: SidePanel) -> None:
    tell(panel, (), (ELSEWHERE,))
    row = rows(panel)["Ledger & Post, 10 Nov 2020"]
    before = row.grab().toImage()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert row.grab().toImage() != before


def test_a_window_that_runs_from_the_right_turns_the_rows(panel: SidePanel) -> None:
    tell(panel, (FIRST, THIRD))
    row = rows(panel)["12 Nov 2020, shows"]
    before = row.grab().toImage()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert row.grab().toImage() != before


def test_who_chose_by_the_keys_goes_on_by_the_keys(panel: SidePanel) -> None:
    tell(panel, (FIRST, THIRD))
    rows(panel)["10 Nov 2020"].setFocus()
    tell(panel, (replace(FIRST, is_shown=True), replace(THIRD, is_shown=False)))
    assert QApplication.focusWidget() is rows(panel)["10 Nov 2020, shows"]


def test_what_is_told_again_unchanged_stays_as_it_is(panel: SidePanel) -> None:
    tell(panel, (FIRST, THIRD))
    before = rows(panel)
    tell(panel, (FIRST, THIRD))
    assert rows(panel) == before
