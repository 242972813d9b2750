"""A WACZ is opened by its list of pages, and by what was recorded where it has none."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png, story_page
from recordings_made import PAGE, Recording, read

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_entries, open_pages
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage

LISTED = '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'


def packed(*recordings: Recording, listed: tuple[str, ...] = (), lines: str = LISTED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, recording in enumerate(recordings):
            archive.writestr(f"archive/data-{number}.warc.gz", recording.content)
        for address in listed:
            lines += json.dumps({"url": address, "ts": "2026-03-04T05:06:07Z", "title": "x"}) + "\n"
        archive.writestr("pages/pages.jsonl", lines)
        archive.writestr("datapackage.json", "{}")
    return made.getvalue()


def opened(content: bytes) -> list[SavedPage]:
    return list(open_pages(Original("lamp.wacz", content)))


def test_the_list_tells_which_answers_are_pages() -> None:
    recording = Recording().answer("https://ads.example/frame", story_page("Buy lamps"))
    recording.answer(PAGE, story_page())
    assert [page.address for page in opened(packed(recording, listed=(PAGE + "#top",)))] == [PAGE]
    assert len(opened(packed(recording))) == 2


def test_of_what_another_recording_holds_only_what_is_listed_is_told() -> None:
    other, frame = "https://marrow.example/2026/other", "https://ads.example/frame"
    recording = Recording().answer(PAGE, story_page())
    recording.answered_again(other, other, "text/html").answered_again(frame, frame, "text/html")
    found = open_entries(Original("lamp.wacz", packed(recording, listed=(PAGE, other))))
    assert [one.entry for one in found] == [PAGE, other]


def test_a_listed_address_is_followed_to_where_it_leads() -> None:
    old = "http://marrow.example/lamp"
    recording = Recording().answer(old, "", status="301 Moved", http=(("Location", PAGE),))
    recording.answer(PAGE, story_page()).answer("https://other.example/x", story_page("Other"))
    assert [page.address for page in opened(packed(recording, listed=(old,)))] == [PAGE]


def test_a_picture_may_lie_in_another_of_its_files() -> None:
    pictures = Recording().answer("https://marrow.example/a.png", png(), "image/png")
    (page,) = opened(packed(Recording().answer(PAGE, story_page()), pictures, listed=(PAGE,)))
    assert STORY[0] in page.markup
    assert read(page, "/a.png") == png()


def test_lists_that_are_none_are_passed_over() -> None:
    recording = Recording().answer(PAGE, story_page())
    for lines in ("", "{", "[1]\n7\n", '{"url": 3}\n', "[" * 100_000 + "\n"):
        assert len(opened(packed(recording, lines=lines))) == 1


def test_one_without_recordings_is_refused_with_a_sentence() -> None:
    with pytest.raises(CannotOpenPage, match="lamp"):
        opened(packed())


SMALL = packed(Recording().answer(PAGE, story_page()), listed=(PAGE,))


@given(st.integers(0, len(SMALL) - 1), st.binary(max_size=9), st.integers(0, 30))
def test_damage_is_told_and_never_worse(at: int, put: bytes, gone: int) -> None:
    with suppress(CannotOpenPage):
        assert opened(SMALL[:at] + put + SMALL[at + gone :])
