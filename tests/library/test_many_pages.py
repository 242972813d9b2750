"""Every page of a file that holds several comes in, and each is known by itself afterwards."""

import gzip
import zipfile
from pathlib import Path

import pytest
from clippings_made import statuses
from pages_made import STORY, png, story_page, write

from reader.clipping import Outcome, Search, Status
from reader.library.library import Library
from reader.store.blobs import Blobs
from reader.store.page_key import digest_of, entry_of, page_key

BARE = "<html><head><title>Menu</title></head><body></body></html>"
OTHERS = ("Whale", "Ferry", "Onions")


def record(address: str, content: bytes, kind: str = "text/html") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2026-11-20T08:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000a>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


def story(number: int, name: str) -> str:
    told = [f"{name} {number}: {one.replace('the', name.lower())}" for one in STORY]
    body = '<figure><img src="/a.png" width="640" height="480"></figure>'
    return story_page(f"{name} {number}", *told, body=body)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    pages = [
        record(f"https://marrow.example/{name.lower()}", story(at, name).encode())
        for at, name in enumerate(OTHERS)
    ]
    menu = record("https://marrow.example/menu", BARE.encode())
    picture = record("https://marrow.example/a.png", png(640, 480), "image/png")
    return write(tmp_path / "night.warc.gz", b"".join((pages[0], menu, picture, *pages[1:])))


def add(library: Library, *paths: Path) -> list[Outcome]:
    return list(library.add(paths))


def test_a_key_is_made_of_the_files_digest_and_the_pages_name() -> None:
    assert page_key("ab", "") == "ab"
    key = page_key("ab", "https://x.example/#a")
    assert (digest_of(key), entry_of(key)) == ("ab", "https://x.example/#a")


def test_every_page_with_a_story_comes_in_and_the_others_are_passed_over(
    library: Library, recording: Path
) -> None:
    outcomes = add(library, recording)
    assert statuses(outcomes) == [Status.ADDED] * 3
    assert {one.path for one in outcomes} == {recording}
    assert sorted(one.title for one in outcomes) == ["Ferry 1", "Onions 2", "Whale 0"]
    assert len({one.entry for one in outcomes}) == 3
    keys = {library.clipping(one.id).original for one in outcomes}
    [digest] = {digest_of(key) for key in keys}
    assert Blobs(library.folder).open_original(digest).content == recording.read_bytes()
    library.update_index()
    assert list(library.check()) == []


def test_what_is_done_with_a_clipping_works_for_each_page(
    library: Library, recording: Path
) -> None:
    ids = [one.id for one in add(library, recording)]
    before = [library.clipping(id_).article for id_ in ids]
    assert [one.reason for one in library.clean_again(ids)] == [""] * 3
    assert [library.clipping(id_).article for id_ in ids] == before
    for id_ in ids:
        library.removed(id_)


def test_a_file_that_comes_again_is_not_cleaned_again(
    library: Library, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = add(library, recording)

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("reader.articles.extract.extract", never)
    again = add(library, recording)
    assert statuses(again) == [Status.DUPLICATE] * 3
    assert {one.id for one in again} == {one.id for one in first}


def test_the_pages_that_a_crash_left_out_come_in_the_next_time(
    library: Library, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.store.versions import Versions

    # Killed after the first page: the original is kept, and nothing says that all was told of.
    running = library.add([recording])
    first = next(running)
    running.close()  # type: ignore[attr-defined]
    with library._database.writing() as db:
        db.execute("DELETE FROM clippings WHERE id != ?", (first.id,))
        db.execute("DELETE FROM imports")
    assert not Versions(library._database).is_imported(first.id)
    again = add(library, recording)
    assert sorted(statuses(again)) == [Status.ADDED] * 2 + [Status.DUPLICATE]
    assert len(library.find(Search()).ids) == 3


def test_a_file_of_pages_without_a_story_fails_with_a_sentence(
    library: Library, tmp_path: Path
) -> None:
    pages = [record(f"https://marrow.example/{at}", BARE.encode()) for at in range(2)]
    [outcome] = add(library, write(tmp_path / "menus.warc.gz", b"".join(pages)))
    assert outcome.status is Status.FAILED
    assert "menus.warc.gz" in outcome.reason
    assert not (library.folder / "originals").exists()


def test_workers_bring_in_every_page_too(tmp_path: Path, recording: Path) -> None:
    for number in range(6):
        write(tmp_path / "in" / f"{number}.html", story(number, "Lamp"))
    library = Library(tmp_path / "crowded", workers=2)
    outcomes = add(library, recording, tmp_path / "in")
    assert statuses(outcomes).count(Status.ADDED) == 9, outcomes
    library.close()


def test_each_page_of_an_archive_that_cannot_come_in_is_told_of(
    library: Library, tmp_path: Path
) -> None:
    archive = tmp_path / "night.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("whale.html", story(1, "Whale"))
        packed.writestr("menu.html", BARE)
        packed.writestr("cut.pdf", b"%PDF-1.4 cut off")
    for whale in (Status.ADDED, Status.DUPLICATE):
        told = {one.entry: one for one in add(library, archive)}
        lost = {entry: one.reason for entry, one in told.items() if one.status is Status.FAILED}
        assert lost.keys() == {"menu.html", "cut.pdf"}
        assert lost["menu.html"] == "“menu.html” holds no story that could be found in it."
        assert "damaged PDF" in lost["cut.pdf"]
        assert [one.status for one in told.values() if one.entry not in lost] == [whale]
