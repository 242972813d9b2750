"""The lines between headline and story that sum it up."""

from metadata_made import HEADLINE, STORY, read

SUMMARY = "The river is open again after four days of waiting."


def test_a_marked_standfirst_is_found() -> None:
    assert read(
        "", f"{HEADLINE}<p class='article__standfirst'>{SUMMARY}</p>{STORY}"
    ).standfirst == (SUMMARY)


def test_an_unmarked_one_is_borne_out_by_the_description() -> None:
    head = f"<meta name='description' content='{SUMMARY}'>"
    assert read(head, f"{HEADLINE}<div>{SUMMARY}</div>{STORY}").standfirst == SUMMARY
    assert read("", f"{HEADLINE}<div>{SUMMARY}</div>{STORY}").standfirst == ""


def test_a_description_that_the_page_does_not_show_is_no_standfirst() -> None:
    head = f"<meta name='description' content='{SUMMARY}'>"
    assert read(head, HEADLINE + STORY).standfirst == ""


def test_the_storys_first_paragraph_is_no_standfirst() -> None:
    head = f"<meta name='description' content='{SUMMARY}'>"
    assert read(head, f"{HEADLINE}<p>{SUMMARY}</p>{STORY}").standfirst == ""


def test_a_mark_may_stand_between_underscores_and_within_a_made_up_name() -> None:
    for mark in ("headline__lead", "styles_articleDek__Ab1x"):
        shown = f"{HEADLINE}<p class='{mark}'>{SUMMARY}</p>{STORY}"
        assert read("", shown).standfirst == SUMMARY


def test_what_stands_aside_sums_up_another_story() -> None:
    beside = f"<aside><p class='description'>{SUMMARY}</p></aside>"
    assert read("", f"{HEADLINE}{beside}{STORY}").standfirst == ""


LONGER = "The river is open again after four days of waiting, and the mill turns."


def test_the_line_right_below_the_headline_is_told_apart_from_what_is_further_down() -> None:
    assert read("", f"{HEADLINE}<h2>{LONGER}</h2>{STORY}").subline == LONGER
    assert read("", f"{HEADLINE}<p>By Ida Holm</p><h2>{LONGER}</h2>{STORY}").subline == ""


def test_captions_links_and_short_notes_below_a_headline_sum_nothing_up() -> None:
    for below in (
        f"<figure><figcaption>{LONGER}</figcaption></figure>",
        f"<div class='photo-caption'>{LONGER}</div>",
        f"<p><a href='/mill'>{LONGER}</a></p>",
        f"<ul><li>{LONGER}</li></ul>",
        "<p>This page is more than two years old</p>",
    ):
        assert read("", f"{HEADLINE}{below}{STORY}").subline == ""
