import pytest

from reader.pages.open_page import open_page
from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.record import (
    RECORD_NAME,
    Brought,
    BroughtMark,
    Record,
    Stated,
    overlay,
    read_record,
)
from reader.pages.saved_page import Kind

RECORD = Record(
    program="Pocket",
    address="https://paper.example/a",
    saved_at="2020-01-02T03:04:05+00:00",
    stated=Stated(title="The pier", people=("Ada Brandt",)),
    brought=Brought(tags=("sea/pier",), marks=(BroughtMark("old ropes", note="why?"),)),
    raw={"status": "unread"},
)


def test_a_record_reads_back_as_it_was_written() -> None:
    assert read_record(RECORD.as_json()) == RECORD


def test_what_a_newer_version_wrote_into_a_record_does_not_hinder_this_one() -> None:
    newer = RECORD.as_json().replace(b'"program"', b'"invented": [1], "program"')
    assert read_record(newer) == RECORD


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(ValueError, match="no record"):
        read_record(b"[1, 2]")


def test_a_page_is_opened_with_its_record_and_without_it_among_its_parts() -> None:
    original = Original(
        "a.html",
        b"<html><body><p>Old ropes were counted at the pier.</p></body></html>",
        {RECORD_NAME: part_of(RECORD.as_json())},
    )
    page = open_page(original)
    assert page.record == RECORD
    assert page.address == "https://paper.example/a"
    assert page.saved_at is not None
    assert page.saved_at.year == 2020
    assert not page.parts


def test_a_record_without_a_page_is_a_link() -> None:
    page = open_page(Original("link", b"", {RECORD_NAME: part_of(RECORD.as_json())}))
    assert (page.kind, page.address) == (Kind.LINK, "https://paper.example/a")


def test_what_is_told_beside_a_page_goes_before_what_its_file_tells() -> None:
    own = Record(
        stated=Stated(title="Pier, the", source="The Paper", published="2019-05-06"),
        brought=Brought(tags=("ropes", "sea/pier"), note="look again", is_starred=True),
        raw={"draft": True},
    )
    both = overlay(own, RECORD)
    assert both.stated == Stated(
        title="The pier", people=("Ada Brandt",), source="The Paper", published="2019-05-06"
    )
    assert both.brought.tags == ("sea/pier", "ropes")
    assert (both.brought.note, both.brought.is_starred) == ("look again", True)
    assert both.brought.marks == RECORD.brought.marks
    assert (both.program, both.raw) == ("Pocket", {"draft": True, "status": "unread"})


def test_a_page_keeps_what_its_own_file_tells_under_its_record() -> None:
    note = b"---\ntitle: Ropes\nauthor: Ben Tarr\ntags: [rope]\n---\n\nOld ropes at the pier.\n"
    page = open_page(Original("a.md", note, {RECORD_NAME: part_of(RECORD.as_json())}))
    assert page.record.stated.title == "The pier"
    assert page.record.stated.people == ("Ada Brandt",)
    assert page.record.brought.tags == ("sea/pier", "rope")
