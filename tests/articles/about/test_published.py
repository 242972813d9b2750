"""When a story was published and changed."""

import pytest
from metadata_made import HEADLINE, STORY, json_ld, read

UNDATED = "https://www.harbourtimes.example/crane-lifted"


@pytest.mark.parametrize(
    "head",
    [
        json_ld(datePublished="2026-11-10T06:30:00+01:00"),
        "<meta property='article:published_time' content='2026-11-10T06:30:00+01:00'>",
        "<meta itemprop='datePublished' content='2026-11-10T06:30:00+01:00'>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a "quoted" one",'
        ' "datePublished": "2026-11-10T06:30:00+01:00"}</script>',
    ],
)
def test_the_declared_time_keeps_its_zone(head: str) -> None:
    assert read(head, HEADLINE + STORY, UNDATED).published == "2026-11-10T06:30:00+01:00"


@pytest.mark.parametrize(
    "strip",
    [
        "<p>10 November 2026</p>",
        "<p><time datetime='2026-11-10'>Tuesday</time></p>",
        "<p>Published: 10 Nov 2026</p><p>Updated: 12 Nov 2026</p>",
        "<p>Last updated 12 November 2026. First published 10 November 2026</p>",
    ],
)
def test_the_date_that_the_page_shows_is_read(strip: str) -> None:
    assert read("", HEADLINE + strip + STORY, UNDATED).published == "2026-11-10"


def test_the_time_of_a_change_is_told_from_that_of_publication() -> None:
    strip = "<p>Published 10 Nov 2026, 06:30</p><p>Updated 12 Nov 2026, 09:00</p>"
    found = read("", HEADLINE + strip + STORY, UNDATED)
    assert (found.published, found.updated) == ("2026-11-10T06:30:00", "2026-11-12T09:00:00")


def test_a_change_before_publication_is_a_mistake() -> None:
    head = json_ld(datePublished="2026-11-10", dateModified="2026-11-01")
    assert read(head, HEADLINE + STORY, UNDATED).updated == ""


def test_the_address_tells_the_day_when_nothing_else_does() -> None:
    assert read("", HEADLINE + STORY).published == "2026-11-10"


def test_a_day_named_in_the_story_is_not_its_date() -> None:
    story = (
        "<p>On 3 May 1998 the crane was built by the yard that would later be closed for good.</p>"
    )
    assert read("", HEADLINE + story + STORY, UNDATED).published == ""


def test_days_of_a_list_of_other_stories_are_not_the_storys() -> None:
    rows = "".join(f"<div class='row'>{day}.11.2026</div>" for day in (3, 4, 5))
    assert read("", HEADLINE + STORY + rows, UNDATED).published == ""


def test_the_country_decides_whether_the_month_stands_first() -> None:
    body = f"{HEADLINE}<p>05/06/2026</p>{STORY}"
    assert read("", body, "https://harbour.example.co.uk/crane").published == "2026-06-05"
    assert read("", body, "https://harbour.example.com/crane").published == "2026-05-06"
    assert read("", body, UNDATED, lang="en-US").published == "2026-05-06"


def test_the_page_own_clock_tells_the_day() -> None:
    head = json_ld(datePublished="2026-11-11T02:41:00Z")
    strip = "<div>10 November 2026 22:41</div>"
    assert read(head, HEADLINE + strip + STORY).published == "2026-11-10T22:41:00"
    other = strip.replace("22:41", "22:17")
    assert read(head, HEADLINE + other + STORY).published == "2026-11-11T02:41:00+00:00"


def test_a_day_off_by_one_gives_way_to_the_one_in_the_address() -> None:
    address = "https://news.example/2026/11/10/crane-lifted/"
    near = read("", HEADLINE + "<div>11 November 2026</div>" + STORY, address)
    assert near.published == "2026-11-10"
    far = read("", HEADLINE + "<div>3 November 2026</div>" + STORY, address)
    assert far.published == "2026-11-03"


_ELSEWHERE = [
    "<figure><img src='w.jpg'><figcaption>The wall, 10 November 2026</figcaption></figure>",
    "<p>Deadline: 10 November 2026</p>",
    "<p>Born: 10 November 1926</p>",
    "<p>Offer valid until 10 November 2026</p>",
    "<p>On 10 November 2026, the old wall broke.</p>",
    "<table><tr><th>Opened</th><td>10 November 1926</td></tr></table>",
    "<div><h3>Related</h3><ul><li>Ship sails <time>10 November 2026</time></li></ul></div>",
    "<h3>2 Comments</h3><ol><li>Jo says: November 10, 2026 at 9:30 am</li></ol>",
    "<aside><h4>Latest</h4><p>Crane falls</p><time>10 November 2026</time></aside>",
    "<p>Accessed: 10 November 2026</p>",
    "<p>Member since 10 November 2019</p>",
]


@pytest.mark.parametrize("strip", _ELSEWHERE)
def test_days_of_other_things_are_no_day_of_publication(strip: str) -> None:
    body = f"<main>{HEADLINE}{strip}{STORY}</main>"
    assert read("", body, "https://harbour.example/wall").published == ""


@pytest.mark.parametrize(
    "around",
    [
        "<header><div>Tuesday, November 10, 2026</div></header>{}",
        "<div class='today'>Tuesday, 10 November 2026</div>{}",
        "{}<footer>Copyright 10 November 2026</footer>",
        "{}<footer>Last updated: 10 November 2026</footer>",
    ],
)
def test_the_head_and_the_foot_of_a_page_date_no_story(around: str) -> None:
    body = around.format(f"<main>{HEADLINE}{STORY}</main>")
    assert read("", body, "https://harbour.example/wall").published == ""


def test_digits_of_an_article_number_are_no_day() -> None:
    found = read("", HEADLINE + STORY, "https://harbour.example/products/20261110-12345")
    assert found.published == ""


@pytest.mark.parametrize(
    "strip",
    [
        "<relative-time datetime='2026-11-10T10:00:00Z'>3 hours ago</relative-time>",
        "<span class='date' title='10 November 2026'>3 hours ago</span>",
        "<abbr class='published' title='2026-11-10T10:00:00'>3 hours ago</abbr>",
        "<span class='date' data-date='2026-11-10T10:00:00Z'>3 hours ago</span>",
        "<table><tr><th>Published</th><td>10 November 2026</td></tr></table>",
        "<dl><dt>Stats</dt><dd><dl><dt>Published</dt><dd>10 November 2026</dd></dl></dd></dl>",
    ],
)
def test_the_time_behind_words_like_hours_ago_is_read(strip: str) -> None:
    found = read("", HEADLINE + strip + STORY, "https://harbour.example/wall")
    assert found.published[:10] == "2026-11-10"


def test_of_several_times_on_one_day_the_first_on_the_page_counts() -> None:
    times = "".join(
        f"<time datetime='2026-11-10T09:{at}:00+01:00'>then</time>" for at in range(10, 30)
    )
    found = read("", HEADLINE + STORY + "<i></i>" * 120 + times, UNDATED)
    assert found.published == "2026-11-10T09:10:00+01:00"


def test_a_day_that_is_shown_has_the_time_that_its_element_tells_machines() -> None:
    shown = "<h1>Crane lifted</h1><time datetime='2026-11-03T18:30:00Z'>3 November 2026</time>"
    assert read("", shown + STORY).published == "2026-11-03T18:30:00+00:00"
    midnight = shown.replace("18:30", "00:00")
    assert read("", midnight + STORY).published == "2026-11-03"


def test_a_release_is_dated_by_the_day_before_its_agency() -> None:
    said = (
        "PORT, March 3, 2024 /Newswire/ -- The crane that had blocked the river for days is gone."
    )
    assert read("", f"<h1>Crane lifted</h1><p>{said}</p>{STORY}").published == "2024-03-03"
