"""What trails after the last paragraph of a story."""

import pytest
from stories_made import ADDRESS, PARAGRAPHS, paragraphs, story_page

from reader.articles.extract import extract

WALL = "The wall has been too low for many years, and everybody in the town knew it."


def told(below: str) -> str:
    page = story_page("<article>{story}</article>", paragraphs() + below)
    return extract(page).text


@pytest.mark.parametrize(
    "line",
    [
        "<p>17302</p>",
        "<div>+1</div>",
        "<p>Побачили помилку? Виділіть її та натисніть Ctrl + Enter</p>",
        f"<p>Read this story, and share it: {ADDRESS}</p>",
        f"<p>Ada Lund, Der Hafen, {ADDRESS.removeprefix('https://')} [Absatz 2].</p>",
        "<p>Kommentarer (12)</p>",
        "<div>コメント</div>",
    ],
)
def test_a_line_of_the_pages_own_matters_is_not_told(line: str) -> None:
    assert told(line) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<ul><li>1911</li><li>2026</li></ul>", "2026"),
        (
            "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1911</td><td>7</td></tr></table>",
            "7",
        ),
        (f"<p>Komentarz</p><p>{WALL}</p>", f"Komentarz\n\n{WALL}"),
        ("<p>The records: https://records.example.com/1911/harbour.</p>", "/harbour."),
    ],
)
def test_numbers_in_lists_and_addresses_of_others_are_told(line: str, said: str) -> None:
    assert told(line).endswith(said)


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


LINKS = "<ul><li><a href=/1911>The storm</a></li><li><a href=/wall>The wall</a></li></ul>"


@pytest.mark.parametrize("above", ["<h2>Sources</h2>", "<p>The records speak of it:</p>"])
def test_a_list_that_the_story_leads_up_to_at_its_end_is_told(above: str) -> None:
    assert told(above + LINKS).endswith("The storm\n\nThe wall")


@pytest.mark.parametrize("above", ["<h2>Related stories</h2>", "<h2>Lue myös</h2>", ""])
def test_a_list_of_further_stories_at_the_end_is_not_told(above: str) -> None:
    assert told(above + LINKS) == "\n\n".join(PARAGRAPHS)
