"""A few words that a class hides until their time are no part of the story."""

import pytest
from stories_made import PARAGRAPHS, page_with

from reader.articles.extract import extract

NOTICE = "The story could not be saved, please try again"


def told(between: str) -> str:
    return extract(page_with(between)).text


@pytest.mark.parametrize("names", ["hidden", "save-error d-none", "is-hidden note", "hide"])
def test_a_notice_that_a_class_hides_is_not_told(names: str) -> None:
    assert told(f"<div class='{names}'>{NOTICE}</div>") == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("names", ["hidden md:block", "d-none d-md-flex", "hidden-gem", "hides"])
def test_what_shows_on_some_screens_is_told(names: str) -> None:
    assert NOTICE in told(f"<div class='{names}'>{NOTICE}</div>")


@pytest.mark.parametrize(
    "rest",
    [
        f"<div class=hidden><p>{NOTICE}</p><p>{NOTICE * 4}</p></div>",
        f"<ul><li>Ropes</li><li>Anchors</li><li class=hidden>{NOTICE}</li></ul>",
    ],
)
def test_what_a_click_would_open_is_told(rest: str) -> None:
    assert NOTICE in told(rest)
