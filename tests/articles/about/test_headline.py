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
