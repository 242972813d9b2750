"""Tables that say something stay tables; those that lay out a page do not."""

import re

import pytest

from reader.articles.safe_html import safe_html


def safe(markup: str) -> str:
    html = safe_html(markup, frozenset())
    assert safe_html(html, frozenset()) == html
    return html.replace(">\n<", "><")


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td><p>One.</p><p>Two.</p></table>",
        "<table><tr><td>One.</td><td></td></tr><tr><td>&nbsp;</td><td>Two.</td></tr></table>",
        "<table><tr><td><table><tr><td>One.<tr><td>Two.</table></table>",
    ],
)
def test_a_table_of_one_column_is_a_layout(markup: str) -> None:
    assert safe(markup) == "<p>One.</p><p>Two.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tbody><tr><td>Oil</td><td>4</td></tr></tbody></table>",
        "<table><caption>Ships</caption><tbody><tr><td>Oil</td></tr></tbody></table>",
        "<table><thead><tr><th>Ships</th></tr></thead><tbody><tr><td>Oil</td></tr></tbody></table>",
    ],
)
def test_a_table_of_data_stays_one(markup: str) -> None:
    assert safe(markup) == markup


def test_code_stands_without_the_numbers_of_its_lines() -> None:
    html = safe("<table><tr><td><pre>1\n2</pre><td><pre>light()\n  burn()</pre></table>")
    assert html == "<pre>light()\n  burn()</pre>"


def test_the_words_of_two_cells_or_items_do_not_run_into_one_another() -> None:
    for markup in ("<table><tr><td>Oil<td>4</table>", "<ul><li>Oil<li>4</ul>"):
        words = re.sub(r"<[^>]*>", "", safe_html(markup, frozenset()))
        assert words.split() == ["Oil", "4"]


def test_an_empty_cell_keeps_those_behind_it_in_their_columns() -> None:
    rows = "<tr><th>Ship</th><th>Year</th><th>Place</th></tr>"
    rows += "<tr><td>Ada</td><td></td><td>Reef</td></tr><tr><td>Berta</td><td>–</td><td>Bay</td>"
    html = safe_html(f"<table>{rows}</tr></table>", frozenset())
    assert "<td>Ada</td>\n<td></td>\n<td>Reef</td>" in html
    assert html.count("<td>") == 6
    assert safe_html(html, frozenset()) == html


def test_a_heading_that_is_all_of_a_cell_heads_a_column_and_no_part_of_the_story() -> None:
    rows = "<tr><th><h3>Boat</h3></th><td><h3>Crew</h3></td></tr><tr><td>Gull</td><td>4</td></tr>"
    assert safe(f"<table>{rows}</table>") == (
        "<table><tbody><tr><th>Boat</th><td><strong>Crew</strong></td></tr>"
        "<tr><td>Gull</td><td>4</td></tr></tbody></table>"
    )


def test_a_heading_above_what_a_cell_tells_stays_one() -> None:
    cell = "<h3>The Gull</h3><p>She left at dawn.</p>"
    assert "<h3>The Gull</h3>" in safe(f"<table><tr><td>{cell}</td><td>Menu</td></tr></table>")
