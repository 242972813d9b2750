import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat

from reader.ui.clipping_list.lines import Emphasis, Lines, Setting, direction_of, lay_out, units
from reader.ui.theme import SANS, font

pytestmark = pytest.mark.usefixtures("fonts")

LONG = "The ferry left at half past five and the men on the quay clapped as if it were full"


def setting(lines: int = 2) -> Setting:
    return Setting(font(SANS, 12.5), 18.0, lines)


def shown(lines: Lines) -> list[str]:
    text = lines.layout.text()
    made = []
    for number in range(lines.layout.lineCount()):
        line = lines.layout.lineAt(number)
        made.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    return made


def test_a_short_text_stands_as_it_is() -> None:
    lines = lay_out("Harbour reopens", setting(), 300)
    assert shown(lines) == ["Harbour reopens"]
    assert lines.height == 18.0


def test_a_long_text_ends_in_an_ellipsis_on_its_last_line() -> None:
    lines = lay_out(LONG, setting(), 180)
    assert len(shown(lines)) == 2
    assert shown(lines)[0] == "The ferry left at half past five"
    assert shown(lines)[1].endswith("…")
    assert lines.layout.lineAt(1).naturalTextWidth() <= 180


def test_a_full_stop_before_the_ellipsis_goes() -> None:
    (line,) = shown(lay_out("The ferry left. And the men on the quay clapped.", setting(1), 100))
    assert line == "The ferry left…"


def test_one_line_is_cut_within_a_word() -> None:
    lines = lay_out("Harbour · 10 Nov · #neighbourhood", setting(1), 180)
    assert shown(lines) == ["Harbour · 10 Nov · #neighb…"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = lay_out("Donaudampfschifffahrtsgesellschaft" * 5, setting(3), 120)
    assert len(shown(lines)) == 3
    assert shown(lines)[2].endswith("…")


def test_line_breaks_of_the_text_are_mere_spaces() -> None:
    assert shown(lay_out("one\ntwo\u2028three", setting(), 300)) == ["one two three"]


def test_an_endless_text_is_cut_even_where_it_would_fit() -> None:
    lines = lay_out("a " * 100_000, setting(2), 100_000)
    assert shown(lines)[-1].endswith("…")


def test_the_places_of_emphasised_words_are_known() -> None:
    lines = lay_out("the storm tore", setting(), 300, [Emphasis(4, 9, QTextCharFormat())])
    (place,) = lines.pieces
    line = lines.layout.lineAt(0)
    assert place.left() == pytest.approx(line.cursorToX(4)[0])  # type: ignore[index]
    assert place.right() == pytest.approx(line.cursorToX(9)[0])  # type: ignore[index]


def test_an_emphasis_over_two_lines_has_two_places() -> None:
    start = LONG.index("five")
    lines = lay_out(LONG, setting(), 180, [Emphasis(start, start + 8, QTextCharFormat())])
    assert [place.top() for place in lines.pieces] == [0.0, 18.0]


def test_an_emphasis_behind_the_cut_has_no_place() -> None:
    lines = lay_out(LONG, setting(), 180, [Emphasis(len(LONG) - 4, len(LONG), QTextCharFormat())])
    assert lines.pieces == ()


def test_signs_beyond_the_first_plane_do_not_move_the_emphasis() -> None:
    assert units("😀😀 storm", 3) == 5
    plain = lay_out("storm", setting(), 300, [Emphasis(0, 5, QTextCharFormat())])
    moved = lay_out("😀 storm", setting(), 300, [Emphasis(2, 7, QTextCharFormat())])
    assert moved.pieces[0].width() == pytest.approx(plain.pieces[0].width(), abs=1)


def test_a_text_that_reads_from_the_right_stands_at_the_right() -> None:
    lines = lay_out("مجلس المدينة", setting(), 300)
    line = lines.layout.lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(300, abs=2)
    assert line.naturalTextRect().left() > 150


def test_the_base_lines_keep_their_distance_in_every_script() -> None:
    bases = []
    for text in ("Harbour", "港は嵐", "مجلس", "বন্দর"):
        lines = lay_out(text, setting(), 300)
        line = lines.layout.lineAt(0)
        bases.append(line.y() + line.ascent())
    assert bases == pytest.approx([bases[0]] * 4)


def test_the_first_letter_says_which_way_a_text_runs() -> None:
    assert direction_of("“مجلس” city") is Qt.LayoutDirection.RightToLeft
    assert direction_of("1. City مجلس") is Qt.LayoutDirection.LeftToRight
    assert direction_of("– 12 –") is Qt.LayoutDirection.LeftToRight


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.integers(0, 90),
    st.integers(0, 90),
    st.sampled_from([1, 2, 3]),
    st.sampled_from([0.0, 5.0, 90.0]),
)
def test_no_text_is_too_odd_to_be_laid_out(
    text: str, start: int, end: int, count: int, width: float
) -> None:
    lines = lay_out(text, setting(count), width, [Emphasis(start, end, QTextCharFormat())])
    assert 0 <= lines.height <= count * 18.0
