"""What comes in from a terminal: a page from standard input, libraries of others, versions."""

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from pages_made import STORY, story_page, write, write_story

from reader.cli.run import run

ADDRESS = "https://www.marrow.example/2026/lamp"
EXPORT = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    f"{ADDRESS},The lamp is lit again,,Unread,1600000000,[]\n"
)


class Input:
    """Standard input that holds these bytes."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def said(folder: Path, capsys: pytest.CaptureFixture[str], *order: object, code: int = 0) -> str:
    assert run([*map(str, order), "--library", str(folder)]) == code
    return capsys.readouterr().out


def records(
    folder: Path, capsys: pytest.CaptureFixture[str], *order: object, code: int = 0
) -> list[dict[str, Any]]:
    lines = said(folder, capsys, *order, "--json", code=code).splitlines()
    return [json.loads(line) for line in lines]


def save(path: Path, title: str, first: str, at: int) -> Path:
    head = f'<link rel="canonical" href="{ADDRESS}">'
    write(path, story_page(title, first, *STORY[1:], head=head))
    os.utime(path, (at, at))
    return path


def test_a_page_comes_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Input(story_page("The lamp is lit again").encode()))
    [told] = records(folder, capsys, "add", "-")
    assert (told["path"], told["status"], told["title"]) == ("-", "added", "The lamp is lit again")


def test_what_is_no_page_on_standard_input_is_said_to_be_none(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Input(b""))
    [told] = records(folder, capsys, "add", "-", code=1)
    assert (told["status"], told["reason"]) == ("failed", "“standard input” is empty.")


def test_a_look_says_what_would_come_in_and_nothing_does(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = write(tmp_path / "export.csv", EXPORT)
    [told] = records(folder, capsys, "add", "--look", export)
    assert (told["program"], told["counts"]["items"], told["error"]) == ("Instapaper", 1, "")
    assert told["losses"]
    assert "1 items, 1 links" in said(folder, capsys, "add", "--look", export)
    assert records(folder, capsys, "find") == []


def test_a_look_at_pages_says_that_they_are_nobodys_library(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write_story(tmp_path / "page.html")
    assert run(["add", "--look", str(page), "--library", str(folder)]) == 0
    assert capsys.readouterr().err == "None of this is another program's library.\n"


def test_a_link_that_is_filled_is_said_to_be(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records(folder, capsys, "add", write(tmp_path / "export.csv", EXPORT))
    page = save(tmp_path / "page.html", "The lamp is lit again", STORY[0], 1_600_000_000)
    [told] = records(folder, capsys, "add", page)
    assert told["status"] == "filled"


def test_versions_are_listed_compared_and_shown(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = (
        "The lighthouse at Marrow Point was lit again on Wednesday morning, twelve winters after "
        "a storm had carried its lamp away, and the whole of the village walked out to see it."
    )
    pages = [
        save(tmp_path / "1.html", "The lamp is lit again", STORY[0], 1_600_000_000),
        save(tmp_path / "2.html", "The lamp shines on", other, 1_700_000_000),
    ]
    told = [one for page in pages for one in records(folder, capsys, "add", page)]
    assert [one["status"] for one in told] == ["added", "version"]
    id_ = told[0]["id"]
    first, second = records(folder, capsys, "versions", id_)
    assert [one["is_shown"] for one in (first, second)] == [False, True]
    assert (first["title"], first["file_name"]) == ("The lamp is lit again", "1.html")
    paragraphs = records(folder, capsys, "versions", id_, "--compare", first["key"][:8])
    assert [one["is_same"] for one in paragraphs] == [False, True, True]
    assert paragraphs[0]["side"] == "both"
    assert "".join(text for side, text in paragraphs[0]["pieces"] if side != "before") == other
    line = said(folder, capsys, "versions", id_, "--compare", first["key"][:8]).splitlines()[0]
    assert "{+" in line
    listed = said(folder, capsys, "versions", id_, "--show", first["key"]).splitlines()
    assert [one[0] for one in listed] == ["*", " "]
    assert records(folder, capsys, "show", id_)[0]["title"] == "The lamp is lit again"


def test_a_version_that_is_not_there_is_said_to_be_missing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [told] = records(folder, capsys, "add", write_story(tmp_path / "page.html"))
    order = ["versions", told["id"], "--compare", "zz", "--library", str(folder)]
    assert run(order) == 1
    assert capsys.readouterr().err == "No version of this clipping starts with “zz”.\n"


def test_a_folder_brings_its_pages_and_the_libraries_in_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_story(tmp_path / "saved" / "page.html", "The tram")
    write(tmp_path / "saved" / "2023" / "export.csv", EXPORT)
    told = records(folder, capsys, "add", tmp_path / "saved")
    assert [one["title"] for one in told] == ["The tram", "The lamp is lit again"]
