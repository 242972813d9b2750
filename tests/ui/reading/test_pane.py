"""The reading pane, with articles of its own."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from reader.articles.article import Article, Picture
from reader.articles.quote import Quote, quote_of
from reader.clipping import Additions, Clipping, Colour, Highlight
from reader.ui.reading.page_style import Face, Measure, PageStyle
from reader.ui.reading.pane import ReadingPane
from reader.ui.theme import Themes

PARAGRAPHS = tuple(
    f"Paragraph {number}: the ferry 😀 left at half past five, and the quay of pier {number}"
    " was empty but for a crane that had come loose from its rail in the storm."
    for number in range(60)
)
SPACE = Qt.Key.Key_Space


def article(paragraphs: Sequence[str] = PARAGRAPHS, **about: object) -> Article:
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    made = Article(title="Harbour reopens", source="The Harbour Times", html=html)
    return replace(made, text="\n\n".join(paragraphs), **about)  # type: ignore[arg-type]


def clipping(id_: str = "one", position: float = 0.0, **additions: object) -> Clipping:
    return Clipping(id_, article(), Additions(**additions), position)  # type: ignore[arg-type]


def highlight(id_: str, words: str, colour: Colour = Colour.YELLOW) -> Highlight:
    quote = quote_of(article().text, words) or Quote(words)
    return Highlight(id_, quote, colour)


def picture(width: int = 400, height: int = 200) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.red))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


@pytest.fixture
def pane(themes: Themes, qtbot: QtBot) -> ReadingPane:
    made = ReadingPane(themes, PageStyle())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(pane: ReadingPane) -> str:
    return pane._column.toPlainText()


def painted(pane: ReadingPane) -> list[tuple[str, str]]:
    """The words painted over, with the ground they stand on."""
    return [
        (one.cursor.selectedText(), one.format.background().color().name())
        for one in pane._column.extraSelections()
    ]


def is_in_sight(pane: ReadingPane, words: str) -> bool:
    rect = pane._column.cursorRect(pane._column.document().find(words))
    return pane._column.viewport().rect().contains(rect.center())


def select(pane: ReadingPane, words: str) -> None:
    cursor = pane._column.document().find(words)
    assert not cursor.isNull()
    pane._column.setTextCursor(cursor)


def click(pane: ReadingPane, words: str) -> None:
    cursor = pane._column.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    point = pane._column.cursorRect(cursor).center() + QPoint(3, 0)
    QTest.mouseClick(pane._column.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_clipping_is_shown_from_headline_to_end(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    assert "Harbour reopens" in shown(pane)
    assert shown(pane).rstrip().endswith(PARAGRAPHS[-1])


def test_nothing_open_says_so_and_does_nothing(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    pane.show_nothing()
    assert pane._frame.message.isVisible()
    assert pane.current_position() == 0.0
    assert not pane.mark_selection()
    pane.show_additions(Additions())
    pane.find()
    assert not pane._find_bar.isVisible()
    pane.find_next()
    pane.go_to_mark("a")
    pane.enlarge()


def test_several_selected_are_counted(pane: ReadingPane) -> None:
    pane.show_several(3)
    assert "3" in pane._frame.message.text()


@pytest.mark.parametrize(
    ("button", "signal"),
    [("star", "star_asked"), ("archive", "archive_asked"), ("tag", "tags_asked"),
     ("mark", "marks_asked"), ("focus", "focus_asked")],
)  # fmt: skip
def test_each_button_asks_and_keeps_its_state_until_told(
    pane: ReadingPane, qtbot: QtBot, button: str, signal: str
) -> None:
    pane.show_clipping(clipping())
    with qtbot.waitSignal(getattr(pane, signal)):
        pane._tools.button(button).click()
    assert not pane._tools.button(button).isChecked()


def test_the_buttons_show_what_the_clipping_is(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(is_starred=True))
    assert pane._tools.button("star").isChecked()
    pane.show_additions(Additions(is_archived=True))
    assert not pane._tools.button("star").isChecked()
    assert pane._tools.button("archive").isChecked()
    pane.show_marks_open(True)
    assert pane._tools.button("mark").isChecked()


def test_every_button_can_be_reached_and_has_a_name(pane: ReadingPane) -> None:
    for button in pane.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_marks_are_painted_in_their_colours(pane: ReadingPane, themes: Themes) -> None:
    marks = (highlight("a", "pier 3"), highlight("b", "pier 5", Colour.GREEN))
    pane.show_clipping(clipping(highlights=marks))
    assert painted(pane) == [
        ("pier 3", themes.current.mark(Colour.YELLOW).name()),
        ("pier 5", themes.current.mark(Colour.GREEN).name()),
    ]
    assert pane.unplaced_marks() == ()


def test_a_mark_over_two_paragraphs_is_painted_in_both(pane: ReadingPane) -> None:
    text = article().text
    start, end = text.index("in the storm."), text.index(": the ferry", 100)
    mark = Highlight("a", Quote(text[start:end], start=start, end=end))
    pane.show_clipping(clipping(highlights=(mark,)))
    assert [words for words, _ in painted(pane)] == ["in the storm.", "Paragraph 1"]


def test_a_mark_that_is_lost_is_told(pane: ReadingPane) -> None:
    marks = (highlight("a", "pier 3"), highlight("b", "no such words anywhere"))
    pane.show_clipping(clipping(highlights=marks))
    assert pane.unplaced_marks() == ("b",)


def test_a_new_mark_is_painted_without_moving_the_page(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(position=0.5))
    document, place = pane._column.document(), pane._column.verticalScrollBar().value()
    assert place > 0
    pane.show_additions(Additions(highlights=(highlight("a", "pier 3"),)))
    assert [words for words, _ in painted(pane)] == ["pier 3"]
    assert pane._column.document() is document
    assert pane._column.verticalScrollBar().value() == place
    assert "1 mark" in shown(pane)


def test_a_selection_becomes_a_quote_of_the_text(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    select(pane, "the quay of pier 7")
    with qtbot.waitSignal(pane.quote_marked) as told:
        assert pane.mark_selection()
    (quote,) = told.args
    assert quote.exact == "the quay of pier 7"
    assert article().text[quote.start : quote.end] == quote.exact
    assert not pane._column.textCursor().hasSelection()


def test_a_selection_over_paragraphs_becomes_one_quote(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    cursor = pane._column.document().find("Paragraph 4:")
    end = pane._column.document().find("😀", pane._column.document().find("Paragraph 6:"))
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    pane._column.setTextCursor(cursor)
    with qtbot.waitSignal(pane.quote_marked) as told:
        pane.mark_selection()
    assert told.args[0].exact == f"{PARAGRAPHS[4]}\n\n{PARAGRAPHS[5]}\n\nParagraph 6: the ferry 😀"


def test_a_selection_of_the_headline_is_no_quote(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    assert not pane.mark_selection()
    select(pane, "Harbour reopens")
    with qtbot.assertNotEmitted(pane.quote_marked):
        assert not pane.mark_selection()


def test_words_can_be_marked_by_keys_alone(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping(position=0.5))
    pane.toggle_caret()
    for _ in range(40):
        QTest.keyClick(pane._column, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(pane.quote_marked) as told:
        assert pane.mark_selection()
    assert told.args is not None
    assert told.args[0].exact in article().text
    assert pane.current_position() == pytest.approx(0.5, abs=0.02)
    QTest.keyClick(pane._column, Qt.Key.Key_Escape)
    place = pane._column.textCursor().position()
    QTest.keyClick(pane._column, Qt.Key.Key_Right)
    assert pane._column.textCursor().position() == place


def test_selecting_by_keys_begins_in_the_story(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    pane.toggle_caret()
    QTest.keyClick(pane._column, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.mark_selection()


def test_a_click_on_a_mark_opens_it(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping(highlights=(highlight("a", "Paragraph 0: the ferry"),)))
    with qtbot.waitSignal(pane.mark_opened) as told:
        click(pane, "the ferry")
    assert told.args == ["a"]
    with qtbot.assertNotEmitted(pane.mark_opened):
        click(pane, "half past five")


def test_the_pointer_tells_what_can_be_clicked(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(highlights=(highlight("a", "Paragraph 0: the ferry"),)))
    viewport = pane._column.viewport()
    for words, shape in (
        ("the ferry", Qt.CursorShape.PointingHandCursor),
        ("half past five", Qt.CursorShape.IBeamCursor),
    ):
        rect = pane._column.cursorRect(pane._column.document().find(words))
        # Sent to the page itself: a window that an earlier test left behind may lie above it.
        place = QPointF(rect.center() - QPoint(8, 0))
        no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        moves = QMouseEvent(
            QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), no_button, no_button, no_key
        )
        QApplication.sendEvent(viewport, moves)
        assert viewport.cursor().shape() == shape


def test_a_ring_shows_that_the_keys_are_here(pane: ReadingPane, themes: Themes) -> None:
    pane.show_clipping(clipping())
    pane.activateWindow()
    accent = themes.current.colour("accent")
    pane._column.setFocus(Qt.FocusReason.TabFocusReason)
    assert pane._column.viewport().grab().toImage().pixelColor(0, 40) == accent
    pane.show_focus(True)
    assert pane._column.viewport().grab().toImage().pixelColor(0, 40) != accent
    pane.show_focus(False)
    pane._column.clearFocus()
    assert pane._column.viewport().grab().toImage().pixelColor(0, 40) != accent


def test_one_can_go_to_a_mark(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(highlights=(highlight("a", "pier 50"),)))
    pane.go_to_mark("a")
    assert is_in_sight(pane, "pier 50")
    place = pane._column.verticalScrollBar().value()
    pane.go_to_mark("unknown")
    assert pane._column.verticalScrollBar().value() == place


def test_a_link_is_told_and_not_followed(pane: ReadingPane, qtbot: QtBot) -> None:
    html = '<p>See <a href="https://a.example/b?c=d%20e">the harbour</a></p>'
    pane.show_clipping(Clipping("one", Article(html=html, text="See the harbour")))
    before = shown(pane)
    with qtbot.waitSignal(pane.link_opened) as told:
        click(pane, "the harbour")
    assert told.args == ["https://a.example/b?c=d%20e"]
    assert shown(pane) == before


def test_nothing_is_loaded_by_name(pane: ReadingPane) -> None:
    for name in ("https://a.example/x.png", "file:///etc/hostname", "x.png"):
        assert pane._column.loadResource(2, name) is None


def test_the_words_of_a_search_stand_out_and_are_brought_into_sight(
    pane: ReadingPane, themes: Themes
) -> None:
    pane.show_clipping(clipping(), words=["PIER 40"])
    ((words, ground),) = painted(pane)
    assert (words, ground) == ("pier 40", themes.current.colour("hit").name())
    assert is_in_sight(pane, "pier 40")


def test_being_brought_to_a_found_word_is_no_reading(pane: ReadingPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.position_changed):
        pane.show_clipping(clipping(), words=["pier 40"])
        pane.show_nothing()


def test_f3_goes_on_from_the_place_that_was_opened_and_tells_where_it_goes_round(
    pane: ReadingPane,
) -> None:
    told: list[tuple[int, int, bool]] = []
    pane.place_found.connect(lambda *place: told.append(place))
    pane.show_clipping(clipping(), words=["crane"])
    pane.find_next()
    pane.find_previous()
    pane.find_previous()
    pane.find_next()
    assert told == [(1, 60, False), (0, 60, False), (59, 60, True), (0, 60, True)]
    pane.find()
    pane.find_next()
    assert len(told) == 4  # the bar says it itself


def test_the_find_bar_goes_from_place_to_place(pane: ReadingPane, themes: Themes) -> None:
    pane.show_clipping(clipping())
    pane.find()
    field = pane._find_bar.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "crane")
    assert pane._find_bar._count.text() == "1 of 60"
    pane.find_next()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pane._find_bar._count.text() == "3 of 60"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    pane.find_previous()
    pane.find_previous()
    assert pane._find_bar._count.text() == "60 of 60"
    assert painted(pane)[-1] == ("crane", themes.current.colour("accent").name())


def test_what_is_not_found_is_said(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    pane.find()
    pane._find_bar._field.setText("nowhere")
    assert pane._find_bar._count.text() == "Not found"
    pane.find_next()
    assert painted(pane) == []


def test_find_begins_with_what_is_selected(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    select(pane, "pier 9")
    pane.find()
    assert pane._find_bar.text == "pier 9"


def test_escape_closes_the_find_bar_and_brings_the_search_back(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(), words=["pier 40"])
    pane.find()
    pane._find_bar._field.setText("crane")
    QTest.keyClick(pane._find_bar._field, Qt.Key.Key_Escape)
    assert not pane._find_bar.isVisible()
    assert [words for words, _ in painted(pane)] == ["pier 40"]
    pane.find()
    QTest.keyClick(pane._column, Qt.Key.Key_Escape)
    assert not pane._find_bar.isVisible()


def test_more_places_than_can_be_painted_are_painted_where_one_is(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    many = Clipping("one", article([*PARAGRAPHS] * 6))
    with qtbot.waitSignal(pane.marks_placed):
        pane.show_clipping(many, words=["crane"])
    assert pane._emphasis.hits == 360
    pane._column.verticalScrollBar().setValue(pane._column.verticalScrollBar().maximum())
    selections = pane._column.extraSelections()
    assert selections[-1].cursor.selectionStart() > pane._column.document().characterCount() * 0.99


def test_space_goes_on_by_a_screen_and_at_the_end_further(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    bar = pane._column.verticalScrollBar()
    QTest.keyClick(pane._column, SPACE)
    assert 0 < bar.value() < pane._column.viewport().height()
    QTest.keyClick(pane._column, SPACE, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    with qtbot.assertNotEmitted(pane.end_passed):
        while bar.value() < bar.maximum():
            pane.scroll_on()
    with qtbot.waitSignal(pane.end_passed):
        pane.scroll_on()


def test_the_place_is_told_once_the_reader_rests(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    with qtbot.waitSignal(pane.position_changed) as told:
        pane.scroll_on()
        pane.scroll_on()
    assert told.args is not None
    id_, place = told.args
    assert id_ == "one"
    assert place == pane.current_position()
    assert 0 < place < 1


def test_the_place_is_told_before_another_clipping_is_shown(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    pane.show_clipping(clipping())
    pane.scroll_on()
    with qtbot.waitSignal(pane.position_changed, timeout=100) as told:
        pane.show_clipping(clipping("two"))
    assert told.args is not None
    assert told.args[0] == "one"


def test_a_place_that_was_only_restored_is_not_told_again(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping(position=0.5))
    with qtbot.assertNotEmitted(pane.position_changed):
        pane.show_nothing()


@pytest.mark.parametrize("position", [0.0, 0.3, 0.8, 1.0])
def test_a_clipping_opens_where_it_was_left(pane: ReadingPane, position: float) -> None:
    pane.show_clipping(clipping(position=position))
    assert pane.current_position() == pytest.approx(position, abs=0.02)


def test_the_place_holds_in_another_size_and_width(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(position=0.5))
    pane.enlarge()
    pane.enlarge()
    assert pane.current_position() == pytest.approx(0.5, abs=0.03)


def test_the_line_above_grows_to_the_end(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    assert 0 < pane._progress.share < 0.3
    pane._column.verticalScrollBar().setValue(pane._column.verticalScrollBar().maximum())
    assert pane._progress.share == 1.0


def test_the_column_is_no_wider_than_its_measure(pane: ReadingPane) -> None:
    pane.resize(1600, 500)
    pane.show_clipping(clipping())
    width = pane._column.document().textWidth()
    assert width < 700
    pane.set_page_style(PageStyle(measure=Measure.WIDE))
    assert width < pane._column.document().textWidth() < 900


def test_the_page_style_is_told_and_kept(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    with qtbot.waitSignal(pane.page_style_changed) as told:
        pane.enlarge()
    assert told.args == [PageStyle().larger()]
    pane.reduce()
    assert pane.page_style == PageStyle()
    with qtbot.assertNotEmitted(pane.page_style_changed):
        pane.usual_size()


def test_the_menu_sets_type_and_theme(pane: ReadingPane, themes: Themes, qtbot: QtBot) -> None:
    pane.show_clipping(clipping())
    pane._tools.button("type").click()
    menu = pane._menu
    assert menu.isVisible()
    menu._face.button(Face.SANS).click()
    menu._measure.button(Measure.NARROW).click()
    menu._larger.click()
    menu._smaller.click()
    menu._smaller.click()
    menu._theme.button("dark").click()
    assert pane.page_style == PageStyle(PageStyle().smaller().size, Face.SANS, Measure.NARROW)
    assert themes.choice == "dark"
    menu._size.click()
    assert pane.page_style.size == PageStyle().size
    menu.close()


def test_another_theme_colours_page_and_marks_anew(pane: ReadingPane, themes: Themes) -> None:
    pane.show_clipping(clipping(position=0.5, highlights=(highlight("a", "pier 3"),)))
    themes.choose("dark")
    assert painted(pane) == [("pier 3", themes.current.mark(Colour.YELLOW).name())]
    cursor = pane._column.document().find("half past")
    assert cursor.charFormat().foreground().color() == themes.current.colour("ink")
    assert pane.current_position() == pytest.approx(0.5, abs=0.02)


def test_focus_leaves_the_text_alone(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    pane.show_focus(True)
    assert not pane._tools.isVisible()
    assert pane._column.document().rootFrame().frameFormat().topMargin() > 40
    pane.show_focus(False)
    assert pane._tools.isVisible()


def wheel(pane: ReadingPane, target: object, down: int, keys: Qt.KeyboardModifier) -> None:
    at = QPointF(5, 200)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, -down), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)  # type: ignore[arg-type]


def test_the_wheel_scrolls_beside_the_column_too(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    wheel(pane, pane, 120, Qt.KeyboardModifier.NoModifier)
    assert pane._column.verticalScrollBar().value() > 0


def test_the_wheel_with_control_sizes_the_letters(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    control = Qt.KeyboardModifier.ControlModifier
    wheel(pane, pane._column.viewport(), -120, control)
    assert pane.page_style == PageStyle().larger()
    wheel(pane, pane._column.viewport(), 120, control)
    assert pane.page_style == PageStyle()
    wheel(pane, pane._column.viewport(), 120, Qt.KeyboardModifier.NoModifier)
    assert pane._column.verticalScrollBar().value() > 0


def test_a_picture_is_painted_once_it_is_decoded(pane: ReadingPane, qtbot: QtBot) -> None:
    shot = Picture("a.png", content=picture(), width=400, height=200)
    html = '<img src="a.png"><p>Text</p>'
    pane.show_clipping(Clipping("one", Article(html=html, text="Text", pictures=(shot,))))

    def is_red() -> bool:
        image = pane._column.viewport().grab().toImage()
        middle = image.pixelColor(150, 160)
        return middle.red() > 240 and middle.green() < 20

    qtbot.waitUntil(is_red)


def test_a_picture_of_unknown_size_takes_its_room_without_moving_the_page(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    shot = Picture("a.png", content=picture(100, 50))
    html = '<img src="a.png">' + article().html
    made = Clipping("one", article(html=html, pictures=(shot,)), position=0.5)
    pane.show_clipping(made)
    height, place = pane._column.document().size().height(), pane.current_position()
    qtbot.waitUntil(lambda: pane._column.document().size().height() < height)
    assert pane.current_position() == pytest.approx(place, abs=0.01)


def test_a_picture_that_is_none_leaves_words_and_marks_in_their_places(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    shot = Picture("a.png", content=b"no picture", description="A boat")
    html = '<img src="a.png" alt="A boat">' + article().html
    mark = highlight("a", "pier 3")
    made = Clipping("one", article(html=html, pictures=(shot,)), Additions(highlights=(mark,)))
    pane.show_clipping(made)
    qtbot.waitUntil(lambda: "Picture cannot be shown · A boat" in shown(pane))
    assert [words for words, _ in painted(pane)] == ["pier 3"]


def test_quotes_lists_rules_and_code_are_painted(pane: ReadingPane) -> None:
    html = (
        "<blockquote><p>One</p><p dir='rtl'>שתיים</p></blockquote>"
        "<ul><li>a</li><li dir='rtl'>ב</li></ul><hr><pre>code</pre><img src='gone'>"
    )
    pane.show_clipping(Clipping("one", Article(html=html)))
    plain = Clipping("two", Article(html=html.replace("blockquote", "div")))
    quoted = pane._column.viewport().grab().toImage()
    pane.show_clipping(plain)
    assert pane._column.viewport().grab().toImage() != quoted


def test_a_very_long_article_grows_while_the_window_lives(pane: ReadingPane, qtbot: QtBot) -> None:
    mark = highlight("a", "pier 3")
    long = Clipping("one", article([*PARAGRAPHS] * 10), Additions(highlights=(mark,)), 0.5)
    pane.show_clipping(long, words=())
    assert "Harbour reopens" in shown(pane)
    assert not shown(pane).rstrip().endswith(PARAGRAPHS[-1])
    with qtbot.waitSignal(pane.marks_placed):
        pass
    assert shown(pane).rstrip().endswith(PARAGRAPHS[-1])
    assert [words for words, _ in painted(pane)] == ["pier 3"]
    assert pane.current_position() == pytest.approx(0.5, abs=0.02)


def test_another_clipping_stops_the_growth_of_the_last(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(Clipping("one", article([*PARAGRAPHS] * 10)))
    pane.show_clipping(clipping("two"))
    length = pane._column.document().characterCount()
    QApplication.processEvents()
    assert pane._column.document().characterCount() == length


def test_the_document_of_the_last_clipping_is_freed(pane: ReadingPane) -> None:
    pane.show_clipping(clipping())
    freed: list[bool] = []
    pane._column.document().destroyed.connect(lambda: freed.append(True))
    pane.show_clipping(clipping("two"))
    assert freed == [True]


def test_a_click_beside_words_and_a_drag_open_nothing(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.show_clipping(clipping(highlights=(highlight("a", "Paragraph 0: the ferry"),)))
    viewport = pane._column.viewport()
    cursor = pane._column.document().find("Paragraph 0")
    cursor.setPosition(cursor.selectionStart() + 1)
    start = pane._column.cursorRect(cursor).center()
    with qtbot.assertNotEmitted(pane.mark_opened):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(viewport, start + QPoint(60, 0))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=start)


def test_the_text_at_the_top_stays_there_while_the_width_changes(pane: ReadingPane) -> None:
    pane.show_clipping(clipping(position=0.5))
    place = pane._column.place_at_top()
    for width in (690, 640, 600, 540, 480, 520, 610, 700):
        pane.resize(width, 500)
        QApplication.processEvents()
    assert pane._column.place_at_top() == place
    pane.scroll_on()
    pane.resize(600, 500)
    assert pane._column.place_at_top() > place


def test_a_page_that_is_resized_while_it_grows_is_laid_out_whole(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.marks_placed):
        pane.show_clipping(Clipping("one", article([*PARAGRAPHS] * 10)))
        pane.resize(560, 500)
        QApplication.processEvents()
        pane.resize(620, 500)
    pane._column.document().size()
    layout = pane._column.document().documentLayout()
    for placed in pane._sheet.page.placed.values():  # type: ignore[union-attr]
        block = pane._column.document().findBlockByNumber(placed.number)
        assert layout.blockBoundingRect(block).height() > 0


def test_a_reader_who_scrolls_while_the_page_grows_is_left_alone(
    pane: ReadingPane, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.marks_placed):
        pane.show_clipping(Clipping("one", article([*PARAGRAPHS] * 10), position=0.9))
        pane.scroll_on()
    assert pane.current_position() < 0.2


def test_a_clipping_that_is_opened_unseen_keeps_its_place(themes: Themes, qtbot: QtBot) -> None:
    pane = ReadingPane(themes, PageStyle())
    qtbot.addWidget(pane)
    pane.show_clipping(clipping(position=0.5))
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    assert pane.current_position() == pytest.approx(0.5, abs=0.02)


def test_a_tiny_pane_breaks_nothing(pane: ReadingPane) -> None:
    table = "<table><tr><td>one</td><td><img src='a.png'></td></tr></table>"
    shot = Picture("a.png", content=picture(), width=400, height=200)
    html = table + article().html + "<pre>" + "x" * 300 + "</pre>"
    pane.show_clipping(Clipping("one", article(html=html, pictures=(shot,))))
    for width, height in ((1, 1), (60, 20), (200, 80), (700, 500)):
        pane.resize(width, height)
        pane.grab()
        pane.scroll_on()
    assert pane._column.horizontalScrollBar().maximum() == 0


def test_words_are_copied_without_the_looks_of_the_page(pane: ReadingPane) -> None:
    shot = Picture("a.png", content=picture(), width=400, height=200)
    html = "<p>One<br>two</p><img src='a.png'><p>three</p>"
    pane.show_clipping(Clipping("one", Article(title="T", html=html, pictures=(shot,))))
    cursor = pane._column.document().find("One")
    cursor.setPosition(cursor.selectionStart())
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    pane._column.setTextCursor(cursor)
    copied = pane._column.createMimeDataFromSelection()
    assert copied.text().split() == ["One", "two", "three"]
    assert "One\ntwo\n\n" in copied.text()
    assert not copied.hasHtml()


def test_a_footnote_is_gone_to_and_back(pane: ReadingPane) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = (
        '<p id="at-ref">A claim <a href="#at-fn ö">seventeen</a>.</p>' + body
        + '<ol><li id="at-fn ö">Said <a href="#at-ref">thus</a>.</li></ol>'
    )  # fmt: skip
    pane.show_clipping(Clipping("one", Article(html=html, text="A claim seventeen.")))
    opened: list[str] = []
    pane.link_opened.connect(opened.append)
    click(pane, "seventeen")
    assert is_in_sight(pane, "Said thus")
    click(pane, "thus")
    assert is_in_sight(pane, "A claim")
    assert not opened


def test_a_link_to_a_place_that_is_not_there_goes_nowhere(pane: ReadingPane) -> None:
    html = '<p>See <a href="#at-gone">seventeen</a>.</p>'
    pane.show_clipping(Clipping("one", Article(html=html, text="See seventeen.")))
    opened: list[str] = []
    pane.link_opened.connect(opened.append)
    click(pane, "seventeen")
    assert not opened
