"""The type and measure of the page."""

from reader.ui.reading.page_style import SIZES, USUAL_SIZE, Leading, Measure, PageStyle


def test_letters_grow_and_shrink_in_steps_to_an_end() -> None:
    style = PageStyle()
    assert style.larger().smaller() == style
    for _ in SIZES:
        style = style.larger()
    assert style.size == SIZES[-1]
    for _ in SIZES:
        style = style.smaller()
    assert style.size == SIZES[0]


def test_a_size_between_the_steps_finds_the_next_one() -> None:
    assert PageStyle(size=17.0).larger().size == USUAL_SIZE
    assert PageStyle(size=99).usual_size().size == USUAL_SIZE


def test_the_column_grows_with_its_letters() -> None:
    assert PageStyle(size=35.0).column_width == 2 * PageStyle().column_width


def test_the_measures_and_leadings_differ() -> None:
    assert len({PageStyle(measure=one).column_width for one in Measure}) == 3
    assert len({PageStyle(leading=one).line_height for one in Leading}) == 3
