"""The library lies where it is asked to, else where its maker's programs keep such things."""

from pathlib import Path

import pytest

from reader import paths


def test_the_folder_asked_for_counts_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.LIBRARY_VARIABLE, str(tmp_path / "named"))
    assert paths.library_folder(tmp_path / "chosen") == tmp_path / "chosen"
    assert paths.library_folder() == tmp_path / "named"
    monkeypatch.setenv(paths.LIBRARY_VARIABLE, "")
    assert paths.library_folder().name == "Clippings"


def test_a_folder_may_be_named_from_home_or_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert paths.library_folder(Path("~/lamps")) == tmp_path / "lamps"
    assert paths.library_folder(Path("lamps")) == tmp_path / "lamps"
    assert paths.library_folder(Path("~nobody-here/a")) == tmp_path / "~nobody-here" / "a"


def test_settings_logs_and_library_lie_apart() -> None:
    assert len({paths.settings_folder(), paths.log_folder(), paths.library_folder()}) == 3


def test_the_resources_are_there() -> None:
    assert (paths.resources_folder() / "fonts").is_dir()
