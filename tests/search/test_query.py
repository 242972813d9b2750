"""What a reader types is a search, whatever it is."""

import time
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import Wanted, read_query

Bare = tuple[tuple[str, ...], tuple[str, ...], bool]


def wanted(*words: str, fields: tuple[str, ...] = (), is_open: bool = False) -> Bare:
    return words, fields, is_open


def bare(wanted: Iterable[Wanted]) -> tuple[Bare, ...]:
    return tuple((one.words, one.fields, one.is_open) for one in wanted)


@pytest.mark.parametrize(
    ("typed", "all_of"),
    [
        ("lamp lit ", ((wanted("lamp"),), (wanted("lit"),))),
        ("lamp li", ((wanted("lamp"),), (wanted("li", is_open=True),))),
        ("lam* lit ", ((wanted("lam", is_open=True),), (wanted("lit"),))),
        ('"Marrow Point" ', ((wanted("marrow", "point"),),)),
        ('"Marrow Point"', ((wanted("marrow", "point"),),)),
        ('"Marrow Poi', ((wanted("marrow", "poi"),),)),
        ("“Marrow Point” ", ((wanted("marrow", "point"),),)),
        ("„Marrow Point“ ", ((wanted("marrow", "point"),),)),
        ("«Marrow Point» ", ((wanted("marrow", "point"),),)),
        ("lamp OR lens ", ((wanted("lamp"), wanted("lens")),)),
        ("OR lamp OR ", ((wanted("lamp"),),)),
        ("or ", ((wanted("or"),),)),
        ("title:lamp ", ((wanted("lamp", fields=("title",)),),)),
        ('TAG:"north sea" ', ((wanted("north", "sea", fields=("tags",)),),)),
        ("by:ada by:brandt ", ((wanted("ada", fields=("byline",)),),
                               (wanted("brandt", fields=("byline",)),))),
        ("3:15 ", ((wanted("3", "15"),),)),
        ("re: lamp ", ((wanted("re"),), (wanted("lamp"),))),
        ("https://sea.example/ ", ((wanted("https", "sea", "example"),),)),
        ("co-op ", ((wanted("co", "op"),),)),
        ("title: lamp ", ((wanted("title"),), (wanted("lamp"),))),
    ],
)  # fmt: skip
def test_what_is_typed_is_read_so(typed: str, all_of: tuple[tuple[Bare, ...], ...]) -> None:
    query = read_query(typed)
    assert tuple(map(bare, query.all_of)) == all_of
    assert not query.none_of


def test_words_after_a_minus_must_not_be_found() -> None:
    query = read_query('lamp -lens -"the sea" -by:ada')
    assert tuple(map(bare, query.all_of)) == ((wanted("lamp"),),)
    assert bare(query.none_of) == (
        wanted("lens"),
        wanted("the", "sea"),
        wanted("ada", fields=("byline",)),
    )


def test_words_to_be_left_out_are_a_search_by_themselves() -> None:
    assert read_query("-lens")
    assert not read_query("- ")
    assert not read_query("")


@given(st.text(st.characters(), max_size=120))
def test_any_text_is_a_search(typed: str) -> None:
    for one in read_query(typed).wanted:
        assert one.words
        assert all(one.words)


@given(st.text(alphabet='"“”-:*OR tile', max_size=40))
def test_any_mix_of_signs_is_a_search(typed: str) -> None:
    assert all(one.words for one in read_query(typed).wanted)


@pytest.mark.parametrize("piece", ['"', "-", "a:", "a ", "“", "OR ", '-"a', "灯", "a"])
def test_a_whole_book_pasted_as_a_search_is_read_at_once(piece: str) -> None:
    started = time.process_time()
    query = read_query(piece * 200_000)
    assert time.process_time() - started < 2
    assert sum(len(one.words) for one in (*query.wanted, *query.none_of)) < 1000
