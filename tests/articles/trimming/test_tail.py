"""What trails after the last paragraph of a story."""

import pytest
from stories_made import PARAGRAPHS, paragraphs, story_page

from reader.articles.extract import extract


def told(below: str) -> str:
    page = story_page("<article>{story}</article>", paragraphs() + below)
    return extract(page).text


@pytest.mark.parametrize(
    "row",
    [
        "<p><a href=/imprint>IMPRINT</a> | <a href=/p>PRIVACY</a> | © LUND | MADE ON THE PIER</p>",
        "<div>利用規約 ・ <a href=/p>プライバシー</a> ・ 会社概要</div>",
    ],
)
def test_a_row_of_labels_below_the_story_is_not_told(row: str) -> None:
    assert told(row) == "\n\n".join(PARAGRAPHS)


def test_a_last_line_with_a_bar_and_no_link_is_told() -> None:
    assert told("<p>Monday | seven boats | no wind</p>").endswith("no wind")
