"""Who wrote the story, where the page shows no byline beside its headline."""

import time

import pytest
from metadata_made import HEADLINE, STORY, read

_BEHIND = "<div><p>Sign up for our letters.</p></div>"
_PROSE = "<p>" + "The crew of the ferry waited for the tide while the harbour slept. " * 3 + "</p>"


@pytest.mark.parametrize(
    "told",
    [
        "<div class='author-bio footer'><h3>Ida Holm</h3><p>All by this writer</p></div>",
        "<div class='author-meta'><p><b>Ida Holm:</b> Since 1990, Ida has run it.</p></div>",
        "<p>More at <a href='/team/ida-holm'>Ida Holm</a></p>",
        "<h2>About the author</h2><p>Author Ida Holm is a harbour pilot of long standing.</p>",
        "<h2>Über die Autorin</h2><p>Ida Holm</p>",
        "<p>This post was written by Ida Holm, a pilot, for the readers of our letters.</p>",
        "<p>Dieser Beitrag wurde verfasst von Ida Holm für die Leser im Hafen.</p>",
        "<img src='i.jpg' alt='Photo of Ida Holm'><h3>Ida Holm</h3><p>Ida Holm is a pilot.</p>",
        "<b>Von:</b><br><br><div>Ida Holm</div>",
    ],
)
def test_the_author_is_found_wherever_the_page_tells_of_one(told: str) -> None:
    assert read("", HEADLINE + STORY + told + _BEHIND).people == ("Ida Holm",)


@pytest.mark.parametrize(
    "signature",
    [
        "<p><b><i>Ida Holm</i></b></p>",
        "<p align='right'>Ida Holm</p>",
        "<p style='text-align: right'>Ida Holm</p>",
        "<p>— Ida Holm</p>",
        "<p>(Ida Holm)</p>",
    ],
)
def test_a_name_set_apart_at_the_end_signs_the_story(signature: str) -> None:
    body = f"{HEADLINE}<div>{_PROSE * 3}{signature}</div>"
    assert read("", body).people == ("Ida Holm",)


def test_a_heading_within_the_story_is_no_signature() -> None:
    body = f"{HEADLINE}<div>{_PROSE * 3}<p><b>Ida Holm</b></p>{_PROSE}</div>"
    assert read("", body).people == ()


def test_signs_that_disagree_name_nobody() -> None:
    far = STORY * 20
    boxes = "".join(f"<div class='author'><h3>{name}</h3></div>" for name in ("Ida Holm", "Bo Ek"))
    links = "".join(f"<p><a href='/team/x'>{name}</a></p>" for name in ("Ida Holm", "Bo Ek"))
    assert read("", HEADLINE + far + links).people == ()
    assert read("", f"{HEADLINE}{far}<div class='related'>{boxes}</div>").people == ()


def test_a_channel_elsewhere_is_no_author() -> None:
    link = "<p>See us on <a href='https://www.youtube.com/user/harbour'>Harbour Films</a></p>"
    assert read("", HEADLINE + STORY + link).people == ()


def test_what_somebody_calls_himself_counts_beside_a_day() -> None:
    line = "<div>Author: <a href='?profile=5'>Pilot2man</a> am 29.12.2026, 13:36 Uhr</div>"
    assert read("", HEADLINE + STORY * 9 + line).byline == "Pilot2man"


def test_a_first_name_counts_beside_its_portrait_and_a_day() -> None:
    body = (
        f"{HEADLINE}<div><span>Ida</span></div><div><time>5 March 2026</time></div>{STORY}"
        "<img src='i.jpg' alt='Ida'>"
    )
    assert read("", body).people == ("Ida",)
    assert read("", body.replace("alt='Ida'", "")).people == ()


@pytest.mark.parametrize("name", ["pilot_2", "Harbour Times Team"])
def test_what_stands_alone_as_an_author_s_name_counts(name: str) -> None:
    label = f"<div><span class='post-author vcard'>{name}</span></div>"
    assert read("", HEADLINE + STORY * 20 + label).byline == name


def test_a_story_s_own_foot_names_its_author() -> None:
    foot = "<div class='post-footer'>Posted by Pilot on 5 March 2026</div>"
    assert read("", HEADLINE + STORY + foot).byline == "Pilot"
    assert read("", HEADLINE + STORY + foot.replace("post-footer", "footer")).byline == ""


def test_a_life_in_italics_ends_the_story_of_its_bearer() -> None:
    life = "<p><em>Ida Holm is a pilot in Oslo. She has steered ferries since 1990.</em></p>"
    assert read("", f"{HEADLINE}<div>{_PROSE * 3}{life}</div>").people == ("Ida Holm",)
    note = life.replace("Ida Holm is", "Read More: Oslo is")
    assert read("", f"{HEADLINE}<div>{_PROSE * 3}{note}</div>").people == ()


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>Ida Holm</b></p>" * 5_000,
        "<p>" + "<b>" * 2_000 + "Ida Holm",
        "<p>This post was written by " + "Aa-" * 50_000,
        "<p>" + "About the " * 20_000,
        "<a href='/author/x'>Ida Holm " * 3_000,
        "<img alt='photo of x'>" * 5_000,
    ],
)
def test_endless_pages_take_no_time(body: str) -> None:
    began = time.process_time()
    read("", body)
    assert time.process_time() - began < 3


def test_a_name_below_the_headline_is_the_authors_when_her_life_is_told() -> None:
    name, story = "<p><span>Ida Holm</span></p><p>Old Boats</p>", STORY + _PROSE
    life = "<p>Ida Holm is a writer of long standing who lives by the sea.</p>"
    assert read("", HEADLINE + name + story).people == ()
    assert read("", HEADLINE + name + story + life + _BEHIND).people == ("Ida Holm",)


def test_a_thing_that_is_told_of_below_its_name_wrote_nothing() -> None:
    thing = "<h3>Brass Lamps</h3><p>Brass Lamps is a style of old that sailors liked.</p>"
    assert read("", HEADLINE + STORY + thing + _BEHIND).people == ()


def test_the_name_in_an_authors_box_may_be_made_up() -> None:
    box = "<div class='my-author-box__wrap'><h4 class='my-author-box-name'>seafarer</h4></div>"
    assert read("", HEADLINE + STORY + box + _BEHIND).byline == "seafarer"
