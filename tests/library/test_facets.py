"""A result is counted by its facets, and narrowed by what is chosen of them."""

import pytest
from clippings_made import titles
from kept_made import keep

from reader.clipping import Facet, Order, Search
from reader.library.library import Library
from reader.results import FacetValue

LAMPS = Search("lamp ")


@pytest.fixture
def harbour(library: Library) -> Library:
    told = [
        ("One", "Tide", "2024-05-01", "en-GB", ("Ada Brandt",), "coast/ferries"),
        ("Two", "Tide", "2023-01-31", "en", ("Ada Brandt", "Ib Holm"), "coast/lamps"),
        ("Three", "Moor", "2024-12-31", "de", (), "coast"),
        ("Four", "", "", "", ("Ib Holm",), ""),
    ]
    for title, source, published, language, people, tag in told:
        about = {"source": source, "published": published, "language": language, "people": people}
        id_ = keep(library, title, "The lamp of the harbour.", **about)
        if tag:
            library.tag([id_], [tag])
    library.update_index()
    return library


def values(library: Library, facet: Facet, search: Search = LAMPS) -> list[tuple[str, int]]:
    counted = {one.facet: one.values for one in library.facets(search)}
    return [(one.value, one.count) for one in counted.get(facet, ())]


def test_each_facet_counts_the_whole_result(harbour: Library) -> None:
    assert values(harbour, Facet.SOURCE) == [("Tide", 2), ("Moor", 1)]
    assert values(harbour, Facet.YEAR) == [("2026", 1), ("2024", 2), ("2023", 1)]
    assert values(harbour, Facet.LANGUAGE) == [("en", 2), ("de", 1)]
    assert values(harbour, Facet.BYLINE) == [("Ada Brandt", 2), ("Ib Holm", 2)]
    assert values(harbour, Facet.SECTION) == []


def test_a_tag_counts_for_those_above_it_once_and_is_followed_by_those_below(
    harbour: Library,
) -> None:
    [tags] = [one for one in harbour.facets(Search("lamp ")) if one.facet is Facet.TAG]
    assert tags.values == (
        FacetValue("coast", 3),
        FacetValue("coast/ferries", 1, depth=1),
        FacetValue("coast/lamps", 1, depth=1),
    )


def test_values_of_one_facet_are_alternatives_and_facets_combine(harbour: Library) -> None:
    either = Search("lamp ", order=Order.ADDED).toggled(Facet.SOURCE, "Tide")
    either = either.toggled(Facet.SOURCE, "Moor")
    assert titles(harbour, either) == ["Three", "Two", "One"]
    both = either.toggled(Facet.YEAR, "2024")
    assert titles(harbour, both) == ["Three", "One"]
    assert titles(harbour, both.toggled(Facet.TAG, "coast/ferries")) == ["One"]
    assert titles(harbour, both.toggled(Facet.TAG, "coast")) == ["Three", "One"]
    assert titles(harbour, both.toggled(Facet.BYLINE, "Ib Holm")) == []
    assert titles(harbour, both.toggled(Facet.LANGUAGE, "en")) == ["One"]


def test_what_is_chosen_twice_is_chosen_no_more() -> None:
    search = Search("lamp").toggled(Facet.YEAR, "2024")
    assert search.toggled(Facet.YEAR, "2024") == Search("lamp")


def test_a_choice_leaves_the_alternatives_in_sight(harbour: Library) -> None:
    chosen = Search("lamp ").toggled(Facet.SOURCE, "Moor").toggled(Facet.SOURCE, "Gone")
    [sources] = [one for one in harbour.facets(chosen) if one.facet is Facet.SOURCE]
    assert sources.values == (
        FacetValue("Tide", 2),
        FacetValue("Moor", 1, is_chosen=True),
        FacetValue("Gone", 0, is_chosen=True),
    )
    assert values(harbour, Facet.YEAR, chosen) == [("2024", 1)]


def test_a_choice_without_words_narrows_the_shelf(harbour: Library) -> None:
    search = Search(order=Order.RELEVANCE).toggled(Facet.YEAR, "2024")
    assert titles(harbour, search) == ["Three", "One"]


@pytest.mark.parametrize("value", ["", "x", "99999999999999", "coast/", "\ud800"])
def test_no_value_of_a_facet_raises(harbour: Library, value: str) -> None:
    for facet in Facet:
        search = Search("lamp ").toggled(facet, value)
        assert harbour.find(search).ids == () or value == ""
        harbour.facets(search)


def test_longest_and_source_are_orders_too(library: Library) -> None:
    keep(library, "Short of Tide", "A lamp.", source="Tide")
    keep(library, "Long of nobody", "A lamp " * 40)
    keep(library, "Longer of moor", "A lamp " * 90, source="moor")
    library.update_index()
    for words in ("", "lamp "):
        longest = Search(words, order=Order.LONGEST)
        assert titles(library, longest) == ["Longer of moor", "Long of nobody", "Short of Tide"]
        by_source = Search(words, order=Order.SOURCE)
        assert titles(library, by_source) == ["Longer of moor", "Short of Tide", "Long of nobody"]
