"""Whatever becomes of one file, the work on the others is done."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from reader.errors import CannotOpenPage
from reader.library import pool
from reader.library.serving import MOST_MEMORY
from reader.library.work import Answered, Ended
from reader.library.workers import run_batches


class Grim(Exception):
    """An error that does not survive the way between processes."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def transform(path: Path) -> str:
    if "die" in path.name:
        os._exit(3)
    if "fail" in path.name:
        raise CannotOpenPage("No page.")
    if "grim" in path.name:
        raise Grim("one", "two")
    if "odd" in path.name:
        return lambda: None  # type: ignore[return-value]
    if "hang" in path.name:
        time.sleep(600)
    return path.name.upper()


def work(path: Path) -> Iterator[str]:
    """One value for a path, and for a number of them as many."""
    if path.parent.name.isdecimal():
        for number in range(int(path.parent.name)):
            yield f"{number} " + "x" * 50_000
    yield transform(path)


def run(paths: Iterable[Path], workers: int) -> Iterator[tuple[Path, str | Exception]]:
    for batch in run_batches(work, paths, workers):
        yield from ((path, value) for path, value in batch if not isinstance(value, Ended))


@dataclass(frozen=True)
class Large:
    name: str
    content: bytes


def grow(unit: Large) -> Iterator[bytes]:
    yield unit.content * 2


def take_all(unit: Large) -> Iterator[bytes]:
    if unit.name == "greedy":
        yield bytes(2 * MOST_MEMORY)[:1]
    yield unit.content


def wait_for(path: Path) -> Iterator[str]:
    while not path.exists():
        time.sleep(0.01)
    yield path.name


def die(*_: object) -> None:
    os._exit(3)


def test_one_after_the_other_without_workers() -> None:
    done = list(run([Path("a"), Path("fail"), Path("b")], 0))
    assert done[0] == (Path("a"), "A")
    assert isinstance(done[1][1], CannotOpenPage)
    assert done[2] == (Path("b"), "B")


def test_nothing_to_do_is_done_at_once() -> None:
    assert list(run([], 0)) == []
    assert list(run([], 2)) == []


def test_a_worker_that_dies_takes_only_its_page_with_it() -> None:
    names = [f"{number}" for number in range(12)]
    names[0], names[5], names[11] = "die-first", "die-amid", "die-last"
    done = dict(run([Path(name) for name in names], 2))
    assert len(done) == 12
    for name in names:
        result = done[Path(name)]
        if name.startswith("die"):
            assert isinstance(result, CannotOpenPage)
            assert str(result).startswith(f"“{name}” could not be read: it is damaged, or takes")
        else:
            assert result == name.upper()


def test_a_result_that_cannot_be_sent_takes_only_its_page_with_it() -> None:
    names = ["a", "grim", "b", "odd", "c", "fail"]
    done = dict(run([Path(name) for name in names], 2))
    assert [name for name in names if isinstance(done[Path(name)], Exception)] == [
        "grim",
        "odd",
        "fail",
    ]


def test_nobody_is_held_up_by_one_that_takes_long(tmp_path: Path) -> None:
    running = run_batches(wait_for, [tmp_path / "slow"], 1)
    assert next(running) == []
    (tmp_path / "slow").touch()
    assert [value for batch in running for _, value in batch] == ["slow", Ended.ENDED]


def test_work_that_is_given_up_ends_its_workers() -> None:
    running = run([Path(f"{number}") for number in range(50)], 2)
    next(running)
    started = time.monotonic()
    running.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("workers", [0, 2])
def test_each_path_is_told_of_once(workers: int) -> None:
    paths = [Path(f"{number}") for number in range(20)]
    assert sorted(path for path, _ in run(paths, workers)) == sorted(paths)


@pytest.mark.parametrize("workers", [0, 2])
def test_a_unit_gives_many_values_and_then_its_end(workers: int) -> None:
    found: dict[Path, list[object]] = {}
    for batch in run_batches(work, [Path(f"40/{name}") for name in "abc"], workers):
        for path, value in batch:
            found.setdefault(path, []).append(value)
    assert len(found) == 3
    for path, values in found.items():
        assert [str(one).split()[0] for one in values[:-2]] == [str(n) for n in range(40)]
        assert values[-2:] == [path.name.upper(), Ended.ENDED]


@pytest.mark.parametrize("workers", [0, 2])
def test_a_unit_that_is_answered_needs_no_work(workers: int) -> None:
    units = [Path("a"), Answered(Path("die"), "told"), Path("b")]
    found = dict(run(units, workers))  # type: ignore[arg-type]
    assert found == {Path("a"): "A", Path("die"): "told", Path("b"): "B"}


def test_units_are_taken_no_sooner_than_they_are_needed() -> None:
    taken = 0

    def units() -> Iterator[Path]:
        nonlocal taken
        for number in range(400):
            taken += 1
            yield Path(f"{number}")

    running = run_batches(work, units(), 2)
    done = len(next(running)) // 2
    assert taken <= done + 2 * pool.AHEAD + 1
    running.close()  # type: ignore[attr-defined]


def test_one_that_hangs_is_found_while_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_SECONDS", 1.0)
    running = run(chain([Path("hang")], map(Path, map(str, count()))), 2)
    assert next(value for path, value in running if path.name == "hang")
    running.close()  # type: ignore[attr-defined]


def test_work_that_waits_for_the_reader_is_not_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_SECONDS", 1.0)
    done: dict[Path, str | Exception] = {}
    for path, value in run([Path(f"9/{name}") for name in "abcdefgh"], 2):
        if not done:
            time.sleep(1.5)  # the reader paused it
        done[path] = value
    assert [done[Path(f"9/{name}")] for name in "abcdefgh"] == list("ABCDEFGH")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_takes_too_long_is_given_up_alone(
    monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(pool, "MOST_SECONDS", 1.5)
    names = ["a", "hang", "b", "c", "d"]
    done = dict(run([Path(name) for name in names], workers))
    assert str(done[Path("hang")]) == ("“hang” was given up: cleaning it took more than 2 seconds.")
    assert [done[Path(name)] for name in "abcd"] == list("ABCD")


def test_large_units_and_large_values_do_not_wait_for_each_other() -> None:
    units = [Large(f"{number}", b"x" * 3_000_000) for number in range(8)]
    done = [value for batch in run_batches(grow, units, 2) for _, value in batch]
    assert sum(isinstance(value, bytes) and len(value) == 6_000_000 for value in done) == 8


@pytest.mark.skipif(sys.platform != "linux", reason="nothing else bounds a process")
def test_one_that_takes_all_memory_is_stopped_alone() -> None:
    units = [Large(name, b"x") for name in ("a", "greedy", "b")]
    done = [
        (unit.name, value) for batch in run_batches(take_all, units, 1) for unit, value in batch
    ]
    assert [type(value) for name, value in done if name == "greedy"] == [MemoryError, Ended]
    assert [value for _, value in done if isinstance(value, bytes)] == [b"x", b"x"]


@pytest.mark.parametrize("fault", ["never starts", "dies at once"])
def test_where_no_worker_starts_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    tries = 0

    def start(process: BaseProcess) -> None:
        nonlocal tries
        tries += 1
        if fault == "never starts":
            raise OSError("no more processes")
        process._target = die  # type: ignore[attr-defined]
        real(process)

    kind = pool.way_to_start().Process
    real = kind.start
    monkeypatch.setattr(kind, "start", start)
    done = dict(run([Path(f"{number}") for number in range(20)], 2))
    assert done == {Path(f"{number}"): f"{number}" for number in range(20)}
    assert tries <= pool.MOST_STARTS + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Nothing is forked there.")
def test_an_interruption_leaves_alone_what_loads_for_the_workers() -> None:
    script = (
        "import os, signal\n"
        "from multiprocessing import forkserver\n"
        "from reader.library import pool\n"
        "signal.signal(signal.SIGINT, lambda *_: None)\n"
        "pool.warm_up()\n"
        "loading = forkserver._forkserver._forkserver_pid\n"
        "os.killpg(0, signal.SIGINT)\n"
        "worker = pool.way_to_start().Process(target=print, args=('here',))\n"
        "worker.start()\n"
        "worker.join()\n"
        "print(forkserver._forkserver._forkserver_pid == loading)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60,
        start_new_session=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["here", "True"]
