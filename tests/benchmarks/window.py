"""Measure the window: its start, its memory, and how smoothly it goes on while pages come in.

python -m tests.benchmarks.window [FOLDER WITH PAGES]
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from .made_library import CLIPPINGS, kept_bytecode, made_library, made_pages

RUNS = 7
PAGES = 340
MOST_START = 2.0  # times a bare window
MOST_MEMORY = 150  # MB
MOST_GROWTH = 1  # MB: what an allocator keeps for itself
LONGEST_GAP = 100  # milliseconds

_HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def measure_start(library: Path) -> None:
    """In turns, so that both see the same machine."""
    _run("start", library)  # the first one compiles
    starts, bares = [], []
    for _ in range(RUNS):
        bares.append(_run("bare"))
        starts.append(_run("start", library))
    bare = _median(bares, "shown")
    print(f"Start, {CLIPPINGS} clippings, median of {RUNS} runs in turns")
    _line("an empty PySide6 window is shown", bare, "s")
    shown, filled = _median(starts, "shown"), _median(starts, "filled")
    share = shown / bare
    _line("the window is shown", shown, "s", f"{share:.2f} × the empty one", share <= MOST_START)
    _line("its list is filled", filled, "s", f"{filled / bare:.2f} × the empty one")
    print(f"\nMemory then (goal: at most {MOST_MEMORY} MB)")
    for size in ("Rss", "Pss"):
        ours = statistics.median(one["memory"][size] for one in starts)
        empty = statistics.median(one["memory"][size] for one in bares)
        _line(size, ours, "MB", f"{empty:.0f} MB the empty window", ours <= MOST_MEMORY)


def measure_growth(library: Path) -> None:
    first, second, third = (one["Rss"] for one in _run("memory", library)["memory"])
    print("\nMemory while clippings are opened one after the other")
    _line("after 50", first, "MB")
    _line("after 200 others", second, "MB", f"{second - first:+.1f} MB, their rows with them")
    grown = third - second
    _line("after the same 200 again", third, "MB", f"{grown:+.1f} MB", grown <= MOST_GROWTH)


def measure_adding(pages: Path | None) -> None:
    with tempfile.TemporaryDirectory() as home:
        if pages is None:
            pages = Path(home) / "pages"
            made_pages(pages, PAGES)
        told = _run("adding", Path(home) / "library", pages)
    print(f"\nThe event loop while {told['pages']} pages come in, {told['seconds']:.1f} s")
    longest = told["gaps"]
    _line("its longest standstill", longest[0], "ms", "", longest[0] <= LONGEST_GAP)
    print("    the next: " + ", ".join(f"{gap:.0f}" for gap in longest[1:]) + " ms")
    _line("CPU of the window's process", told["cpu"], "s")


def _run(*words: str | Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as home:
        environment = kept_bytecode() | dict.fromkeys(_HOMES, home)
        order = [sys.executable, "-m", "tests.benchmarks.in_window", *map(str, words)]
        began = time.time()
        run = subprocess.run(order, env=environment, stdout=subprocess.PIPE, check=True)
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[0])
    return told | {name: told[name] - began for name in ("shown", "filled") if name in told}


def _median(told: list[dict[str, Any]], name: str) -> float:
    return float(statistics.median(one[name] for one in told))


def _line(what: str, value: float, unit: str, beside: str = "", is_met: bool | None = None) -> None:
    verdict = {True: "met", False: "MISSED", None: ""}[is_met]
    print(f"    {what:<36}{value:9.2f} {unit:<3} {beside:<28} {verdict}".rstrip())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.window")
    parser.add_argument("pages", nargs="?", type=Path, help="a folder with saved pages to add")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # A copy: what is opened becomes read, and the next run is to find the same.
        library = Path(folder) / "library"
        shutil.copytree(made_library(), library)
        measure_start(library)
        measure_growth(library)
    measure_adding(asked.pages)


if __name__ == "__main__":
    main()
