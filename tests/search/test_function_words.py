"""Small words say nothing of what a text is about."""

import pytest

from reader.search.function_words import small_words, telling_share


@pytest.mark.parametrize(
    ("language", "word"),
    [("en-GB", "that"), ("de", "und"), ("de", "fur"), ("nb", "ikke"), ("ru", "как"), ("", "nicht")],
)
def test_the_small_words_of_a_language_are_known(language: str, word: str) -> None:
    assert word in small_words(language)


def test_a_language_that_is_not_known_has_no_list() -> None:
    assert small_words("xx") == frozenset()


def test_a_short_word_in_small_letters_tells_less_than_a_long_one_or_a_name() -> None:
    assert telling_share("się", "się") < telling_share("latarnia", "latarnia")
    assert telling_share("jena", "Jena") == 1


def test_pairs_with_particles_tell_nothing_and_other_pairs_all() -> None:
    assert telling_share("して", "して") == 0
    assert telling_share("場は", "場は") == 0
    assert telling_share("港的", "港的") == 0
    assert telling_share("灯台", "灯台") == 1
