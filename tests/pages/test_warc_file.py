"""Every page that was recorded comes out of a web archive, and nothing that is no page."""

import gzip
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png, story_page
from recordings_made import PAGE, Recording, read

from reader.errors import CannotOpenPage
from reader.pages import warc_bytes, warc_records
from reader.pages.open_page import open_entries, open_page, open_pages
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage
from reader.pages.unopened import Unopened
from reader.pages.warc_file import open_warc

OTHER = "https://marrow.example/2026/other"


def opened(content: bytes) -> list[SavedPage]:
    return list(open_pages(Original("lamp.warc.gz", content)))


def fault(content: bytes) -> str:
    with pytest.raises(CannotOpenPage) as told:
        opened(content)
    return str(told.value)


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_page_comes_with_its_address_its_moment_and_its_pictures(is_packed: bool) -> None:
    recording = Recording(is_packed=is_packed)
    recording.answer(PAGE, story_page()).answer(
        "https://marrow.example/img/a.png", png(), "image/png"
    )
    recording.answer("https://cdn.example/b.png?w=2", png(60, 60), "image/png")
    (page,) = opened(recording.content)
    assert (page.address, page.entry) == (PAGE, PAGE)
    assert page.saved_at == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert STORY[0] in page.markup
    for reference in ("/img/a.png", "../img/a.png", "https://marrow.example/img/a.png"):
        assert read(page, reference) == png()
    assert read(page, "//cdn.example/b.png?w=2") == png(60, 60)
    assert page.part("/img/none.png") is None


def test_one_gzip_stream_is_as_good_as_one_for_each_record() -> None:
    recording = Recording(is_packed=False).answer(PAGE, story_page())
    recording.answer("https://marrow.example/a.png", png(), "image/png")
    (page,) = opened(gzip.compress(recording.content))
    assert read(page, "/a.png") == png()


def test_only_pages_are_pages() -> None:
    recording = Recording()
    recording.answer(
        "http://marrow.example/2026/lamp", "", status="301 Moved", http=(("Location", PAGE),)
    )
    recording.answer("https://marrow.example/robots.txt", "User-agent: *", "text/plain")
    recording.answer("https://marrow.example/app.js", "let lamp = 1;", "text/javascript")
    recording.answer("https://marrow.example/data", '{"lamp": "lit"}' * 100)
    recording.answer("https://marrow.example/gone", story_page("Not found"), status="404 Not Found")
    recording.answer(PAGE, story_page())
    assert [page.address for page in opened(recording.content)] == [PAGE]


def test_frames_are_no_pages() -> None:
    told = Recording().answer(PAGE, story_page(), asked_for="document")
    told.answer("https://ads.example/frame", story_page("Buy lamps"), asked_for="iframe")
    shown = Recording().answer(PAGE, story_page(body='<iframe src="/frame?a=1&amp;b=2"></iframe>'))
    shown.answer("https://marrow.example/frame?a=1&b=2", story_page("Buy lamps"))
    slight = Recording().answer("https://ads.example/", "<html><body>Buy lamps</body></html>")
    slight.answer(PAGE, story_page())
    for recording in (told, shown, slight):
        assert [page.address for page in opened(recording.content)] == [PAGE]


def test_a_short_page_comes_where_there_is_no_longer_one() -> None:
    recording = Recording().answer(PAGE, "<html><body><p>The lamp is lit.</p></body></html>")
    assert [page.address for page in opened(recording.content)] == [PAGE]


def test_an_address_that_was_recorded_again_has_its_moment_behind_it() -> None:
    recording = Recording().answer(PAGE, story_page())
    recording.answer(PAGE, story_page("The lamp is out"), when="2026-03-05T00:00:00Z")
    recording.answer(PAGE, story_page("The lamp is lit once more"), when="2026-03-05T00:00:00Z")
    assert [page.entry for page in opened(recording.content)] == [
        PAGE, f"{PAGE} 2026-03-05T00:00:00Z", f"{PAGE} 2026-03-05T00:00:00Z 2",
    ]  # fmt: skip


def test_the_same_answer_twice_is_one_page() -> None:
    recording = Recording().answer(PAGE, story_page()).answer(PAGE, story_page())
    assert len(opened(recording.content)) == 1


def _chunked(body: bytes) -> bytes:
    half = len(body) // 2
    pieces = (body[:half], body[half:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


def _sent() -> Iterator[tuple[bytes, tuple[tuple[str, str], ...]]]:
    body = story_page().encode()
    chunked = ("Transfer-Encoding", "chunked")
    yield _chunked(body), (chunked,)
    yield gzip.compress(body), (("Content-Encoding", "gzip"),)
    yield _chunked(gzip.compress(body)), (("Content-Encoding", "gzip"), chunked)
    yield _chunked(brotli.compress(body)), (("Content-Encoding", "br"), chunked)
    # As programs that record what the browser has unpacked leave the head.
    yield body, (("Content-Encoding", "br"), chunked)


@pytest.mark.parametrize(("body", "http"), list(_sent()))
def test_a_page_is_read_however_it_was_sent(body: bytes, http: tuple[tuple[str, str], ...]) -> None:
    (page,) = opened(Recording().answer(PAGE, body, http=http).content)
    assert STORY[-1] in page.markup


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("br", brotli.compress(story_page().encode())[9:]),
        ("gzip", gzip.compress(story_page().encode())[3:]),
        ("lamp", gzip.compress(story_page().encode())),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_told_of(coding: str, packed: bytes) -> None:
    recording = Recording().answer(PAGE, packed, http=(("Content-Encoding", coding),))
    assert f"“{PAGE}” was recorded in a packing" in fault(recording.content)
    recording.answer(OTHER, story_page())
    told = list(open_warc(Original("lamp.warc.gz", recording.content)))
    assert [(type(one), one.entry) for one in told] == [(SavedPage, OTHER), (Unopened, PAGE)]


def test_what_was_called_a_page_and_is_none_is_not_told_of() -> None:
    recording = Recording().answer(PAGE, story_page())
    recording.answer(OTHER, '{"lamp": "lit"}' * 99, http=(("Content-Encoding", "br"),))
    packed = gzip.compress(bytes(range(256)) * 40)
    recording.answer(f"{OTHER}/font", packed, "", http=(("Content-Encoding", "gzip"),))
    assert [one.entry for one in open_entries(Original("lamp.warc", recording.content))] == [PAGE]


def test_a_head_full_of_blanks_takes_no_time() -> None:
    blanks = (("X-Lamp", f"lit{' ' * 50_000}again"), ("Content-Encoding", f"gzip{' ' * 9000}, br"))
    body = brotli.compress(gzip.compress(story_page().encode()))
    began = time.process_time()
    assert STORY[-1] in opened(Recording().answer(PAGE, body, http=blanks).content)[0].markup
    assert time.process_time() - began < 2


def test_the_server_tells_the_encoding() -> None:
    markup = story_page("Šiaulių žibintas")
    recording = Recording().answer(PAGE, markup.encode("cp1257"), "text/html; charset=windows-1257")
    assert "Šiaulių žibintas" in opened(recording.content)[0].markup


def test_a_file_that_was_kept_without_its_server_is_a_page_too() -> None:
    recording = Recording().file(PAGE, story_page().encode(), "text/html")
    recording.file("urn:text:lamp", b"The lamp", "text/plain")
    recording.file("https://marrow.example/a.png", png(), "image/png")
    (page,) = opened(recording.content)
    assert page.address == PAGE
    assert read(page, "/a.png") == png()


def test_a_picture_that_was_met_again_is_the_first_one() -> None:
    recording = Recording().answer(PAGE, story_page())
    recording.answer("https://marrow.example/a.png", png(), "image/png")
    recording.seen_again("https://marrow.example/b.png", "https://marrow.example/a.png")
    assert read(opened(recording.content)[0], "/b.png") == png()


def test_a_recording_that_breaks_off_has_the_pages_before() -> None:
    first = Recording().answer(PAGE, story_page()).content
    both = first + Recording().answer(f"{PAGE}/2", story_page("Another")).content
    for cut in (len(first) + 3, len(first) + 40, len(both) - 9):
        found, *_, told = open_entries(Original("lamp.warc.gz", both[:cut]))
        assert isinstance(found, SavedPage)
        assert found.address == PAGE
        assert isinstance(told, Unopened)
        assert "“lamp.warc.gz” breaks off" in told.reason
    for whole in (both, both + bytes(20), gzip.decompress(both), gzip.compress(both)):
        assert all(isinstance(one, SavedPage) for one in open_entries(Original("a.warc", whole)))


def test_a_recording_without_a_page_is_refused_with_a_sentence() -> None:
    recording = Recording().answer("https://marrow.example/a.png", png(), "image/png")
    assert "“lamp.warc.gz” is a web archive without a page" in fault(recording.content)
    assert "“lamp.warc.gz” breaks off" in fault(b"WARC/1.0\r\n")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_bytes, "MOST_UNPACKED", 1 << 20)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\n"
    assert "unpacks to more" in fault(gzip.compress(head + bytes(1 << 22)))


def test_a_page_that_unpacks_to_too_much_is_left_out() -> None:
    bomb = gzip.compress(b"<html><body>" + bytes(warc_records.LARGEST_BODY))
    recording = Recording().answer(PAGE, bomb, http=(("Content-Encoding", "gzip"),))
    assert "unpacks to more than" in fault(recording.content)


SMALL = Recording().answer(PAGE, story_page(), http=(("Transfer-Encoding", "chunked"),)).content
PLAIN = gzip.decompress(SMALL)


@given(st.integers(0, len(PLAIN)), st.binary(max_size=12), st.integers(0, 40), st.booleans())
def test_damage_is_told_and_never_worse(at: int, put: bytes, gone: int, is_packed: bool) -> None:
    content = SMALL if is_packed else PLAIN
    at %= len(content)
    damaged = content[:at] + put + content[at + gone :]
    with suppress(CannotOpenPage):
        assert opened(damaged)


def test_opening_twice_gives_the_same_pages() -> None:
    recording = Recording().answer(PAGE, story_page()).answer(f"{PAGE}/2", story_page("Two"))
    first, second = opened(recording.content), opened(recording.content)
    assert [(one.entry, one.markup) for one in first] == [(one.entry, one.markup) for one in second]


def test_a_capture_that_is_wanted_is_opened_without_pages_of_other_addresses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recording = Recording().answer(PAGE, story_page()).answer(f"{PAGE}/2", story_page("Two"))
    original = Original("lamp.warc", recording.answer(PAGE, story_page("Later")).content)
    entries = [page.entry for page in open_pages(original)]
    assert len(entries) == 3
    bodies: list[str] = []
    body = warc_records.WarcRecords.body

    def watched(records: warc_records.WarcRecords, record: warc_records.WarcRecord) -> bytes:
        bodies.append(record.address)
        return body(records, record)

    monkeypatch.setattr(warc_records.WarcRecords, "body", watched)
    assert "Later" in open_page(original, entries[2]).markup
    assert set(bodies) == {PAGE}


def test_a_kept_file_is_read_in_the_encoding_that_is_told_of_it() -> None:
    body = story_page("Żółw przy latarni").encode("cp1250", "xmlcharrefreplace")
    recording = Recording().file(PAGE, body, "text/html; charset=windows-1250")
    (page,) = opened(recording.content)
    assert "Żółw przy latarni" in page.markup


def test_what_nobody_called_a_page_is_looked_into_as_browsers_do() -> None:
    recording = Recording().answer(PAGE, "\n" + story_page(), "")
    recording.answer("https://marrow.example/a", png(), "")
    recording.answer("https://marrow.example/b", "So <html> is not the start. " * 40, "")
    assert [page.address for page in opened(recording.content)] == [PAGE]


def _again(first: str, kind: str = "text/html", asked_for: str = "") -> Recording:
    recording = Recording().answer(OTHER, story_page())
    return recording.answered_again(PAGE, first, kind, asked_for)


@pytest.mark.parametrize("asked_for", ["", "document"])
def test_a_page_that_only_another_recording_holds_is_told_of(asked_for: str) -> None:
    recording = _again(PAGE, asked_for=asked_for)
    told = list(open_entries(Original("lamp.warc", recording.content)))
    assert [one.entry for one in told] == [OTHER, PAGE]
    assert isinstance(told[1], Unopened)
    assert "unchanged since an earlier recording" in told[1].reason


@pytest.mark.parametrize(
    "recording", [_again(OTHER), _again(PAGE, "image/png"), _again(PAGE, asked_for="iframe")]
)
def test_what_is_held_here_or_is_no_page_is_not_told_of(recording: Recording) -> None:
    found = open_entries(Original("lamp.warc", recording.content))
    assert [one.entry for one in found] == [OTHER]


def test_a_recording_that_breaks_off_before_its_first_page_says_so() -> None:
    content = Recording(is_packed=False).answer(PAGE, story_page()).content
    assert "breaks off" in fault(content[:150])


def test_a_brief_in_chinese_is_no_frame() -> None:
    brief = (
        "<html><body><p>"
        + "灯塔在风暴之后再次点亮，渔民们聚集在码头上庆祝。" * 10
        + "</p></body></html>"
    )
    recording = Recording().answer(PAGE, story_page()).answer(OTHER, brief)
    assert [page.address for page in opened(recording.content)] == [PAGE, OTHER]


def test_a_page_that_was_recorded_only_in_part_says_so() -> None:
    recording = Recording().answer(OTHER, story_page())
    recording.answer(PAGE, story_page(), told=(("WARC-Truncated", "length"),))
    found = list(open_entries(Original("lamp.warc", recording.content)))
    assert [one.entry for one in found] == [OTHER, PAGE, PAGE]
    assert isinstance(found[2], Unopened)
    assert "recorded only in part" in found[2].reason
