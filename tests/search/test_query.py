"""What a reader types is a search, whatever it is."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.asked import EVERYTHING, AllOf, AnyOf, Asked, Fact, NoneOf, Words
from reader.search.query import read_query

TODAY = date(2026, 11, 22)


def phrase(text: str, **more: object) -> Words:
    return Words(text, is_exact=True, **more)  # type: ignore[arg-type]


def both(*parts: Asked) -> AllOf:
    return AllOf(parts)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("lamp lit ", both(Words("lamp"), Words("lit"))),
        ("lamp li", both(Words("lamp"), Words("li", is_open=True))),
        ("lam* lit ", both(Words("lam", is_open=True), Words("lit"))),
        ('"Marrow Point" ', phrase("Marrow Point")),
        ('"Marrow Point"', phrase("Marrow Point")),
        ('"Marrow Poi', phrase("Marrow Poi")),
        ("“Marrow Point” ", phrase("Marrow Point")),
        ("„Marrow Point“ ", phrase("Marrow Point")),
        ("«Marrow Point» ", phrase("Marrow Point")),
        ('"sea gate"~5 ', phrase("sea gate", within=5)),
        ("lamp OR lens ", AnyOf((Words("lamp"), Words("lens")))),
        ("sea lamp OR lens ", both(Words("sea"), AnyOf((Words("lamp"), Words("lens"))))),
        ("OR lamp OR ", Words("lamp")),
        ("or ", Words("or")),
        ("lamp AND lens ", both(Words("lamp"), Words("lens"))),
        ("(lamp OR lens) -sea ", both(AnyOf((Words("lamp"), Words("lens"))), NoneOf(Words("sea")))),
        ("NOT (lamp lens) ", NoneOf(both(Words("lamp"), Words("lens")))),
        ("lamp) lens ", both(Words("lamp"), Words("lens"))),
        ("title:lamp ", Words("lamp", ("title",))),
        ("title:(sea gate) ", both(Words("sea", ("title",)), Words("gate", ("title",)))),
        ('source:"north sea" ', phrase("north sea", zones=("source",))),
        ("by:ada by:brandt ", both(Words("ada", ("byline",)), Words("brandt", ("byline",)))),
        ("3:15 ", Words("3:15")),
        ("re: lamp ", both(Words("re:"), Words("lamp"))),
        ("https://sea.example/ ", Words("https://sea.example/")),
        ("co-op ", Words("co-op")),
        ("lamp tag:", Words("lamp")),
        ("lamp -saved:<", Words("lamp")),
        ("tag:", EVERYTHING),
        ("‹Marrow Point› ", phrase("Marrow Point")),
        ("〝Marrow Point〟 ", phrase("Marrow Point")),
        ("title：（lamp OR lens） ", AnyOf((Words("lamp", ("title",)), Words("lens", ("title",))))),
        ("saved:last month", Fact("saved", "2026-10-01", "2026-10-31")),
        ("title:last month ", both(Words("last", ("title",)), Words("month"))),
        ("published:2024-02..2023-05 ", Fact("published", "2023-05-01", "2024-02-29")),
        ("words:500..100 ", Fact("words", "100", "500")),
        ("lang:German ", Fact("lang", "de")),
        ("lang:Français ", Fact("lang", "fr")),
        ("lang:germa", Fact("lang", "de*")),
        ("lang:zh-Hant ", Fact("lang", "zh-Hant")),
        ("title: lamp ", both(Words("title:"), Words("lamp"))),
        ("lapm~ ", Words("lapm", slips=1)),
        ("lighthuose~2 ", Words("lighthuose", slips=2)),
        ('TAG:"north sea" ', Fact("tag", "north sea")),
        ("tag:no", Fact("tag", "no*")),
        ("lang:de ", Fact("lang", "de")),
        ("is:unread ", Fact("is", "unread")),
        ("has:mark ", Fact("has", "marks")),
        ("published:2023 ", Fact("published", "2023-01-01", "2023-12-31")),
        ("published:2023-05..2024-02 ", Fact("published", "2023-05-01", "2024-02-29")),
        ("published:<2023 ", Fact("published", "", "2022-12-31")),
        ("published:2023-05.. ", Fact("published", "2023-05-01", "9999-12-31")),
        ("saved:<2w ", Fact("saved", "2026-11-08", "2026-11-22")),
        ("added:>1y ", Fact("added", "", "2025-11-22")),
        ("added:yesterday ", Fact("added", "2026-11-21", "2026-11-21")),
        ('saved:"last month" ', Fact("saved", "2026-10-01", "2026-10-31")),
        ("words:>2,000 ", Fact("words", "2001", "1000000000")),
        ("minutes:<5 ", Fact("minutes", "0", "4")),
        ("", EVERYTHING),
        ("( ) ", EVERYTHING),
        ("- ", EVERYTHING),
    ],
)
def test_what_is_typed_is_read_so(typed: str, asked: Asked) -> None:
    assert read_query(typed, TODAY).asked == asked


@pytest.mark.parametrize("typed", ["published:banana ", "is:green ", "words:many ", "saved:31.2. "])
def test_what_is_no_fact_is_sought_as_words_and_told_of(typed: str) -> None:
    query = read_query(typed, TODAY)
    assert query.asked == Words(typed.strip())
    assert query.unread == (typed.strip(),)


def test_words_after_a_minus_must_not_be_found() -> None:
    assert read_query('lamp -lens -"the sea" -by:ada').asked == both(
        Words("lamp"),
        NoneOf(Words("lens")),
        NoneOf(phrase("the sea")),
        NoneOf(Words("ada", ("byline",))),
    )


def test_words_to_be_left_out_are_a_search_by_themselves() -> None:
    assert read_query("-lens")
    assert not read_query("- ")
    assert not read_query("")


@given(st.text(st.characters(), max_size=120))
def test_any_text_is_a_search(typed: str) -> None:
    for one in read_query(typed).wanted:
        assert one.text


@given(st.text(alphabet='"“”-:*OR tile()~', max_size=40))
def test_any_mix_of_signs_is_a_search(typed: str) -> None:
    assert all(one.text for one in read_query(typed).wanted)


@pytest.mark.parametrize("piece", ['"', "-", "a:", "a ", "“", "OR ", '-"a', "灯", "a"])
def test_a_whole_book_pasted_as_a_search_is_read_at_once(piece: str) -> None:
    started = time.process_time()
    query = read_query(piece * 200_000)
    assert time.process_time() - started < 2
    assert len(query.wanted) < 100


def test_a_language_that_is_not_known_is_said_to_be_words() -> None:
    assert read_query("lang:klingon ", TODAY).unread == ("lang:klingon",)
