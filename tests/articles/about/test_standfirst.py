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
