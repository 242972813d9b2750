"""The saved pages among what a reader hands over, each once."""

import os
from pathlib import Path

import pytest
from pages_made import story_page, write, write_story

from reader.pages.find_pages import NoPages, find_pages


def names(*paths: Path) -> list[str]:
    found = list(find_pages(paths))
    assert all(isinstance(one, Path) for one in found), found
    return [one.name for one in found if isinstance(one, Path)]


def no_pages(*paths: Path) -> NoPages:
    [one] = find_pages(paths)
    assert isinstance(one, NoPages)
    return one


def test_pages_below_a_folder_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.html", "a.htm", "c.txt", "deep/er/d.mhtml", "E.HTML"):
        write_story(tmp_path / name)
    assert names(tmp_path) == ["E.HTML", "a.htm", "b.html", "c.txt", "d.mhtml"]


def test_what_no_page_is_saved_as_is_passed_over(tmp_path: Path) -> None:
    for name in ("page.html", "photo.jpg", "tax.docx", "song.mp3", ".hidden.html"):
        write_story(tmp_path / name)
    write_story(tmp_path / ".cache" / "page.html")
    assert names(tmp_path) == ["page.html"]


@pytest.mark.parametrize(
    "ending",
    [
        *(
            "htm",
            "html",
            "xhtml",
            "mht",
            "mhtml",
            "eml",
            "webarchive",
            "maff",
            "htz",
            "zip",
            "epub",
        ),
        *("pdf", "warc", "warc.gz", "wacz", "html.gz", "mhtml.gz", "md", "txt"),
        *("HTML", "Mht", "WARC.GZ"),
    ],
)
def test_what_a_page_may_be_saved_as_is_found_however_its_ending_is_written(
    tmp_path: Path, ending: str
) -> None:
    write(tmp_path / f"page.{ending}", "x")
    assert names(tmp_path) == [f"page.{ending}"]


def test_what_was_packed_is_taken_only_where_a_page_was(tmp_path: Path) -> None:
    for name in ("backup.tar.gz", "server.log.gz", "lamp.svgz"):
        write(tmp_path / name, "x")
    assert "3 other files" in no_pages(tmp_path).reason


def test_a_file_handed_over_by_itself_is_taken_whatever_its_name(tmp_path: Path) -> None:
    assert names(write_story(tmp_path / "saved-page")) == ["saved-page"]


def test_a_folder_of_a_page_holds_no_pages_of_its_own(tmp_path: Path) -> None:
    write_story(tmp_path / "Lamp.html")
    write(tmp_path / "Lamp_files" / "frame.html", story_page())
    write_story(tmp_path / "Lampe.htm")
    write(tmp_path / "Lampe-Dateien" / "frame.html", story_page())
    write(tmp_path / "Other_files" / "story.html", story_page())
    assert names(tmp_path) == ["Lamp.html", "Lampe.htm", "story.html"]


def test_a_page_handed_over_beside_its_folder_comes_alone(tmp_path: Path) -> None:
    page = write_story(tmp_path / "Lamp.html")
    write(tmp_path / "Lamp_files" / "frame.html", story_page())
    write(tmp_path / "Lamp_files" / "lamp.css", "p {}")
    assert names(page, tmp_path / "Lamp_files") == ["Lamp.html"]
    assert names(tmp_path / "Lamp_files", page) == ["Lamp.html"]


def test_each_page_comes_once_however_often_it_is_handed_over(tmp_path: Path) -> None:
    page = write_story(tmp_path / "page.html")
    around = tmp_path / "folder" / ".." / "page.html"
    (tmp_path / "folder").mkdir()
    write_story(tmp_path / "folder" / "other.html")
    assert names(page, around, page, tmp_path) == ["page.html", "other.html"]


def test_a_link_to_the_folder_itself_does_not_lead_round_and_round(tmp_path: Path) -> None:
    write_story(tmp_path / "loop" / "page.html")
    (tmp_path / "loop" / "self").symlink_to(tmp_path / "loop")
    assert names(tmp_path / "loop") == ["page.html"]


def test_links_that_lead_nowhere_or_to_each_other_are_handed_on_to_be_told_of(
    tmp_path: Path,
) -> None:
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    (tmp_path / "one.html").symlink_to(tmp_path / "two.html")
    (tmp_path / "two.html").symlink_to(tmp_path / "one.html")
    assert names(tmp_path) == ["gone.html", "one.html", "two.html"]


def test_a_folder_named_like_a_page_is_a_folder(tmp_path: Path) -> None:
    write_story(tmp_path / "dir.html" / "page.html")
    assert names(tmp_path) == ["page.html"]
    assert names(tmp_path / "dir.html") == ["page.html"]


def test_a_folder_handed_over_twice_gives_its_pages_once(tmp_path: Path) -> None:
    write_story(tmp_path / "page.html")
    write(tmp_path / "page_files" / "a.css", "p {}")
    page = tmp_path / "page.html"
    assert names(tmp_path, tmp_path, page, tmp_path / "page_files") == ["page.html"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    assert no_pages(tmp_path / "hollow").reason == "“hollow” holds no saved pages: it is empty."


def test_a_folder_of_other_things_says_how_many_were_passed_over(tmp_path: Path) -> None:
    for number in range(1200):
        (tmp_path / f"{number}.jpg").touch()
    assert "1,200 other files were passed over" in no_pages(tmp_path).reason


def test_one_other_file_is_not_spoken_of_as_many(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    assert "1 other file was passed over" in no_pages(tmp_path).reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_told_of(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0)
    assert "“shut” could not be read" in no_pages(shut).reason
    assert no_pages(tmp_path).folder == shut


def test_names_of_every_kind_are_found(tmp_path: Path) -> None:
    odd = [
        b"line\nbreak.html", "😀 🗞️ page.html".encode(), b"n" * 250 + b".html",
        "gpj.\u202elmth.html".encode(), b"-rf --help.html", b"caf\xe9-latin1.html",
        "e\u0301.html".encode(), "é.html".encode(), b"CON.html", b"a:b?.html",
        b"%2e%2e%2f.html", b"a#b?c.html", b" .html",
    ]  # fmt: skip
    for name in odd:
        write_story(Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))))  # noqa: PTH118
    assert sorted(os.fsencode(name) for name in names(tmp_path)) == sorted(odd)


def test_a_name_too_long_for_any_disk_is_handed_on_to_be_told_of(tmp_path: Path) -> None:
    assert names(tmp_path / ("n" * 300 + ".html")) == ["n" * 300 + ".html"]


def test_a_name_with_a_nul_is_handed_on_to_be_told_of() -> None:
    assert names(Path("a\0b.html")) == ["a\0b.html"]


def test_what_a_mirror_keeps_for_its_program_is_no_page(tmp_path: Path) -> None:
    for name in ("hts-log.txt", "cookies.txt", "hts-cache/new.txt", "lamps.example/lit.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(find_pages([tmp_path])) == [tmp_path / "lamps.example/lit.html"]


def test_a_folder_that_a_scrapbook_made_is_one_page_unless_it_lists_several(tmp_path: Path) -> None:
    folder = tmp_path / "20260304050607123"
    for name in ("index.html", "frame.html", "more/advert.html"):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).touch()
    assert list(find_pages([tmp_path])) == [folder / "index.html"]
    (folder / "index.json").touch()
    assert len(list(find_pages([tmp_path]))) == 3


def test_a_library_of_this_program_is_told_and_not_added_again(tmp_path: Path) -> None:
    for name in ("own/originals/ab/lit.html.gz", "own/library.db", "lit.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    reason = "“own” is a library of Clippings, which already shows its pages."
    told = NoPages(tmp_path / "own", reason)
    assert list(find_pages([tmp_path])) == [tmp_path / "lit.html", told]
    assert list(find_pages([tmp_path / "own"])) == [told]
    (tmp_path / "lit.html").unlink()
    assert list(find_pages([tmp_path])) == [told]


@pytest.mark.parametrize("name", ["pipe", "pipe.html", "pipe.php"])
def test_nothing_is_waited_for_in_a_folder_with_a_pipe(tmp_path: Path, name: str) -> None:
    lit = write_story(tmp_path / "lit.html")
    write(tmp_path / "site.css", "p {}")
    os.mkfifo(tmp_path / name)
    assert lit in find_pages([tmp_path])
