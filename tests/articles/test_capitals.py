"""Names that a page sets in capitals."""

import pytest

from reader.articles.bylines import read_byline
from reader.articles.capitals import without_capitals


@pytest.mark.parametrize(
    ("shouted", "line", "people"),
    [
        ("By IDA HOLM", "Ida Holm", ("Ida Holm",)),
        ("By IDA HOLM and Bo Ek", "Ida Holm and Bo Ek", ("Ida Holm", "Bo Ek")),
        ("Von IDA HOLM UND BO EKMAN", "Ida Holm und Bo Ekman", ("Ida Holm", "Bo Ekman")),
        ("By IDA HOLM, AP", "Ida Holm, AP", ("Ida Holm",)),
        ("By SEAN O'HARA-EK", "Sean O'Hara-Ek", ("Sean O'Hara-Ek",)),
        ("By J.R. MCBRIDE III", "J.R. McBride III", ("J.R. McBride III",)),
    ],
)
def test_names_in_capitals_are_written_as_names(
    shouted: str, line: str, people: tuple[str, ...]
) -> None:
    plain = without_capitals(read_byline(shouted), "en")
    assert (plain.line, plain.people) == (line, people)


def test_turkish_keeps_its_two_letters_i() -> None:
    plain = without_capitals(read_byline("Yazan: DİDEM YILDIZ"), "tr")
    assert plain.people == ("Didem Yıldız",)


@pytest.mark.parametrize(
    "line", ["By Ida Holm", "PM DJV", "By AFP", "Από τον ΝΙΚΟ ΠΑΠΠΑ", "By Ida HOLM"]
)
def test_initials_agencies_and_what_cannot_be_told_stay(line: str) -> None:
    byline = read_byline(line)
    assert without_capitals(byline, "") == byline
