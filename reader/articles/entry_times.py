"""Find the times that stand over the entries of a live report."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from lxml.etree import XPath
from lxml.etree import _Element as Element

from reader.articles.measure import Measures

_LONGEST, _LONGEST_AS_WRITTEN = 40, 120
_FEWEST = 3
# What an entry says below its time.
_SHORTEST_ENTRY = 80
_WITHIN = 3
_CLOCK = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d%€$])")
# Sooner sought, in all that a page says: most have none.
_MAY_BE_CLOCK = re.compile(r"[:.h](?=[0-5]\d)(?<=\d.)")
_SAID = XPath("string()", smart_strings=False)
_MAY_SAY_IT = ("time", "span", "div", "p", "small", "strong", "b", "em", "h3", "h4", "a")


def entry_times(body: Element, measures: Measures) -> frozenset[Element]:
    """Times of one kind, each of which stands over prose of its own, and what they stand in."""
    if len(_MAY_BE_CLOCK.findall(str(_SAID(body)))) < _FEWEST:
        return frozenset()
    found = {
        element: _entry_around(element, measures)
        for element in body.iter(*_MAY_SAY_IT)
        if _says_a_time(element, measures)
    }
    shared = Counter(entry for entry in found.values() if entry is not None)
    told = {
        element: _kind(element)
        for element, entry in found.items()
        if entry is not None and shared[entry] == 1
    }
    kinds = Counter(told.values())
    times = (element for element, kind in told.items() if kinds[kind] >= _FEWEST)
    return frozenset(one for time in times for one in _up_to(time, found[time]))


def _up_to(time: Element, entry: Element | None) -> Iterator[Element]:
    yield time
    yield from takewhile(lambda holder: holder is not entry, time.iterancestors())


def _says_a_time(element: Element, measures: Measures) -> bool:
    measure = measures[element]
    if not 0 < measure.own <= _LONGEST or measure.own != measure.text:
        return False
    # An icon may stand before it.
    said = element[0].tail if len(element) and not element.text else element.text
    if not said or len(said) > _LONGEST_AS_WRITTEN or not _CLOCK.search(said):
        return False
    return all(child.tag not in _MAY_SAY_IT for child in element)


def _entry_around(element: Element, measures: Measures) -> Element | None:
    """The nearest holder with prose; None where that says little."""
    for depth, holder in enumerate(element.iterancestors()):
        if depth == _WITHIN or holder.tag == "body":
            return None
        if measures[holder].prose >= _SHORTEST_ENTRY:
            return holder
    return None


def _kind(element: Element) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""
