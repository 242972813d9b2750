"""Whatever a page holds, cleaning ends, never raises, and is safe."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.extract import extract
from reader.articles.safe_html import safe_html
from reader.pages.saved_page import Kind, SavedPage

_TAGS = (
    "div p span a b i em article section main aside nav footer header h1 h2 h3 ul ol li dl dt dd"
    " table tbody tr td th caption figure figcaption img picture source noscript blockquote pre"
    " code br hr form button iframe script style svg video object embed template time sub sup"
    " details summary font center mjx-container math msup mfrac mi ruby rt rp bdi audio"
)
_NAMES = st.sampled_from(_TAGS.split())
_KEYS = (
    "class id href src srcset data-src style hidden onclick alt width dir colspan title name",
    "related comments caption javascript:alert(1) https://e.com/a.jpg display:none S:0 B:0 1 rtl"
    " data:image/png;base64,AAAA http://[ #1 #S:0 #caption",
)
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(_KEYS[0].split()), st.sampled_from([*_KEYS[1].split(), "x.png 2x", ""]),
    max_size=3,
)  # fmt: skip
_WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["A sentence of some length that says what happened in town on that day. ", "Read more:",
         " ", "2026-11-03 08:00", "By Ada Pen", "* * *", "\u200b", "<", "&amp;", "&#0;", "]]>"]
    ),
)  # fmt: skip


@st.composite
def _elements(draw: st.DrawFn, depth: int = 4) -> str:
    name = draw(_NAMES)
    attributes = "".join(f' {key}="{value}"' for key, value in draw(_ATTRIBUTES).items())
    inner = st.one_of(_WORDS, _elements(depth - 1)) if depth else _WORDS
    parts = "".join(draw(st.lists(inner, max_size=4)))
    return f"<{name}{attributes}>{parts}" + (f"</{name}>" if draw(st.booleans()) else "")


_MARKUP = st.lists(st.one_of(_elements(), _WORDS), max_size=6).map("".join)


@settings(max_examples=150, deadline=None)
@given(_MARKUP)
def test_any_page_gives_an_article_that_can_be_written_down(markup: str) -> None:
    article = extract(SavedPage("p.html", Kind.HTML, markup, "https://example.com/a"))
    article.text.encode("utf-8")
    article.html.encode("utf-8")
    addresses = {picture.address for picture in article.pictures}
    assert all(source in addresses for source in re.findall(r'<img src="([^"]*)"', article.html))


@settings(max_examples=200, deadline=None)
@given(_MARKUP)
def test_nothing_unsafe_is_ever_written(markup: str) -> None:
    html = safe_html(markup, frozenset(("https://e.com/a.jpg",)))
    tags = re.findall(r"<[^>]*>", html)
    for tag in tags:
        assert not re.search(r"\son\w+=|\sstyle=|javascript:", tag)
        assert not re.match(r"<(?:script|style|iframe|form|object|embed|svg|video|button)\b", tag)


@settings(max_examples=200, deadline=None)
@given(_MARKUP)
def test_cleaning_what_is_clean_changes_nothing(markup: str) -> None:
    pictures = frozenset(("https://e.com/a.jpg",))
    once = safe_html(markup, pictures)
    assert safe_html(once, pictures) == once


@settings(max_examples=200, deadline=None)
@given(_MARKUP)
def test_each_link_within_a_body_leads_to_a_place_in_it(markup: str) -> None:
    html = safe_html(markup, frozenset(), "https://example.com/a")
    places = set(re.findall(r'<\w+[^<>]* id="([^"]*)"', html))
    assert set(re.findall(r'<a href="#([^"]*)"', html)) == places


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_a_page(markup: str) -> None:
    extract(SavedPage("p.html", Kind.HTML, markup)).text.encode("utf-8")
