"""A saved file as it came, with what belongs to it and nothing else."""

import os
import sys
import time
from pathlib import Path

import pytest
from pages_made import png, story_page, write, write_story

from reader.errors import CannotOpenPage
from reader.pages import original as originals
from reader.pages.original import read_original


def fault(path: Path) -> str:
    with pytest.raises(CannotOpenPage) as told:
        read_original(path)
    return str(told.value)


def page_showing(path: Path, *sources: str) -> Path:
    pictures = "".join(f'<img src="{source}">' for source in sources)
    return write(path, story_page(body=pictures))


@pytest.mark.parametrize(
    "ending",
    ["_files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "-filer",
     "_pliki", "_soubory", "_dosyalar", ".files", "_tiedostot", "_elemei"],
)  # fmt: skip
def test_the_folder_a_browser_laid_beside_the_page_belongs_to_it(
    tmp_path: Path, ending: str
) -> None:
    page = write_story(tmp_path / "Die Lampe.html")
    write(tmp_path / f"Die Lampe{ending}" / "sub" / "lamp.png", png())
    write(tmp_path / f"Die Lampe{ending}" / "style.css", "p {}")
    assert sorted(read_original(page).parts) == [
        f"Die Lampe{ending}/style.css",
        f"Die Lampe{ending}/sub/lamp.png",
    ]


def test_a_folder_of_another_page_does_not_belong_to_it(tmp_path: Path) -> None:
    write(tmp_path / "Other_files" / "lamp.png", png())
    assert not read_original(write_story(tmp_path / "Lamp.html")).parts


def test_pictures_that_lie_beside_the_page_belong_to_it(tmp_path: Path) -> None:
    for name in ("img/lamp.png", "door.jpg", "stairs.webp", "not-shown.png", "notes.txt"):
        write(tmp_path / name, png())
    page = page_showing(tmp_path / "page.html", "img/lamp.png", "/door.jpg?w=640", "notes.txt")
    write(page, page.read_text() + '<img srcset="stairs.webp 2x, gone.png 3x">')
    assert sorted(read_original(page).parts) == ["door.jpg", "img/lamp.png", "stairs.webp"]


@pytest.mark.parametrize(
    "source",
    [
        "../secret.png",
        "%2e%2e/secret.png",
        "..%2fsecret.png",
        "img/../../secret.png",
        "/../secret.png",
        "//../secret.png",
        "file:///etc/passwd",
        "file://../secret.png",
        "/etc/passwd",
        "//etc/passwd",
        "http://../secret.png",
        "\\\\server\\share\\secret.png",
        "..\\secret.png",
        "./img/%00secret.png",
        "/dev/zero",
        "n" * 400 + ".png",
        "https:///secret.png",
        "&#46;&#46;/secret.png",
    ],
)
def test_no_reference_leads_out_of_the_folder(tmp_path: Path, source: str) -> None:
    write(tmp_path / "secret.png", png())
    (tmp_path / "in" / "img").mkdir(parents=True)
    page = page_showing(tmp_path / "in" / "page.html", source, str(tmp_path / "secret.png"))
    assert not read_original(page).parts


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret" / "a.png", png())
    inside = tmp_path / "in"
    page = page_showing(inside / "page.html", "page_files/a.png", "b.png", "linked/a.png")
    (inside / "page_files").mkdir()
    (inside / "page_files" / "a.png").symlink_to(secret)
    (inside / "page_files" / "deep").symlink_to(secret.parent)
    (inside / "page_files" / "round").symlink_to(inside / "page_files")
    (inside / "b.png").symlink_to(secret)
    (inside / "linked").symlink_to(secret.parent)
    assert not read_original(page).parts


def test_an_attached_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "secret" / "a.png", png())
    page = write_story(tmp_path / "in" / "page.html")
    (tmp_path / "in" / "page_files").symlink_to(tmp_path / "secret")
    assert not read_original(page).parts


@pytest.mark.skipif(sys.platform != "linux", reason="no other system has such files")
def test_files_of_the_system_that_may_never_end_are_empty(tmp_path: Path) -> None:
    (tmp_path / "page.html").symlink_to("/proc/version")
    assert read_original(tmp_path / "page.html").content == b""


def test_a_page_out_of_a_tree_of_sites_brings_pictures_from_other_sites(tmp_path: Path) -> None:
    tree = tmp_path / "saved"
    write(tree / "img.harbour.example" / "lamp.png", png())
    write(tree / "harbour.example" / "door.png", png())
    write(tmp_path / "secret.png", png())
    page = page_showing(
        tree / "harbour.example" / "2026" / "lamp.html",
        "../../img.harbour.example/lamp.png",
        "/door.png",
        "../../../secret.png",
    )
    original = read_original(page)
    assert original.name == "harbour.example/2026/lamp.html"
    assert sorted(original.parts) == ["harbour.example/door.png", "img.harbour.example/lamp.png"]


def test_a_home_folder_named_like_a_site_is_no_tree_of_sites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ada.brandt"
    write(tmp_path / "neighbour" / "a.png", png())
    page = page_showing(home / "Downloads" / "lamp.html", "../../neighbour/a.png")
    monkeypatch.setenv("HOME", str(home))
    original = read_original(page)
    assert original.name == "lamp.html"
    assert not original.parts


def test_equal_files_have_equal_digests_and_any_change_another(tmp_path: Path) -> None:
    page = page_showing(tmp_path / "page.html", "page_files/a.png")
    alone = read_original(page).digest
    picture = write(tmp_path / "page_files" / "a.png", png(shade=1))
    first = read_original(page).digest
    write(picture, png(shade=2))
    second = read_original(page).digest
    write(picture, png(shade=1))
    os.utime(picture, (0, 0))
    assert len({alone, first, second}) == 3
    assert read_original(page).digest == first


def test_a_name_that_is_not_utf_8_can_be_told_stored_and_asked_for(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    names = [b"caf\xe9_files/\xe9.png", b"caf\xe9_files/\xe8.png"]
    for shade, name in enumerate(names):
        write(Path(os.fsdecode(folder + b"/" + name)), png(shade=shade))
    page = write_story(Path(os.fsdecode(folder + b"/caf\xe9.html")))
    original = read_original(page)
    assert len(original.parts) == 2
    for told in (original.name, *original.parts):
        told.encode()
    assert {part.read_bytes() for part in original.parts.values()} == {
        png(shade=0),
        png(shade=1),
    }


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    assert fault(tmp_path / "gone.html") == (
        "“gone.html” could not be read: No such file or directory."
    )


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "dir.html").mkdir()
    assert "no file that can be read" in fault(tmp_path / "dir.html")


def test_a_pipe_is_passed_over_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    started = time.monotonic()
    assert "no file that can be read" in fault(tmp_path / "pipe.html")
    assert time.monotonic() - started < 5


def test_links_in_a_ring_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "one.html").symlink_to(tmp_path / "two.html")
    (tmp_path / "two.html").symlink_to(tmp_path / "one.html")
    assert "could not be read" in fault(tmp_path / "one.html")


def test_names_no_disk_can_hold_are_told_of(tmp_path: Path) -> None:
    assert "could not be read" in fault(tmp_path / ("n" * 300 + ".html"))
    assert "could not be read" in fault(Path("a\0b.html"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_of(tmp_path: Path) -> None:
    page = write_story(tmp_path / "shut.html")
    page.chmod(0)
    assert fault(page) == "“shut.html” could not be read: Permission denied."


def test_a_file_too_large_to_be_a_page_is_not_even_read(tmp_path: Path) -> None:
    page = tmp_path / "big.html"
    with page.open("wb") as file:
        file.truncate(originals.LARGEST_FILE + (1 << 20))
    told = fault(page)
    assert "too large: 257 MB" in told
    assert "256 MB at most" in told


def test_more_files_than_any_page_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "MOST_PARTS", 3)
    page = write_story(tmp_path / "page.html")
    for number in range(4):
        write(tmp_path / "page_files" / f"{number}.png", png())
    assert "more than 3 files" in fault(page)


def test_a_file_from_a_time_no_calendar_knows_is_read_all_the_same(tmp_path: Path) -> None:
    page = write_story(tmp_path / "page.html")
    os.utime(page, (-(10**11), -(10**11)))
    assert read_original(page).content
    os.utime(page, (10**12, 10**12))
    assert read_original(page).content


def test_a_broken_name_breaks_no_line_of_a_message(tmp_path: Path) -> None:
    told = fault(tmp_path / "line\nbreak \u202elmth.html")
    assert "\n" not in told
    assert "\u202e" not in told


def test_a_page_made_to_be_slow_to_look_through_is_not(tmp_path: Path) -> None:
    started = time.process_time()
    for piece in (' src="', " srcset='", " data-data-", " src=", ' src="a.png"', ' srcset="a,b'):
        read_original(write(tmp_path / "page.html", "<p>" + piece * 8_000))
    assert time.process_time() - started < 10
