"""What a clean body says as plain text."""

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.plain_text import plain_text
from reader.articles.safe_html import safe_html

_PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<h2>", "</h2>", "<ul><li>", "</ul>", "<em>", "</em>", "<br>", "<pre>"),
        *("<table><tr><td>", "<td>", "<tr>", "</table>", "<blockquote>", "</blockquote>"),
        *("<figure><img src=x.jpg><figcaption>", "</figure>", "<a href='http://a.example/?b>c'>"),
        *("harbour", " crane\n", "&lt;quay&gt;", "&nbsp;", "&amp;amp;", "  ", "“ferry”"),
    )
)


def test_blocks_are_parted_by_a_blank_line() -> None:
    assert plain_text("<h2>a</h2><p>b <em>c</em></p><ul><li>d</li><li>e</li></ul>") == (
        "a\n\nb c\n\nd\n\ne"
    )


def test_a_break_is_a_new_line_and_a_row_one_line() -> None:
    html = "<p>a<br>b</p><table><tr><td>c</td><td>d</td></tr></table>"
    assert plain_text(html) == "a\nb\n\nc | d"


def test_captions_are_not_part_of_the_text() -> None:
    html = "<p>a</p><figure><img src=x><figcaption>b</figcaption></figure><p>c</p>"
    assert plain_text(html) == "a\n\nc"


def test_preformatted_lines_keep_their_form() -> None:
    assert plain_text("<pre>a\n  b</pre>") == "a\n  b"


def test_nothing_says_nothing() -> None:
    assert plain_text("") == plain_text("  \n") == ""


def test_a_text_of_more_than_ten_million_letters_is_said_whole() -> None:
    words = "word " * 2_100_000
    assert plain_text(f"<p>{words}</p>") == words.strip()


def test_an_empty_cell_needs_no_bar() -> None:
    row = "<tr><td></td><td>Ada</td><td> </td><td>Reef</td></tr>"
    assert plain_text(f"<table><tbody>{row}</tbody></table>") == "Ada | Reef"


def test_what_is_escaped_is_said_as_it_was_written() -> None:
    assert plain_text("<p>a &lt;b&gt;&nbsp;&amp;lt; c</p>") == "a <b> &lt; c"


def test_a_bracket_in_a_value_ends_no_tag() -> None:
    assert plain_text('<p>a <a href="http://a.example/?b>c" lang="en">d</a></p>') == "a d"


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    inner = "<table><tr><td>b</td><td>c</td></tr></table>"
    html = f"<table><tr><td>a</td><td>{inner}</td><td>d</td></tr><tr><td>e</td></tr></table>"
    assert plain_text(html).split("\n\n") == ["a |", "b | c", "| d", "e"]


@given(st.lists(_PIECES, max_size=30))
def test_every_word_of_a_clean_body_is_said_but_for_captions(pieces: list[str]) -> None:
    html = safe_html("".join(pieces), frozenset(("http://a.example/x.jpg",)), "http://a.example/")
    root = lxml.html.fromstring(f"<div>{html}</div>")
    for caption in root.iter("figcaption"):
        caption.text, caption[:] = "", []
    said = plain_text(html).replace("|", "")
    assert "".join(said.split()) == "".join("".join(map(str, root.itertext())).split())


@given(st.lists(_PIECES, max_size=30))
def test_markup_of_which_half_is_missing_can_be_read(pieces: list[str]) -> None:
    assert "\0" not in plain_text("".join(pieces))
