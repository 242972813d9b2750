"""No page is opened that could not be cleaned within seconds."""

import pytest
from pages_made import story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_page
from reader.pages.original import Original
from reader.pages.weight import MOST_ELEMENTS, MOST_LETTERS

SAID = "The ferry left at dawn and the fog took it. "


def fault(markup: str, name: str = "ferry.html") -> str:
    with pytest.raises(CannotOpenPage) as told:
        open_page(Original(name, markup.encode()))
    return str(told.value)


def test_more_text_than_a_page_may_have_is_refused_with_a_sentence() -> None:
    said = SAID * (MOST_LETTERS // len(SAID) + 1)
    assert fault(f"<html><body><p>{said}</p></body></html>").startswith(
        "“ferry.html” is too large: it holds 8 million letters"
    )
    assert "too large" in fault(said, "ferry.txt")


def test_more_elements_than_a_page_may_have_are_refused_with_a_sentence() -> None:
    assert "150,001 elements" in fault("<html><body>" + "<b>a</b> " * (MOST_ELEMENTS - 1))


def test_a_text_of_more_lines_than_a_page_may_have_elements_is_refused() -> None:
    assert "150,001 lines" in fault("ferry\n" * (MOST_ELEMENTS + 1), "ferry.txt")


def test_a_note_of_more_cells_than_a_page_may_have_elements_is_refused() -> None:
    note = f"# Ferry\n\n{'|a' * 400}\n{'|-' * 400}\n"
    assert "150,001 cells" in fault(note + "|" * (MOST_ELEMENTS + 1 - 800), "ferry.md")


@pytest.mark.parametrize(
    "unread",
    [
        "<script>let story = '<p>';</script>\n",
        "<STYLE>b{}</STYLE><!-- <b> -->",
        '<img src="data:image/png;base64,' + "iVBORw0KGgo/" * 800 + '">',
    ],
)
def test_scripts_styles_and_embedded_pictures_do_not_count(unread: str) -> None:
    many = unread * (MOST_LETTERS // len(unread) + 1)
    page = open_page(Original("ferry.html", (many + story_page()).encode()))
    assert page.markup.endswith(story_page())


def test_a_script_that_never_ends_hides_nothing() -> None:
    assert "too large" in fault("<html><body><script>" + SAID * (MOST_LETTERS // len(SAID) + 1))
