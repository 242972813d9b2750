"""Who the page says wrote the story."""

import pytest
from metadata_made import HEADLINE, STORY, json_ld, read


@pytest.mark.parametrize(
    "strip",
    [
        "<p>By Ida Holm</p>",
        "<p class='byline'>Ida Holm</p>",
        "<div>By <a rel='author' href='/authors/ida-holm'>Ida Holm</a>, Staff Writer</div>",
        "<div><span>By</span><span>Ida Holm</span> <time>10 November 2026</time></div>",
        "<div>By</div><div>Ida Holm</div><div>10 November 2026</div>",
        "<div>Ida Holm</div><div>10 November 2026</div>",
        "<p>10 November 2026 | By Ida Holm | 4 min read</p>",
        "<p><a href='/author/ida-holm'>Ida Holm</a></p>",
        "<p itemprop='author'>Ida Holm</p>",
        "<p>By Ida Holm, November 10 at 6:30</p>",
    ],
)
def test_the_byline_is_found_however_it_is_laid_out(strip: str) -> None:
    found = read("", HEADLINE + strip + STORY)
    assert (found.byline, found.people) == ("Ida Holm", ("Ida Holm",))


def test_a_declared_author_counts_when_the_page_shows_none() -> None:
    assert read("<meta name='author' content='Ida Holm'>", HEADLINE + STORY).people == ("Ida Holm",)
    graph = json_ld(author={"@id": "#ida"}) + json_ld(**{"@type": "Person"}).replace(
        '"Person"', '"Person", "@id": "#ida", "name": "Ida Holm"'
    )
    assert read(graph, HEADLINE + STORY).people == ("Ida Holm",)


def test_all_authors_are_named() -> None:
    authors = [{"@type": "Person", "name": name} for name in ("Ida Holm", "Bo Ek")]
    body = f"{HEADLINE}<p class='byline'>By Ida Holm and Bo Ek</p>{STORY}"
    found = read(json_ld(author=authors), body)
    assert found.people == ("Ida Holm", "Bo Ek")
    assert found.byline == "Ida Holm and Bo Ek"


def test_the_site_is_a_byline_but_nobody() -> None:
    head = "<meta property='og:site_name' content='Harbour Times'>" + json_ld(
        author={"@type": "Organization", "name": "Harbour Times"}
    )
    found = read(head, HEADLINE + STORY)
    assert (found.byline, found.people) == ("Harbour Times", ())


@pytest.mark.parametrize(
    "name", ["Staff", "admin", "Editor", "ida@news.example", "https://x.example/"]
)
def test_a_desk_or_an_address_is_no_author(name: str) -> None:
    found = read(f"<meta name='author' content='{name}'>", HEADLINE + STORY)
    assert (found.byline, found.people) == ("", ())


def test_an_agency_is_told_from_people() -> None:
    found = read("", f"{HEADLINE}<p class='byline'>By Ida Holm, Associated Press</p>{STORY}")
    assert (found.people, found.agency) == (("Ida Holm",), "AP")


def test_who_commented_or_took_the_picture_did_not_write_the_story() -> None:
    body = (
        f"{HEADLINE}<figure><figcaption class='caption'>Photo by Bo Ek</figcaption></figure>{STORY}"
        "<div class='comment'><span class='author'>Per Lund</span><p>So true.</p></div>"
    )
    assert read("", body).people == ()


def test_a_byline_may_stand_below_the_story() -> None:
    found = read("", f"{HEADLINE}{STORY}<p><em>Text: Ida Holm</em></p><p>Sign up for more.</p>")
    assert found.people == ("Ida Holm",)


def test_signs_without_width_are_no_part_of_a_name() -> None:
    found = read("", f"{HEADLINE}<p class='byline'>Ida\u200b Ho\u00adlm\ufeff</p>{STORY}")
    assert found.people == ("Ida Holm",)


def test_prose_that_begins_with_by_is_no_byline() -> None:
    body = f"{HEADLINE}<p>By refusing to leave, the crew made the port pay.</p>{STORY}"
    found = read("", body)
    assert (found.byline, found.people) == ("", ())
