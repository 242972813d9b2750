"""Measure `clippings find`: the processor time of the whole process, and what it loads."""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

from .made_library import CLIPPINGS, kept_bytecode, made_library

RUNS = 9
MOST_TIME = 0.4  # seconds of the processor
SEARCHES = ("ferry", "harbour bridge", '"wooden window"', "lant*", "tag:coast council")
HEAVY = ("PySide6", "bs4", "lxml")


def main() -> None:
    library = made_library()
    _cpu(_order(library, SEARCHES[0]))  # the first one compiles
    bare = _median([sys.executable, "-c", "pass"])
    print(f"clippings find, {CLIPPINGS} clippings, CPU of the whole process, median of {RUNS}")
    print(f"    {'Python alone':<28}{bare:8.3f} s")
    for words in SEARCHES:
        took = _median(_order(library, words))
        verdict = "met" if took <= MOST_TIME else "MISSED"
        print(f"    {words:<28}{took:8.3f} s    {verdict}")
    loaded = _heavy_loaded(library)
    print(f"    loads {', '.join(loaded) or 'neither ' + ', '.join(HEAVY)}")


def _order(library: Path, words: str) -> list[str]:
    return [sys.executable, "-m", "reader", "find", "--library", str(library), words]


def _median(order: list[str]) -> float:
    return statistics.median(_cpu(order) for _ in range(RUNS))


def _cpu(order: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(order, env=kept_bytecode(), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _heavy_loaded(library: Path) -> list[str]:
    order = _order(library, SEARCHES[0])
    order.insert(1, "-Ximporttime")
    run = subprocess.run(order, capture_output=True, check=True, text=True)
    names = {line.rpartition("|")[2].strip().split(".")[0] for line in run.stderr.splitlines()}
    return [name for name in HEAVY if name in names]


if __name__ == "__main__":
    main()
