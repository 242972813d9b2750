"""Refuse pages that would take minutes, and all memory, to be cleaned."""

import re
from collections.abc import Iterator

from reader.errors import CannotOpenPage

MOST_LETTERS = 8_000_000  # a dozen novels
MOST_ELEMENTS = 150_000  # a long page has a tenth of them
_LIGHT = 400_000  # letters, in which neither can be passed
_ELEMENT = re.compile(r"<[a-zA-Z]")
_UNREAD = re.compile(r"<script\b|<style\b|<!--", re.IGNORECASE)
_ENDS = {
    one: re.compile(end, re.IGNORECASE)
    for one, end in (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"))
}
_EMBEDDED = re.compile(r";base64,[\w+/=%\s-]*", re.ASCII)


def refuse_heavy(shown: str, markup: str) -> None:
    """CannotOpenPage where a page has too much in it, pictures and scripts not counted."""
    if len(markup) <= _LIGHT or _is_light(markup):
        return
    letters = elements = 0
    for start, end in readable(markup):
        embedded = _EMBEDDED.finditer(markup, start, end)
        letters += end - start - sum(one.end() - one.start() for one in embedded)
        elements += sum(1 for _ in _ELEMENT.finditer(markup, start, end))
    if letters > MOST_LETTERS:
        raise CannotOpenPage(
            f"“{shown}” is too large: it holds {letters // 1_000_000} million letters, "
            f"and a page may have {MOST_LETTERS // 1_000_000} million at most."
        )
    refuse_many(shown, elements, "elements")


def refuse_many(shown: str, many: int, what: str) -> None:
    """The same for what will be an element each."""
    if many > MOST_ELEMENTS:
        raise CannotOpenPage(
            f"“{shown}” is too intricate: it has {many:,} {what}, "
            f"and a page may have {MOST_ELEMENTS:,} at most."
        )


def _is_light(markup: str) -> bool:
    """Whether neither can be passed, however little of it is pictures and scripts."""
    return len(markup) <= MOST_LETTERS and markup.count("<") <= MOST_ELEMENTS


def readable(markup: str) -> Iterator[tuple[int, int]]:
    """The places between scripts, styles and comments; one that never ends holds nothing."""
    at = sought = 0
    endless: set[str] = set()
    while found := _UNREAD.search(markup, sought):
        opening = found[0].lower()
        sought = found.end()
        end = None if opening in endless else _ENDS[opening].search(markup, sought)
        if end is None:
            endless.add(opening)
            continue
        yield at, found.start()
        at = sought = end.start()
    yield at, len(markup)
