"""Time every kind of search in a large library, beside SQLite's own full-text search.

python -m tests.benchmarks.search N BENCH [--articles FILE] [--library FOLDER] [--rival FILE]

BENCH is a folder with `make_corpus.py`, `bench_common.py` and `search_rivals.py`. The library is
filled through its own door with articles that were cleaned already, unless FOLDER holds one.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.clipping import Facet, Order, Search
from reader.library.library import Library

from .filled_library import clipping_of, fill

ROUNDS = 3
SHOWN = 50  # cards of a list that are asked for with it
EXCERPTS = 20
TYPED = 20  # queries that are typed letter by letter
_MS = 1000.0
_FIRST = """
import sys, time
started = time.perf_counter()
from pathlib import Path
from reader.clipping import Search
from reader.library.library import Library
library = Library(Path(sys.argv[1]))
assert library.find(Search(sys.argv[2])).ids
print(f"{time.perf_counter() - started:.2f} {time.process_time():.2f}")
"""


@dataclass(frozen=True)
class Times:
    """Milliseconds of many calls."""

    wall: Sequence[float]
    cpu: Sequence[float]

    def __str__(self) -> str:
        wall, cpu = sorted(self.wall), sorted(self.cpu)
        told = (_at(wall, 0.5), _at(wall, 0.95), wall[-1], _at(cpu, 0.5), _at(cpu, 0.95))
        return " ".join(f"{one:8.1f}" for one in told)


def main() -> None:
    asked = _arguments()
    sys.path.insert(0, str(asked.bench.resolve()))
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        articles = asked.articles or _made_articles(asked, home)
        folder = asked.library or home / "library"
        if not folder.is_dir():
            _fill(folder, articles, asked.many)
        import bench_common  # type: ignore[import-not-found]

        queries = bench_common.queries(articles)
        _ask_all(folder, queries, asked.many)
        _tell_rival(asked.rival or home / "fts.db", articles, asked.many)


def _arguments() -> Any:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search")
    parser.add_argument("many", type=int)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--rival", type=Path)
    return parser.parse_args()


def _made_articles(asked: Any, home: Path) -> Path:
    articles = home / "articles.jsonl"
    script = str(asked.bench / "make_corpus.py")
    subprocess.run([sys.executable, script, str(asked.many), str(articles)], check=True)
    return articles


def _fill(folder: Path, articles: Path, many: int) -> None:
    library = Library(folder)
    wall, cpu = time.perf_counter(), time.process_time()
    fill(library, articles, many)
    _tell_rate("kept", many, wall, cpu)
    wall, cpu = time.perf_counter(), time.process_time()
    library.update_index()
    _tell_rate("indexed", many, wall, cpu)
    library.close()


def _ask_all(folder: Path, queries: dict[str, Any], many: int) -> None:
    library = Library(folder)
    if library.needs_index:
        wall, cpu = time.perf_counter(), time.process_time()
        library.update_index()
        _tell_rate("indexed", many, wall, cpu)
    library.warm_up()
    library.close()
    _tell_first(folder, queries["common"][0])
    library = Library(folder)
    library.find(Search(f"{queries['common'][0]} "))
    print(f"{'clippings':16} {'median':>8} {'95th':>8} {'worst':>8} {'cpu':>8} {'cpu 95th':>8}")
    for name, searches in _classes(queries):
        print(f"{name:16}", _timed(lambda one: _shown(library, one), searches))
    _ask_the_rest(library, queries)
    _tell_sizes(library)
    library.close()


def _tell_first(folder: Path, word: str) -> None:
    """How long a program that just started takes to open the library, and to answer."""
    asked = [sys.executable, "-c", _FIRST, str(folder), f"{word} "]
    for _ in range(2):  # the first time, what it reads may have to come from the disk
        told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
        print(f"open and first answer {told[0]} s, {told[1]} s of CPU")


def _ask_the_rest(library: Library, queries: dict[str, Any]) -> None:
    def count(search: Search) -> None:
        library.facets(search)

    common = [Search(f"{word} ", order=Order.RELEVANCE) for word in queries["common"]]
    for search in common:
        library.find(search)
    print(f"{'facets, more':16}", _after(library.find, count, common))
    found = {one: library.find(one).ids[:EXCERPTS] for one in common}
    times = _timed(lambda one: library.cards(found[one], one.words), common)
    plain = _timed(lambda one: library.cards(found[one]), common)
    print(f"{'20 cards':16}", plain)
    print(f"{'with excerpts':16}", times)
    letters = list(_typed(queries))
    print(f"{'each letter':16}", _timed(library.find, letters, rounds=1))
    begun = [(one.words, len(one.words)) for one in letters if one.words.strip()]
    print(f"{'completions':16}", _timed(lambda one: library.complete(*one), begun, rounds=1))
    some = library.find(Search()).ids[:: max(1, len(library.find(Search()).ids) // 40)][:40]
    print(f"{'more like this':16}", _timed(library.related, some, rounds=1))
    print(f"{'one added':16}", _timed(lambda one: _add(library, one), range(10), rounds=1))


def _classes(queries: dict[str, Any]) -> Iterator[tuple[str, list[Search]]]:
    def by_words(texts: Sequence[str]) -> list[Search]:
        return [Search(text, order=Order.RELEVANCE) for text in texts]

    common = by_words([f"{word} " for word in queries["common"]])
    yield "common", common
    yield "common by date", [replace(one, order=Order.NEWEST) for one in common]
    yield "rare", by_words([f"{word} " for word in queries["rare"]])
    yield "and2", by_words([f"{a} {b} " for a, b in queries["and2"]])
    yield "or3", by_words([" OR ".join(words) + " " for words in queries["or3"]])
    yield "phrase", by_words([f'"{a} {b}" ' for a, b in queries["phrase"]])
    for kind in ("prefix2", "prefix3", "prefix4"):
        yield kind, by_words([f"{start}* " for start in queries[kind]])
    yield "and_prefix", by_words([f"{a} {b}* " for a, b in queries["and_prefix"]])
    yield "fuzzy", by_words([f"{word}~ " for word in queries["fuzzy"]])
    by_tag = [Search(f"{word} ", order=Order.RELEVANCE, tag=tag) for word, tag in queries["f_tag"]]
    yield "tag", by_tag
    yield (
        "site",
        [
            Search(f"{word} ", order=Order.RELEVANCE).toggled(Facet.SOURCE, site)
            for word, site in queries["f_site"]
        ],
    )
    yield "date", by_words([f"{word} published:{a}..{b} " for word, a, b in queries["f_date"]])


def _typed(queries: dict[str, Any]) -> Iterator[Search]:
    words = zip(
        queries["common"], [two[1] for two in queries["and2"]], queries["rare"], strict=False
    )
    for three in list(words)[:TYPED]:
        line = " ".join(three)
        for end in range(1, len(line) + 1):
            yield Search(line[:end], order=Order.RELEVANCE)


def _shown(library: Library, search: Search) -> None:
    """What the window asks: all that is found in its order; the cards come as they are seen."""
    library.find(search).ids[:SHOWN]


def _add(library: Library, number: int) -> None:
    one = {
        "id": 10**9 + time.time_ns() + number, "title": f"Zebrafinch {number}", "author": "A",
        "site": "one.example", "date": "2026-01-01", "tags": [], "text": "A zebrafinch sang.",
    }  # fmt: skip
    before = len(library.find(Search("zebrafinch ")).ids)
    library._clippings.insert(clipping_of(one), {})
    library._indexing._unite = lambda: False  # type: ignore[method-assign]  # as it waits then
    library.update_index()
    assert len(library.find(Search("zebrafinch ")).ids) == before + 1


def _timed(ask: Callable[[Any], object], searches: Sequence[Any], rounds: int = ROUNDS) -> Times:
    wall: list[float] = []
    cpu: list[float] = []
    for one in searches[:2] if rounds > 1 else ():
        ask(one)
    for _ in range(rounds):
        for one in searches:
            started, worked = time.perf_counter(), time.process_time()
            ask(one)
            wall.append((time.perf_counter() - started) * _MS)
            cpu.append((time.process_time() - worked) * _MS)
    return Times(wall, cpu)


def _after(
    before: Callable[[Any], object], ask: Callable[[Any], object], searches: Sequence[Any]
) -> Times:
    """The times of what follows something else."""
    wall: list[float] = []
    cpu: list[float] = []
    for _ in range(ROUNDS):
        for one in searches:
            before(one)
            times = _timed(ask, [one], rounds=1)
            wall += times.wall
            cpu += times.cpu
    return Times(wall, cpu)


def _tell_sizes(library: Library) -> None:
    index = sum(one.stat().st_size for one in (library.folder / "index").iterdir())
    row = library._database.reading().execute("SELECT sum(length(text)) FROM bodies").fetchone()
    print(f"index ÷ text {index / row[0]:.2f}, segments {len(library._index.view().segments)}")
    peak = next(
        line.split()[1]
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        if line.startswith("VmHWM")
    )
    print(f"memory at most {int(peak) >> 10} MB")


def _tell_rate(what: str, many: int, wall: float, cpu: float) -> None:
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what} {many} in {wall:.0f} s: {many / cpu:.0f} a CPU second", flush=True)


def _tell_rival(rival: Path, articles: Path, many: int) -> None:
    import bench_common
    import search_rivals  # type: ignore[import-not-found]

    if not rival.is_file():
        made = search_rivals.FTS5(str(rival), new=True)
        made.build(bench_common.docs(articles, many))
    opened = search_rivals.FTS5(str(rival))
    print("SQLite FTS5")
    for name, ask, searches in opened.fns(bench_common.queries(articles)):
        print(f"{name:16}", _timed(ask, list(searches)), flush=True)


def _at(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]


if __name__ == "__main__":
    main()
