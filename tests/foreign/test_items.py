import pickle

import pytest

from reader.articles.extract import extract
from reader.foreign.addresses import web_address
from reader.foreign.foreign_library import ForeignItem, Unreadable
from reader.foreign.items import file_name, kept, paragraphs, quotes_as_page
from reader.foreign.secrets import without_secrets
from reader.foreign.values import folder_tag, tags_of
from reader.pages.open_page import open_page
from reader.pages.record import BroughtMark, Record, Stated

RECORD = Record(program="X", address="https://a.example/1", stated=Stated(title="The <pier>"))
STORY = "".join(
    f"<p>Rope {n} was counted, and the keeper wrote it down at once.</p>" for n in "abc"
)


def item(fragment: str, record: Record = RECORD) -> ForeignItem:
    found = kept(record, fragment=fragment)
    assert isinstance(found, ForeignItem)
    return found


def test_a_piece_of_a_page_is_cleaned_as_a_page_with_its_title() -> None:
    article = extract(open_page(item(STORY).original))
    assert (article.title, article.address) == ("The <pier>", "https://a.example/1")
    assert article.text.count("Rope") == 3


def test_a_headline_that_says_the_title_again_is_there_once() -> None:
    told = item(f"<header><h1>The &lt;pier&gt;</h1></header>{STORY}").original.content
    assert told.count(b"<h1>") == 1
    other = item(f"<h1>Another</h1>{STORY}").original.content
    assert other.count(b"<h1>") == 2


def test_a_picture_above_the_story_s_own_element_is_of_the_story() -> None:
    above = '<div><img src="https://a.example/p.jpg"></div>'
    fragment = f"{above}<article><h1>The &lt;pier&gt;</h1>{STORY}</article>"
    (picture,) = extract(open_page(item(fragment).original)).pictures
    assert picture.address == "https://a.example/p.jpg"


def test_of_plain_text_and_of_highlights_nothing_is_trimmed() -> None:
    said = ["The ropes were counted twice, by two keepers.", "Subscribe now", "Read more", "third"]
    marks = [BroughtMark(one) for one in said]
    for fragment in (paragraphs("\n\n".join(said)), quotes_as_page(marks)):
        assert extract(open_page(item(fragment).original)).text == "\n\n".join(said)


def test_a_whole_page_stays_as_it_is() -> None:
    page = "<!-- saved --><!DOCTYPE html><html><body><p>Words</p></body></html>"
    assert item(page).original.content == page.encode()


def test_without_text_and_address_nothing_is_kept_but_a_word() -> None:
    assert isinstance(kept(Record(program="X"), fragment="<div>&nbsp;<br></div>"), Unreadable)


def test_a_page_too_large_to_be_one_is_refused() -> None:
    found = kept(RECORD, fragment="<p>" + "x" * (41 << 20))
    assert isinstance(found, Unreadable)
    assert found.is_broken


def test_an_item_can_go_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(item(STORY)))
    assert sent.original.digest == item(STORY).original.digest


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: “C”?", "A B “C”"), ("..", "Untitled"), ("x" * 200, "x" * 80), ("a\0\ud800b", "a b"),
        ("", "Untitled"),
    ],
)  # fmt: skip
def test_a_title_becomes_a_name_for_a_file(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example",
     "place:sort=8", "about:blank", "", "https://", "http://[bad", "//a.example", "a.example", 7,
     None, "https://a.example/" + "x" * 9000],
)  # fmt: skip
def test_no_page_has_such_an_address(address: object) -> None:
    assert web_address(address) == ""


def test_an_address_is_read_as_a_browser_would() -> None:
    assert web_address(" HTTPS://a.example/a b\n") == "HTTPS://a.example/a%20b"


def test_tags_are_told_once_and_folders_nest() -> None:
    assert tags_of(["Sea", "sea ", "", None, 5, "/x/"]) == ("Sea", "5", "x")
    assert folder_tag("A/B", "", " C ") == "A B/C"


def test_secrets_are_left_out_at_any_depth_and_authors_stay() -> None:
    told = {
        "author": "Ada", "email": "x", "a": [{"apiToken": "y", "ok": 1}],
        "headers": {"Cookie": "z"},
        "userId": 7, "passwordHash": "p",
    }  # fmt: skip
    assert without_secrets(told) == {"author": "Ada", "a": [{"ok": 1}], "headers": {}}
