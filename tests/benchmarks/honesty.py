"""Measure how much of each page is told as story or as left out, and what telling it costs.

python -m tests.benchmarks.honesty CORPUS [--all]

CORPUS is a folder with pages.jsonl, whose lines name the gzipped pages. Nearly all of them hold a
whole story, so that each page judged otherwise is listed with the evidence.
"""

import argparse
import gzip
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.articles.blocks import spoken_words
from reader.articles.boilerplate import drop_unread
from reader.articles.extract import extract
from reader.articles.left_out import left_out
from reader.articles.parse import parse
from reader.articles.picturing.noscript import bring_out
from reader.pages.encoding import decode
from reader.pages.saved_page import Kind, SavedPage

SLOW = 0.95  # the share of pages that are quicker than what is shown as slow
FEW = 0.02  # of a page's words; what its buttons and drawings say


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.honesty")
    parser.add_argument("corpus", type=Path, help="the folder with pages.jsonl")
    parser.add_argument("--all", action="store_true", help="every page, not the core alone")
    asked = parser.parse_args()
    show(list(read_pages(asked.corpus, asked.all)))


def read_pages(corpus: Path, wants_all: bool) -> Iterator[tuple[str, SavedPage]]:
    for line in (corpus / "pages.jsonl").read_text().splitlines():
        row = json.loads(line)
        if wants_all or row.get("core"):
            markup = decode(gzip.decompress((corpus / row["html"]).read_bytes()))
            yield row["id"], SavedPage("page.html", Kind.HTML, markup, row["url"])


def show(pages: list[tuple[str, SavedPage]]) -> None:
    cleaning, telling, untold = [], [], []
    reasons: Counter[str] = Counter()
    for name, page in pages:
        started = time.process_time()
        extract(page)
        cleaned = time.process_time()
        article, found = left_out(page)
        cleaning.append(cleaned - started)
        telling.append(time.process_time() - cleaned)
        reasons.update(one.reason.value for one in found)
        told = (article.html, article.title, article.standfirst, article.byline)
        untold.append(_untold(page, " ".join((*told, *(one.block.html for one in found)))))
        if article.completeness.value != "whole":
            print(f"    {article.completeness.value:8} {name}: {article.evidence}")
    print(f"{len(pages)} pages")
    print(f"    cleaning          {_times(cleaning)}")
    print(f"    with what is left {_times(telling)}")
    many = sum(share > FEW for share in untold)
    print(
        f"    words told nowhere: {statistics.mean(untold):.2%} of a page; over {FEW:.0%} on {many}"
    )
    print("    " + ", ".join(f"{reason} {count}" for reason, count in reasons.most_common()))


def _untold(page: SavedPage, told: str) -> float:
    """The share of a page's words that are neither in its article nor told as left out."""
    body = parse(page.markup).find("body")
    assert body is not None  # parse sees to it
    bring_out(body)
    drop_unread(body)
    words = Counter(spoken_words(" ".join(map(str, body.itertext()))).split())
    known = set(spoken_words(told).split())
    return sum(many for word, many in words.items() if word not in known) / (words.total() or 1)


def _times(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    slow = ordered[int(SLOW * len(ordered))]
    return f"median {statistics.median(ordered) * 1e3:6.1f} ms, p95 {slow * 1e3:6.1f} ms"


if __name__ == "__main__":
    main()
