"""A page whose file ends within its story says so."""

import pytest
from pages_made import STORY, story_page

from reader.articles.article import Article, Completeness
from reader.articles.cut_short import sign_of_cut
from reader.articles.extract import extract
from reader.pages.saved_page import Kind, SavedPage

PARAGRAPHS = [f"{one} That was not all, said the keeper &amp; her sister." for one in STORY * 3]
FIGURE = f'<figure><img src="data:image/png;base64,{"A" * 5_000}" width=640 height=400></figure>'
PAGE = story_page("The lamp is lit again", *PARAGRAPHS, body=FIGURE)


def article(markup: str) -> Article:
    return extract(SavedPage("lamp.html", Kind.HTML, markup))


@pytest.mark.parametrize(
    "words", ["the fishermen carried", "in the oldest photograph", "&amp; her si", "base64,AAAA"]
)
def test_a_page_that_ends_within_its_story_holds_a_part_of_it(words: str) -> None:
    cut = article(PAGE[: PAGE.rindex(words) + len(words)] + "\n")
    assert cut.completeness is Completeness.PARTIAL
    assert cut.evidence.startswith("… ")
    assert cut.evidence.removeprefix("… ") in " ".join(cut.text.split())


@pytest.mark.parametrize("end", ["", "\n\n", "</body", "<script>track('", "<p>Read", "\n0\n"])
def test_a_page_that_ends_behind_its_story_is_whole(end: str) -> None:
    assert article(PAGE.removesuffix("</body></html>") + end).completeness is Completeness.WHOLE


def test_a_page_that_ends_within_what_stands_below_its_story_is_whole() -> None:
    links = "".join(f"<li><a href=/{at}>More about lamps</a></li>" for at in range(30))
    markup = PAGE.replace("article>", "div>").removesuffix("</body></html>")
    assert article(f"{markup}<div><ul>{links}</ul></div><div>Impr").evidence == ""


def test_a_page_without_its_last_tags_is_whole() -> None:
    assert article(PAGE.removesuffix("</p></article></body></html>") + "<br>").evidence == ""
    assert article(PAGE.removesuffix("</article></body></html>")).evidence == ""


@pytest.mark.parametrize("end", ["", "\n<p>Ada Brandt\n", "<dl><dt>Lamp<dd>A light</dl><p>Bye"])
def test_a_page_that_leaves_out_all_ends_that_it_may_is_whole(end: str) -> None:
    bare = f"<html><title>The lamp</title><body><h1>The lamp</h1><p>{'<p>'.join(PARAGRAPHS)}{end}"
    assert article(bare).evidence == ""
    assert article(bare.replace("<h1>", "<div><h1>", 1)).completeness is Completeness.PARTIAL


def test_a_piece_of_a_page_is_whole() -> None:
    piece = PAGE[PAGE.index("<article>") : PAGE.rindex("photograph")]
    assert article(piece).completeness is Completeness.WHOLE


@pytest.mark.parametrize("text", ["", "\n", "word", "words that never stood there"])
def test_any_text_is_survived(text: str) -> None:
    assert sign_of_cut("<html><p>The lamp", text) == ""
