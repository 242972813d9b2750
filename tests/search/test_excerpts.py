"""Excerpts show the words that were found, and where exactly they stand."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY

from reader.search.excerpts import LENGTH, excerpt, find_matches
from reader.search.query import read_query
from reader.search.sought import Sought, sought

TEXT = "\n\n".join(STORY)
LONG = " ".join(["The sea was calm and the boats lay still."] * 40)


def asked(typed: str) -> list[Sought]:
    return sought(read_query(typed).wanted, None, None)


def marked(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in find_matches(text, asked(typed))]


def shown(text: str, typed: str) -> tuple[str, list[str]]:
    found = excerpt(text, asked(typed))
    return found.text, [found.text[start:end] for start, end in found.matches]


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        (TEXT, "LIGHTHOUSE ", ["lighthouse"]),
        (TEXT, '"marrow point"', ["Marrow Point"]),
        (TEXT, "marrow -keeper ", ["Marrow"]),
        (TEXT, "lens OR kitchen ", ["lens"]),
        (TEXT, "polish", ["polished"]),
        (TEXT, "polish ", []),
        ("Un éléphant, une Éléphante", "elephant", ["éléphant", "Éléphante"]),
        ("Un elephant", "Éléphant ", ["elephant"]),
        ("বাতিঘর আবার জ্বলছে", "জ্বলছে ", ["জ্বলছে"]),
        ("灯塔再次点亮", "再次点 ", ["再次点"]),
        ("灯塔再次点亮", "塔 ", ["塔"]),
        ("灯塔再次点亮", "亮 ", ["亮"]),
        ("2026年灯塔", "2026年 ", ["2026年"]),
        ("lamp灯塔 lamp", "lamp灯 ", ["lamp灯"]),
        ("등대가 켜졌다", "등대 ", ["등대"]),
        ("ประภาคารสว่าง", "คาร ", ["คาร"]),
        ("اَلْمَنَارَةُ تعمل", "المنارة ", ["اَلْمَنَارَةُ"]),
        ("Снова зажёгся МАЯК.", "маяк зажегся ", ["зажёгся", "МАЯК"]),
        ("Straße", "strasse ", ["Straße"]),
    ],
)
def test_matches_lie_on_the_words(text: str, typed: str, expected: list[str]) -> None:
    assert marked(text, typed) == expected


def test_an_excerpt_shows_the_words_far_down_in_the_text() -> None:
    text, matches = shown(f"{LONG} {TEXT} {LONG}", "brass kitchen ")
    assert matches == ["brass"]
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= LENGTH + 2


def test_an_excerpt_prefers_the_place_with_most_of_the_words() -> None:
    text, matches = shown(f"A lamp. {LONG} The brass lamp was polished. {LONG}", "lamp brass ")
    assert matches == ["brass", "lamp"]
    assert "polished" in text


def test_without_a_match_the_opening_is_shown() -> None:
    assert shown(LONG, "zebra ") == (LONG[:LENGTH], [])


def test_lines_and_spaces_are_one_in_an_excerpt() -> None:
    assert shown("One\n\n  lamp\tis\nlit", "lamp ") == ("One lamp is lit", ["lamp"])


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    text, matches = shown("海" * 900 + "灯塔" + "山" * 900, "灯塔 ")
    assert matches == ["灯塔"]
    assert len(text) <= LENGTH + 2


def test_a_phrase_longer_than_the_excerpt_is_shown_by_its_beginning() -> None:
    text, matches = shown(f"{LONG} {TEXT}", f'"{STORY[1]}"')
    assert matches
    assert "Its keeper" in text


@given(st.text(max_size=600), st.text(max_size=12))
def test_any_excerpt_s_matches_lie_within_it(text: str, typed: str) -> None:
    found = excerpt(text, asked(typed))
    at = 0
    for start, end in found.matches:
        assert at <= start < end <= len(found.text)
        at = end


def test_many_matches_in_a_long_text_cost_little() -> None:
    started = time.process_time()
    excerpt("lamp is lit and " * 6_000, asked("lamp lit is and "))
    assert time.process_time() - started < 4
