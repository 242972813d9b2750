"""What a clean body says as plain text."""

from reader.articles.plain_text import plain_text


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
