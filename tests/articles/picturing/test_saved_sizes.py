"""Of what a picture's element names, what was saved is shown, and the largest of it."""

from dataclasses import replace

from pages_made import png
from stories_made import paragraphs, story_page

from reader.articles.article import Picture
from reader.articles.extract import extract
from reader.pages.part import part_of


def picture_of(markup: str, **saved: tuple[int, int]) -> Picture:
    parts = {f"{name}.png": part_of(png(*size)) for name, size in saved.items()}
    page = story_page(story=f"{paragraphs(3)}<figure>{markup}</figure>{paragraphs(2)}")
    (picture,) = extract(replace(page, parts=parts)).pictures
    return picture


def test_the_largest_size_that_was_saved_is_shown() -> None:
    markup = '<img src="quay.png" srcset="pier.png 400w, far.png 800w" alt="Quay">'
    assert picture_of(markup, quay=(100, 80), pier=(400, 320)).width == 400


def test_a_spacer_that_was_saved_does_not_hide_the_photo_that_was_not() -> None:
    far = "https://news.example.com/far.jpg"
    picture = picture_of(f'<img src="quay.png" data-src="{far}" alt="Quay">', quay=(1, 1))
    assert (picture.address, picture.content) == (far, None)


def test_a_photo_saved_without_its_script_is_found_in_its_noscript() -> None:
    markup = '<img data-src="far.jpg" alt="Quay"><noscript><img src="quay.png"></noscript>'
    assert picture_of(markup, quay=(400, 320)).content == png(400, 320)
