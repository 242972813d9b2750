"""Entry: what is searched of one clipping."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """What is searched of one clipping."""

    number: int
    title: str
    standfirst: str
    byline: str
    source: str
    section: str
    topics: str
    tags: str
    note: str
    body: str


class IndexDamaged(Exception):
    """The index cannot be read; it must be made anew."""
