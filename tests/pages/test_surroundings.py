"""What lies beside pages is looked at once, unless it may have changed."""

import os
from pathlib import Path

from reader.pages.surroundings import Surroundings

LONG_AGO = 1_700_000_000


def folder_of_pages(folder: Path) -> Path:
    for name in ("lamp.html", "Stairs.HTM", "note.txt"):
        (folder / name).write_text("<p>The lamp burns.</p>")
    return folder


def test_a_picture_or_a_folder_is_more_than_pages(tmp_path: Path) -> None:
    folder = folder_of_pages(tmp_path)
    assert Surroundings().hold_pages_alone(folder)
    (folder / "lamp.PNG").touch()
    assert not Surroundings().hold_pages_alone(folder)
    (folder / "lamp.PNG").unlink()
    (folder / "lamp_files").mkdir()
    assert not Surroundings().hold_pages_alone(folder)


def test_a_folder_that_cannot_be_listed_may_hold_anything(tmp_path: Path) -> None:
    assert not Surroundings().hold_pages_alone(tmp_path / "gone")


def test_a_folder_that_stays_as_it_is_is_not_looked_at_again(tmp_path: Path) -> None:
    folder, surroundings = folder_of_pages(tmp_path), Surroundings()
    os.utime(folder, (LONG_AGO, LONG_AGO))
    assert surroundings.hold_pages_alone(folder)
    (folder / "lamp.png").touch()
    os.utime(folder, (LONG_AGO, LONG_AGO))  # as if nothing had been
    assert surroundings.hold_pages_alone(folder)
    os.utime(folder, (LONG_AGO, LONG_AGO + 1))
    assert not surroundings.hold_pages_alone(folder)


def test_a_folder_that_changed_just_now_is_looked_at_each_time(tmp_path: Path) -> None:
    folder, surroundings = folder_of_pages(tmp_path), Surroundings()
    assert surroundings.hold_pages_alone(folder)
    (folder / "lamp.png").touch()
    assert not surroundings.hold_pages_alone(folder)
