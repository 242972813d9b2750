"""Bytes are kept whole or not at all, and come back as they were."""

import hashlib
import os
import zipfile
from pathlib import Path

import pytest
from pages_made import png, write, write_story

from reader.pages.original import Original, read_original
from reader.pages.part import part_of
from reader.store.blobs import Blobs


def kept(tmp_path: Path, original: Original) -> Original:
    blobs = Blobs(tmp_path / "library")
    return blobs.open_original(blobs.keep_original(original))


def test_a_page_comes_back_byte_for_byte_with_its_folder(tmp_path: Path) -> None:
    page = write(tmp_path / "Lamp.html", b"<p>\xff\x00Lit\r\n\r" + bytes(range(256)))
    write(tmp_path / "Lamp_files" / "sub" / "a b?.png", png())
    write(tmp_path / "Lamp_files" / "-rf --help.png", b"")
    write(tmp_path / "Lamp_files" / "灯\u202e.css", b"p {}\r\n")
    original = read_original(page)
    again = kept(tmp_path, original)
    assert again.name == original.name == "Lamp.html"
    assert again.content == page.read_bytes()
    assert {name: part.read_bytes() for name, part in again.parts.items()} == {
        name: part.read_bytes() for name, part in original.parts.items()
    }
    assert len(again.parts) == 3
    assert again.digest == original.digest


@pytest.mark.parametrize(
    "name",
    [b"line\nbreak", "😀 🗞️".encode(), b"n" * 250, "gpj.\u202elmth".encode(), b"-rf --help",
     b"caf\xe9", "e\u0301".encode(), "é".encode(), b"CON", b"a:b?", b"%2e%2e%2f", b"a#b?c",
     b"back\\slash", b"..", b" ", b"quote\"'"],
)  # fmt: skip
def test_a_page_of_any_name_comes_back(tmp_path: Path, name: bytes) -> None:
    page = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name + b".html"))
    write_story(page)
    if len(name) < 240:
        write(page.with_name(page.stem + "_files") / page.name, png())
    original = read_original(page)
    again = kept(tmp_path, original)
    assert again.content == page.read_bytes()
    assert list(again.parts) == list(original.parts)
    assert again.digest == original.digest


def test_what_is_kept_twice_lies_there_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    original = read_original(write_story(tmp_path / "page.html"))
    assert blobs.keep_original(original) == blobs.keep_original(original)
    assert blobs.keep_picture(png()) == blobs.keep_picture(png())
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(files) == 3


def test_what_is_kept_never_changes(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    file = blobs.picture_file(blobs.keep_picture(png()))
    os.utime(file, (0, 0))
    blobs.keep_picture(png())
    assert file.stat().st_mtime == 0
    assert file.read_bytes() == png()


def test_nothing_half_is_left_where_writing_fails(tmp_path: Path) -> None:
    page = write_story(tmp_path / "page.html")
    picture = write(tmp_path / "page_files" / "a.png", png())
    original = read_original(page)
    digest = original.digest
    picture.unlink()
    blobs = Blobs(tmp_path / "library")
    with pytest.raises(OSError, match="No such file"):
        blobs.keep_original(original)
    assert not blobs.original_file(digest).exists()
    assert not [one for one in (tmp_path / "library").rglob("*") if one.is_file()]


def test_a_part_that_is_called_as_its_page_takes_not_the_page_s_place(tmp_path: Path) -> None:
    picture = part_of(b"a picture")
    again = kept(tmp_path, Original("lamp.html", b"<p>Lit", {"lamp.html": picture}))
    assert again.content == b"<p>Lit"
    assert again.parts["lamp.html"].read_bytes() == b"a picture"


def test_an_original_that_zipfile_wrote_is_still_read(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    file = blobs.original_file("ab" * 32)
    file.parent.mkdir(parents=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lamp.html", b"<p>Lit")
        archive.writestr("lamp_files/a.png", png())
    again = blobs.open_original("ab" * 32)
    assert (again.name, again.content) == ("lamp.html", b"<p>Lit")
    assert again.parts["lamp_files/a.png"].read_bytes() == png()


def test_a_file_of_any_size_is_kept_whole(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "library")
    export = write(tmp_path / "export.json", bytes(range(256)) * 9000)  # of more than two blocks
    digest = hashlib.sha256(export.read_bytes()).hexdigest()
    blobs.keep_file(export, digest)
    assert blobs.is_whole(digest)
    assert blobs.open_original(digest).content == export.read_bytes()


def test_drafts_that_are_settled_again_stay_as_they_are(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest, drafts = blobs.draft_picture(png())
    blobs.settle(drafts)
    blobs.settle(drafts)
    assert blobs.picture_file(digest).read_bytes() == png()


def test_of_two_drafts_of_one_file_the_first_stays(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest, first = blobs.draft_picture(png())
    _digest, second = blobs.draft_picture(png())
    blobs.settle(first)
    held = blobs.picture_file(digest).stat().st_ino
    blobs.settle(second)
    assert [one.stat().st_ino for one in tmp_path.rglob("*") if one.is_file()] == [held]


def test_a_draft_that_is_gone_is_told_of(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    _digest, drafts = blobs.draft_picture(png())
    drafts[0].file.unlink()
    with pytest.raises(FileNotFoundError):
        blobs.settle(drafts)


def test_a_name_in_the_archive_leads_to_no_file_outside_it(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.keep_original(read_original(write_story(tmp_path / "page.html")))
    again = blobs.open_original(digest)
    assert "../" not in again.name
    assert not again.parts


def test_drafts_that_a_killed_program_left_are_swept_up_but_not_fresh_ones(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    kept = blobs.picture_file(blobs.keep_picture(b"a picture"))
    old, fresh = kept.with_name(".old.draft"), kept.with_name(".fresh.draft")
    for draft in (old, fresh, kept):
        draft.write_bytes(b"a picture")
    for file in (old, kept):
        os.utime(file, (0, 0))
    blobs.sweep()
    assert [file.exists() for file in (kept, old, fresh)] == [True, False, True]
