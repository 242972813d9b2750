"""Cutting bytes at spaces finds the very words that looking for letters finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.cut_words import cut_words, signs_beside


@given(st.text())
def test_words_are_all_that_stands_together_of_letters(text: str) -> None:
    words = [word.decode() for word in cut_words(text, signs_beside(r"\w"))]
    assert words == re.findall(r"\w+", text)


def test_signs_of_every_kind_part_words() -> None:
    text = "l’été–«Łódź»\u00a0x_1\x1fy\ud800z\0ab"
    assert cut_words(text, signs_beside(r"\w")) == [
        word.encode() for word in ("l", "été", "Łódź", "x_1", "y", "z", "ab")
    ]


def test_letters_that_are_named_stay_though_they_are_signs() -> None:
    mark = "\u0e31"  # a vowel over a letter
    assert cut_words(f"a{mark} b", signs_beside(r"\w")) == [b"a", b"b"]
    assert cut_words(f"a{mark} b", signs_beside(rf"{mark}\w")) == [f"a{mark}".encode(), b"b"]
