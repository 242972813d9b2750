"""Text of any script is cut into words that can be found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.analysis import fold, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lamp, is lit!", ["the", "lamp", "is", "lit"]),
        ("l’élan d'Éléphant", ["l", "elan", "d", "elephant"]),
        ("Straße, SMØRREBRØD, œuvre", ["strasse", "smørrebrød", "œuvre"]),
        ("e\u0301lan", ["elan"]),
        ("İstanbul ISTANBUL ısı", ["istanbul", "istanbul", "isi"]),
        ("ΜΆΪΟΣ Μάϊος", ["μαιοσ", "μαιοσ"]),
        ("𝜜𝜝", ["αβ"]),
        ("Ёлка и йод", ["елка", "и", "иод"]),
        ("COVID-19 u.s. 3.14 snake_case", ["covid", "19", "u", "s", "3", "14", "snake", "case"]),
        ("বাতিঘর আবার জ্বলছে", ["বাতিঘর", "আবার", "জ্বলছে"]),
        ("प्रकाशस्तंभ फिर जला", ["प्रकाशस्तंभ", "फिर", "जला"]),
        ("灯塔再次", ["灯塔", "塔再", "再次"]),
        ("灯", ["灯"]),
        ("ラジオ", ["ラジ", "ジオ"]),
        ("등대가", ["등대", "대가"]),
        ("ประภา", ["ปร", "ระ", "ะภ", "ภา"]),
        ("2026年灯塔 Lamp灯", ["2026", "年灯", "灯塔", "lamp", "灯"]),
        ("اَلْمَنَارَةُ", ["المناره"]),
        ("أحمد إلى آخر", ["احمد", "الي", "اخر"]),
        ("الـمـنـار", ["المنار"]),
        ("שָׁלוֹם", ["שלום"]),
        ("می\u200cخواهم", ["ميخواهم"]),
        ("", []),
        (" ,;– ", []),
        ("\ud800", []),
    ],
)
def test_a_text_is_cut_into_these_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_vowel_sign_is_part_of_its_letter_in_thai() -> None:
    assert texts("ที่นี่") == ["ที่นี่"]


@given(st.text(st.characters(), max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    at = 0
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= at
        at = word.start
        word.text.encode()


def test_each_letter_of_an_unspaced_script_can_be_sought_alone() -> None:
    letters = [[one.text for one in word.letters] for word in words("2026年灯塔 x")]
    assert letters == [[], ["年"], ["灯", "塔"], []]


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
