"""What is a list becomes one, and what only looks like one does not."""

import pytest

from reader.articles.safe_html import safe_html

PICTURES = frozenset(("https://e.com/a.jpg", "https://e.com/b.jpg"))


def safe(markup: str) -> str:
    html = safe_html(markup, PICTURES)
    assert safe_html(html, PICTURES) == html
    return html.replace(">\n<", "><")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>• A lamp</p><p>• <b>Oil</b> and a wick</p>",
        "<p>• A lamp<br>• <b>Oil</b> and a wick<br></p>",
        "<div>▪ A lamp<br><br>▪&nbsp;<b>Oil</b> and a wick</div>",
        "<ul><li>• A lamp<li>• <b>Oil</b> and a wick</ul>",
    ],
)
def test_lines_with_bullets_are_a_list(markup: str) -> None:
    assert safe(markup) == "<ul><li>A lamp</li><li><strong>Oil</strong> and a wick</li></ul>"


@pytest.mark.parametrize(
    "markup",
    ["<p>• One line alone</p>", "<p>– Good day, he said.</p><p>– Good night.</p>",
     "<p>Light • oil<br>Wick • glass</p>"],
)  # fmt: skip
def test_other_lines_stay_what_they_are(markup: str) -> None:
    assert safe(markup) == markup


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>1. A<li>2. B</ul>", "<ol><li>A</li><li>B</li></ol>"),
        ("<ol><li><span>1.</span> A<li><span>2.</span> B</ol>", "<ol><li>A</li><li>B</li></ol>"),
        ("<ul><li>(4) A<li>(5) B</ul>", '<ol start="4"><li>A</li><li>B</li></ol>'),
        ("<ul><li>1.5 m<li>2.5 m</ul>", "<ul><li>1.5 m</li><li>2.5 m</li></ul>"),
        ("<ul><li>1. A<li>3. B</ul>", "<ul><li>1. A</li><li>3. B</li></ul>"),
        ("<ul><li>1989. A</li><li>1990. B</li></ul>", "<ul><li>1989. A</li><li>1990. B</li></ul>"),
    ],
)
def test_a_list_that_brings_its_numbers_is_numbered_once(markup: str, expected: str) -> None:
    assert safe(markup) == expected


def test_a_list_of_pictures_alone_is_a_row_of_pictures() -> None:
    html = safe("<ul><li><img src=https://e.com/a.jpg></li><li><img src=https://e.com/b.jpg></ul>")
    assert "<li>" not in html
    assert html.count("<figure>") == 2


def test_a_list_within_an_item_stays_within_it() -> None:
    markup = "<ol><li><p>A</p><ul><li>B</li><li>C</li></ul></li><li>D</li></ol>"
    assert safe("<ol><li>A<ul><li>B<li>C</ul><li>D</ol>") == markup


def test_a_list_of_terms_keeps_them() -> None:
    markup = "<dl><dt>Lamp</dt><dd>It gives light.</dd><dt>Oil</dt><dd>It burns.</dd></dl>"
    assert safe(markup) == markup
    assert safe(markup.replace("<dt>", "<div><dt>").replace("</dd>", "</dd></div>")) == markup
