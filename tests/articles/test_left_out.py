"""What cleaning leaves out is told, with its reason and its place."""

from stories_made import PARAGRAPHS, paragraphs, story_page

from reader.articles.blocks import blocks_of
from reader.articles.left_out import LONGEST_BLOCK, MOST_BLOCKS, left_out
from reader.articles.removed_block import Reason, RemovedBlock
from reader.pages.saved_page import Kind, SavedPage

COOKIES = "We use cookies to count our readers and to show them what might suit them."
OFFER = "Sign up for our newsletter and get the harbour into your inbox each morning."
SAID_BELOW = "I was there, and the wind was not half as strong as they say."


def told(page: SavedPage) -> list[RemovedBlock]:
    return list(left_out(page)[1])


def by_text(page: SavedPage) -> dict[str, RemovedBlock]:
    return {one.block.text: one for one in told(page)}


def page_with_all() -> SavedPage:
    rest = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[2:])
    story = f"{paragraphs(2)}<div class=newsletter-box><p>{OFFER}</p></div>{rest}"
    return story_page(
        f"<div class=cookie-consent><p>{COOKIES}</p></div><article>{{story}}</article>"
        f"<div class=siteComments><p>{SAID_BELOW}</p></div>",
        story,
    )


def test_each_block_has_its_reason() -> None:
    found = by_text(page_with_all())
    assert found[COOKIES].reason is Reason.CONSENT
    assert found[OFFER].reason is Reason.SUBSCRIPTION
    assert found[SAID_BELOW].reason is Reason.COMMENTS


def test_each_block_stands_behind_what_it_stood_behind() -> None:
    page = page_with_all()
    body = blocks_of(left_out(page)[0].html)
    found = by_text(page)
    assert found[COOKIES].after == ""
    assert found[OFFER].after == body[1].id
    assert found[SAID_BELOW].after == body[-1].id


def test_blocks_come_in_the_pages_order() -> None:
    assert [one.block.text for one in told(page_with_all())] == [COOKIES, OFFER, SAID_BELOW]


def test_blocks_within_a_block_keep_their_own_reason() -> None:
    inner = f"<div class=newsletter><p>{OFFER}</p></div>"
    page = story_page(
        f"<article>{{story}}</article><aside><p>{COOKIES}</p>{inner}<p>{SAID_BELOW}</p></aside>"
    )
    assert {one.block.text for one in told(page)} == {COOKIES, OFFER, SAID_BELOW}


def test_what_stands_around_the_story_is_told_though_nothing_names_it() -> None:
    before, after = (
        "<div><b>Since 1871, always on time</b></div>",
        f"<div><i>{SAID_BELOW}</i></div>",
    )
    page = story_page(f"<div>{before}<div>{{story}}</div>{after}</div>")
    article, found = left_out(page)
    assert article.text == "\n\n".join(PARAGRAPHS)
    body = blocks_of(article.html)
    assert [(one.block.text, one.after) for one in found] == [
        ("Since 1871, always on time", ""),
        (SAID_BELOW, body[-1].id),
    ]


def test_the_headline_and_what_the_story_says_are_not_left_out() -> None:
    assert told(story_page("<article>{story}</article>")) == []


def test_nothing_that_runs_comes_back() -> None:
    box = f"<aside><p onclick=steal()>{OFFER}<iframe src=//evil.example></iframe></p>"
    [one] = told(story_page(f"<article>{{story}}</article>{box}<script>x()</script></aside>"))
    assert one.block.html == f"<p>{OFFER}</p>"


def test_large_pictures_are_told_and_small_ones_are_not() -> None:
    box = (
        "<aside><figure><img src=/boat.jpg width=640 height=480></figure>"
        "<p><a href=/x><img src=/thumb.jpg width=80 height=60></a></p></aside>"
    )
    [one] = told(story_page(f"<article>{{story}}</article>{box}"))
    assert 'src="https://news.example.com/boat.jpg"' in one.block.html
    assert one.contents == ()


def test_links_of_what_was_left_out_are_whole() -> None:
    box = f"<aside><p>{OFFER} <a href=/more>There is more.</a></p></aside>"
    [one] = told(story_page("<article>{story}</article>" + box))
    assert 'href="https://news.example.com/more"' in one.block.html


def test_a_page_without_end_tells_no_more_than_can_be_shown() -> None:
    said = "".join(f"<p>{SAID_BELOW} {number}</p>" for number in range(2 * MOST_BLOCKS))
    vast = f"<aside><p>{'word ' * LONGEST_BLOCK}</p></aside>"
    page = story_page(f"<article>{{story}}</article><div class=comments>{said}</div>{vast}")
    found = told(page)
    assert len(found) == MOST_BLOCKS
    assert all(len(one.block.html) <= LONGEST_BLOCK for one in found)


def test_a_page_without_a_story_tells_its_words() -> None:
    page = SavedPage("p.html", Kind.HTML, "<nav><a href=/>Home</a> <a href=/n>News</a></nav>")
    assert [one.block.text for one in told(page)] == ["Home News"]
    assert told(SavedPage("e.html", Kind.HTML, "")) == []


def test_the_lines_that_a_dump_leaves_out_are_told_in_their_place() -> None:
    menu = "Home\nNews\nSport\nWeather\nSign in\nSearch\n"
    story = "\n\n".join(PARAGRAPHS)
    foot = "Copyright 2026 The Harbour Times. All rights reserved."
    dump = f"{menu}\nHarbour reopens after the storm\n\nBy Ada Pen\n\n{story}\n\n{foot}\n"
    article, found = left_out(SavedPage("harbour.txt", Kind.TEXT, dump))
    assert PARAGRAPHS[-1] in article.text
    by_line = {one.block.text: one for one in found}
    assert by_line["Weather"].after == ""
    assert by_line[foot].reason is Reason.ABOUT_THE_PAGE
    assert by_line[foot].after == blocks_of(article.html)[-1].id
    assert not any(one in by_line for one in PARAGRAPHS)
