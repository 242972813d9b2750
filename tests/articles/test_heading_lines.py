"""A heading is one line, whatever its page put into it."""

import pytest
from stories_made import PARAGRAPHS, html_page, page_with, paragraphs, story_page

from reader.articles.extract import extract


def told(heading: str) -> str:
    return extract(page_with(heading)).html


@pytest.mark.parametrize(
    "heading",
    [
        "<h3><div id=wall></div>What the wall holds</h3>",
        "<h3><div><div>What the wall</div> holds</div></h3>",
        "<h3>What the<section>wall holds</section></h3>",
        "<h3>What the<br>wall holds<br></h3>",
        "<h3><span><p>What the wall holds</p></span></h3>",
    ],
)
def test_blocks_within_leave_a_heading_whole(heading: str) -> None:
    assert "<h3>What the wall holds</h3>" in " ".join(told(heading).split())


def test_a_picture_within_a_heading_stands_before_it_or_after_it() -> None:
    picture = "<img src=/wall.jpg width=600 height=400>"
    before, after = told(f"<h3>{picture}The wall</h3>"), told(f"<h3><b>The wall</b> {picture}</h3>")
    assert before.index("<img") < before.index("<h3>The wall</h3>")
    assert after.index("<h3><strong>The wall</strong></h3>") < after.index("<img")


def test_pictures_within_a_heading_keep_their_order() -> None:
    one, other = (f"<img src=/{name}.jpg width=600 height=400>" for name in ("wall", "gull"))
    for heading in (f"<h3>{one}<b></b>{other}The wall</h3>", f"<h3>The wall{one}{other}</h3>"):
        html = told(heading)
        assert html.index("wall.jpg") < html.index("gull.jpg")


def test_a_small_picture_stays_in_its_heading() -> None:
    picture = "<img src=/gull.png width=20 height=20 alt=gull>"
    assert "The wall</h3>" in told(f"<h3>{picture} The wall</h3>").partition("<img")[2]


def test_a_heading_that_was_never_closed_does_not_swallow_the_story() -> None:
    story = f"{paragraphs(1)}<h3><div>The wall</div>{paragraphs()}{paragraphs()}"
    html = extract(story_page("<article>{story}</article>", story)).html
    assert all(f"<p>{text}</p>" in html for text in PARAGRAPHS)


def test_a_headline_of_two_lines_is_not_told_again_in_the_story() -> None:
    heading = "<h1>Harbour reopens<br>after<br>the storm</h1>"
    page = html_page(f"<article>{heading}{paragraphs()}</article>")
    assert extract(page).text == "\n\n".join(PARAGRAPHS)


def test_a_term_and_a_tables_title_stay_where_they_stand() -> None:
    term = told("<dl><dt><h4>The wall</h4></dt><dd>It holds.</dd></dl>").replace("\n", "")
    assert "<dl><dt>The wall</dt><dd>It holds.</dd></dl>" in term
    table = "<table><caption><p>The walls</p></caption><tr><th>Year<th>Metres<tr><td>1911<td>4"
    assert "<table><caption>The walls</caption>" in told(f"{table}</table>").replace("\n", "")
