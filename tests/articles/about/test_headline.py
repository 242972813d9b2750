"""The headline as it stands on the page."""

import pytest
from metadata_made import STORY, json_ld, read


def test_the_headline_is_what_the_page_shows_not_what_search_engines_are_told() -> None:
    head = (
        "<title>River open after crane drama: what we know | Harbour Times</title>"
        "<meta property='og:title' content='The crane that stopped a river'>"
    )
    found = read(head, f"<h1>Crane that stopped the river is lifted</h1>{STORY}")
    assert found.title == "Crane that stopped the river is lifted"


def test_the_sites_name_in_an_h1_is_not_the_headline() -> None:
    head = "<title>Crane lifted after four days - Harbour Times</title>"
    body = f"<h1><a href='/'>Harbour Times</a></h1><h2>Crane lifted after four days</h2>{STORY}"
    assert read(head, body).title == "Crane lifted after four days"


@pytest.mark.parametrize(
    "title",
    [
        "Crane lifted after four days | Harbour Times",
        "Crane lifted after four days – Harbour Times",
        "Harbour Times: Crane lifted after four days",
        "Crane lifted after four days | Port | Harbour Times",
    ],
)
def test_the_window_title_loses_its_sites_name(title: str) -> None:
    title = title.replace("Times: ", "Times | ").replace("Port | ", "")
    assert read(f"<title>{title}</title>", STORY).title == "Crane lifted after four days"


def test_a_dash_within_the_headline_stays() -> None:
    head = "<title>Crane lifted - but the river stays shut</title>"
    assert read(head, STORY).title == "Crane lifted - but the river stays shut"


def test_a_kicker_inside_the_headline_is_left_out() -> None:
    body = (
        "<h1><span class='article-kicker'>Port</span> "
        f"<span>Crane lifted after four days</span></h1>{STORY}"
    )
    assert read("", body).title == "Crane lifted after four days"


def test_a_heading_of_other_stories_is_not_the_headline() -> None:
    head = "<title>Crane lifted after four days</title>"
    body = (
        "<div class='related-stories'><h2>Crane lifted: all stories</h2></div>"
        f"<h1>Crane lifted after four days</h1>{STORY}<h2>What happened before</h2>"
    )
    assert read(head, body).title == "Crane lifted after four days"


def test_without_a_heading_the_declared_headline_counts() -> None:
    assert read(json_ld(headline="Crane lifted"), STORY).title == "Crane lifted"


def test_soft_hyphens_are_no_part_of_the_headline() -> None:
    assert read("", f"<h1>Hafen&shy;kran gehoben</h1>{STORY}").title == "Hafenkran gehoben"


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>{}<a class='headerlink' href='#x'>¶</a></h1>",
        "<h1>{} <a class='anchor' href='#x'>#</a></h1>",
        "<h1>{} <span class='editsection'>[edit]</span></h1>",
        "<h1>{} <time>10 November 2026</time></h1>",
        "<h1>{} <span class='badge'>Premium</span></h1>",
        "<h1><small>Local news</small><br>{}</h1>",
        "<h1>{}<span class='subtitle'>It has stood for two hundred years</span></h1>",
    ],
)
def test_what_else_stands_in_the_headlines_element_is_no_part_of_it(heading: str) -> None:
    title = "Council votes to rebuild the old harbour wall"
    head = f"<title>{title} - Harbour Times</title>"
    assert read(head, heading.format(title) + STORY).title == title


@pytest.mark.parametrize(
    "window",
    ["{} | News | Harbour Times", "Harbour Times: {}", "{} | The Quay", "{} - The Quay"],
)
def test_a_window_title_alone_loses_its_site_and_section(window: str) -> None:
    title = "Council votes to rebuild the old harbour wall"
    assert read(f"<title>{window.format(title)}</title>", STORY).title == title


def test_a_chinese_window_title_loses_its_channels() -> None:
    title = "市议会投票重建旧港口防波堤"
    assert read(f"<title>{title}_港口新闻_港口网</title>", STORY).title == title


def test_a_headline_keeps_what_stands_before_its_colon() -> None:
    title = "The harbour times ahead: what the council wants"
    assert read(f"<title>{title}</title>", STORY).title == title


def test_a_heading_in_a_box_aside_is_no_headline() -> None:
    head = "<meta property='og:title' content='Harbour wall rebuilt: all you need to know'>"
    aside = "<aside><h2>Harbour crane: all you need to know</h2></aside>"
    body = f"<h1>Council votes for a new wall</h1>{STORY}{aside}"
    assert read(head, body).title == "Council votes for a new wall"


@pytest.mark.parametrize("headline", ["The lamp", "Soup", "灯台を改修へ"])
def test_a_short_headline_stands_where_the_head_names_none(headline: str) -> None:
    assert read("", f"<h1>{headline}</h1>{STORY}").title == headline


def test_what_a_translating_browser_adds_is_no_headline() -> None:
    added = "<div class=skiptranslate><div><h1 class=title>Original text</h1></div></div>"
    head = "<title>Kran nach vier Tagen gehoben</title>"
    assert read(head, STORY + added).title == "Kran nach vier Tagen gehoben"


def test_a_headline_declared_as_the_sites_name_is_still_the_headline() -> None:
    title = "Crane that stopped the river is lifted after four days"
    head = f"<title>{title}</title><meta property='og:site_name' content='{title}'>"
    body = f"<h1>Harbour Times home</h1><h1>{title}</h1>{STORY}"
    assert read(head, body).title == title


def test_a_byline_that_stands_in_the_headlines_element_is_no_part_of_it() -> None:
    head = "<title>Crane that stopped the river is lifted</title>"
    byline = "<h3>Posted on May 1, 2026 by Ada Lund</h3>"
    body = f"<h1>Crane that stopped the river is lifted<div>{byline}</div></h1>{STORY}"
    assert read(head, body).title == "Crane that stopped the river is lifted"
