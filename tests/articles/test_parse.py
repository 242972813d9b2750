"""Any markup becomes one tree, in time and whole."""

import time

import pytest

from reader.articles.measure import text_of as said
from reader.articles.parse import MAX_DEPTH, parse


@pytest.mark.parametrize("markup", ["", " \n", "\x00", "plain words", "</p>", "<", "<!-- -->"])
def test_there_is_always_a_body(markup: str) -> None:
    assert parse(markup).find("body") is not None


@pytest.mark.parametrize("tag", ["div", "span", "b", "table><tr><td", "blockquote", "font"])
def test_what_follows_ten_thousand_open_elements_is_not_lost(tag: str) -> None:
    root = parse(f"<p>first</p>{f'<{tag}>' * 10_000}deep<p>last words</p>")
    text = said(root)
    assert "first" in text
    assert "deep" in text
    assert "last words" in text
    assert not root.xpath(f"boolean({'/*' * (MAX_DEPTH + 1)})")


def test_fifty_thousand_attributes_cost_no_square_of_time() -> None:
    attributes = " ".join(f"a{number}=x" for number in range(50_000))
    began = time.process_time()
    root = parse(f"<p {attributes}>word</p>")
    assert said(root) == "word"
    assert time.process_time() - began < 0.5


def test_a_long_data_address_is_not_cut() -> None:
    address = "data:image/png;base64," + "A" * 50_000
    image = parse(f"<img alt=x src='{address}'>").find(".//img")
    assert image is not None
    assert image.get("src") == address


def test_signs_that_no_document_may_hold_are_dropped() -> None:
    assert said(parse("<p>a\x00b\ud800c\x0bd\u00ade</p>")) == "abcde"


def test_a_page_of_line_breaks_costs_little_and_parts_paragraphs() -> None:
    root = parse(f"<p>one{'<br>' * 100_000}two{'<BR />' * 3}</p>")
    assert len(list(root.iter("br"))) == 4
    assert said(root) == "onetwo"


@pytest.mark.parametrize("tag", ["figure", "section", "aside"])
def test_a_paragraph_without_an_end_holds_nothing_that_ends_one(tag: str) -> None:
    root = parse(f"<article><p class=byline>Ada<{tag}>Lamp</{tag}><p>One<P>Two<p>Three</article>")
    element = next(root.iter(tag))
    around = element.getparent()
    assert around is not None
    assert around.tag == "article"
    assert [said(one) for one in root.iter("p")] == ["Ada", "One", "Two", "Three"]
