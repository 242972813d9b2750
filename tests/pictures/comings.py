"""What comes in for the pictures: another program's library, links, and a page saved twice."""

import csv
import os
from collections.abc import Sequence
from html import escape
from pathlib import Path

from reader.foreign.foreign_library import Tallies
from reader.library.looking import Recognised

LINK = "Where the old tram rails went"
BELL = "The bell in the reading room rings again"
ADDRESS = "https://uplandpost.example/culture/the-bell"
SAVED = (1_792_000_000, 1_792_200_000)

FOUND = (
    Recognised(
        Path("/home/reader/Downloads/part_000000.csv"),
        "Pocket",
        Tallies(items=3000, links=3000, tags=41, tagged=900, read=2100, archived=2100),
        (
            "Pocket's file holds no texts: 3,000 links come in without one.",
            "Pocket's file holds no favourites or highlights.",
        ),
    ),
    Recognised(
        Path("/home/reader/Downloads/wallabag export.json"),
        "wallabag",
        Tallies(items=412, with_text=401, links=11, tags=29, marks=340, starred=44, archived=200),
        ("11 items have no text in the file, and will be a link without one.",),
    ),
)

_BEFORE = (
    "For eleven years the bell above the reading room was silent. The rope had worn through in "
    "the winter of the long frost, and nobody could say whose task it was to buy another.",
    "On Monday at nine it rang again. Ms Abel, who keeps the periodicals, had plaited a rope from "
    "the cords of old atlases, forty of them, one for every year she has worked there.",
    "“It is not loud,” she said, “but it is on time.” The town clock is not.",
    "The library opens at nine, except on Thursdays.",
)
_CHANGES = (
    ("eleven years", "twelve years"),
    ("forty of them", "forty-one of them"),
    ("is not.", "was mended the same evening."),
)


def bell(*, is_later: bool = False) -> tuple[str, ...]:
    """The story as it was told first, or as it was told the day after."""
    if not is_later:
        return _BEFORE
    told = list(_BEFORE)
    for old, new in _CHANGES:
        told = [text.replace(old, new) for text in told]
    return (*told, "Correction: an earlier version counted one year, and one atlas, too few.")


def save_bell(folder: Path) -> list[Path]:
    """The page as it was saved on two days."""
    return [
        _save(folder / f"bell-{number}.html", bell(is_later=bool(number)), at)
        for number, at in enumerate(SAVED)
    ]


def save_links(file: Path) -> Path:
    """A library that holds addresses alone."""
    links = (
        (LINK, "https://www.uplandpost.example/city/tram-rails"),
        ("A short history of the paper boat", "https://riverside.example/boats"),
        ("ساعة البرج تعود إلى العمل", "https://oasis.example/clock"),
    )
    with file.open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(("title", "url", "time_added", "tags", "status"))
        for number, (title, address) in enumerate(links):
            rows.writerow((title, address, str(SAVED[0] + number * 90_000), "slow", "unread"))
    return file


def _save(page: Path, paragraphs: Sequence[str], at: int) -> Path:
    story = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{BELL}</title>'
        f'<link rel="canonical" href="{ADDRESS}">'
        '<meta property="og:site_name" content="The Upland Post"></head>'
        f"<body><article><h1>{BELL}</h1>{story}</article></body></html>",
        encoding="utf-8",
    )
    os.utime(page, (at, at))
    return page
