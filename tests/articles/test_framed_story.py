"""What a page shows in a frame is its story only where nothing says that it is something else."""

from collections.abc import Mapping

import pytest
from pages_made import STORY, png

from reader.articles.article import Article, Completeness
from reader.articles.extract import extract
from reader.articles.framed_story import documents_shown
from reader.pages.part import part_of
from reader.pages.saved_page import Kind, SavedPage

TITLE = "The lamp is lit again"
PARAGRAPHS = "".join(f"<p>{one}</p>" for one in STORY)
LONG = PARAGRAPHS * 5
ASKS_FOR_CONSENT = (
    "<h1>We value your privacy</h1><p>We and our 842 partners store and access information on a "
    "device, such as cookies, and process personal data, such as unique identifiers, for "
    "personalised ads and content measurement.</p><p>You may accept or manage your choices by "
    "clicking below. These choices will be signalled to our partners.</p>"
)
ASKS_WHO_READS = (
    "<h1>Are you a human?</h1><p>Please verify that you are a human by completing the challenge "
    "below.</p><p>Select all squares with lamps. If there are none, click skip. This helps us to "
    "keep the site safe from programs that pretend to be people. If you cannot see the challenge, "
    "please reload the page.</p>"
)


def page(body: str, parts: Mapping[str, bytes] | None = None, title: str = TITLE) -> SavedPage:
    kept = {name: part_of(one) for name, one in (parts or {}).items()}
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return SavedPage("lamp.html", Kind.HTML, markup, "https://marrow.example/lamp", parts=kept)


def frame(body: str, said: str = "", title: str = "") -> str:
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    escaped = markup.replace("&", "&amp;").replace('"', "&quot;")
    return f'<iframe {said} srcdoc="{escaped}"></iframe>'


def shown(body: str, title: str = TITLE) -> Article:
    return extract(page(body, title=title))


def test_a_story_in_a_frame_is_shown_by_a_page_that_has_none() -> None:
    story = frame(f"<h1>{TITLE}</h1>{PARAGRAPHS}", f"title='{TITLE} and who likes the comments'")
    assert shown(f"<form><nav><a href=/a>News</a></nav>{story}</form>").text.split("\n\n") == [
        *STORY
    ]


def test_a_story_without_a_headline_is_shown_by_a_set_of_frames() -> None:
    files = {"menu.html": b"<p>Menu</p>" * 9, "main.html": f"<html>{PARAGRAPHS}</html>".encode()}
    frames = "<frameset cols='20%,80%'><frame src=menu.html><frame src=main.html></frameset>"
    assert extract(page(frames, files)).text.split("\n\n") == [*STORY]


@pytest.mark.parametrize(
    "box",
    [
        frame(ASKS_FOR_CONSENT),
        frame(ASKS_WHO_READS),
        frame(f"<h1>Sign in</h1><form><input type=password></form>{PARAGRAPHS}"),
        frame(f"<h1>The lamp</h1><video src=lamp.mp4></video>{PARAGRAPHS}"),
        frame(PARAGRAPHS),  # a post has no headline
        frame(LONG, title="Harbour Comments"),
        frame(f"<a href=https://ovens.example/><h1>Ovens</h1>{LONG}</a>"),
        frame(LONG, "title='Comments'"),
        frame(LONG, "title='SP Consent Message'"),
        frame(LONG, "name=google_ads_iframe_1"),
        frame(LONG, "id=social-stream"),
        frame(LONG, "src=https://talk.example/embed/comments/?of=lamp"),
        frame(LONG, "src='What readers like_files/login.html'"),
        frame(LONG, "style='display:none'"),
        frame(LONG, "width=300 height=50"),
        f"<aside>{frame(LONG)}</aside>",
        f"<div class=cookie-notice><div>{frame(LONG)}</div></div>",
    ],
)
def test_a_box_in_a_frame_is_not_the_story_of_a_page_without_one(box: str) -> None:
    article = shown(f"<h1>{TITLE}</h1>{box}")
    assert (article.completeness, article.text) == (Completeness.EMPTY, "")


@pytest.mark.parametrize(
    ("own", "title", "told"),
    [
        ("<p>After nine years in the dark, the lamp was lit on Friday by its old keeper, who…</p>",
         TITLE, Completeness.TEASER),
        ("<p>The lamp is lit again, and all came to see it.</p>", TITLE, Completeness.WHOLE),
        ("<p>The page was not found.</p>", "404 Page not found", Completeness.EMPTY),
        ("<p>We and our partners store and access information on a device, such as cookies.</p>",
         TITLE, Completeness.EMPTY),
    ],
)  # fmt: skip
def test_what_a_page_tells_itself_goes_on_being_told(
    own: str, title: str, told: Completeness
) -> None:
    alone = shown(own, title)
    assert alone.completeness is told
    assert shown(own + frame(f"<h1>Readers</h1>{LONG}"), title) == alone


def test_frames_that_show_each_other_come_to_an_end() -> None:
    said = b"<p>A</p><p>A</p><p>A</p>"
    files = {"a.html": said + b"<iframe src=b.html>", "b.html": said + b"<iframe src=a.html>"}
    shown = documents_shown(page("<iframe src=a.html></iframe>" * 50, files))
    assert [one.name for one in shown] == ["a.html", "b.html"]


def test_of_many_frames_some_are_looked_at() -> None:
    many = "".join(frame(f"<p>{number}</p>" + frame(f"<b>{number}</b>")) for number in range(50))
    assert len(list(documents_shown(page(many)))) == 30


@pytest.mark.parametrize(
    "frame",
    [
        "<iframe",
        '<iframe src="data:text/html;base64,A">',
        "<iframe src=lost.html>",
        '<iframe src="' * 50_000,
        "<iframe " * 100_000,
        "<iframe src=picture>",
    ],
)
def test_a_frame_that_cannot_be_read_is_passed_over(frame: str) -> None:
    assert list(documents_shown(page(frame, {"picture": png()}))) == []
