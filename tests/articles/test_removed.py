"""What is taken out leaves the words around it as they stood."""

import pytest
from stories_made import PARAGRAPHS, story_page

from reader.articles.extract import extract
from reader.articles.parse import parse
from reader.articles.removed import take_out


@pytest.mark.parametrize(
    ("around", "behind"), [("{}", "{}"), ("<b>{}</b>", "{}"), ("{}", "<i>{}</i>")]
)
def test_lines_around_a_box_do_not_run_together(around: str, behind: str) -> None:
    box = "<div class=newsletter>Subscribe to our newsletter</div>"
    story = f"<div>{around.format(PARAGRAPHS[0])}{box}{behind.format(PARAGRAPHS[1])}</div>"
    text = extract(story_page("<article>{story}</article>", story)).text
    assert text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"


def test_a_word_stays_whole_when_an_element_within_it_goes() -> None:
    root = parse("<p>har<span>x</span>bour</p>")
    for within in root.findall(".//span"):
        take_out(within, "")
    assert root.findtext(".//p") == "harbour"
