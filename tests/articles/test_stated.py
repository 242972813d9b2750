from reader.articles.article import Completeness
from reader.articles.extract import extract
from reader.pages.record import Record, Stated
from reader.pages.saved_page import Kind, SavedPage

MARKUP = (
    "<html><head><title>t</title></head><body><article><h1>Told by the page</h1>"
    "<p class=byline>By Cora Lund</p>" + "<p>The pier was mended, rope by rope.</p>" * 4
)


def test_what_a_file_states_stands_before_what_its_markup_tells() -> None:
    stated = Stated(title="Stated", people=("Ada Brandt", "Bo Lind"), published="2021-02-03")
    article = extract(SavedPage("a", Kind.HTML, MARKUP, record=Record(stated=stated)))
    assert (article.title, article.published) == ("Stated", "2021-02-03")
    assert (article.byline, article.people) == ("Ada Brandt, Bo Lind", ("Ada Brandt", "Bo Lind"))


def test_what_is_not_stated_is_as_the_page_tells_it() -> None:
    article = extract(
        SavedPage("a", Kind.HTML, MARKUP, record=Record(stated=Stated(section="Sea")))
    )
    assert (article.title, article.section) == ("Told by the page", "Sea")


def test_a_link_has_an_address_and_a_title_and_says_that_it_is_one() -> None:
    record = Record(stated=Stated(title="A pier"))
    article = extract(SavedPage("a", Kind.LINK, "", "https://paper.example/a", record=record))
    assert (article.title, article.address) == ("A pier", "https://paper.example/a")
    assert (article.completeness, article.text) == (Completeness.LINK, "")
