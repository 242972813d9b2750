"""Of a printed page, only its words tell where the story ends."""

from pages_made import png

from reader.articles.extract import clean_html, extract
from reader.pages.part import part_of
from reader.pages.saved_page import Kind, SavedPage

STORY = [
    "The ferry to the outer islands sails again from Monday, after nine weeks in the dock, and the"
    f" people of the {place} are told to come early, for there will be no second boat that day."
    for place in ("north quay", "old village", "mill", "lighthouse", "east shore")
]
AFTER = (
    "<ul><li>Share</li><li>Print</li></ul><h2>Comments (12)</h2><p>gull</p>"
    "<p>I was on that boat in the spring, and nobody ever asked me for my ticket either.</p>"
    "<h2>Most read</h2><ul><li>Bakery opens</li><li>Bridge shuts</li><li>Swans back</li></ul>"
    '<figure><img src="swans.png"></figure>'
)


def printed(after: str) -> SavedPage:
    said = "".join(f"<p>{one}</p>" for one in STORY)
    markup = (
        "<html><head><title>The ferry sails</title></head><body><header></header><article>"
        '<h1>The ferry sails again</h1><p class="byline">Ada Brandt</p>'
        f'<figure><img src="boat.png"></figure>{said}{after}</article><aside></aside></body></html>'
    )
    parts = {name: part_of(png(600, 400)) for name in ("boat.png", "swans.png")}
    return SavedPage("ferry.pdf", Kind.PRINT, markup, parts=parts)


def test_comments_menus_and_their_pictures_are_not_part_of_a_printed_story() -> None:
    article = extract(printed(AFTER))
    assert article.text.split("\n\n") == STORY
    assert [one.address for one in article.pictures] == ["boat.png"]


def test_a_printed_page_with_nothing_behind_its_story_stays_whole() -> None:
    assert extract(printed("")).text.split("\n\n") == STORY


def test_what_was_taken_from_behind_a_printed_story_can_be_found_again() -> None:
    removed = clean_html(printed(AFTER)).removed
    taken = {"".join(map(str, one.element.itertext())) for one in removed}
    assert {"Comments (12)", "Bridge shuts"} <= taken


def test_short_lines_end_a_printed_story_where_nothing_of_a_web_page_follows() -> None:
    poem = ["The boat is in", "the boat is out", "and no one knows", "what it was about", "1912"]
    article = extract(printed("".join(f"<p>{line}</p>" for line in poem)))
    assert article.text.split("\n\n") == STORY + poem
