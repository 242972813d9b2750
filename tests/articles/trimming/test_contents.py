"""A table of contents is a part of the story; a list of links to other pages is none."""

import pytest
from stories_made import PARAGRAPHS, story_page

from reader.articles.extract import extract

WALL = "What the council said of the sea wall, and what the fishermen of the harbour said"


def told(contents: str) -> str:
    parts = "".join(
        f"<h2 id={place}>{heading}</h2>" + "".join(f"<p>{text}</p>" for text in told)
        for place, heading, told in (
            ("boats", "The first boats", PARAGRAPHS[:2]),
            ("wall", WALL, PARAGRAPHS[2:]),
        )
    )
    return extract(story_page("<article>{story}</article>", contents + parts)).html


@pytest.mark.parametrize(
    "contents",
    [
        "<ul><li><a href=#boats>To the boats</a></li><li><a href=#wall>To the wall</a></li></ul>",
        "<div class=toc><ol><li><a href='#boats'>To the boats</a><ul><li><a href=#%77all>To the"
        " wall</a></li></ul></li></ol></div>",
    ],
)
def test_a_list_that_leads_to_the_storys_parts_is_kept(contents: str) -> None:
    html = told(contents)
    assert '<a href="#at-boats">To the boats</a>' in html
    assert '<a href="#at-wall">To the wall</a></li>' in html


@pytest.mark.parametrize(
    "links",
    [
        "<ul><li><a href=#boats>To the boats</a></li><li><a href=/wall>To the wall</a></li></ul>",
        "<ul><li><a href=#share>To the boats</a></li><li><a href=#wall>To the wall</a></li></ul>",
        "<div><a href=#boats>To the boats</a> <a href=#wall>To the wall</a></div>",
        "<ul><li><a href=#wall>To the boats</a></li><li><a href=#wall>To the wall</a></li></ul>",
    ],
)
def test_links_elsewhere_or_in_a_row_are_no_table_of_contents(links: str) -> None:
    assert "To the" not in told(links)


def test_a_heading_that_the_contents_say_too_stays() -> None:
    contents = f"<li><a href=#boats>The first boats</a></li><li><a href=#wall>{WALL}</a></li>"
    html = told(f"<ul>{contents}</ul>")
    assert f">{WALL}</h2>" in html
    assert f">{WALL}</a></li>" in html
