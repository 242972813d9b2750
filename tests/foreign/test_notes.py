from reader.foreign.notes import note_of


def test_a_note_in_html_becomes_what_a_reader_would_type() -> None:
    note = (
        "<div><h1>Ropes</h1><p>A <b>thick</b> <i>old</i> one &amp; <a href='https://a.example'>more"
        "</a></p><ul><li>one</li><li>two</li></ul><blockquote><p>Said</p></blockquote></div>"
    )
    assert note_of(note) == (
        "# Ropes\n\nA **thick** *old* one & [more](https://a.example)\n- one\n- two\n\n> Said"
    )


def test_plain_text_stays_as_it_is() -> None:
    assert note_of(" 3 < 4, and\r\n5 > 4\n") == "3 < 4, and\n5 > 4"


def test_what_is_never_seen_is_no_note() -> None:
    assert note_of("<style>p { }</style><p>Seen</p><script>x()</script>") == "Seen"


def test_endless_comments_take_no_time() -> None:
    assert note_of("<p>a</p>" + "<!--" * 300_000) == "a"


def test_a_note_that_speaks_of_tags_keeps_them() -> None:
    assert note_of("Use <b > and <span> sparingly,\nif a <i > b") == (
        "Use <b > and <span> sparingly,\nif a <i > b"
    )
