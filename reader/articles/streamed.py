"""Put text that a page sends late, hidden at its end, where the page's script would put it."""

import re

from lxml.etree import _Element as Element

# React streams a part as <div hidden id="S:1"> and moves it to <template id="B:1"> or "P:1".
_LATE = re.compile(r"S:([0-9a-f]+)")


def put_in_place(body: Element) -> None:
    named = ((part, part.get("id")) for part in body.iter("div"))
    late = [part for part, name in named if name and _LATE.fullmatch(name)]
    if not late:
        return
    places = {place.get("id"): place for place in body.iter("template") if place.get("id")}
    for part in late:
        number = str(part.get("id"))[2:]
        place = places.get(f"B:{number}", places.get(f"P:{number}"))
        holder = place.getparent() if place is not None else None
        if place is None or holder is None or part in set(holder.iterancestors()):
            part.attrib.pop("hidden", "")
            continue
        part.attrib.pop("hidden", "")
        part.tail = None
        place.addprevious(part)
