"""How a few letters fit a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.dialogs import fuzzy
from reader.ui.dialogs.fuzzy import fit, folded


def best(letters: str, titles: list[str]) -> str:
    fits = {title: found for title in titles if (found := fit(letters, title))}
    return max(fits, key=lambda title: fits[title].score)


@pytest.mark.parametrize(
    ("letters", "titles", "wanted"),
    [
        ("fm", ["Find more", "Perform", "Focus mode"], "Find more"),
        ("focus", ["Find our clippings used", "Focus mode"], "Focus mode"),
        ("ar", ["Clear the search", "Archive", "Near"], "Archive"),
        ("nt", ["Note", "New tag", "Print"], "New tag"),
        ("trash", ["Restore a thing", "Move to trash"], "Move to trash"),
        ("cafe", ["Café", "Calf face"], "Café"),
    ],
)
def test_the_title_one_means_comes_first(letters: str, titles: list[str], wanted: str) -> None:
    assert best(letters, titles) == wanted


@pytest.mark.parametrize(("letters", "title"), [("xyz", "Archive"), ("evihcra", "Archive")])
def test_letters_that_do_not_stand_there_in_order_find_nothing(letters: str, title: str) -> None:
    assert fit(letters, title) is None


def test_the_rough_rank_agrees_in_what_fits() -> None:
    titles = ["Archive", "Search", "March", "A rich chap"]
    ranks = [fuzzy.rough_rank("arch", title) for title in titles]
    assert ranks == [(0, 7), (2, 6), (2, 5), (3, 11)]
    assert fuzzy.rough_rank("arch", "Sea arch") == (1, 8)
    assert fuzzy.rough_rank("xyz", "Archive") is None


def test_the_found_letters_are_told() -> None:
    found = fit("AdFi", "Add files…")
    assert found
    assert found.places == (0, 1, 4, 5)


def test_no_letters_fit_everything_alike() -> None:
    one, other = fit(" ", "Archive"), fit("", "Add")
    assert one == other


def test_other_scripts_are_found() -> None:
    assert fit("港", "中国/港口")
    assert fit("мир", "Новый мир")


@given(st.text(), st.text())
def test_any_letters_can_be_sought_in_any_title(letters: str, title: str) -> None:
    found = fit(letters, title)
    assert len(folded(title)) == len(title)
    if found:
        there = folded(title)
        wanted = folded("".join(letters.split()))
        assert "".join(there[place] for place in found.places) == wanted
