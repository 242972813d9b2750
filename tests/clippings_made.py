"""Make clippings and short ways to them for the tests of the collection."""

from pathlib import Path

from pages_made import write_story

from reader.clipping import Outcome, Search, Status
from reader.library.library import Library


def add_story(library: Library, folder: Path, title: str, *paragraphs: str) -> str:
    """Add a page with this title, and give the clipping's id."""
    name = f"{sum(1 for _ in folder.glob('*.html')) if folder.is_dir() else 0}.html"
    [outcome] = library.add([write_story(folder / name, title, *paragraphs)])
    assert outcome.status is Status.ADDED, outcome
    return outcome.id


def add_stories(library: Library, folder: Path, *titles: str) -> list[str]:
    return [add_story(library, folder, title) for title in titles]


def statuses(outcomes: list[Outcome]) -> list[Status]:
    return [one.status for one in outcomes]


def titles(library: Library, search: Search) -> list[str]:
    """The titles of what a search finds, in its order."""
    return [card.title for card in library.cards(library.find(search).ids)]
