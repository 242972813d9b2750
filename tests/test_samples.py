"""The two samples that a new library is offered."""

from pathlib import Path

import pytest

from reader.articles.article import Completeness
from reader.articles.extract import extract
from reader.clipping import count_words
from reader.pages.open_page import open_page
from reader.pages.original import read_original
from reader.paths import resources_folder

SAMPLES = sorted((resources_folder() / "samples").glob("*.html"))
SMALL = 60 * 1024


def test_there_are_two() -> None:
    assert len(SAMPLES) == 2


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_becomes_a_whole_story_with_its_pictures(sample: Path) -> None:
    article = extract(open_page(read_original(sample)))

    assert article.title == sample.stem
    assert article.completeness is Completeness.WHOLE
    assert 350 <= count_words(article.text) <= 500
    assert article.people
    assert article.source
    assert article.section
    assert article.standfirst
    assert article.published.endswith(("+00:00", "+01:00"))
    assert [bool(one.content and one.caption) for one in article.pictures] == [True, True]
    assert article.html.count("<img") == 2
    for part in ("<h2>", "<blockquote>", "<li>"):
        assert part in article.html


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_nothing_that_stands_around_a_sample_is_part_of_its_story(sample: Path) -> None:
    text = extract(open_page(read_original(sample))).text.lower()
    for clutter in ("sign up", "share", "cookies", "read also", "more from", "privacy", "log in"):
        assert clutter not in text


def test_the_pictures_of_the_samples_are_small() -> None:
    pictures = list((resources_folder() / "samples").glob("*_files/*.jpg"))
    assert len(pictures) == 4
    assert all(picture.stat().st_size <= SMALL for picture in pictures)
