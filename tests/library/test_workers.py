"""Whatever becomes of one file, the work on the others is done."""

import os
import time
from pathlib import Path

import pytest

from reader.errors import CannotOpenPage
from reader.library.workers import run_each


class Grim(Exception):
    """An error that does not survive the way between processes."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def work(path: Path) -> str:
    if "die" in path.name:
        os._exit(3)
    if "fail" in path.name:
        raise CannotOpenPage("No page.")
    if "grim" in path.name:
        raise Grim("one", "two")
    if "odd" in path.name:
        return lambda: None  # type: ignore[return-value]
    return path.name.upper()


def test_one_after_the_other_without_workers() -> None:
    done = list(run_each(work, [Path("a"), Path("fail"), Path("b")], 0))
    assert done[0] == (Path("a"), "A")
    assert isinstance(done[1][1], CannotOpenPage)
    assert done[2] == (Path("b"), "B")


def test_nothing_to_do_is_done_at_once() -> None:
    assert list(run_each(work, [], 0)) == []
    assert list(run_each(work, [], 2)) == []


def test_a_worker_that_dies_takes_only_its_page_with_it() -> None:
    names = [f"{number}" for number in range(12)]
    names[0], names[5], names[11] = "die-first", "die-amid", "die-last"
    done = dict(run_each(work, [Path(name) for name in names], 2))
    assert len(done) == 12
    for name in names:
        result = done[Path(name)]
        if name.startswith("die"):
            assert isinstance(result, CannotOpenPage)
            assert str(result) == f"“{name}” could not be read: it broke the cleaner."
        else:
            assert result == name.upper()


def test_a_result_that_cannot_be_sent_takes_only_its_page_with_it() -> None:
    names = ["a", "grim", "b", "odd", "c", "fail"]
    done = dict(run_each(work, [Path(name) for name in names], 2))
    assert [name for name in names if isinstance(done[Path(name)], Exception)] == [
        "grim",
        "odd",
        "fail",
    ]


def test_work_that_is_given_up_ends_its_workers() -> None:
    running = run_each(work, [Path(f"{number}") for number in range(50)], 2)
    next(running)
    started = time.monotonic()
    running.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("workers", [0, 2])
def test_each_path_is_told_of_once(workers: int) -> None:
    paths = [Path(f"{number}") for number in range(20)]
    assert sorted(path for path, _ in run_each(work, paths, workers)) == sorted(paths)
