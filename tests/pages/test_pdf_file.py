"""The article that was printed to a PDF is read from it again."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs_made import HEIGHT, Sheet, column, jpeg_picture, pdf, raw_picture

from reader.articles.extract import extract
from reader.errors import CannotOpenPage
from reader.pages import pdf_file
from reader.pages.original import Original
from reader.pages.pdf_file import open_pdf
from reader.pages.saved_page import SavedPage

FIRST = (
    "The lighthouse at Marrow Point was lit again on Tuesday evening, eleven",
    "winters after its lamp had been carried away by the sea, and half the",
    "village walked out to watch.",
)
SECOND = (
    "Its keeper had kept the brass polished all the while, because a lamp that",
    "is not ready is only a piece of furniture with a view of the water, she",
    "said to the children.",
)
TITLE = (40.0, 80.0, 24.0, "**The lamp is lit again")
STORY = (TITLE, *column(40, 120, FIRST), *column(40, 180, SECOND))
LINK = "https://marrow.example/2026/lamp"


def opened(content: bytes) -> SavedPage:
    (page,) = open_pdf(Original("lamp.pdf", content))
    return page


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        opened(content)
    return str(told.value)


def test_lines_become_paragraphs_again() -> None:
    page = opened(pdf(Sheet(STORY)))
    assert f"<p>{' '.join(FIRST)}</p>" in page.markup
    assert f"<p>{' '.join(SECOND)}</p>" in page.markup


def test_the_largest_line_near_the_top_is_the_headline() -> None:
    page = opened(pdf(Sheet((*STORY, (40.0, 240.0, 15.0, "What comes next")))))
    assert "<h1>The lamp is lit again</h1>" in page.markup
    assert extract(page).title == "The lamp is lit again"


def test_a_headline_in_two_lines_is_one_and_what_the_title_says() -> None:
    head = column(40, 60, ("**The lamp is lit", "**again at last"), 24, 28)
    advert = (40.0, 300.0, 30.0, "**Buy now")
    sheet = Sheet((*head, *column(40, 130, FIRST), advert, *column(40, 330, SECOND)))
    page = opened(pdf(sheet, info="/Title(The lamp is lit again at last | Marrow Post)"))
    assert "<h1>The lamp is lit again at last</h1>" in page.markup
    assert extract(page).title == "The lamp is lit again at last"


def test_a_heading_within_the_story_is_one() -> None:
    more = [
        (40.0, 240.0, 14.0, "The sea"),
        *column(40, 262, FIRST),
        (40.0, 320.0, 10.0, "**The gate"),
    ]
    page = opened(pdf(Sheet((*STORY, *more, *column(40, 338, SECOND)))))
    assert "<h2>The sea</h2>" in page.markup
    assert "<h3>The gate</h3>" in page.markup


def test_an_indent_or_a_short_line_begins_a_paragraph() -> None:
    indented = column(40, 120, FIRST)
    indented += [(55.0, 159.0, 10.0, SECOND[0]), *column(40, 172, SECOND[1:])]
    flush = column(40, 120, (*FIRST, *SECOND))
    for texts in (indented, flush):
        page = opened(pdf(Sheet((TITLE, *texts))))
        assert f"<p>{' '.join(FIRST)}</p>" in page.markup
        assert f"<p>{' '.join(SECOND)}</p>" in page.markup


def test_words_that_were_parted_at_the_end_of_a_line_are_put_together() -> None:
    lines = (
        "The fishermen of Marrow Point, who are known to be well-read, had gath-",
        "ered on the quay at noon, and a well-",
        "known story was told by the harbour-",
        "master, while the Anglo-",
        "French delegation was waiting for it to come to its end at long last.",
    )
    texts = [TITLE, *column(40, 120, lines), (40.0, 210.0, 10.0, "Nobody is as well-known as he.")]
    text = extract(opened(pdf(Sheet(texts)))).text
    for word in ("had gathered on", "a well-known story", "harbourmaster", "Anglo-French"):
        assert word in text


def test_what_each_page_repeats_is_no_part_of_the_story() -> None:
    def sheet(number: int, lines: tuple[str, ...]) -> Sheet:
        margins = [
            (30.0, 20.0, 8.0, "11/21/26, 11:49 PM"),
            (200.0, 20.0, 8.0, "The lamp is lit again | Marrow Post"),
            (30.0, HEIGHT - 15.0, 8.0, LINK),
            (560.0, HEIGHT - 15.0, 8.0, f"{number}/2"),
        ]
        bar = (40.0, 700.0, 10.0, "We store biscuits on your device")
        head = (
            [TITLE, (42.0, 722.0, 8.0, "Take all Choose"), (42.0, 730.0, 8.0, "It ended.")]
            if number == 1
            else []
        )
        return Sheet([*head, *column(40, 120, lines), bar, *margins])

    page = opened(pdf(sheet(1, FIRST), sheet(2, SECOND)))
    assert page.address == LINK
    assert "It ended." in page.markup
    for furniture in ("11:49", "Marrow Post", "example", "1/2", "2/2", "biscuits", "Choose"):
        assert furniture not in page.markup
    assert FIRST[0] in page.markup
    assert SECOND[0] in page.markup


def test_one_page_alone_has_margins_too() -> None:
    title = "The lamp is lit again | Marrow Post"
    margins = [
        (30.0, 20.0, 8.0, title),
        (400.0, 20.0, 8.0, LINK),
        (30.0, HEIGHT - 15.0, 8.0, "1 of 1"),
        (500.0, HEIGHT - 15.0, 8.0, "21.11.2026, 23:49"),
        (250.0, HEIGHT - 15.0, 8.0, "file:///home/ada/lamp.html"),
    ]
    page = opened(pdf(Sheet((*STORY, *margins)), info=f"/Title({title})"))
    assert page.address == LINK
    assert "ada" not in page.markup
    for furniture in ("Post</p>", "1 of 1", "23:49", "example"):
        assert furniture not in page.markup
    assert "<h1>The lamp is lit again</h1>" in page.markup


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    texts = (*column(40, 120, FIRST[:2]), *column(420, 120, [FIRST[2], *SECOND]))
    page = opened(pdf(Sheet((TITLE, *texts))))
    assert f"<p>{' '.join(FIRST)}</p>" in page.markup


def test_pages_that_all_say_the_same_still_say_it() -> None:
    assert FIRST[0] in opened(pdf(Sheet(STORY), Sheet(STORY))).markup


def test_a_paragraph_goes_on_across_pages() -> None:
    page = opened(
        pdf(Sheet((TITLE, *column(40, 700, FIRST[:2]))), Sheet(column(40, 80, FIRST[2:])))
    )
    assert f"<p>{' '.join(FIRST)}</p>" in page.markup


def test_columns_that_were_drawn_in_rows_are_read_one_after_the_other() -> None:
    left = [f"left line {at} says what it has to say" for at in range(6)]
    right = [f"right line {at} says what it has to say" for at in range(6)]
    pairs = zip(column(40, 120, left), column(320, 120, right), strict=True)
    page = opened(pdf(Sheet((TITLE, *(text for pair in pairs for text in pair)))))
    places = [page.markup.index(line) for line in (*left, *right)]
    assert places == sorted(places)


def test_a_box_beside_the_story_is_apart_from_it() -> None:
    box = column(440, 120, ("Related stories", "Ferry fares to rise"))
    page = opened(pdf(Sheet((*STORY, *box))))
    assert page.markup.index("Ferry fares") > page.markup.index("<aside>")


def test_links_lead_where_they_led() -> None:
    page = opened(pdf(Sheet(STORY, links=[(40, 108, 120, 124, LINK), (0, 0, 9, 9, "file:///x")])))
    assert f'<a href="{LINK}">The lighthouse' in page.markup
    assert "file:" not in page.markup


def test_a_list_and_a_row_of_a_table_are_kept_together() -> None:
    row = [(40.0, 300.0, 10.0, "First quarter"), (140.0, 300.0, 10.0, "51,200")]
    texts = [*column(40, 240, ("• raise the quay;", "• build a gate;")), *row]
    page = opened(pdf(Sheet((*STORY, *texts))))
    assert "<ul><li>raise the quay;</li><li>build a gate;</li></ul>" in page.markup
    assert "<p>First quarter 51,200</p>" in page.markup


def test_what_someone_says_after_a_dash_is_no_list() -> None:
    said = (
        "- The first five yards were the hardest, for there the rock crumbles -",
        "said the woman who built it, and laughed out loud about it all.",
    )
    sheet = Sheet(
        (TITLE, *column(40, 120, FIRST), *column(40, 190, said), *column(40, 260, SECOND))
    )
    assert f"<p>{' '.join(said)}</p>" in opened(pdf(sheet)).markup
    listed = column(40, 190, ("- the rope",)) + column(40, 220, ("- the lamp",))
    sheet = Sheet((TITLE, *column(40, 120, FIRST), *listed, *column(40, 260, SECOND)))
    assert "<ul><li>the rope</li><li>the lamp</li></ul>" in opened(pdf(sheet)).markup


def test_pictures_stand_where_they_stood_with_their_captions() -> None:
    jpeg = b"\xff\xd8\xff\xe0" + bytes(200)
    pictures = [
        (raw_picture(120, 120), 40.0, 300.0, 200.0),
        (jpeg_picture(150, 150, jpeg), 40.0, 540.0, 150.0),
        (raw_picture(16, 16), 40.0, 20.0, 12.0),
    ]
    texts = [
        *STORY,
        (40.0, 515.0, 8.0, "The lamp at night."),
        (40.0, 720.0, 10.0, "The end of the story."),
    ]
    page = opened(pdf(Sheet(texts, pictures=pictures)))
    assert '<figure><img src="picture-1.png"><figcaption>The lamp at night.' in page.markup
    assert set(page.parts) == {"picture-1.png", "picture-2.jpg"}
    assert page.parts["picture-2.jpg"].read_bytes() == jpeg
    shown = extract(page).pictures[0]
    assert (shown.media_type, shown.width, shown.caption) == (
        "image/png",
        120,
        "The lamp at night.",
    )


def test_a_picture_of_each_page_or_of_another_story_is_left_out() -> None:
    logo = (raw_picture(110, 110), 40.0, 300.0, 150.0)
    teaser = (raw_picture(130, 130), 40.0, 500.0, 150.0)
    link = (40, 500, 190, 650, LINK)
    first = Sheet(STORY, pictures=[logo, teaser], links=[link])
    assert not opened(pdf(first, Sheet(column(40, 120, SECOND), pictures=[logo]))).parts


def test_what_the_file_says_of_itself_is_believed_where_it_can_be() -> None:
    info = "/Author(Ada Brandt)/CreationDate(D:20260304060607+01'00')"
    page = opened(pdf(Sheet(STORY), info=info, catalog="/Lang(en-GB)"))
    assert page.record.stated.people == ("Ada Brandt",)
    assert page.saved_at == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert extract(page).language == "en-GB"
    doubtful = pdf(Sheet(STORY), info="/Author(abrandt)/Title(Microsoft Word - lamp.docx)")
    assert opened(doubtful).record.stated.people == ()
    assert "Word" not in opened(doubtful).markup


def test_markup_in_the_words_is_mere_words() -> None:
    page = opened(pdf(Sheet((*STORY, (40.0, 240.0, 10.0, "<script>alert(1)</script> & so on")))))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on" in page.markup


def test_a_scan_a_lock_and_damage_are_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "without text" in fault(pdf(Sheet(pictures=[(raw_picture(200, 200), 0, 0, 600)])))
    lock = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -44/O({0})/U({0})>>".format("x" * 32)
    assert "password" in fault(pdf(Sheet(STORY), trailer=lock))
    assert "damaged" in fault(b"%PDF-1.7\nand nothing more")
    monkeypatch.setattr(pdf_file, "_MOST_PAGES", 1)
    assert "2 pages" in fault(pdf(Sheet(STORY), Sheet()))
    monkeypatch.setattr(pdf_file, "_LONGEST", -1.0)
    assert "too long" in fault(pdf(Sheet(STORY)))


SMALL = pdf(Sheet(STORY, links=[(40, 108, 120, 124, LINK)]))


@settings(deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.binary(max_size=9), st.integers(0, 30))
def test_damage_is_told_and_never_worse(at: int, put: bytes, gone: int) -> None:
    with suppress(CannotOpenPage):
        assert opened(SMALL[:at] + put + SMALL[at + gone :]).markup


@settings(deadline=None)
@given(st.integers(0, len(SMALL) - 1))
def test_a_file_that_breaks_off_is_read_or_refused(end: int) -> None:
    with suppress(CannotOpenPage):
        assert opened(SMALL[:end]).markup
