"""A link that is drawn as a button asks for a click; it is no line of the story."""

import pytest
from stories_made import PARAGRAPHS, page_with

from reader.articles.extract import extract


def told(between: str) -> str:
    return extract(page_with(between)).text


@pytest.mark.parametrize(
    "button",
    [
        "<p><a class='btn btn-large' href=/book>Book a boat</a></p>",
        "<div class=row><a class=heroButton href=/book>Book</a><a class=btn href=/a>Ask</a></div>",
        "<div><a role=button href=''><span>预订</span></a></div>",
        "<table><tr><td>Two boats</td><td><a class=button href=/b>Book it</a></td></tr></table>",
    ],
)
def test_a_button_in_the_story_is_not_told(button: str) -> None:
    text = told(button)
    assert not any(said in text for said in ("Book", "Ask", "预订"))
    assert all(paragraph in text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Whoever wants to go out must <a class=btn href=/book>book a boat</a> by noon.</p>",
        "<h2><a class=button href=/wall>The wall, and who shall book it</a></h2>",
        "<p><a class=button-less href=/a>They did not have to book, said all who came</a></p>",
        "<p><a class=buttons href=/a>Who may book</a></p>",
    ],
)
def test_a_link_in_a_sentence_a_heading_or_with_much_to_say_is_told(line: str) -> None:
    assert "book" in told(line)
