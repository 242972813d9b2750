"""Measure what pages cost that repeat one thing: ten times as many must cost about ten times.

python -m tests.benchmarks.shapes [SHAPE …]

A step that goes through the whole story, or through all siblings, for each of many elements costs a
hundred times as much.
"""

import argparse
import time
from collections.abc import Callable

from .adapter import extract

FEW, MANY = 600, 6_000
MOST = 15  # times as much for ten times as many; above it a step grows with the square

_SENTENCE = "The council of the town met in the evening and spoke of the bridge at length. "
_STORY = f"<p>{_SENTENCE * 8}</p>" * 6

_SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<p>{_SENTENCE}</p>",
    "sections of other classes": lambda n: f"<section class=x{n}>{_SENTENCE}</section>",
    "links to places": lambda n: (
        f"<ul><li><a href=#a{n}>Part {n}</a><li><a href=#b{n}>Piece {n}</a></ul>"
        f"<h3 id=a{n}>Part {n}</h3><p id=b{n}>{_SENTENCE}</p>"
    ),
    "links to no places": lambda n: (
        f"<ul><li><a href=#a{n}>Part {n}</a><li><a href=#b{n}>Piece {n}</a></ul>"
    ),
    "footnotes": lambda n: (
        f"<p>{_SENTENCE}<sup><a href=#f{n} id=r{n}>{n}</a></sup></p>"
        f"<p id=f{n}>Note {n} <a href=#r{n}>back</a></p>"
    ),
    "linked pictures": lambda n: f"<a href=/story{n}><img src=p{n}.jpg></a>",
    "linked pictures, each held": lambda n: f"<div><a href=/s{n}><img src=p{n}.jpg></a></div>",
    "figures": lambda n: (
        f"<figure><img src=p{n}.jpg></figure><div><small>{_SENTENCE}</small></div>"
    ),
    "pictures in a row": lambda n: f"<img src=p{n}.jpg width=300 height=200>",
    "cards": lambda n: f"<div><h3><a href=/x{n}>The bridge {n}</a></h3><p>{_SENTENCE}</p></div>",
    "articles": lambda n: f"<article><h3>Head {n}</h3><p>{_SENTENCE}</p></article>",
    "announcements": lambda n: f"<p>Read more:</p><p><a href=/x{n}>The bridge, part {n}</a></p>",
    "buttons": lambda n: f"<button>Why is it {n}?</button><p>{_SENTENCE}</p>",
    "links as buttons": lambda n: f"<a class=btn href=/x{n}>Go {n}</a>",
    "web components": lambda n: f"<x-part{n}>{_SENTENCE}</x-part{n}>",
    "headings of two lines": lambda n: f"<h2>Head<br>{n}</h2><p>{_SENTENCE}</p>",
    "headings in cells": lambda n: f"<table><tr><td><h3>Head {n}</h3><td>x</table>",
    "lists in lists": lambda n: f"<ul><li>Item {n}<ul><li><a href=/y{n}>Sub</a></ul></ul>",
    "times": lambda n: f"<div><time datetime=2020-01-01>1 January</time><p>{_SENTENCE}</p></div>",
    "bylines": lambda n: f"<p class=byline>By IDA HOLM{n}</p>",
    "comments": lambda n: f"<div class=comment id=c{n}>{_SENTENCE}</div>",
    "posts": lambda n: (
        f"<blockquote class=twitter-tweet><p>{_SENTENCE}</p><a href=https://t.example/{n}>x</a>"
        "</blockquote>"
    ),
    "headlines": lambda n: f"<h1>The bridge of the town {n}</h1>",
    "tags": lambda n: f"<a rel=tag href=/t{n}>Tag {n}</a> ",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.shapes")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="some of: " + ", ".join(_SHAPES))
    asked = parser.parse_args()
    print(f"{'CPU s':<35}{f'{FEW:,}':>10}{f'{MANY:,}':>10}{'times':>8}")
    for name in asked.shapes or _SHAPES:
        for page, where in ((_within, "in"), (_beside, "beside")):
            few, many = (_cost(page(_SHAPES[name], count)) for count in (FEW, MANY))
            sign = "" if many < MOST * few else "   GROWS WITH THE SQUARE"
            print(f"{name:<27} {where:<7}{few:>10.3f}{many:>10.3f}{many / few:>8.1f}{sign}")


def _within(shape: Callable[[int], str], count: int) -> str:
    repeated = "".join(map(shape, range(count)))
    return _page(f"<article>{_STORY}{repeated}{_STORY}</article>")


def _beside(shape: Callable[[int], str], count: int) -> str:
    """The story stands before what is repeated, and is the longer of the two."""
    repeated = "".join(map(shape, range(count)))
    return _page(f"<div class=story>{_STORY * (count // 60)}</div>{repeated}")


def _page(body: str) -> str:
    title = "The bridge of the town"
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"


def _cost(page: str) -> float:
    """CPU seconds."""
    content = page.encode()
    costs = []
    for _ in range(2):
        began = time.process_time()
        extract(content, "https://news.example/bridge")
        costs.append(time.process_time() - began)
    return min(costs)


if __name__ == "__main__":
    main()
