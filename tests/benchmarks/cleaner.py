"""Measure the cleaner on a corpus of pages with known truth, trafilatura beside it in the same run.

python -m tests.benchmarks.cleaner CORPUS [--all]

CORPUS is a folder with pages.jsonl, dumps.jsonl and the score.py that compares with the truth.
trafilatura is installed into build/rival. A page goes through both before the next one does.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Generator
from pathlib import Path
from types import ModuleType
from typing import Any

from .adapter import extract, extract_text

# lxml_html_clean: what justext, which it needs, asks of lxml by a name that lxml gave up.
RIVAL = ("trafilatura==2.3.1", "lxml_html_clean")
BUILD = Path(__file__).resolve().parents[2] / "build"

Told = list[tuple[dict[str, Any], dict[str, Any]]]

# What is shown, where score.py tells it, and the least that is wanted of ours.
BODIES = (
    ("scrapinghub body F1", "scrapinghub", "body", 0.975),
    ("wcxb body F1", "wcxb", "body", 0.955),
    ("trafilatura snippets F1", "trafilatura", "seg", 0.955),
)
FIELDS = (
    ("title", 0.88, 0.93),
    ("byline", 0.75, 0.85),
    ("date", 0.88, 0.92),
    ("image", None, 0.98),
    ("site", None, None),
)
STRUCTURE = (
    ("headings", "h", 0.94, 0.94),
    ("list items", "li", 0.85, 0.88),
    ("quotes", "quote", 0.92, 0.97),
    ("pictures", "img", 0.95, 0.95),
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cleaner")
    parser.add_argument("corpus", type=Path, help="the folder with pages.jsonl and score.py")
    parser.add_argument("--all", action="store_true", help="every page, not the core alone")
    asked = parser.parse_args()
    score = _module(asked.corpus / "score.py")
    pages = list(score.load(asked.corpus, core=not asked.all))
    ours, theirs = _both(score, asked.corpus, pages)
    show_quality(score.score(ours), score.score(theirs))
    show_time(ours, theirs)
    show_invented(ours, theirs)
    dumps = list(score.load(asked.corpus, dumps=True))
    show_dumps(score, asked.corpus, dumps, {page["id"]: page.get("title") for page in pages})
    show_growth()


def show_quality(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    print(f"{'':<34}{'theirs':>14}{'ours':>14}{'goal':>14}")
    for name, source, part, goal in BODIES:
        values = [one.get(source, {}).get(part, {}).get("f1", 0.0) for one in (theirs, ours)]
        print(f"{name:<34}{values[0]:>14.3f}{values[1]:>14.3f}{goal:>14.3f}")
    for name, exact, lenient in FIELDS:
        told = [_pair(one["ALL"].get(name, {}), "exact", "lenient") for one in (theirs, ours)]
        wanted = " / ".join("–" if one is None else f"{one:.2f}" for one in (exact, lenient))
        print(f"{name + ' exact / lenient':<34}{told[0]:>14}{told[1]:>14}{wanted:>14}")
    for name, key, precision, recall in STRUCTURE:
        told = [_pair(one["ALL"]["struct"].get(key, {}), "p", "r") for one in (theirs, ours)]
        wanted = f"{precision:.2f} / {recall:.2f}"
        print(f"{name + ' precision / recall':<34}{told[0]:>14}{told[1]:>14}{wanted:>14}")


def show_time(ours: Told, theirs: Told) -> None:
    times = [sorted(told["cpu"] for _, told in one) for one in (theirs, ours)]
    print(f"\n{'CPU ms a page':<34}{'theirs':>14}{'ours':>14}{'ratio':>14}")
    for name, place in (("median", 0.5), ("95th percentile", 0.95), ("worst", 1.0)):
        rival, own = (one[int(place * (len(one) - 1))] for one in times)
        print(f"{name:<34}{rival:>14.1f}{own:>14.1f}{own / rival:>14.2f}")


def show_invented(ours: Told, theirs: Told) -> None:
    """Pages whose truth tells all but a date have none to be found."""
    for name, told in (("theirs", theirs), ("ours", ours)):
        undated = [one for page, one in told if page.get("title") and not page.get("date")]
        dated = sum(bool(one.get("date")) for one in undated)
        print(f"dates on pages whose truth has none: {name} {dated} of {len(undated)}")


def show_dumps(
    score: ModuleType, corpus: Path, dumps: list[dict[str, Any]], titles: dict[str, Any]
) -> None:
    told = []
    for page in dumps:
        raw = score.raw_of(corpus, page)
        told.append((page | {"title": titles.get(page["id"])}, extract_text(raw, page["url"])))
    result = score.score(told)["ALL"]
    print(f"\ntext dumps: body F1 {result['body']['f1']:.3f} (goal .93)", end="")
    if "title" in result:
        print(f", title exact {result['title']['exact']:.2f} of {result['title']['n']} (goal .85)")


def show_growth() -> None:
    """What ten times as much costs; about ten times as much time and memory, no more."""
    print(f"\n{'growth':<34}{'CPU s':>14}{'peak MB':>14}")
    sizes = (102_400, 1_024_000, 10_240_000)
    cases = {f"{size // 1024:,} KB of paragraphs": _long(size) for size in sizes}
    cases["10,000 nested elements"] = b"<div>" * 10_000 + b"<p>" + b"The lamp is lit. " * 50
    many = " ".join(f"data-a{number}='{number}'" for number in range(50_000))
    cases["50,000 attributes"] = f"<p {many}>{'The lamp is lit. ' * 50}</p>".encode()
    for name, page in cases.items():
        began = time.process_time()
        extract(page, "https://news.example/lamp")
        took = time.process_time() - began
        tracemalloc.start()
        extract(page, "https://news.example/lamp")
        peak = tracemalloc.get_traced_memory()[1] / 1024 / 1024
        tracemalloc.stop()
        print(f"{name:<34}{took:>14.2f}{peak:>14.1f}")


def _both(score: ModuleType, corpus: Path, pages: list[dict[str, Any]]) -> tuple[Told, Told]:
    ours: Told = []
    theirs: Told = []
    extract(b"<html><body><p>The first page loads what all others need.</p></body></html>", "")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        rival = _rival(file)
        next(rival)
        for page in pages:
            raw = score.raw_of(corpus, page)
            began = time.process_time()
            told = extract(raw, page["url"])
            told["cpu"] = (time.process_time() - began) * 1000
            ours.append((page, told))
            file.write_bytes(raw)
            theirs.append((page, rival.send(page["url"])))
    return ours, theirs


def _rival(file: Path) -> Generator[Any, Any, None]:
    """A coroutine: sent an address, it gives what trafilatura makes of the file."""
    python = BUILD / "rival" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", BUILD / "rival"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *RIVAL], check=True)
    order = [str(python), str(Path(__file__).with_name("rival.py"))]
    with subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as rival:
        assert rival.stdin is not None
        assert rival.stdout is not None
        address = yield
        while True:
            rival.stdin.write(json.dumps({"path": str(file), "url": address}) + "\n")
            rival.stdin.flush()
            address = yield json.loads(rival.stdout.readline())


def _module(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _long(size: int) -> bytes:
    paragraph = "<p>The ferry left at six, with the lamps still lit, said the harbour master.</p>\n"
    story = paragraph * (size // len(paragraph))
    return f"<html><body><h1>The ferry</h1><article>{story}</article></body></html>".encode()


def _pair(values: dict[str, float], first: str, second: str) -> str:
    return f"{values.get(first, 0.0):.2f} / {values.get(second, 0.0):.2f}"


if __name__ == "__main__":
    main()
