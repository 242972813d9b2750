"""What a page says about its story, all fields together."""

import time
from datetime import date, timedelta

import pytest
from metadata_made import STORY, json_ld, read

from reader.articles.metadata import Metadata


def test_a_page_is_read_in_one_go() -> None:
    found = read(
        "<title>Crane lifted | Harbour Times</title>"
        "<meta property='og:site_name' content='Harbour Times'>"
        "<meta property='og:title' content='You won’t believe this crane'>"
        "<meta name='description' content='The river is open again after four days of waiting.'>"
        "<meta property='og:image' content='/pictures/crane.jpg'>"
        "<meta property='article:section' content='Port'>"
        "<meta property='article:tag' content='Cranes'>"
        "<link rel='canonical' href='/news/2026/11/10/crane-lifted'>"
        + json_ld(
            headline="Crane lifted after four days",
            datePublished="2026-11-10T06:30:00+01:00",
            dateModified="2026-11-10T09:00:00+01:00",
            author={"@type": "Person", "name": "Ida Holm"},
        ),
        "<h1>Crane lifted after four days</h1>"
        "<h2 class='standfirst'>The river is open again after four days of waiting.</h2>"
        f"<p class='byline'>By Ida Holm</p>{STORY}",
    )
    assert found == Metadata(
        title="Crane lifted after four days",
        standfirst="The river is open again after four days of waiting.",
        byline="Ida Holm",
        people=("Ida Holm",),
        source="Harbour Times",
        section="Port",
        published="2026-11-10T06:30:00+01:00",
        updated="2026-11-10T09:00:00+01:00",
        language="en",
        topics=("Cranes",),
        address="https://www.harbourtimes.example/news/2026/11/10/crane-lifted",
        picture="https://www.harbourtimes.example/pictures/crane.jpg",
    )


def test_a_page_that_says_nothing_leaves_each_field_empty() -> None:
    found = read("", "<p>Two words.</p>", "")
    assert found == Metadata(language="en")


def nested(depth: int) -> str:
    return f'<script type="application/ld+json">{"[" * depth}{"]" * depth}</script>'


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "{" * 5_000 + "</script>",
        nested(200_000),
        "<script type='application/ld+json'>" + '[{"@type":"Article"},' * 9_000 + "</script>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[[[[{"name":7}]]]],'
        '"datePublished":{"a":1},"headline":[null],"keywords":5,"image":[{"url":3}]}</script>',
        "<meta name='date' content='99999-99-99T99:99:99'>",
        "<link rel='canonical' href='http://['><meta property='og:image' content='https://[::1'>",
        "<meta property='og:title' content='" + "| " * 50_000 + "'>",
        "<meta property='og:site_name' content='A'><title>" + "A | " * 2_000 + "</title>",
        "<meta name='keywords' content='" + "a," * 50_000 + "'>",
        "<meta name='author' content='" + "by " * 50_000 + "'>",
    ],
)
def test_a_hostile_head_is_read_without_harm(head: str) -> None:
    began = time.process_time()
    found = read(head, f"<h1>Crane lifted after four days</h1>{STORY}")
    assert found.title == "Crane lifted after four days"
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "body",
    [
        "<h1>" + "word " * 50_000 + "</h1>",
        "<div class='author'>" * 3_000 + "Ida",
        "<h1>Crane</h1>" + "<p class='byline'>By " + "Ida, " * 20_000 + "</p>",
        "<h1>Crane</h1>" + "<span class='date'>1.1.1 </span>" * 20_000,
        "<h1>Crane</h1><p>" + "10:10 " * 20_000 + "</p>",
        "<h2 class='title'>Crane</h2>" * 20_000,
        "<h1>" + "<span>Crane </span>" * 50_000 + "</h1>",
        "<h1>Crane</h1>" + "<p>Short.</p>" * 50_000,
        "<div class='tags'>" * 100 + "<a href='/x'>Port</a>" * 20_000,
        "<h1>Crane</h1>" + "<!-- x -->" * 50_000 + "<p>10 May 2020</p>",
        "<nav class='breadcrumb'>" + "<a href='/x'>Port</a>" * 20_000 + "</nav>",
    ],
)
def test_a_hostile_body_is_read_without_harm(body: str) -> None:
    began = time.process_time()
    read("", body)
    assert time.process_time() - began < 4


def test_no_date_is_taken_from_a_clock_a_copyright_line_or_other_stories() -> None:
    day = date(2026, 11, 3)
    others = "".join(
        f"<li class='teaser'><a href='/{n}'>Story {n}</a> <span>{day + timedelta(n)}</span></li>"
        for n in range(4)
    )
    found = read(
        "",
        "<div class='clock'>Today is 10 November 2026</div><h1>Crane lifted after four days</h1>"
        f"{STORY}<ul class='related'>{others}</ul><footer>© 2026 Harbour Times</footer>",
        "https://harbourtimes.example/crane-lifted",
    )
    assert (found.published, found.updated) == ("", "")
