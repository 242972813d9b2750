"""What a page embeds leaves a link in its place."""

import pytest
from stories_made import ADDRESS, paragraphs

from reader.articles.extract import extract
from reader.pages.saved_page import Kind, SavedPage

ADVERT = "https://x.example/frame"


def body_of(markup: str) -> str:
    body = f"<h1>Harbour reopens</h1>{paragraphs(2)}{markup}{paragraphs(3)}"
    page = f"<html><body><article>{body}</article></body></html>"
    return extract(SavedPage("p.html", Kind.HTML, page, ADDRESS)).html


@pytest.mark.parametrize(
    ("markup", "address", "label"),
    [
        ("<iframe width=560 height=315 src=https://v.example/embed/7 title='The quay'></iframe>",
         "https://v.example/embed/7", "The quay – v.example"),
        ("<div class=wrap><iframe data-src=//v.example/embed/7 allowfullscreen></iframe></div>",
         "https://v.example/embed/7", "v.example"),
        ("<p><iframe src=https://m.example/maps/9?q=quay></iframe></p>",
         "https://m.example/maps/9?q=quay", "m.example"),
        ("<video controls><source src=/quay.mp4 type=video/mp4>No video.</video>",
         "https://news.example.com/quay.mp4", "news.example.com"),
        ("<figure><audio src=/quay.mp3 title='The bell'></audio></figure>",
         "https://news.example.com/quay.mp3", "The bell – news.example.com"),
    ],
)  # fmt: skip
def test_an_embed_leaves_a_link(markup: str, address: str, label: str) -> None:
    html = body_of(markup)
    assert f'<figcaption><a href="{address}">{label}</a></figcaption>' in html
    assert "No video" not in html


def test_the_still_of_a_video_is_shown() -> None:
    html = body_of("<video src=/quay.mp4 poster=/quay.jpg title='The quay'></video>")
    assert '<figure><img src="https://news.example.com/quay.jpg" alt="The quay">' in html
    assert '<a href="https://news.example.com/quay.mp4">' in html


@pytest.mark.parametrize(
    "markup",
    [
        f"<iframe src={ADVERT} width=1 height=1 title=x></iframe>",
        f"<iframe src={ADVERT} width=0 height=0 title=x></iframe>",
        f"<iframe src={ADVERT} style='display: none' title=x></iframe>",
        f"<iframe src={ADVERT} width=300 height=250></iframe>",
        "<iframe src=https://ads.x.example/embed/1 title=x></iframe>",
        "<iframe src=about:blank title=x></iframe>",
        "<iframe src='javascript:alert(1)' title=x></iframe>",
        "<iframe title=x></iframe>",
        "<video src=blob:https://news.example.com/1></video>",
    ],
)
def test_a_frame_that_shows_a_reader_nothing_leaves_none(markup: str) -> None:
    assert "<figure" not in body_of(markup)


def test_one_embed_is_linked_once() -> None:
    frame = "<iframe src=https://v.example/embed/7 title='The quay'></iframe>"
    assert body_of(frame + frame).count("embed/7") == 1


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote class=photo-media data-permalink=https://s.example/p/1><div>"
        "<a href=https://s.example/p/1>View this post</a></div></blockquote>",
        "<div class=s-post data-href=https://s.example/p/1></div>",
        "<blockquote class=s-embed cite=https://s.example/p/1><section></section></blockquote>",
    ],
)
def test_a_post_that_its_script_would_show_leaves_a_link(markup: str) -> None:
    assert '<figcaption><a href="https://s.example/p/1">' in body_of(markup)


def test_a_post_that_brings_its_words_is_a_quotation_with_its_source() -> None:
    post = (
        "<blockquote class=s-tweet cite=https://s.example/p/1><p>The quay is open, come and see."
        "</p>— Harbour <a href=https://s.example/p/1>May 1, 2026</a></blockquote>"
    )
    html = body_of(post)
    assert "<blockquote><p>The quay is open, come and see.</p>\n<p>— Harbour <a href=" in html
