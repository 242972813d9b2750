"""Headings that lead elsewhere are teasers, unless the story goes on below them."""

import pytest
from stories_made import PARAGRAPHS, page_with, story_page

from reader.articles.extract import extract


def told(story: str) -> str:
    return extract(story_page("<article>{story}</article>", story)).text


def opening() -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def test_headings_over_lists_of_the_story_are_kept() -> None:
    sections = "".join(
        f"<h3><a href=https://boats.example/{name}>{name}</a></h3><ul>"
        + "".join(f"<li>{name}: {text}</li>" for text in PARAGRAPHS[:3])
        + "</ul>"
        for name in ("Ropes", "Sails")
    )
    assert "\n\nRopes\n\n" in told(opening() + sections)


def test_where_one_linked_heading_heads_the_story_the_shorter_ones_do_too() -> None:
    long, short = " ".join(PARAGRAPHS[:4]), "She sails at dawn, and is back before noon."
    sections = "".join(
        f"<section><h3><a href=https://boats.example/{name}>{name}</a></h3><p>{text}</p></section>"
        for name, text in (("Gull", long), ("Tern", short), ("Heron", short + " In winter."))
    )
    text = told(opening() + sections)
    assert "Tern" in text
    assert "Heron" in text


def test_a_long_heading_that_only_sounds_like_an_announcement_is_kept() -> None:
    story = f"<p>{PARAGRAPHS[0]}</p><h2>Recommended list of ropes for small boats</h2>"
    text = told(story + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:]))
    assert "Recommended list of ropes for small boats" in text


def test_a_line_that_shouts_the_title_of_something_else_is_no_part_of_the_story() -> None:
    shout = "<p><a href=/whale>WHALE SEEN OFF THE PIER FOR THE THIRD TIME</a></p>"
    story = f"<p>{PARAGRAPHS[0]}</p>{shout}" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])
    assert told(story) == "\n\n".join(PARAGRAPHS)


def test_a_linked_line_that_does_not_shout_is_told() -> None:
    line = "The whole report of the council on the wall"
    story = f"<p>{PARAGRAPHS[0]}</p><p><a href=/report>{line}</a></p>"
    assert line in told(story + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:]))


@pytest.mark.parametrize(
    "words",
    ["קראו גם:", "Lue myös:", "Прочетете още:", "Prečítajte si", "ఇవి కూడా చదవండి", "مزید پڑھیں"],
)
def test_further_stories_are_announced_in_many_languages(words: str) -> None:
    text = extract(page_with(f"<p>{words} <a href=/n>1911</a></p>")).text
    assert text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    ["Story continues below", "Article continues after this advertisement", "Реклама", "広告"],
)
def test_what_interrupts_a_story_is_not_part_of_it(line: str) -> None:
    text = extract(page_with(f"<p>{line}</p>")).text
    assert text == "\n\n".join(PARAGRAPHS)


def test_what_two_line_breaks_part_is_judged_line_by_line() -> None:
    told = [*PARAGRAPHS[:2], "▶ <a href=/x>Related: 1911</a>", *PARAGRAPHS[2:]]
    page = story_page("<main>{story}</main>", f"<div>{'<br><br>'.join(told)}</div>")
    assert extract(page).text == "\n\n".join(PARAGRAPHS)


def _card(name: str, text: str) -> str:
    return (
        f"<article><h3><a href=https://inns.example/{name}>{name}</a></h3><p>{text}</p></article>"
    )


def test_a_story_that_is_a_row_of_short_articles_is_kept() -> None:
    said = "has been open all year, and its guests come for the herring that is smoked behind it."
    cards = [_card(f"Inn {number}", f"Inn {number} {said}") for number in range(9)]
    text = told(f"<p>{PARAGRAPHS[0]}</p>{''.join(cards)}")
    assert all(f"Inn {number}\n\nInn {number} has" in text for number in range(9))


def test_an_article_within_a_longer_story_is_a_teaser() -> None:
    text = told(opening() + _card("An inn", "It has been open all year.") + opening())
    assert "An inn" not in text


def test_links_below_the_words_of_a_lists_line_are_told() -> None:
    below = "<ul><li><a href=/1>The gate of the dock</a></li><li><a href=/2>The lamp</a></li></ul>"
    done = f"<ul><li>What was mended in the week: {below}</li><li>What was not: the wall</li></ul>"
    text = told(f"<p>{PARAGRAPHS[0]}</p>{done}" + opening())
    assert "The gate of the dock" in text
    assert "The lamp" in text
