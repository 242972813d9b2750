"""Kill `clippings add` again and again, and see that nothing acknowledged is lost or doubled.

python -m tests.benchmarks.killing [--kills 30] [--pages 400] [--seed 1]

What is added are invented pages and another program's library. After each kill the library must
open, hold all that was told of, nothing twice and nothing half; at last all comes in.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reader.library.library import Library

from .made_library import kept_bytecode, made_pages

PROJECT = Path(__file__).resolve().parents[2]
LINKS = 300


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.killing")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--pages", type=int, default=700)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        made_pages(home / "pages", asked.pages)
        _write_links(home / "export.csv")
        known: set[str] = set()
        for kill in range(asked.kills):
            known |= _added_until_killed(
                home, chance.randrange(len(known) + 30), chance.uniform(0.0, 0.6)
            )
            held = _held(home)
            assert known <= held, f"{len(known - held)} that were acknowledged are lost"
            print(f"    kill {kill + 1:3}: {len(known):5} told of, {len(held):5} there")
            known = held
        told = subprocess.run(_order(home), env=kept_bytecode(), cwd=PROJECT, check=True,
                              capture_output=True).stdout  # fmt: skip
        assert len(told.splitlines()) == asked.pages + LINKS
        many = len(_held(home))
        assert many == asked.pages + LINKS, f"{many} are there"
        print(f"{asked.kills} kills: nothing lost, nothing doubled, all {many} there")


def _order(home: Path) -> list[str]:
    paths = (str(home / "pages"), str(home / "export.csv"))
    return [sys.executable, "-m", "reader", "add", *paths, "--library", str(home / "library"),
            "--json"]  # fmt: skip


def _added_until_killed(home: Path, lines: int, seconds: float) -> set[str]:
    """The ids that were told of before the kill, so many lines and seconds after the start."""
    with subprocess.Popen(
        _order(home),
        stdout=subprocess.PIPE,
        cwd=PROJECT,
        env=kept_bytecode() | {"PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    ) as running:
        assert running.stdout
        told = [running.stdout.readline() for _ in range(lines)]
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGKILL)
        told += running.stdout.readlines()
    return {record["id"] for record in map(_record, told) if record.get("id")}


def _record(line: bytes) -> dict[str, str]:
    try:
        return dict(json.loads(line))
    except ValueError:  # the kill cut it
        return {}


def _held(home: Path) -> set[str]:
    library = Library(home / "library")
    try:
        ids = library.all_ids()
        titles = Counter(card.title for card in library.cards(ids))
        doubled = [title for title, many in titles.items() if many > 1]
        assert not doubled, f"twice there: {doubled}"
        faults = [fault for fault in library.check() if "search index" not in fault]
        assert not faults, faults
        return set(ids)
    finally:
        library.close()


def _write_links(file: Path) -> None:
    rows = (
        f"https://news.example/{number},Link {number},,Unread,{1_600_000_000 + number},[]"
        for number in range(LINKS)
    )
    text = "\n".join(("URL,Title,Selection,Folder,Timestamp,Tags", *rows))
    file.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
