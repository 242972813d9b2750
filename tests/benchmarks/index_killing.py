"""Kill the writing of an index again and again, and see that nothing told of is lost.

python -m tests.benchmarks.index_killing [--kills 40] [--seed 1]

After each kill the index must open, answer, and hold all that was told to be in it.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.search.asked import Words
from reader.search.index import SearchIndex
from reader.search.segments.arrays_file import Array

PROJECT = Path(__file__).resolve().parents[2]
BATCH = 20

# Writes batches, uniting as it goes, and says of each when it is there.
_WRITER = """
import sys
from pathlib import Path
from reader.clipping import Searchable
from reader.search.index import SearchIndex

index, number = SearchIndex(Path(sys.argv[1])), int(sys.argv[2])
while True:
    batch = [
        Searchable(one, f"Lamp {one}", "", "", "", "", "", "", "", f"A lamp, number{one}. " * 30)
        for one in range(number, number + int(sys.argv[3]))
    ]
    assert index.put(batch)
    number += len(batch)
    print(number, flush=True)
    while index.tidy():
        pass
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.index_killing")
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        print(kill_again_and_again(Path(temporary) / "index", asked.kills, asked.seed))


def kill_again_and_again(folder: Path, kills: int, seed: int) -> str:
    """What became of it, in one line; AssertionError where anything acknowledged is lost."""
    chance = random.Random(seed)
    index = SearchIndex(folder)
    assert index.make_anew()
    index.close()
    known = 0
    for _ in range(kills):
        known = max(known, _killed(folder, known, chance.uniform(0, 0.25)))
        _look(folder, known)
    return f"killed {kills} times; {known} clippings were told of, and all are found"


def _killed(folder: Path, number: int, after: float) -> int:
    """Up to which clipping a writer told of, until it was killed."""
    command = [sys.executable, "-c", _WRITER, str(folder), str(number), str(BATCH)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=PROJECT, text=True) as writer:
        assert writer.stdout is not None
        told = writer.stdout.readline()  # it is at work by now
        time.sleep(after)
        writer.kill()
        lines = [told, *writer.stdout.read().splitlines()]
    return max((int(line) for line in lines if line.strip()), default=number)


def _look(folder: Path, known: int) -> None:
    index = SearchIndex(folder)
    index.check()
    everything = set(index.ask(Words("lamp"), _no_facts).numbers.tolist())
    assert everything >= set(range(known)), sorted(set(range(known)) - everything)[:9]
    assert len(everything) == index.open()
    index.close()


def _no_facts(*_: object) -> Array:
    raise AssertionError("nothing but words is asked for")


if __name__ == "__main__":
    main()
