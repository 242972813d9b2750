"""What a page says twice is told once."""

import pytest
from stories_made import PARAGRAPHS, paragraphs, story_page

from reader.articles.extract import extract
from reader.articles.left_out import left_out

WHOLE_STORY = "\n\n".join(PARAGRAPHS)
AFTER_TWO = len(paragraphs(2))


def _with(quote: str) -> str:
    return paragraphs(2) + quote + paragraphs()[AFTER_TWO:]


@pytest.mark.parametrize("words", ["raised by another two metres", "such a wind, although"])
@pytest.mark.parametrize("tag", ["<blockquote>{}</blockquote>", "<div class=pull-quote>{}</div>"])
def test_a_pull_quote_is_told_once(tag: str, words: str) -> None:
    quote = tag.format(f"<p>“{words}”</p>")
    page = story_page("<article>{story}</article>", _with(quote))
    assert extract(page).text == WHOLE_STORY


def test_a_quote_is_kept_that_the_story_does_not_say() -> None:
    quote = "<blockquote><p>The sea wall never was of any use to us</p></blockquote>"
    article, found = left_out(story_page("<article>{story}</article>", _with(quote)))
    assert "never was of any use" in article.html
    assert not found or "said twice" not in {one.reason for one in found}


def test_a_long_quote_is_told_though_a_line_of_it_opens_a_paragraph() -> None:
    quote = f"<blockquote><p>{PARAGRAPHS[0]} And so we went to sea again.</p></blockquote>"
    page = story_page("<article>{story}</article>", _with(quote))
    assert "so we went to sea again" in extract(page).text
