"""Measure `clippings add` beside the cleaner alone: pages a second, and memory.

python -m tests.benchmarks.adding [FOLDER] [--pages N] [--growth]

FOLDER holds pages as HTML; without one they are invented. Where more are wanted than there are,
they come again with another address and a few other words. With --growth five times as many are
added to the same library afterwards.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from .made_library import kept_bytecode, made_pages

PROJECT = Path(__file__).resolve().parents[2]
GOAL = 1.6  # times the pages a second of the cleaner alone, with two workers on two cores
GROWTH = 5
LOOK_EVERY = 0.1  # seconds

# Words of which there is one in most runs of three.
_COMMON = re.compile(
    rb"(?<= )(?:the|of|and|to|in|a|for|on|that|is|was|with|de|la|el|los|que|en|der|die|das|und|le"
    rb"|les|et|di|il|che)(?= )"
)

# In a process of its own, as the cleaner alone would run.
_CLEANER = """
import sys, time
from pathlib import Path
from tests.benchmarks.adapter import extract
files = sorted(Path(sys.argv[1]).iterdir())
extract(files[0].read_bytes(), "")
began, used = time.perf_counter(), time.process_time()
for file in files:
    extract(file.read_bytes(), "")
print(time.perf_counter() - began, time.process_time() - used)
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.adding")
    parser.add_argument("folder", type=Path, nargs="?", help="pages to add")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--growth", action="store_true", help="go on to five times as many")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        if asked.folder is None:
            made_pages(home / "made", min(asked.pages, 500))
        _lay_out(asked.folder or home / "made", home / "pages", 0, asked.pages)
        seconds, used = map(float, _run(home, "-c", _CLEANER, home / "pages").split())
        print(f"{asked.pages:,} pages")
        print(f"    cleaner alone      {asked.pages / seconds:7.1f} pages/s, CPU {used:.1f} s")
        took = _add(home, "pages", asked.pages)
        ratio = seconds / took
        print(f"    ratio              {ratio:7.2f}   {'met' if ratio >= GOAL else 'MISSED'}")
        if asked.growth:
            more = (GROWTH - 1) * asked.pages
            _lay_out(asked.folder or home / "made", home / "more", asked.pages, more)
            _add(home, "more", more)


def _add(home: Path, pages: str, many: int) -> float:
    """Add pages to the library, and search it: then they are found."""
    order = [sys.executable, "-m", "reader", "add", str(home / pages), "--library",
             str(home / "library")]  # fmt: skip
    began = time.perf_counter()
    with subprocess.Popen(order, cwd=PROJECT, env=kept_bytecode(), stdout=subprocess.PIPE) as run:
        watch = _Watch(run.pid)
        assert run.stdout
        told = run.stdout.read().decode().splitlines()
    took = time.perf_counter() - began
    print(f"    clippings add      {many / took:7.1f} pages/s, {watch.said()}")
    fates = {line.split()[0] for line in told}
    for fate in sorted(fates):
        print(f"        {fate:<10}{sum(line.startswith(fate) for line in told):7,}")
    return took


class _Watch:
    """Sums up, while it runs, what a process and those it started hold and use."""

    def __init__(self, pid: int) -> None:
        self._seen: list[float] = []
        self._used: dict[int, float] = {}
        self._pid = pid
        threading.Thread(target=self._look, args=(pid,), daemon=True).start()

    def said(self) -> str:
        early = max(self._seen[: max(1, len(self._seen) // 3)])
        used = f"CPU {sum(self._used.values()):.1f} s ({self._used.get(self._pid, 0.0):.1f} s here)"
        return f"{used}, memory of all {max(self._seen):.0f} MB, in its first third {early:.0f}"

    def _look(self, pid: int) -> None:
        while True:
            family = (pid, *_children(pid))
            self._used |= {one: used for one in family if (used := _seconds(one))}
            held = sum(_megabytes(one) for one in family)
            if not held:
                return
            self._seen.append(held)
            time.sleep(LOOK_EVERY)


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = [int(one) for one in task.read_text().split()]
        except OSError:
            continue
        for one in found:
            yield one
            yield from _children(one)


def _seconds(pid: int) -> float:
    """What a process has used of the processors so far."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _megabytes(pid: int) -> float:
    """What a process holds, shared pages counted by its share of them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _lay_out(source: Path, target: Path, first: int, many: int) -> None:
    """So many pages, none of which is like another."""
    target.mkdir()
    files = sorted(one for one in source.iterdir() if one.is_file())
    for number in range(first, first + many):
        content = files[number % len(files)].read_bytes()
        (target / f"{number:06}.html").write_bytes(_turned(content, number // len(files)))


def _turned(content: bytes, turn: int) -> bytes:
    """The same page of another site, telling of it in partly other words."""
    if not turn:
        return content
    other = content.replace(b"https://", b"https://%d." % turn)
    return _COMMON.sub(rb"\g<0>%d" % turn, other)


def _run(home: Path, *order: object) -> str:
    given = [sys.executable, *map(str, order)]
    run = subprocess.run(given, cwd=PROJECT, env=kept_bytecode(), capture_output=True, check=True)
    return run.stdout.decode()


if __name__ == "__main__":
    main()
