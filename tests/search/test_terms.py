"""A text may be cut into pieces that are each spelt by themselves."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.search.terms import pieces, spell

_LETTERS = "abcXYZ019 -'.,’_\n\u0301\u200d\u00a0éßöİŒæ東京かกข한كاו"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lamp is lit.", ["The", "lamp", "is", "lit"]),
        ("Kim Jong-un's U.S. visit", ["Kim", "Jong-un's", "U.S", "visit"]),
        ("1,000 lamps; snake_case", ["1,000", "lamps", "snake", "case"]),
        ("l’élan 東京-Lamp", ["l’élan", "東京", "Lamp"]),
        ("", []),
    ],
)
def test_words_that_are_joined_are_one_piece(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(st.sampled_from(_LETTERS), max_size=60))
@example("a-b.c'd-e U.S.A x-")
def test_pieces_one_after_the_other_are_spelt_as_the_whole(text: str) -> None:
    found = []
    place = 0
    for piece in pieces(text):
        spelt = spell(piece)
        found += [(place + at, term) for at, term in zip(spelt.places, spelt.terms, strict=True)]
        place += spelt.end
    whole = spell(text)
    assert place == whole.end
    assert sorted(found) == sorted(zip(whole.places, whole.terms, strict=True))
