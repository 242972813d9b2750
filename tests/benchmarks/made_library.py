"""Make a library of invented articles, once, and pages to add to one."""

import json
import os
import shutil
from pathlib import Path
from random import Random

from reader.library.library import Library

CACHE = Path(__file__).resolve().parents[2] / "build" / "benchmarks"
CLIPPINGS = 1_000
FORM = 1  # to be raised when what is made changes

_TELLING = """
    harbour council morning bridge winter letter market river engine garden paper station
    ferry island lamp teacher window captain village tower silver orchard signal northern
    meeting budget railway library coast storm carpenter evening copper minister harvest
    valley promise bakery school concert museum question answer journey lantern festival
    painter summer mountain shepherd telegram voyage weather theatre quarter cellar anchor
    reopened carried counted waited promised measured repaired crossed gathered listened
    quiet narrow early bright wooden patient distant careful hollow ordinary sudden
"""
_SMALL = "the of and to a in that was for on with as by at from which had were not its"
_TAGS = ("coast", "coast/ferries", "railways", "housing", "music", "food/bread", "schools")
_SOURCES = ("Firth Gazette", "The Upland Post", "Saltmarsh Courier", "Morning Lantern")


def made_library() -> Path:
    """The folder of a library with a thousand clippings."""
    folder = CACHE / f"library-{CLIPPINGS}-{FORM}"
    if folder.is_dir():
        return folder
    draft = CACHE / "draft"
    shutil.rmtree(draft, ignore_errors=True)
    pages = draft / "pages"
    pages.mkdir(parents=True)
    for number in range(CLIPPINGS):
        (pages / f"{number:04}.html").write_text(_page(number, clutter=2), encoding="utf-8")
    library = Library(draft / "library", workers=2)
    outcomes = sorted(library.add([pages]), key=lambda one: one.path)
    for number, tag in enumerate(_TAGS):
        library.tag([one.id for one in outcomes[number :: len(_TAGS) + 3]], [tag])
    library.read([one.id for one in outcomes[::2]])
    library.star([one.id for one in outcomes[::31]])
    library.update_index()
    library.close()
    (draft / "library").rename(folder)
    shutil.rmtree(draft)
    return folder


def kept_bytecode() -> dict[str, str]:
    """The environment of a program that was started before, as an installed one is."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(CACHE / "bytecode"), "QT_QPA_PLATFORM": "offscreen"}


def made_pages(folder: Path, count: int) -> None:
    """Pages of about 60 KB with much markup, as news sites send them."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        page = _page(100_000 + number, clutter=60)
        (folder / f"{number:04}.html").write_text(page, encoding="utf-8")


def _page(number: int, clutter: int) -> str:
    dice = Random(number)
    title = _sentence(dice, 7).rstrip(".")
    about = {
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"20{20 + number % 6}-{1 + number % 12:02}-{1 + number % 28:02}T08:00:00Z",
        "author": {"@type": "Person", "name": f"{_word(dice).title()} Varley"},
        "publisher": {"@type": "Organization", "name": dice.choice(_SOURCES)},
    }
    paragraphs = [_paragraph(dice) for _ in range(dice.randint(5, 14))]
    boxes = "".join(_box(dice) for _ in range(clutter))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>"
        f"<script type='application/ld+json'>{json.dumps(about)}</script></head><body>"
        f"<header><nav><ul>{_links(dice, 12)}</ul></nav></header><div class='page'><main><article>"
        f"<h1>{title}</h1><p>{'</p><p>'.join(paragraphs)}</p></article></main>"
        f"<aside>{boxes}</aside></div><footer>{_links(dice, 12)}</footer></body></html>"
    )


def _box(dice: Random) -> str:
    return (
        "<div class='teaser-box'><div class='inner'><h3><a href='/x'>"
        f"{_sentence(dice, 6)}</a></h3><div class='meta'><span class='tag'>{_word(dice)}"
        f"</span><span class='time'>12:30</span></div><p>{_sentence(dice, 14)}</p><ul>"
        f"{_links(dice, 5)}</ul></div></div>"
    )


def _links(dice: Random, count: int) -> str:
    words = (_word(dice) for _ in range(count))
    return "".join(
        f"<li class='item'><a href='/{one}' class='link'>{one}</a></li>" for one in words
    )


def _paragraph(dice: Random) -> str:
    return " ".join(_sentence(dice, dice.randint(8, 22)) for _ in range(dice.randint(3, 5)))


def _sentence(dice: Random, words: int) -> str:
    said = [_word(dice, _SMALL if at % 2 else _TELLING) for at in range(words)]
    return " ".join(said).capitalize() + "."


def _word(dice: Random, words: str = _TELLING) -> str:
    return dice.choice(words.split())
