"""A picture that SingleFile keeps once is found at each place that shows it."""

import base64
import time

from pages_made import png, story_page

from reader.articles.extract import extract
from reader.pages.grouped_pictures import grouped_pictures
from reader.pages.open_page import open_page
from reader.pages.original import Original

PICTURE = png(300, 200)
EMPTY = (
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">'
    '<rect fill-opacity="0"/></svg>'
)


def kept(name: str, content: bytes = PICTURE) -> str:
    packed = base64.b64encode(content).decode()
    return f'<style>:root{{--{name}: url("data:image/png;base64,{packed}")}}</style>'


def shown(name: str) -> str:
    style = f"background-color:rgba(0,0,0,0)!important;background-image:var(--{name})!important"
    return f"<img alt=Lamp src='{EMPTY}' sizes style=\"{style}\">"


def test_the_picture_comes_in_with_its_bytes() -> None:
    markup = story_page(head=kept("sf-img-6"), body=shown("sf-img-6"))
    [picture] = extract(open_page(Original("lamp.html", markup.encode()))).pictures
    assert picture.content == PICTURE
    assert picture.description == "Lamp"


def test_a_picture_that_is_not_kept_is_left_as_it_stands() -> None:
    markup = story_page(head=kept("sf-img-6"), body=shown("sf-img-7"))
    assert grouped_pictures(markup)[0] == markup


def test_one_that_is_damaged_is_left_out() -> None:
    markup = '<style>:root{--sf-img-1: url("data:image/png;base64,AAAAA")}</style>'
    assert grouped_pictures(markup) == (markup, {})


def test_a_page_without_such_pictures_is_left_alone() -> None:
    markup = story_page(body=f"<img src='{EMPTY}'>")
    assert grouped_pictures(markup) == (markup, {})


def test_signs_without_end_are_looked_through_in_little_time() -> None:
    began = time.process_time()
    for sign in ("--sf-img-1: url(data:", "src='data:image/svg+xml,", f"<img src='{EMPTY}' "):
        grouped_pictures("--sf-img-1:" + sign * 20_000)
    assert time.process_time() - began < 5
