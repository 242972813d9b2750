"""A line below a picture is its caption where it says so, and a line of the story otherwise."""

import pytest
from stories_made import PARAGRAPHS, page_with, story_page

from reader.articles.article import Article
from reader.articles.extract import extract

PICTURE = '<img src=boat.jpg width=640 height=480 alt="The first boat leaves at dawn">'


def cleaned(below: str) -> Article:
    story = f"<p>{PARAGRAPHS[0]}</p><div>{PICTURE}</div>{below}"
    return extract(
        story_page(
            "<article>{story}</article>",
            story + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:]),
        )
    )


@pytest.mark.parametrize(
    "line",
    [
        "The first boat leaves at dawn.",
        "Figure 3: how the wall keeps out the sea",
        "Abbildung 12: die Mole von oben",
        "The harbour on Monday (Photo: Ada Lund)",
        "The harbour on Monday. Ada Lund / Reuters file",
    ],
)
def test_a_line_that_says_what_the_picture_shows_is_its_caption(line: str) -> None:
    article = cleaned(f"<p><small>{line}</small></p>")
    assert f"<figcaption>{line}</figcaption>" in article.html.replace("<small>", "").replace(
        "</small>", ""
    )
    assert line not in article.text


def test_what_goes_on_with_the_story_is_no_caption() -> None:
    line = "They had waited for four days, and nobody wanted to be the last one out."
    assert line in cleaned(f"<p>{line}</p>").text


@pytest.mark.parametrize(
    "shown",
    [
        "<div><img src=/a.jpg></div><p class=wp-caption-text>The quay in 1911</p>",
        "<p><img src=/a.jpg><br><em>The quay in 1911</em></p>",
    ],
)
def test_a_line_set_below_a_picture_is_its_caption(shown: str) -> None:
    article = extract(page_with(shown))
    assert [one.caption for one in article.pictures] == ["The quay in 1911"]
    assert "The quay in 1911" not in article.text


def test_a_picture_may_lie_deep_in_holders_of_its_own() -> None:
    line = "Ada Lund at the fuel dock. | © Example Club/Getty Images"
    picture = "<a href=/large><div><div><picture><img src=/a.jpg></picture></div></div></a>"
    shown = f"<div>{picture}<div class=text>{line}</div></div>"
    article = extract(page_with(shown))
    assert [one.caption for one in article.pictures] == [line]
    assert line not in article.text
