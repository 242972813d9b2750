"""Like words are written alike, whatever the keyboard that made them."""

from stories_made import PARAGRAPHS, story_page

from reader.articles.composed import composed, composed_words
from reader.articles.extract import extract


def test_a_letter_and_its_mark_become_one() -> None:
    assert composed("cafe\u0301") == "caf\u00e9"


def test_letters_that_unicode_takes_apart_are_taken_apart() -> None:
    assert composed("\u09df") == "\u09af\u09bc"


def test_marks_without_end_are_left_as_they_are() -> None:
    marks = "a" + "\u0301\u0316" * 100_000
    assert composed(marks) == marks


def test_the_story_is_composed() -> None:
    told = "".join(f"<p>{text} Cafe\u0301.</p>" for text in PARAGRAPHS)
    assert extract(story_page("<article>{story}</article>", told)).text.count("Café") == 5


def test_the_address_of_a_picture_stays_as_its_file_is_named() -> None:
    html = '<p>Cafe\u0301</p>\n<figure><img src="cafe\u0301.png"></figure>'
    assert composed_words(html) == '<p>Caf\u00e9</p>\n<figure><img src="cafe\u0301.png"></figure>'
