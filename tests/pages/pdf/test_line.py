"""Lines that are one are read as one."""

import pytest

from reader.pages.pdf.line import Box, Line, Span, whole

RTL = Line(0, Box(60, 88, 140, 100), 12, (Span("عمق ثلاثين مترا"),), is_rtl=True)
STOP = Line(0, Box(57, 88, 60, 100), 12, (Span("."),))


@pytest.mark.parametrize("lines", [(RTL, STOP), (STOP, RTL)])
def test_what_was_parted_within_a_line_from_the_right_is_joined(lines: tuple[Line, ...]) -> None:
    (line,) = whole(lines)
    assert line.text == "عمق ثلاثين مترا."
    assert (line.box, line.is_rtl) == (Box(57, 88, 140, 100), True)


@pytest.mark.parametrize(
    "other",
    [
        Line(0, Box(30, 88, 50, 100), 12, (Span("."),)),  # another column
        Line(0, Box(57, 104, 60, 116), 12, (Span("."),)),  # the next line
    ],
)
def test_what_stands_apart_is_another_line(other: Line) -> None:
    assert whole((RTL, other)) == [RTL, other]


def test_lines_from_the_left_stay_as_they_are() -> None:
    one, two = (Line(0, Box(x, 88, x + 60, 100), 12, (Span("lamp"),)) for x in (0, 60))
    assert whole((one, two)) == [one, two]
