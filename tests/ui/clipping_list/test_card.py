from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.clipping import Card, Excerpt, Part
from reader.ui.clipping_list.card_layout import (
    CardSetter,
    card_height,
    card_shape,
    has_room_for_picture,
)
from reader.ui.clipping_list.model import ClippingModel
from reader.ui.clipping_list.view import ClippingView
from reader.ui.theme import Themes

READ = Card("a", "Harbour reopens", "Port News", "2026-11-10", is_read=True)
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft

Shown = Callable[..., ClippingView]


@pytest.fixture
def shown(qtbot: QtBot, themes: Themes) -> Shown:
    """A list that shows these cards, and nothing at all for an id without one."""

    def show(*cards: Card, missing: int = 0) -> ClippingView:
        model = ClippingModel()
        view = ClippingView(model, themes)
        qtbot.addWidget(view)
        view.resize(352, 500)
        view.show_result([*(one.id for one in cards), *(f"m{n}" for n in range(missing))])
        model.put_cards(cards)
        view.show()
        qtbot.waitExposed(view)
        return view

    return show


def has(view: ClippingView, colour: QColor, place: QRect | None = None) -> bool:
    """Whether this very colour stands anywhere in that place of the list."""
    image: QImage = view.viewport().grab(place or view.viewport().rect()).toImage()
    wanted = colour.rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


GUTTER = QRect(14, 0, 14, 122)


def test_an_unread_card_has_a_dot_and_a_read_one_none(shown: Shown, themes: Themes) -> None:
    accent = themes.current.colour("accent")
    assert not has(shown(READ), accent, GUTTER)
    assert has(shown(Card("a", "Harbour reopens")), accent, QRect(14, 10, 14, 24))


def test_a_starred_card_has_a_star_beside_its_second_line(shown: Shown, themes: Themes) -> None:
    accent = themes.current.colour("accent")
    starred = shown(Card("a", "Harbour", is_read=True, is_starred=True))
    assert has(starred, accent, QRect(14, 30, 14, 30))
    assert not has(starred, accent, QRect(14, 0, 14, 30))


def test_tags_are_in_the_accent(shown: Shown, themes: Themes) -> None:
    view = shown(Card("a", "Harbour", "Port News", tags=("harbour",), is_read=True))
    assert has(view, themes.current.colour("accent"), QRect(30, 30, 300, 30))


def test_the_selected_card_has_a_ground_of_its_own(shown: Shown, themes: Themes) -> None:
    view = shown(READ)
    selected = themes.current.colour("selected")
    assert not has(view, selected)
    view.select("a")
    assert has(view, selected)
    # Its corners are round.
    assert view.viewport().grab().toImage().pixelColor(8, 0) != selected


def test_found_words_stand_on_a_ground_of_their_own(shown: Shown, themes: Themes) -> None:
    found = Card("a", "Harbour", excerpt=Excerpt("the storm tore", ((4, 9),)), is_read=True)
    without = shown(READ).viewport().grab().toImage()
    image = shown(found).viewport().grab().toImage()
    hit = themes.current.colour("hit")
    near = [
        QPoint(x, y)
        for x in range(30, 200)
        for y in range(30, 110)
        if abs(image.pixelColor(x, y).hsvHue() - hit.hsvHue()) < 4
        and image.pixelColor(x, y).hsvSaturation() > 60
    ]
    assert near
    assert all(without.pixelColor(place).hsvSaturation() <= 60 for place in near)
    # The words stand between the first word and the last.
    assert min(place.x() for place in near) > 40


def test_a_missing_card_is_painted_as_an_empty_one(shown: Shown, themes: Themes) -> None:
    view = shown(missing=1)
    assert has(view, themes.current.colour("line"))
    assert not has(view, themes.current.colour("ink"))


def test_the_ring_shows_for_who_walks_by_keyboard(
    shown: Shown, themes: Themes, qtbot: QtBot
) -> None:
    view = shown(READ)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.select("a")
    accent = themes.current.colour("accent")
    assert not has(view, accent)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert has(view, accent)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert not has(view, accent)


def test_another_theme_paints_all_anew(shown: Shown, themes: Themes) -> None:
    view = shown(READ)
    ink = themes.current.colour("ink")
    assert has(view, ink)
    themes.choose("dark")
    assert not has(view, ink)
    assert has(view, themes.current.colour("ink"))


def test_words_take_the_place_of_a_picture_that_is_none(
    shown: Shown, themes: Themes, tmp_path: Path, qtbot: QtBot
) -> None:
    long = "Harbour reopens after the storm for the first ferry of the year"
    view = shown(Card("a", long, picture=tmp_path / "gone.png", is_read=True))
    place, ink = QRect(290, 10, 40, 40), themes.current.colour("ink")
    assert not has(view, ink, place)
    qtbot.waitUntil(lambda: has(view, ink, place))


def test_a_very_narrow_list_shows_no_picture() -> None:
    assert has_room_for_picture(300)
    assert not has_room_for_picture(200)


def test_rows_have_the_height_of_the_drawing() -> None:
    assert card_height(352) == 122
    assert card_height(280) == 141


def test_a_scroll_bar_takes_from_the_margin_and_not_from_the_card() -> None:
    without = card_shape(QRect(0, 0, 352, 122), 352, True, LTR)
    beside = card_shape(QRect(0, 0, 344, 122), 352, True, LTR)
    assert without.ground == beside.ground
    assert without.ground.right() == 344


def test_from_right_to_left_the_card_is_turned_around() -> None:
    plain = card_shape(QRect(0, 0, 352, 122), 352, True, LTR)
    turned = card_shape(QRect(0, 0, 352, 122), 352, True, RTL)
    assert turned.picture.left() == 352 - plain.picture.right()
    assert turned.words.right() == 352 - plain.words.left()
    assert turned.signs_x == 352 - plain.signs_x


def test_a_one_line_title_draws_the_rest_up(themes: Themes) -> None:
    setter = CardSetter(themes.current)
    short = setter.set_card(READ, 234, 352)
    long = setter.set_card(Card("a", "Harbour reopens after the great storm"), 234, 352)
    assert short.line_top < long.line_top
    assert setter.set_card(Card("a", ""), 234, 352).title.layout.text() == "Untitled"


def test_a_narrow_card_may_have_a_third_line_of_title(themes: Themes) -> None:
    setter = CardSetter(themes.current)
    card = Card("a", "Harbour reopens after the great storm that tore out every mooring")
    assert (
        setter.set_card(card, 160, 280).title.height > setter.set_card(card, 160, 352).title.height
    )


def test_the_line_runs_as_the_title_does(themes: Themes) -> None:
    setter = CardSetter(themes.current)
    arabic = setter.set_card(Card("a", "مجلس المدينة", "Port News", "2026-11-10"), 234, 352)
    english = setter.set_card(Card("a", "City council", "الميناء", "2026-11-10"), 234, 352)
    assert arabic.line.layout.lineAt(0).naturalTextRect().right() == pytest.approx(234, abs=2)
    assert english.line.layout.lineAt(0).naturalTextRect().left() == pytest.approx(0, abs=1)


def test_a_long_source_leaves_room_for_the_date(themes: Themes) -> None:
    source = "A newspaper whose name is longer than any line could ever be"
    texts = CardSetter(themes.current).set_card(
        Card("a", "Harbour", source, "2025-08-13", "2025-08-13", 12), 234, 352
    )
    assert "13 Aug 2025" in texts.line.layout.text()


def test_the_window_is_not_kept_waiting_by_very_many_rows(shown: Shown, qapp: QApplication) -> None:
    view = shown(READ)
    view.show_result([str(number) for number in range(100_000)])
    qapp.processEvents()
    view.verticalScrollBar().setValue(50_000 * view.rowHeight(0))
    wanted: list[str] = []
    view.clippings.cards_wanted.connect(wanted.extend)
    qapp.processEvents()
    assert 20 < len(wanted) < 100
    assert "50000" in wanted


def test_a_date_that_is_not_the_story_s_own_is_said_to_be_that_of_saving(themes: Themes) -> None:
    setter = CardSetter(themes.current)
    saved = setter.set_card(Card("a", "Harbour", date="2025-11-10"), 300, 352)
    own = setter.set_card(Card("a", "Harbour", date="2025-11-10", published="2025-11-10"), 300, 352)
    assert "saved 10 Nov 2025" in saved.line.layout.text()
    assert "saved" not in own.line.layout.text()
    assert "saved" not in setter.set_card(Card("a", "Harbour"), 300, 352).line.layout.text()


LINK = Card("l", "Harbour", "", "2026-11-10", "2026-11-10", link="https://www.port.example/a")


def words(card: Card, themes: Themes) -> tuple[str, str]:
    texts = CardSetter(themes.current).set_card(card, 300, 352)
    bare = texts.line.layout.text().replace("\u2068", "").replace("\u2069", "")
    return bare, texts.excerpt.layout.text()


def test_a_link_says_its_site_and_no_minutes(themes: Themes) -> None:
    line, below = words(LINK, themes)
    assert below == "port.example"
    assert "min" not in line


def test_a_link_found_by_a_note_shows_what_was_found(themes: Themes) -> None:
    found = replace(LINK, excerpt=Excerpt("the ropes", ((4, 9),)))
    assert words(found, themes)[1] == "the ropes"
    assert not CardSetter(themes.current).set_card(found, 300, 352).has_sign


def test_a_link_has_a_sign_where_a_story_has_its_words(shown: Shown, themes: Themes) -> None:
    sign = QRect(28, 52, 17, 19)
    soft = themes.current.colour("soft")
    plain = shown(replace(LINK, link=""))
    assert not has(plain, soft, sign)
    assert shown(LINK).viewport().grab(sign).toImage() != plain.viewport().grab(sign).toImage()


def test_a_link_is_called_so_by_a_screen_reader(shown: Shown) -> None:
    index = shown(LINK).model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "link without text" in spoken
    assert "port.example" in spoken
    assert "minute" not in spoken


def test_an_excerpt_from_a_note_or_a_highlight_says_so_and_the_words_stay_emphasised(
    themes: Themes,
) -> None:
    setter = CardSetter(themes.current)
    plain = setter.set_card(replace(READ, excerpt=Excerpt("the storm", ((4, 9),))), 300, 352)
    for part, said in ((Part.NOTE, "Note"), (Part.MARK, "Highlight")):
        card = replace(READ, excerpt=Excerpt("the storm", ((4, 9),), part))
        below = setter.set_card(card, 300, 352).excerpt
        assert below.layout.text().replace("\u2068", "").startswith(said)
        assert len(below.pieces) == len(plain.excerpt.pieces) == 1
        assert below.pieces[0].left() > plain.excerpt.pieces[0].left()


def test_a_latin_word_in_an_arabic_excerpt_is_emphasised_where_it_stands(themes: Themes) -> None:
    """At its end the text turns around, and a place between two letters stands twice."""
    setter = CardSetter(themes.current)
    text = "عاصفة في storm الميناء"
    start = text.index("storm")
    card = replace(READ, excerpt=Excerpt(text, ((start, start + 5),)))
    (piece,) = setter.set_card(card, 300, 352).excerpt.pieces
    alone = setter.set_card(replace(READ, excerpt=Excerpt("storm", ((0, 5),))), 300, 352)
    assert piece.width() == pytest.approx(alone.excerpt.pieces[0].width(), abs=1)


def test_a_label_does_not_turn_an_arabic_excerpt_around(themes: Themes) -> None:
    setter = CardSetter(themes.current)
    card = replace(READ, excerpt=Excerpt("عاصفة في الميناء", (), Part.NOTE))
    below = setter.set_card(card, 300, 352).excerpt
    assert below.layout.textOption().textDirection() is RTL
