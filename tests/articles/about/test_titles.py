"""Titles are parted from the names of their sites, whatever signs they are made of."""

from reader.articles.about.titles import without_tail


def test_a_title_of_signs_alone_is_left_as_it_is() -> None:
    assert without_tail("| | Harbour") == "| | Harbour"
