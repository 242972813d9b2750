"""Pieces of pages: what was selected in a browser."""

import pytest

from reader.articles.extract import extract
from reader.pages.open_page import open_page
from reader.pages.original import Original
from reader.pages.saved_page import Kind

ONE = "The lamp at <i>Marrow Point</i> was lit again on Tuesday evening, eleven winters after."


@pytest.mark.parametrize(
    "markup",
    [
        ONE,
        f"<p>{ONE}</p>",
        f"<meta http-equiv='content-type' content='text/html; charset=utf-8'><span>{ONE}</span>",
        f"<html><body>\n<!--StartFragment--><p>{ONE}</p><!--EndFragment-->\n</body></html>",
    ],
)
def test_a_sentence_out_of_a_page_is_its_story(markup: str) -> None:
    page = open_page(Original("lamp.html", markup.encode()))
    assert page.kind is Kind.HTML
    article = extract(page)
    assert article.text.startswith("The lamp at Marrow Point was lit")
    assert "<i>" in article.html or "<em>" in article.html


def test_words_without_a_tag_are_text_whatever_they_are_called() -> None:
    page = open_page(Original("lamp.html", b"If a < b and c > d, the lamp is lit."))
    assert page.kind is Kind.TEXT
