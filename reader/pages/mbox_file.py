"""Open the mails of an mbox, the one file in which mail programs keep or export many."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from reader.pages.file_names import said
from reader.pages.file_sign import MAILS_PARTED
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage
from reader.pages.unopened import Unopened
from reader.pages.within import Within, open_within

_MOST_MAILS = 5_000
_QUOTED = re.compile(rb"(?m)^>(?=>*From )")


def open_mbox(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    """Each mail and what is attached to it, in their order."""
    places = list(islice(MAILS_PARTED.finditer(original.content), _MOST_MAILS + 1))
    ends = [*(one.start() for one in places), len(original.content)][1:]
    files = [
        Within(f"{number}.eml", partial(_taken_out, original, f"{number}.eml", one.end(), end))
        for number, (one, end) in enumerate(zip(places, ends, strict=True), 1)
    ]
    yield from open_within(files[:_MOST_MAILS], wanted)
    if len(files) > _MOST_MAILS:
        shown = said(original.name.rsplit("/", 1)[-1])
        told = f"“{shown}” holds more than {_MOST_MAILS} mails, and those behind were not read."
        yield Unopened("", f"{told} Export them into several files, and add those.")


def _taken_out(original: Original, name: str, start: int, end: int) -> Original:
    content = _QUOTED.sub(b"", original.content[start:end])
    return Original(name, content, {}, original.changed_at, original.depth + 1)
