"""Words found in blocks."""

import pytest

from reader.ui.reading.text_map import Shown
from reader.ui.reading.words import MOST, find_text, find_words


def found(words: list[str], text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_words(words, [Shown(0, text)])]


def test_words_are_found_whole_and_in_any_case() -> None:
    assert found(["storm"], "Storm and storms: the STORM.") == ["Storm", "STORM"]


def test_a_star_lets_a_word_go_on() -> None:
    assert found(["storm*"], "Storms, thunderstorm") == ["Storm"]


def test_a_phrase_is_found_over_any_space() -> None:
    assert found(["sea gate"], "The sea\u00a0gate, the sea, a gate") == ["sea\u00a0gate"]


def test_accents_do_not_matter_on_latin_letters() -> None:
    assert found(["quebec"], "Québec and Quebec") == ["Québec", "Quebec"]
    assert found(["Zürich"], "zurich") == ["zurich"]


def test_letters_that_grow_when_folded_keep_the_places_right() -> None:
    assert found(["straße"], "Große STRASSE, lange Straße") == ["STRASSE", "Straße"]


def test_signs_of_other_scripts_are_not_taken_off() -> None:
    assert found(["कि"], "कि का") == ["कि"]
    assert found(["が"], "か が") == ["が"]


def test_scripts_without_spaces_are_found_within() -> None:
    assert found(["港口"], "外港口开放") == ["港口"]


@pytest.mark.parametrize("words", [[], [""], ["*"], [" "]])
def test_no_words_find_nothing(words: list[str]) -> None:
    assert found(words, "anything") == []


def test_signs_of_patterns_stand_for_themselves() -> None:
    assert found(["(a"], "f(a)") == []
    assert [one.start for one in find_text("(a", [Shown(0, "f(a)")])] == [1]


def test_text_is_found_within_words() -> None:
    stretches = find_text("rope", [Shown(3, "Europe"), Shown(4, "ropes")])
    assert [(one.number, one.start) for one in stretches] == [(3, 2), (4, 0)]


def test_text_of_nothing_but_space_is_not_found() -> None:
    assert find_text("  ", [Shown(0, "a  b")]) == []


def test_there_is_an_end_to_what_is_found() -> None:
    assert len(find_text("a", [Shown(0, "a" * (MOST + 50))])) == MOST
