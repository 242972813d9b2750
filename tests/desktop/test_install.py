"""The desktop knows the program: its entry, its icons, the kinds of files it opens."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from reader.cli.run import run
from reader.desktop.install import ID, data_home, elsewhere, install, own_command, remove
from reader.errors import ReaderError
from reader.pages.find_pages import is_saved_as_page
from reader.paths import resources_folder

DESKTOP = resources_folder() / "desktop"
GLOB = "{http://www.freedesktop.org/standards/shared-mime-info}glob"
TYPE = "{http://www.freedesktop.org/standards/shared-mime-info}mime-type"


@pytest.fixture(autouse=True)
def no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of this machine's desktop are asked for by name, where a test wants them."""
    monkeypatch.setattr("reader.desktop.install.shutil.which", lambda _: None)


def entry(home: Path) -> configparser.SectionProxy:
    read = configparser.RawConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(home / "applications" / f"{ID}.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def test_what_is_installed_can_be_removed_without_a_trace(tmp_path: Path) -> None:
    done = install(resources_folder(), tmp_path, ["/usr/bin/clippings-window"])
    assert len(done.files) == 12
    assert all(file.is_file() for file in done.files)
    assert set(remove(resources_folder(), tmp_path).files) == set(done.files)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    assert remove(resources_folder(), tmp_path).files == ()


def test_the_entry_starts_this_very_program_with_files(tmp_path: Path) -> None:
    install(resources_folder(), tmp_path, ["/opt/my programs/50%/clip", "-m", "reader"])
    told = entry(tmp_path)
    assert told["Exec"] == '"/opt/my programs/50%%/clip" -m reader %F'
    assert told["TryExec"] == "/opt/my programs/50%/clip"
    assert told["Icon"] == told["StartupWMClass"] == ID
    install(resources_folder(), tmp_path, ["/usr/bin/clippings-window"])
    assert entry(tmp_path)["Exec"] == "/usr/bin/clippings-window %F"


def test_the_entry_names_itself_in_several_languages() -> None:
    text = (DESKTOP / f"{ID}.desktop").read_text("utf-8")
    for language in ("", "[de]", "[fr]", "[es]"):
        assert f"GenericName{language}=" in text
        assert f"Comment{language}=" in text


def test_each_kind_of_file_it_declares_is_one_that_pages_are_saved_as() -> None:
    kinds = ElementTree.parse(DESKTOP / f"{ID}.xml").getroot()
    patterns = [one.attrib["pattern"] for one in kinds.iter(GLOB)]
    assert {"*.maff", "*.htz", "*.wacz"} <= set(patterns)
    assert all(is_saved_as_page(pattern.replace("*", "page")) for pattern in patterns)
    declared = {one.attrib["type"] for one in kinds.iter(TYPE)}
    mime_types = (DESKTOP / f"{ID}.desktop").read_text("utf-8").partition("MimeType=")[2]
    assert declared <= set(mime_types.split("\n")[0].split(";"))


def test_the_store_is_told_of_the_same_program() -> None:
    told = ElementTree.parse(DESKTOP / f"{ID}.metainfo.xml").getroot()
    assert told.findtext("id") == ID
    assert told.findtext("launchable") == f"{ID}.desktop"
    assert told.findtext("metadata_license") == "CC0-1.0"


def test_the_icons_are_as_large_as_they_say() -> None:
    pictures = sorted((DESKTOP / "icons").glob("*.png"))
    assert len(pictures) == 8
    for picture in pictures:
        image = QImage(str(picture))
        assert image.width() == image.height() == int(picture.stem)
        assert image.hasAlphaChannel()


@pytest.mark.parametrize(
    "check",
    [
        ["desktop-file-validate", f"{ID}.desktop"],
        ["appstreamcli", "validate", "--no-net", f"{ID}.metainfo.xml"],
    ],
)
def test_the_desktops_own_tools_find_no_fault(
    check: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    if shutil.which(check[0]) is None:
        pytest.skip(f"{check[0]} is not installed")
    done = subprocess.run([*check], cwd=DESKTOP, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_desktop_knows_the_kinds_once_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    if shutil.which("update-mime-database") is None:
        pytest.skip("update-mime-database is not installed")
    done = install(resources_folder(), tmp_path, ["/usr/bin/clippings-window"])
    assert "update-mime-database" in done.tools
    assert "application/x-maff:*.maff" in (tmp_path / "mime" / "globs").read_text()
    remove(resources_folder(), tmp_path)
    assert "maff" not in (tmp_path / "mime" / "globs").read_text()


def test_a_tool_that_fails_keeps_nothing_from_being_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.desktop.install.shutil.which", lambda _: "/bin/false")
    assert install(resources_folder(), tmp_path, ["/usr/bin/clippings-window"]).tools == ()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are guarded otherwise here")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file where a folder should be")
    with pytest.raises(ReaderError, match="could not be written"):
        install(resources_folder(), tmp_path, ["clippings-window"])


def test_the_terminal_installs_and_removes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_home() == tmp_path
    assert run(["install-desktop"]) == 0
    assert "Open with" in capsys.readouterr().err
    assert entry(tmp_path)["Exec"].startswith((own_command()[0], '"'))
    assert run(["install-desktop", "--remove", "--json"]) == 0
    assert str(tmp_path / "applications") in capsys.readouterr().out
    assert run(["install-desktop", "--remove"]) == 0
    assert "nothing to remove" in capsys.readouterr().err


def test_other_systems_are_told_of_programs_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Open with" in elsewhere("win32")
    assert elsewhere("linux") == ""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert run(["install-desktop"]) == 0
    assert "Watched Folders" in capsys.readouterr().out


def test_without_a_home_of_its_own_the_usual_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert data_home() == Path.home() / ".local" / "share"
