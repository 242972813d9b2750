"""The type and measure of the page."""

import pytest

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
    assert PageStyle(size=26.5).usual_size().size == USUAL_SIZE


@pytest.mark.parametrize("size", [0.0, -4.0, float("nan"), 1e9])
def test_a_size_that_cannot_be_read_is_brought_into_bounds(size: float) -> None:
    assert SIZES[0] <= PageStyle(size=size).size <= SIZES[-1]


def test_the_column_grows_with_its_letters() -> None:
    assert PageStyle(size=26.25).column_width == 1.5 * PageStyle().column_width


def test_the_measures_and_leadings_differ() -> None:
    assert len({PageStyle(measure=one).column_width for one in Measure}) == 3
    assert len({PageStyle(leading=one).line_height for one in Leading}) == 3
