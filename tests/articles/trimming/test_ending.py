"""What a line announces below the story goes with it, and so do teasers that nothing announces."""

import pytest
from stories_made import PARAGRAPHS, story_page

from reader.articles.extract import extract

WHOLE_STORY = "\n\n".join(PARAGRAPHS)
TITLE = "Whale seen off the pier for the third time this winter"


@pytest.mark.parametrize(
    "ending",
    [
        "<div>Beliebt</div><div>1</div><div>Wal vor der Mole gesehen</div><div>2</div>",
        "<h2>Quick links</h2><p>Tide tables</p><p>Berths</p><p>Harbour office</p>",
        f"<h2>Vous aimerez aussi</h2><p><a href=/w>{TITLE}</a></p><p>It came close.</p>",
        f"<p><a href=/w>{TITLE}</a></p><p>It came close.</p>"
        f"<p><a href=/x>{TITLE}, again</a></p><p>It came even closer.</p>",
        f"<a href=/w><p>{TITLE}</p></a><p>It came close.</p>"
        f"<a href=/x><p>{TITLE}, again</p></a><p>It came even closer.</p><p>Top</p>",
    ],
)
def test_what_is_announced_below_the_story_is_not_its_end(ending: str) -> None:
    page = story_page(f"<article>{{story}}{ending}</article>")
    assert extract(page).text == WHOLE_STORY


def test_the_pictures_of_teasers_go_with_them() -> None:
    teasers = "".join(
        f"<img src={name}.jpg width=400 height=300><p><a href=/{name}>{TITLE} {name}</a></p>"
        f"<p>It came close, said {name}.</p>"
        for name in ("Ada", "Bo")
    )
    article = extract(story_page(f"<article>{{story}}<h3>Related</h3>{teasers}</article>"))
    assert "<img" not in article.html


def test_a_list_of_places_with_a_sentence_each_is_told() -> None:
    places = "".join(
        f"<h3>{name}</h3><p><a href=/{name}>{name}</a></p><p>It opens at dawn, rain or shine.</p>"
        for name in ("Fuel dock", "Fish hall", "Ice house")
    )
    assert "Ice house" in extract(story_page(f"<article>{{story}}{places}</article>")).text


def test_a_label_between_paragraphs_does_not_end_the_story() -> None:
    story = "".join(f"<p>{text}</p><p>Advertisement</p>" for text in PARAGRAPHS)
    assert extract(story_page("<article>{story}</article>", story)).text == WHOLE_STORY


def test_a_last_line_set_as_a_heading_is_told() -> None:
    last = "<h4>It was the last boat that anyone saw leave the harbour.</h4>"
    text = extract(story_page(f"<article>{{story}}{last}</article>")).text
    assert text.endswith("leave the harbour.")


def test_the_day_that_ends_a_story_is_not_part_of_it() -> None:
    told = "<p>Ada Pen</p><p>First published on 3 November 2026, 8:00 a.m.</p>"
    page = story_page("<article><p>By Ada Pen</p>{story}" + told + "</article>")
    assert extract(page).text == "\n\n".join(PARAGRAPHS)


def test_the_notice_of_a_paywall_below_a_story_is_not_part_of_it() -> None:
    notice = "<p>Subscribe to continue reading. Already a subscriber? Log in</p>"
    page = story_page("<article>{story}" + notice + "</article>")
    assert extract(page).text == "\n\n".join(PARAGRAPHS)
