"""A quote is found again where it stood, where it moved to, or as it was changed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY

from reader.articles.quote import Quote, find_quote, quote_at, quote_of

TEXT = "\n\n".join(STORY)


def quoted(words: str, text: str = TEXT) -> Quote:
    quote = quote_of(text, words)
    assert quote
    return quote


def found(text: str, quote: Quote) -> str | None:
    place = find_quote(text, quote)
    return text[slice(*place)] if place else None


def test_a_quote_keeps_its_place_and_what_stands_around_it() -> None:
    quote = quoted("kept the brass polished")
    assert quote.exact == TEXT[quote.start : quote.end] == "kept the brass polished"
    assert TEXT[: quote.start].endswith(quote.prefix)
    assert TEXT[quote.end :].startswith(quote.suffix)
    assert len(quote.prefix) == len(quote.suffix) == 32


def test_white_space_at_its_ends_is_no_part_of_a_quote() -> None:
    assert quote_at("  one  two  ", 0, 12) == Quote("one  two", "  ", "  ", 2, 10)
    assert quote_at("    ", 1, 3).exact == ""


def test_a_quote_at_the_ends_of_a_text_has_less_around_it() -> None:
    assert quote_at("lamp", 0, 4) == Quote("lamp", "", "", 0, 4)


def test_words_are_quoted_across_lines() -> None:
    assert quoted("to watch. Its keeper").exact == "to watch.\n\nIts keeper"


@pytest.mark.parametrize("words", ["", "  \n ", "never there", "Lighthouse"])
def test_words_that_do_not_stand_there_are_no_quote(words: str) -> None:
    assert quote_of(TEXT, words) is None


def test_a_quote_is_found_where_it_stood() -> None:
    text = "lamp lamp lamp"
    assert find_quote(text, quote_at(text, 5, 9)) == (5, 9)


@pytest.mark.parametrize(
    "words", ["half the village", "the sea", "a", "which is now blue, as it was", STORY[1]]
)
def test_a_quote_is_found_where_it_moved_to(words: str) -> None:
    quote = quoted(words)
    text = "A new paragraph.\n\nAnd another.\n\n" + TEXT
    place = find_quote(text, quote)
    assert place == (quote.start + 32, quote.end + 32)


def test_of_many_places_the_one_with_the_same_surroundings_is_chosen() -> None:
    text = "The red lamp is lit. The blue lamp is out. The green lamp is new."
    quote = quote_at(text, text.index("blue lamp") + 5, text.index("blue lamp") + 9)
    moved = "The green lamp is new. The red lamp is lit. And so: the blue lamp is out."
    place = find_quote(moved, quote)
    assert place
    assert moved[: place[0]].endswith("blue ")


def test_a_quote_is_found_when_white_space_changed() -> None:
    quote = quoted("to watch. Its keeper, Ada Brandt")
    assert found(TEXT.replace("\n\n", " "), quote) == "to watch. Its keeper, Ada Brandt"


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("kept the brass polished all the while, because", "polished", "gleaming"),
        ("kept the brass polished all the while, because", "all the while", "all that while"),
        (STORY[2], "fishermen", "sailors"),
        (STORY[0], "eleven winters", "a dozen winters"),
    ],
)
def test_a_quote_is_found_in_words_that_were_changed(words: str, old: str, new: str) -> None:
    expected = words.replace(old, new)
    assert expected != words
    assert found(TEXT.replace(old, new), quoted(words)) == expected


def test_a_changed_quote_is_found_whole_though_the_white_space_before_it_changed_too() -> None:
    quote = quoted("Its keeper, Ada Brandt, had kept the brass polished all the while")
    changed = TEXT.replace("\n\n", "\n\n\n \n").replace("polished", "gleaming")
    assert found(changed, quote) == (
        "Its keeper, Ada Brandt, had kept the brass gleaming all the while"
    )


def test_a_quote_that_is_gone_is_lost_and_no_other_is_taken_for_it() -> None:
    for words in (STORY[1], "kept the brass polished", "sea"):
        quote = quoted(words)
        assert find_quote("Nothing of the kind stands here.", quote) is None
        assert find_quote("", quote) is None
    short = quote_at("It was a red day.", 9, 12)
    assert find_quote("It was a sad day.", short) is None


def test_the_place_of_a_quote_from_nowhere_is_none() -> None:
    assert find_quote(TEXT, Quote("")) is None
    assert find_quote(TEXT, Quote("", "the ", " lamp", 0, 0)) is None
    assert find_quote(TEXT, Quote("never there", start=-5, end=-1)) is None
    assert found(TEXT, Quote("lighthouse", start=10**9, end=10**9 + 10)) == "lighthouse"


def test_an_end_beyond_the_text_is_not_believed() -> None:
    assert find_quote("a", Quote("a", start=0, end=2)) == (0, 1)
    assert find_quote("a", Quote("a", start=-1, end=1)) == (0, 1)


LETTERS = st.text(alphabet="ab \n\u00a0é灯", max_size=60)


@given(LETTERS, st.data())
def test_what_is_quoted_is_found_in_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = quote_at(text, start, data.draw(st.integers(start, len(text))))
    if quote.exact:
        assert find_quote(text, quote) == (quote.start, quote.end)
        assert quote_of(text, quote.exact)


@given(LETTERS, LETTERS, LETTERS, LETTERS, st.integers(-9, 99), st.integers(-9, 99))
def test_any_quote_is_found_within_the_text_or_not_at_all(
    text: str, exact: str, prefix: str, suffix: str, start: int, end: int
) -> None:
    place = find_quote(text, Quote(exact, prefix, suffix, start, end))
    if place:
        assert 0 <= place[0] < place[1] <= len(text)


@pytest.mark.parametrize("words", ["e", "lamp", STORY[0]])
def test_a_quote_with_thousands_of_places_is_found_at_once(words: str) -> None:
    book = (TEXT + "\n\n") * 60
    quote = quote_of("Here: " + TEXT, words)
    assert quote
    started = time.process_time()
    assert found(book, quote)
    assert time.process_time() - started < 5


def test_a_page_long_quote_in_a_changed_book_is_sought_at_once() -> None:
    book = "\n\n".join(f"{number}. {text}" for number in range(25) for text in STORY)
    quote = quote_at(book, 100, len(book) - 100)
    started = time.process_time()
    find_quote(book.replace("lamp", "light"), quote)
    assert time.process_time() - started < 5


def test_a_short_quote_of_two_blocks_without_a_space_between_is_found() -> None:
    text = "The keeper left.\n\nWho counts the boats now, asked nobody."
    assert found(text, Quote("left.Who counts")) == "left.\n\nWho counts"
    assert find_quote(text, Quote("left.Who")) is None  # too few letters to be sure


def test_a_word_that_stands_everywhere_is_found_by_its_surroundings_and_soon() -> None:
    filler = "the lamp of the harbour and the sea of the night " * 3000
    text = f"{filler}before the wind fell {filler}"
    start = time.process_time()
    for _count in range(5):
        place = find_quote(text, Quote("the", "before ", " wind"))
        assert place == (len(filler) + 7, len(filler) + 10)
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x " * 200_000, "x" * 3000 + "y"),
        ("x" * 2_000_000, "x" * 5000),
        ("x " * 100_000, "x " * 3000),
    ],
)
def test_a_quote_of_one_letter_without_end_is_sought_at_once(text: str, words: str) -> None:
    started = time.process_time()
    find_quote(text, Quote(words))
    assert time.process_time() - started < 2
