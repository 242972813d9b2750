"""The soup of a tree is the soup that parsing the written tree would make."""

import lxml.etree
from bs4 import BeautifulSoup

from reader.articles.parse import parse
from reader.articles.story_soup import soup_of

STORY = (
    "<div><p>The <b>lamp</b> is <i>lit <u>again</u></i>.</p> It <br>stands<ul><li>by the <a"
    ' href="/pier two?ä=ö" class="a b">pier</a></li><li></li></ul><img src="a.png" alt="">.</div>'
)


def test_a_soup_of_a_tree_is_that_of_its_markup() -> None:
    story = parse(STORY)[0][0]
    written = lxml.etree.tostring(story, encoding="unicode", method="html")
    parsed = BeautifulSoup(written, "lxml", multi_valued_attributes=None)
    assert parsed.body is not None
    soup = soup_of(story)
    assert str(soup) == parsed.body.decode_contents()
    assert soup.find_all(True) == parsed.body.find_all(True)
    assert list(soup.strings) == list(parsed.body.strings)


def test_what_follows_a_story_is_no_part_of_its_soup() -> None:
    first = parse("<p>The lamp is lit.</p> The pier is closed.")[0][0]
    assert soup_of(first).get_text() == "The lamp is lit."


def test_a_deep_tree_makes_a_soup() -> None:
    root = innermost = lxml.etree.Element("div")
    for _ in range(5_000):
        innermost = lxml.etree.SubElement(innermost, "div")
    innermost.text = "The lamp is lit."
    assert [str(text) for text in soup_of(root).strings] == ["The lamp is lit."]
