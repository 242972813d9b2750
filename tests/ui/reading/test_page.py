"""An article set into a document."""

import re
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextFormat

from reader.articles.article import Article, Completeness, Picture
from reader.articles.quote import quote_at
from reader.clipping import Additions, Highlight
from reader.ui.reading.look import Look
from reader.ui.reading.page import Page
from reader.ui.reading.page_style import Face, PageStyle
from reader.ui.reading.picture_object import PICTURE
from reader.ui.reading.pictures import PictureSource
from reader.ui.reading.story import Kind
from reader.ui.theme import Themes

RTL = Qt.LayoutDirection.RightToLeft


def set_page(themes: Themes, html: str = "", **about: Any) -> Page:
    sources = {"here.png": PictureSource("here.png", content=b"x", width=80, height=60)}
    article = Article(title="Harbour reopens", html=html, **about)
    page = Page(article, Additions(), Look(PageStyle(), themes.current), sources)
    page.grow(10**9)
    return page


def texts(page: Page, kind: Kind) -> list[str]:
    document = page.document
    return [
        document.findBlockByNumber(one.number).text()
        for one in page.placed.values()
        if one.block.kind is kind
    ]


def test_the_page_says_who_wrote_what_and_when(themes: Themes) -> None:
    page = set_page(
        themes, "<p>Text</p>", source="The Harbour Times", section="City", text="word " * 460,
        standfirst="Ferries sail again.", byline="Marta Lind", agency="AP", published="2026-11-10",
    )  # fmt: skip
    assert texts(page, Kind.SOURCE) == ["The Harbour Times · City"]
    assert texts(page, Kind.HEADLINE) == ["Harbour reopens"]
    assert texts(page, Kind.STANDFIRST) == ["Ferries sail again."]
    (byline,) = texts(page, Kind.BYLINE)
    parts = [part.strip() for part in byline.split("·")]
    assert parts[:2] == ["Marta Lind", "AP"]
    assert "2026" in parts[2]
    assert parts[3] == "2 min"


def test_a_name_from_right_to_left_does_not_tear_the_date(themes: Themes) -> None:
    page = set_page(themes, byline="ליאה כהן", published="2026-11-10")
    (byline,) = texts(page, Kind.BYLINE)
    assert re.search("\u2068[^\u2069]*2026\u2069", byline)
    (byline,) = texts(set_page(themes, byline="Marta Lind"), Kind.BYLINE)
    assert "\u2068" not in byline


def test_an_article_with_nothing_known_still_has_a_headline(themes: Themes) -> None:
    page = Page(Article(), Additions(), Look(PageStyle(), themes.current), {})
    page.grow(1)
    assert page.is_whole
    assert texts(page, Kind.HEADLINE) == ["Without a title"]
    assert texts(page, Kind.SOURCE) == []


def test_an_agency_that_the_byline_names_is_not_named_twice(themes: Themes) -> None:
    (byline,) = texts(set_page(themes, byline="Ann Dee, AP", agency="ap"), Kind.BYLINE)
    assert byline.lower().count("ap") == 1


@pytest.mark.parametrize("state", [one for one in Completeness if one is not Completeness.WHOLE])
def test_a_page_that_lacks_its_story_says_so(themes: Themes, state: Completeness) -> None:
    assert len(texts(set_page(themes, completeness=state), Kind.NOTICE)) == 1


def test_what_told_that_a_page_is_cut_is_said(themes: Themes) -> None:
    page = set_page(themes, completeness=Completeness.PARTIAL, evidence="Subscribe to read on.")
    assert texts(page, Kind.NOTICE)[0].endswith("“Subscribe to read on.”")


def test_a_whole_page_needs_no_notice(themes: Themes) -> None:
    assert texts(set_page(themes, "<p>x</p>"), Kind.NOTICE) == []


def test_marks_are_counted_in_the_byline(themes: Themes) -> None:
    page = set_page(themes, "<p>One two</p>", text="One two")
    mark = Highlight("a", quote_at("One two", 0, 3))
    page.show_byline(Additions(highlights=(mark,)))
    assert texts(page, Kind.BYLINE)[0].endswith("1 mark")
    page.show_byline(Additions(highlights=(mark, mark)))
    assert texts(page, Kind.BYLINE)[0].endswith("2 marks")
    page.show_byline(Additions())
    assert texts(page, Kind.BYLINE)[0].endswith("min")
    assert texts(page, Kind.PARAGRAPH) == ["One two"]


def test_each_block_stands_where_the_page_says(themes: Themes) -> None:
    html = (
        "<p>a</p><table><tr><td>b</td><td><p>c</p><p>d</p></td></tr></table>"
        "<table><tr><td rowspan='2'>e</td><td>f</td></tr><tr><td>g</td></tr></table><p>h 😀 i</p>"
    )
    page = set_page(themes, html)
    for number, placed in page.placed.items():
        assert page.document.findBlockByNumber(number).text() == placed.text


def test_cells_that_would_cover_each_other_are_kept_apart(themes: Themes) -> None:
    html = (
        "<table><tr><td>a</td><td rowspan='3'>b</td></tr>"
        "<tr><td colspan='9'>c</td></tr><tr><td>d</td></tr></table>"
    )
    page = set_page(themes, html)
    shown = page.document.toPlainText()
    assert all(letter in shown for letter in "abcd")


def test_a_picture_that_was_saved_is_a_sign_in_the_text(themes: Themes) -> None:
    page = set_page(themes, '<p>x</p><img src="here.png">')
    (placed,) = [one for one in page.placed.values() if one.block.kind is Kind.PICTURE]
    format_ = page.document.findBlockByNumber(placed.number).begin().fragment().charFormat()
    assert format_.objectType() == PICTURE
    assert not format_.hasProperty(QTextFormat.Property.ImageName.value)


def test_a_picture_that_was_not_saved_is_told_in_words(themes: Themes) -> None:
    page = set_page(themes, f'<img src="gone.png" alt="A boat {"far out " * 40}">')
    (text,) = texts(page, Kind.MISSING_PICTURE)
    assert text.startswith("Picture not saved · A boat far out")
    assert len(text) < 180


def test_a_picture_given_up_leaves_words_in_its_place(themes: Themes) -> None:
    page = set_page(themes, '<p>a</p><img src="here.png" alt="A boat"><p>b</p>', text="a\n\nb")
    page.give_up_picture("here.png")
    assert texts(page, Kind.MISSING_PICTURE) == ["Picture cannot be shown · A boat"]
    assert texts(page, Kind.PARAGRAPH) == ["a", "b"]
    (place,) = page.text_map.on_page(3, 4)
    assert page.document.findBlockByNumber(place.number).text() == "b"


def test_a_small_picture_that_was_not_saved_leaves_no_hole(themes: Themes) -> None:
    sources = {"dot.png": PictureSource("dot.png", content=b"x", width=9, height=9)}
    article = Article(html='<p>a <img src="dot.png"> b</p>')
    page = Page(article, Additions(), Look(PageStyle(), themes.current), sources)
    page.grow(100)
    assert texts(page, Kind.PARAGRAPH) == ["a \ufffc b"]


def test_the_lead_picture_is_shown_once(themes: Themes) -> None:
    lead = Picture("here.png", "The quay", "Photo: H. Aas", content=b"x")
    apart = set_page(themes, "<p>x</p>", pictures=(lead,))
    inside = set_page(themes, '<img src="here.png"><p>x</p>', pictures=(lead,))
    for page in (apart, inside):
        kinds = [one.block.kind for one in page.placed.values()]
        assert kinds.count(Kind.PICTURE) == 1
    assert texts(apart, Kind.CAPTION) == ["The quay Photo: H. Aas"]


def test_direction_follows_the_page_then_the_letters_then_the_language(themes: Themes) -> None:
    html = '<p>שלום</p><p>Hello</p><p>123</p><p dir="rtl">Hello</p>'
    page = set_page(themes, html, language="he-IL")
    directions = [one.is_right_to_left for one in page.placed.values() if one.is_story]
    assert directions == [True, False, True, True]
    numbers = [one.number for one in page.placed.values() if one.is_story]
    assert page.document.findBlockByNumber(numbers[0]).textDirection() is RTL


def test_a_list_of_right_to_left_text_stands_in_from_the_right(themes: Themes) -> None:
    page = set_page(themes, "<ul><li>שלום</li><li>Hello</li></ul>")
    right, left = [page.document.findBlockByNumber(one.number).blockFormat()
                   for one in page.placed.values() if one.is_story]  # fmt: skip
    assert right.rightMargin() == left.leftMargin() > 0
    assert right.leftMargin() == left.rightMargin() == 0


def test_a_page_grows_by_parts_to_the_same_page(themes: Themes) -> None:
    html = "".join(f"<p>Paragraph {number} of many.</p>" for number in range(300))
    whole = set_page(themes, html)
    page = Page(
        Article(title="Harbour reopens", html=html), Additions(),
        Look(PageStyle(), themes.current), {},
    )  # fmt: skip
    grown = 0
    while not page.is_whole:
        page.grow(500)
        grown += 1
    assert grown > 5
    assert page.document.toPlainText() == whole.document.toPlainText()


def test_the_document_cannot_be_undone_nor_counts_as_changed_by_marks(themes: Themes) -> None:
    assert not set_page(themes, "<p>x</p>").document.isUndoAvailable()


def test_the_headline_breaks_into_lines_of_about_one_length(themes: Themes) -> None:
    article = Article(title="A headline that is just a little too long for one single line of it")
    page = Page(article, Additions(), Look(PageStyle(), themes.current), {})
    page.document.setTextWidth(648)
    page.balance(648)
    page.document.size()
    lines = page.document.findBlockByNumber(0).layout()
    widths = [lines.lineAt(index).naturalTextWidth() for index in range(lines.lineCount())]
    assert len(widths) == 2
    assert min(widths) > 0.7 * max(widths)


def test_balancing_a_headline_tears_no_long_word_apart(themes: Themes) -> None:
    title = "Ohne ernsthafte Versicherungsbemühungen kein Geld"
    look = Look(PageStyle(), themes.current)
    page = Page(Article(title=title), Additions(), look, {})
    page.document.setTextWidth(560)
    page.balance(560)
    page.document.size()
    lines = page.document.findBlockByNumber(0).layout()
    starts = [lines.lineAt(index).textStart() for index in range(1, lines.lineCount())]
    assert starts
    assert all(title[start - 1] == " " for start in starts)


def test_sans_letters_are_set_where_the_reader_wants_them(themes: Themes) -> None:
    serif, sans = (
        Look(PageStyle(face=face), themes.current).font_of(Kind.PARAGRAPH).family() for face in Face
    )
    assert serif != sans


def test_tall_scripts_get_more_room_between_lines(themes: Themes) -> None:
    page = set_page(themes, "<p>বাংলা লেখা</p><p>Latin letters</p>")
    tall, usual = [page.document.findBlockByNumber(one.number).blockFormat().lineHeight()
                   for one in page.placed.values() if one.is_story]  # fmt: skip
    assert tall > usual


def letters_of(page: Page, words: str) -> QTextCharFormat:
    cursor = page.document.find(words)
    assert not cursor.isNull()
    return cursor.charFormat()


def test_each_kind_of_letters_can_be_told_apart(themes: Themes) -> None:
    page = set_page(
        themes,
        "<p>plain <b>bold</b> <em>slanted</em> <code>coded</code> <small>little</small>"
        " <del>gone</del> <ins>added</ins> H<sub>low</sub><sup>high</sup> <mark>glowing</mark>"
        ' <a href="https://a.example">linked</a></p>',
    )
    plain = letters_of(page, "plain")
    align = QTextCharFormat.VerticalAlignment
    assert letters_of(page, "bold").font().weight() > plain.font().weight()
    assert letters_of(page, "slanted").fontItalic()
    assert letters_of(page, "coded").font().family() != plain.font().family()
    assert letters_of(page, "little").fontPointSize() < plain.fontPointSize()
    assert letters_of(page, "gone").fontStrikeOut()
    assert letters_of(page, "added").fontUnderline()
    assert letters_of(page, "low").verticalAlignment() == align.AlignSubScript
    assert letters_of(page, "high").verticalAlignment() == align.AlignSuperScript
    assert letters_of(page, "glowing").background().color() == themes.current.colour("selected")
    linked = letters_of(page, "linked")
    assert linked.foreground().color() == themes.current.colour("accent")
    assert (linked.anchorHref(), linked.fontUnderline()) == ("https://a.example", True)
    assert plain.anchorHref() == ""


def test_a_heading_within_a_story_is_a_heading_to_those_who_listen(themes: Themes) -> None:
    page = set_page(themes, "<h3>Part</h3><p>x</p>")
    cursor = page.document.find("Part")
    assert cursor.blockFormat().headingLevel() == 3


def test_slanted_words_in_a_slanted_line_stand_upright(themes: Themes) -> None:
    page = set_page(themes, "<p><em>all <cite>but</cite></em> <i>this</i></p>")
    assert letters_of(page, "all").fontItalic()


def column_widths(page: Page, width: int) -> list[float]:
    page.document.setTextWidth(width)
    page.document.size()
    layout = page.document.documentLayout()
    cells = [one for one in page.placed.values() if one.block.kind is Kind.CELL]
    lefts = [
        layout.blockBoundingRect(page.document.findBlockByNumber(one.number)).left()
        for one in cells[:3]
    ]
    return [right - left for left, right in pairwise(lefts)]


def test_a_column_of_figures_leaves_room_for_one_of_words(themes: Themes) -> None:
    row = f"<tr><td>2024</td><td>{'many words ' * 30}</td><td>9</td></tr>"
    figures, words = column_widths(set_page(themes, f"<table>{row * 3}</table>"), 600)
    assert words > 3 * figures


def test_short_cells_are_not_broken_in_a_narrow_window(themes: Themes) -> None:
    row = f"<tr><td>8 × 50 metres</td><td>{'many words ' * 30}</td><td>9</td></tr>"
    page = set_page(themes, f"<table>{row}</table>")
    page.document.setTextWidth(420)
    page.document.size()
    (first, *_) = [one for one in page.placed.values() if one.block.kind is Kind.CELL]
    assert page.document.findBlockByNumber(first.number).layout().lineCount() == 1


def test_columns_of_long_words_share_what_there_is(themes: Themes) -> None:
    row = "<tr>" + f"<td>{'x' * 60}</td>" * 8 + "</tr>"
    page = set_page(themes, f"<table>{row}</table>")
    page.document.setTextWidth(600)
    assert page.document.size().width() <= 600


def test_a_row_that_lacks_cells_keeps_its_line(themes: Themes) -> None:
    page = set_page(
        themes, "<table><tr><td>xx</td><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>"
    )
    cursor = page.document.find("xx")
    table = cursor.currentTable()
    assert table.cellAt(1, 2).format().toTableCellFormat().bottomBorder() == 1


def test_portions_of_a_long_table_have_columns_of_one_width(themes: Themes) -> None:
    rows = "".join(f"<tr><td>{'x' * (number // 9)}y</td><td>zz</td></tr>" for number in range(90))
    page = set_page(themes, f"<table>{rows}</table>")
    page.document.setTextWidth(600)
    page.document.size()
    layout = page.document.documentLayout()
    lefts = {
        layout.blockBoundingRect(page.document.findBlockByNumber(number)).left()
        for number, one in page.placed.items()
        if one.text == "zz"
    }
    assert len(lefts) == 1


def test_spans_that_push_a_table_apart_are_not_kept(themes: Themes) -> None:
    rows = "<tr><td rowspan='50' colspan='6'>xx</td><td>y</td></tr>" * 40
    page = set_page(themes, f"<table>{rows}</table>")
    assert page.document.find("xx").currentTable().columns() == 2
    assert len([one for one in page.placed.values() if one.is_story]) == 80


def test_a_table_of_many_merged_cells_still_shows_them_all(themes: Themes) -> None:
    rows = "<tr><td colspan='2'>xx</td></tr><tr><td rowspan='1' colspan='2'>y</td></tr>" * 60
    page = set_page(themes, f"<table>{rows}</table>")
    assert len([one for one in page.placed.values() if one.is_story]) == 120
