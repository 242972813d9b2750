"""Whenever the program ends, and whoever works beside it, nothing is half or twice there."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from clippings_made import titles
from pages_made import png, write, write_story

from reader.clipping import Search
from reader.library.library import Library

PAGES = 16
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    for number in range(PAGES):
        write_story(folder / f"{number:02}.html", f"Lamp {number:02}")
        write(folder / f"{number:02}_files" / "a.png", png(shade=number))
    return folder


def clippings(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "reader", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=PROJECT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )


def told_until_killed(running: subprocess.Popen[str], lines: int, moment: int) -> list[str]:
    """What the program said before it was killed, some lines and a moment after its start."""
    assert running.stdout
    told = [running.stdout.readline() for _ in range(lines)]
    for _ in range(moment):
        pass
    os.killpg(running.pid, signal.SIGKILL)
    told += running.stdout.readlines()
    running.stdout.close()
    running.wait()
    return [line for line in told if line.startswith("added ")]


def faults(library: Library) -> list[str]:
    return [fault for fault in library.check() if "search index" not in fault]


def test_a_program_killed_at_any_moment_leaves_a_whole_library(tmp_path: Path, pages: Path) -> None:
    chance = random.Random(4)
    folder = tmp_path / "library"
    known: list[str] = []
    for kill in range(10):
        adding = clippings("add", pages, "--library", folder)
        added = told_until_killed(adding, min(kill, 2), chance.randrange(4_000_000))
        library = Library(folder)
        kept = sorted(titles(library, Search()))
        assert len(kept) == len(set(kept))
        assert len(kept) >= len(known) + len(added)
        assert set(known) <= set(kept)
        assert faults(library) == []
        assert library.counts().shelves
        library.close()
        known = kept
    adding = clippings("add", pages, "--library", folder)
    out, _ = adding.communicate()
    assert adding.returncode == 0, out
    library = Library(folder)
    assert sorted(titles(library, Search())) == [f"Lamp {number:02}" for number in range(PAGES)]
    assert library.update_index()
    assert len(library.find(Search("lighthouse")).ids) == PAGES
    assert list(library.check()) == []
    library.close()


def test_two_programs_that_add_the_same_pages_add_each_once(tmp_path: Path, pages: Path) -> None:
    folder = tmp_path / "library"
    both = [clippings("add", pages, "--library", folder) for _ in range(2)]
    told = "".join(one.communicate()[0] for one in both)
    assert [one.returncode for one in both] == [0, 0], told
    assert told.count("added ") == PAGES
    assert told.count("duplicate ") == PAGES
    library = Library(folder)
    assert len(titles(library, Search())) == PAGES
    library.update_index()
    assert len(library.find(Search("lighthouse")).ids) == PAGES
    assert list(library.check()) == []
    library.close()


def test_two_programs_that_make_the_index_at_once_leave_a_whole_one(
    tmp_path: Path, pages: Path
) -> None:
    folder = tmp_path / "library"
    library = Library(folder)
    list(library.add([pages]))
    several = [clippings("reindex", "--library", folder) for _ in range(3)]
    told = [one.communicate()[0] for one in several]
    assert any(one.returncode == 0 for one in several)
    assert not any("Traceback" in one for one in told), told
    assert library.update_index()
    assert len(library.find(Search("lighthouse")).ids) == PAGES
    assert list(library.check()) == []
    library.close()
