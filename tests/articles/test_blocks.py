"""A body is told by its blocks, and each block by its words."""

from reader.articles.blocks import block_id, blocks_of, body_of, named_blocks

BODY = "\n".join(
    (
        "<p>The ferry left at six.</p>",
        "<h2>What broke</h2>",
        "<p>Two cranes <em>fell</em> &amp; sank.</p>",
        "<ul><li>One</li><li>Two</li></ul>",
        "<p>The ferry left at six.</p>",
    )
)


def test_a_body_is_its_blocks() -> None:
    assert body_of(blocks_of(BODY)) == BODY


def test_each_block_says_its_text() -> None:
    assert [block.text for block in blocks_of(BODY)][:3] == [
        "The ferry left at six.",
        "What broke",
        "Two cranes fell & sank.",
    ]


def test_the_same_words_have_the_same_id_in_other_markup() -> None:
    one, other = "<p>Two cranes <em>fell</em>.</p>", "<div>Two  cranes\nfell!</div>"
    assert block_id(one) == block_id(other)


def test_the_same_words_have_the_same_id_however_they_are_escaped() -> None:
    assert block_id("<p>Crane&nbsp;&amp;&#32;quay</p>") == block_id("<p>Crane & quay</p>")


def test_other_words_have_another_id() -> None:
    assert block_id("<p>Two cranes fell.</p>") != block_id("<p>Three cranes fell.</p>")


def test_pictures_without_words_are_told_apart_by_their_address() -> None:
    assert block_id('<img src="a.jpg">') != block_id('<img src="b.jpg">')


def test_a_picture_has_the_same_id_wherever_it_stands() -> None:
    picture = '<p><img src="a.jpg"></p>'
    first, _, last = blocks_of(f"{picture}\n<p>Between</p>\n{picture}")
    assert last.id == f"{first.id}-2"


def test_equal_blocks_are_told_apart_by_their_number() -> None:
    first, *_, last = blocks_of(BODY)
    assert last.id == f"{first.id}-2"


def test_blocks_are_named_as_they_are_told() -> None:
    assert [name for name, _ in named_blocks(BODY)] == [block.id for block in blocks_of(BODY)]


def test_a_block_is_told_as_it_stands_in_the_body() -> None:
    body = '<p><img src="bild é.png" alt="1 > 0"><br>So</p>\n<blockquote><p>One</p></blockquote>'
    assert [block.html for block in blocks_of(body)] == body.split("\n")


def test_markup_that_was_never_closed_is_one_block() -> None:
    assert [block.html for block in blocks_of("</em><p>One<b>two<p>three")] == [
        "</em>",
        "<p>One<b>two<p>three",
    ]


def test_words_in_no_element_are_a_block() -> None:
    blocks = blocks_of("Before &lt; <p>after</p> the end")
    assert [block.text for block in blocks] == ["Before <", "after", "the end"]
    assert [block.html for block in blocks] == ["Before &lt;", "<p>after</p>", "the end"]


def test_nothing_has_no_blocks() -> None:
    assert blocks_of("  ") == ()
