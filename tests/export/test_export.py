"""Clippings leave in forms that other programs read as they were meant."""

import json
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.articles.quote import Quote
from reader.clipping import Additions, Clipping, Highlight
from reader.export.as_html import as_html
from reader.export.as_markdown import as_markdown
from reader.export.as_text import as_text

LAMP = Clipping(
    id="1",
    article=Article(
        title='The "lamp" is *lit* again: <really>',
        standfirst="After eleven winters.",
        byline="By Ada Brandt & Co",
        people=("Ada Brandt",),
        source="Harbour News",
        published="2026-11-03T19:00:00+01:00",
        language="en-GB",
        address="https://harbour.example/lamp?a=1&b=2",
        html="<p>Half the village {walked} out.</p>",
        text="Half the village {walked} out.",
    ),
    additions=Additions(
        tags=("sea/north", "a: b"),
        note="Ask Ada.",
        highlights=(
            Highlight("a", Quote("Half the\nvillage"), note="Which half?"),
            Highlight("b", Quote("walked")),
        ),
    ),
    saved_at="2026-11-04T08:00:00Z",
)


def story(html: str) -> str:
    """The body alone, as Markdown."""
    clipping = Clipping("1", Article(title="T", html=html))
    return as_markdown(clipping).partition("# T\n\n")[2].rstrip("\n")


def test_markdown_begins_with_what_the_page_says_of_itself() -> None:
    front, _, rest = as_markdown(LAMP).removeprefix("---\n").partition("\n---\n\n")
    values = {
        line.partition(": ")[0]: json.loads(line.partition(": ")[2]) for line in front.split("\n")
    }
    assert values == {
        "title": 'The "lamp" is *lit* again: <really>',
        "author": ["Ada Brandt"],
        "source": "https://harbour.example/lamp?a=1&b=2",
        "site": "Harbour News",
        "published": "2026-11-03T19:00:00+01:00",
        "saved": "2026-11-04T08:00:00Z",
        "tags": ["sea/north", "a: b"],
    }
    assert rest == (
        '# The "lamp" is \\*lit\\* again: \\<really\\>\n\n'
        "*After eleven winters.*\n\n"
        "Half the village {walked} out.\n\n"
        "## Marks\n\n> Half the village\n\nWhich half?\n\n> walked\n\n"
        "## Note\n\nAsk Ada.\n"
    )


def test_markdown_of_a_bare_clipping_has_no_empty_parts() -> None:
    assert as_markdown(Clipping("1", Article(title="T", text="x", html="<p>x</p>"))) == (
        '---\ntitle: "T"\n---\n\n# T\n\nx\n'
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<br>Two</p>", "One  \nTwo"),
        ("<h2>Sea &amp; land</h2><h3>Deep</h3>", "## Sea & land\n\n### Deep"),
        ("<p><em>a</em> <strong>b</strong> <code>c</code></p>", "*a* **b** `c`"),
        ("<p>a<b> bold </b>b</p>", "a **bold** b"),
        ("<p><em></em>a<b> </b>b</p>", "a b"),
        ('<p><a href="https://a.example/x(1)">here</a></p>', "[here](https://a.example/x%281%29)"),
        ('<p><a href="https://a.example/x y">here</a></p>', "[here](https://a.example/x%20y)"),
        ('<figure><img src="a b.png" alt="A [lamp]"><figcaption>Lit</figcaption></figure>',
         "![A \\[lamp\\]](a%20b.png)\n\nLit"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c"),
        ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n\n    b\n\n2. c"),
        ("<ul><li><pre>x\ny</pre></li></ul>", "- ```\n    x\n    y\n    ```"),
        ("<h2>a<br>b</h2><h3></h3><p>c</p>", "## a b\n\nc"),
        ("<ul><li></li></ul><p>c</p>", "c"),
        ("<p><b>a</p><p>b</b> <i>c</p>", "a\n\nb c"),
        ("<p><b><i>a</i></b></p>", "***a***"),
        ("<table><tr><td><p>a</p><p>b</p></td></tr><tr></tr><tr><td>c</td><td>d</td></tr>",
         "| a b |  |\n| --- | --- |\n| c | d |"),
        ("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>",
         "| a |\n| --- |\n| b |"),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n\n> b\n\nc"),
        ("<blockquote><ul><li>a</li></ul></blockquote>", "> - a"),
        ("<pre>a *b*\n  c</pre>", "```\na *b*\n  c\n```"),
        ("<pre><code>x = [1]</code></pre>", "```\nx = [1]\n```"),
        ("<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"),
        ("<p>*not* _this_ `or` [that] \\ &lt;b&gt;</p>",
         "\\*not\\* \\_this\\_ \\`or\\` \\[that\\] \\\\ \\<b\\>"),
        ("<p># no heading</p>", "\\# no heading"),
        ("<p>- no list</p><p>+ nor this</p><p>– but this</p>",
         "\\- no list\n\n\\+ nor this\n\n– but this"),
        ("<p>1989. What a year</p><p>3) third</p>", "1989\\. What a year\n\n3\\) third"),
        ("<p>&gt; no quotation</p>", "\\> no quotation"),
        ("<p>=====</p><p>---</p>", "\\=====\n\n\\---"),
        ("<p>one<br># two</p>", "one  \n\\# two"),
        ("<p>~~kept~~ ==plain==</p>", "\\~~kept\\~~ \\==plain\\=="),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td>e</td></tr></table>",
         "| a | b |\n| --- | --- |\n| c\\|d | e |"),
        ("<table><caption>Tides</caption><tbody><tr><td>a</td></tr></tbody></table><p>x</p>",
         "Tides\n\n| a |\n| --- |\n\nx"),
        ("a < b &amp; c", "a \\< b & c"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_body_becomes_this_markdown(html: str, expected: str) -> None:
    assert story(html) == expected


@given(st.text(alphabet="<>/ap&;bliuo=\"' \n#*-1.h2trdblockquote", max_size=80))
def test_any_body_becomes_markdown(html: str) -> None:
    assert story(html).strip("\n") == story(html)


@pytest.mark.parametrize(
    "piece", ["<ul><li>a", "<blockquote>a", "<p>- a</p>", "<a>", "<table><tr><td>a"]
)
def test_a_body_of_great_depth_becomes_markdown_at_once(piece: str) -> None:
    started = time.process_time()
    assert len(story(piece * 3000)) < 3_000_000
    assert time.process_time() - started < 5


class Outline(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [values for name, values in self.tags if name == tag]


def test_a_page_holds_the_story_with_its_head_and_nothing_that_was_not_meant_as_markup() -> None:
    page = Outline(as_html(LAMP))
    assert page.attributes("html") == [{"lang": "en-GB"}]
    assert page.attributes("link") == [{"rel": "canonical", "href": LAMP.article.address}]
    assert {"name": "author", "content": "By Ada Brandt & Co"} in page.attributes("meta")
    assert "really" not in [tag for tag, _ in page.tags]
    for words in ('The "lamp" is *lit* again: <really>', "After eleven winters.", "{walked}"):
        assert words in page.text


def test_a_page_of_a_bare_clipping_has_no_empty_parts() -> None:
    html = as_html(Clipping("1", Article(title="T", html="<p>x</p>")))
    assert 'href=""' not in html
    assert 'content=""' not in html
    assert 'lang=""' not in html
    assert "<p></p>" not in html
    assert " · " not in html


def test_plain_text_holds_head_and_story() -> None:
    assert as_text(LAMP) == (
        'The "lamp" is *lit* again: <really>\n\nAfter eleven winters.\n\n'
        "By Ada Brandt & Co · Harbour News · 2026-11-03T19:00:00+01:00\n\n"
        "https://harbour.example/lamp?a=1&b=2\n\nHalf the village {walked} out.\n"
    )
    assert as_text(Clipping("1", Article(title="T", text="x"))) == "T\n\nx\n"
