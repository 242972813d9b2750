"""What is written is an ordinary ZIP, whatever its files are called and hold."""

import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path

import pytest

from reader.store import zip_writer
from reader.store.zip_writer import write_zip

BLOCK = 1 << 20


def written(*contents: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    write_zip(file, ((name, (content,)) for name, content in contents))
    return file.getvalue()


def opened(archive: bytes) -> zipfile.ZipFile:
    found = zipfile.ZipFile(BytesIO(archive))
    assert found.testzip() is None
    return found


@pytest.mark.parametrize(
    "name",
    ["lamp.html", "Lamp_files/sub/a b?.css", "灯.html", "e\u0301.html", "é.html", "עברית.html",
     "😀.html", "line\nbreak", "..", " ", "-rf --help", "CON", "\u202elmth", "n" * 4000],
)  # fmt: skip
@pytest.mark.parametrize("content", [b"", b"\0", b"<p>Lit", bytes(range(256)) * 99])
def test_any_file_can_be_read_again(name: str, content: bytes) -> None:
    archive = opened(written((name, content), ("after.css", b"p {}")))
    assert archive.namelist() == [name, "after.css"]
    assert archive.read(name) == content
    assert archive.read("after.css") == b"p {}"


def test_half_a_letter_in_a_name_keeps_no_file_out() -> None:
    assert opened(written(("lamp\ud83d.html", b"<p>Lit"))).read("lamp?.html") == b"<p>Lit"


def test_an_archive_of_nothing_is_one() -> None:
    assert opened(written()).namelist() == []


def test_two_files_of_one_name_are_both_there() -> None:
    archive = opened(written(("lamp.html", b"one"), ("lamp.html", b"two")))
    assert [archive.read(entry) for entry in archive.infolist()] == [b"one", b"two"]


def test_equal_files_make_equal_archives() -> None:
    files = (("lamp.html", b"<p>Lit" * 99), ("lamp_files/a.png", b"\x89PNG"))
    assert written(*files) == written(*files)


def test_pages_are_packed_and_pictures_that_are_so_already_stay_as_they_are() -> None:
    archive = opened(written(("lamp.html", b"<p>Lit" * 999), ("a.JPG", b"\xff" * 999)))
    page, picture = archive.infolist()
    assert page.compress_size < page.file_size / 10
    assert picture.compress_size == picture.file_size == 999


def test_what_is_unpacked_belongs_to_its_owner() -> None:
    (entry,) = opened(written(("lamp.html", b"<p>Lit"))).infolist()
    assert entry.external_attr >> 16 == 0o600


def test_a_long_file_is_written_as_it_comes_and_never_held_whole(tmp_path: Path) -> None:
    def blocks() -> Iterator[bytes]:
        for number in range(32):
            yield bytes([number]) * BLOCK

    tracemalloc.start()
    try:
        with (tmp_path / "film.zip").open("wb") as file:
            write_zip(file, (("film.mp4", blocks()), ("film.css", blocks()), ("a.html", (b"<p>",))))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 * BLOCK
    archive = opened((tmp_path / "film.zip").read_bytes())
    film = archive.read("film.mp4")
    assert film == b"".join(blocks()) == archive.read("film.css")
    assert archive.read("a.html") == b"<p>"


def test_more_than_four_gigabytes_have_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_writer, "MOST_BYTES", 100)
    files = [(f"{number}.jpg", bytes([number]) * 80 * (number + 1)) for number in range(4)]
    written_so = written(*files)
    assert b"PK\6\6" in written_so
    archive = opened(written_so)
    assert [(one.filename, archive.read(one)) for one in archive.infolist()] == files


def test_more_than_65_534_files_have_room() -> None:
    files = [(str(number), b"") for number in range(65_536)]
    archive = zipfile.ZipFile(BytesIO(written(*files)))
    assert archive.namelist() == [name for name, _ in files]
    assert archive.read("65535") == b""


def test_it_can_be_read_as_well_where_the_faster_packer_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "isal.isal_zlib", None)
    spec = spec_from_file_location("without_packer", zip_writer.__file__)
    assert spec
    assert spec.loader
    without = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "without_packer", without)
    spec.loader.exec_module(without)
    file = BytesIO()
    without.write_zip(file, [("lamp.html", [b"<p>Lit " * 99])])
    assert "isal" not in without.compressobj.__module__
    assert opened(file.getvalue()).read("lamp.html") == b"<p>Lit " * 99
