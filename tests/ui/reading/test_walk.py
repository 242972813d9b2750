"""Safe HTML read as blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.story import OBJECT, Block, Kind, Run, Style, Table
from reader.ui.reading.walk import read_blocks


def blocks_of(html: str, small: frozenset[str] = frozenset()) -> list[Block]:
    blocks = list(read_blocks(html, small))
    assert all(isinstance(block, Block) for block in blocks)
    return [block for block in blocks if isinstance(block, Block)]


def table_of(html: str) -> Table:
    (table,) = read_blocks(html)
    assert isinstance(table, Table)
    return table


def texts(html: str) -> list[str]:
    return [block.text for block in blocks_of(html)]


def test_white_space_counts_as_one_space_across_elements() -> None:
    assert texts("<p>\n  One <em> two</em>\n three </p>") == ["One two three"]


def test_a_space_that_does_not_break_is_kept() -> None:
    assert texts("<p>10\u00a0km</p>") == ["10\u00a0km"]


def test_empty_paragraphs_are_dropped() -> None:
    assert texts("<p> </p><p>One</p><p><br></p><p></p>") == ["One"]


def test_words_outside_any_paragraph_are_a_paragraph() -> None:
    assert texts("Before<p>One</p>After") == ["Before", "One", "After"]


def test_a_line_break_stays_within_its_paragraph() -> None:
    assert texts("<p>One<br> two<br></p>") == ["One\u2028two"]


def test_styles_of_nested_elements_add_up() -> None:
    (block,) = blocks_of("<p>a<strong>b<em>c</em></strong><sup>2</sup></p>")
    assert block.runs == (
        Run("a"),
        Run("b", Style.BOLD),
        Run("c", Style.BOLD | Style.ITALIC),
        Run("2", Style.SUPERSCRIPT),
    )


@pytest.mark.parametrize("href", ["https://a.example/x", "http://a.example", "mailto:a@b.example"])
def test_a_link_out_is_kept(href: str) -> None:
    (block,) = blocks_of(f'<p><a href="{href}">x</a></p>')
    assert block.runs[0].link == href


def test_a_link_within_the_article_and_what_it_leads_to_are_told() -> None:
    first, second = blocks_of('<p><a href="#at-n">x</a></p><ul id="at-u"><li id="at-n">y</li></ul>')
    assert first.runs == (Run("x", link="#at-n"),)
    assert second.names == ("at-u", "at-n")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a/b"])
def test_any_other_link_is_plain_text(href: str) -> None:
    (block,) = blocks_of(f'<p><a href="{href}">x</a></p>')
    assert block.runs == (Run("x"),)


def test_nested_quotes_name_all_their_quotes() -> None:
    one, two, three = blocks_of(
        "<blockquote><p>a</p><blockquote>b</blockquote></blockquote><blockquote>c</blockquote>"
    )
    assert one.quotes == (1,)
    assert two.quotes == (1, 2)
    assert three.quotes == (3,)


def test_entries_of_nested_lists_have_their_own_markers() -> None:
    blocks = blocks_of("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li><p>d</p><p>e</p></li></ul>")
    assert [(block.text, block.marker, block.depth) for block in blocks] == [
        ("a", "•", 1), ("b", "1.", 2), ("c", "2.", 2), ("d", "•", 1), ("e", "", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("attributes", "markers"),
    [
        ('start="9"', ["9.", "10."]),
        ('type="a"', ["a.", "b."]),
        ('type="I" start="4"', ["IV.", "V."]),
        ('start="x"', ["1.", "2."]),
        ('type="A" start="30"', ["30.", "31."]),
    ],
)
def test_a_numbered_list_counts_as_it_says(attributes: str, markers: list[str]) -> None:
    blocks = blocks_of(f"<ol {attributes}><li>x</li><li>y</li></ol>")
    assert [block.marker for block in blocks] == markers


def test_an_entry_may_set_its_own_number() -> None:
    blocks = blocks_of('<ol><li>x</li><li value="7">y</li><li>z</li></ol>')
    assert [block.marker for block in blocks] == ["1.", "7.", "8."]


def test_an_entry_without_a_list_still_has_a_marker() -> None:
    assert blocks_of("<li>x</li>")[0].marker == "•"


def test_a_term_and_what_it_means_stand_apart() -> None:
    term, meaning = blocks_of("<dl><dt>Quay</dt><dd>A wall</dd></dl>")
    assert (term.kind, term.depth) == (Kind.TERM, 0)
    assert (meaning.kind, meaning.depth) == (Kind.PARAGRAPH, 1)


def test_headings_keep_their_level() -> None:
    assert [(b.kind, b.level) for b in blocks_of("<h2>a</h2><h4>b</h4><p>c</p>")] == [
        (Kind.HEADING, 2), (Kind.HEADING, 4), (Kind.PARAGRAPH, 0),
    ]  # fmt: skip


def test_code_keeps_its_lines_and_spaces() -> None:
    (block,) = blocks_of("<pre><code>if x:\n    y</code></pre>")
    assert block.kind is Kind.CODE
    assert block.text == "if x:\u2028    y"


def test_a_picture_parts_the_paragraph_it_stands_in() -> None:
    blocks = blocks_of('<p>One <img src="a.png" alt="A boat"> two</p>')
    assert [block.kind for block in blocks] == [Kind.PARAGRAPH, Kind.PICTURE, Kind.PARAGRAPH]
    assert (blocks[1].picture, blocks[1].text) == ("a.png", "A boat")


def test_a_small_picture_stands_within_its_line() -> None:
    (block,) = blocks_of('<p>One <img src="a.png"> two</p>', frozenset(["a.png"]))
    assert block.text == f"One {OBJECT} two"
    assert block.runs[1].picture == "a.png"


def test_a_picture_without_an_address_is_nothing() -> None:
    assert blocks_of("<p>One<img></p>")[0].text == "One"


def test_a_caption_stands_below_its_picture() -> None:
    blocks = blocks_of('<figure><img src="a"><figcaption>A boat</figcaption></figure>')
    assert [block.kind for block in blocks] == [Kind.PICTURE, Kind.CAPTION]


def test_short_quotes_get_their_marks() -> None:
    assert texts("<p>He said <q>no</q>.</p>") == ["He said “no”."]


def test_a_rule_is_a_block_of_its_own() -> None:
    assert [block.kind for block in blocks_of("<p>a</p><hr><p>b</p>")][1] is Kind.RULE


def test_direction_comes_from_the_nearest_element_that_tells() -> None:
    one, two = blocks_of('<div dir="rtl"><p>a</p><p dir="ltr">b</p></div>')
    assert (one.direction, two.direction) == ("rtl", "ltr")


def test_a_table_keeps_rows_headings_and_spans() -> None:
    table = table_of(
        "<table><thead><tr><th>Year</th><th colspan='2'>Boats</th></tr></thead>"
        "<tbody><tr><td rowspan='0'>2024</td><td>4</td><td>5</td></tr></tbody></table>"
    )
    (year, boats), (number, *_) = table.rows
    assert year.blocks[0].kind is Kind.CELL_HEADING
    assert boats.columns == 2
    assert (number.blocks[0].kind, number.rows) == (Kind.CELL, 1)


def test_a_table_within_a_table_is_read_as_part_of_its_cell() -> None:
    table = table_of(
        "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>"
    )
    assert [[block.text for block in cell.blocks] for cell in table.rows[0]] == [
        ["a", "b", "c"], ["d"],
    ]  # fmt: skip


def test_a_table_of_one_column_is_plain_text() -> None:
    blocks = blocks_of("<table><tr><td>a</td></tr><tr><th>b</th></tr></table>")
    assert [(block.text, block.kind) for block in blocks] == [
        ("a", Kind.PARAGRAPH), ("b", Kind.PARAGRAPH),
    ]  # fmt: skip


def test_a_table_that_is_too_wide_to_set_is_plain_text() -> None:
    blocks = blocks_of("<table><tr>" + "<td>x</td>" * 40 + "</tr></table>")
    assert len(blocks) == 40


def test_words_in_a_table_but_in_no_cell_are_kept() -> None:
    table = table_of("<table>loose<tr><td>a</td><td>b</td></tr></table>")
    assert [block.text for block in table.blocks] == ["loose", "a", "b"]


def test_a_table_that_is_never_closed_is_shown() -> None:
    assert [b.text for b in table_of("<table><tr><td>a</td><td>b").blocks] == ["a", "b"]


def test_end_tags_without_a_start_are_passed_over() -> None:
    assert texts("</table></p></li><p>One</ul></p>") == ["One"]


def test_signs_that_would_break_a_document_are_replaced() -> None:
    (text,) = texts("<p>a\ufdd0b\u2029c\ufffcd&#x1;e</p>")
    assert not set(text) & set("\ufdd0\u2029\ufffc\x01")


def test_ten_thousand_nested_elements_are_read() -> None:
    html = "<blockquote><ul><li>" * 3_400 + "deep"
    (block,) = blocks_of(html)
    assert block.text == "deep"
    assert len(block.quotes) <= 6
    assert block.depth <= 6


@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<table>", "</table>", "<tr>", "<td>",
     "</td>", "<blockquote>", "</blockquote>", "<q>", "</q>", "<pre>", "</pre>", '<img src="x">',
     "<br>", "<!--", "<![CDATA[", "a", " b ", "&amp;", "\U0001f600", "<", ">", "<h2>", "</h2>"]
), max_size=40))  # fmt: skip
def test_no_order_of_tags_is_too_odd(parts: list[str]) -> None:
    for block in read_blocks("".join(parts)):
        for one in block.blocks if isinstance(block, Table) else (block,):
            assert one.kind in (Kind.PICTURE, Kind.RULE) or one.text.strip()


def test_a_small_picture_that_was_not_saved_is_said_within_its_sentence() -> None:
    html = '<p>Light <img src="https://e.com/f.svg" alt="x^2" width="25" height="18"> grows.</p>'
    assert texts(html) == ["Light x^2 grows."]
