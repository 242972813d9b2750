"""Join what a reader brings from elsewhere with what was added here; nothing is ever taken away."""

import colorsys
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from reader.articles.quote import Quote, find_quote, quote_at
from reader.clipping import Additions, Colour, Highlight
from reader.library.marking import Spelling, edit_tags, in_order, plain_note
from reader.pages.record import Brought, BroughtMark

_COLOURS = {
    "yellow": Colour.YELLOW,
    "orange": Colour.YELLOW,
    "gold": Colour.YELLOW,
    "amber": Colour.YELLOW,
    "green": Colour.GREEN,
    "lime": Colour.GREEN,
    "mint": Colour.GREEN,
    "teal": Colour.GREEN,
    "blue": Colour.BLUE,
    "cyan": Colour.BLUE,
    "aqua": Colour.BLUE,
    "turquoise": Colour.BLUE,
    "red": Colour.ROSE,
    "pink": Colour.ROSE,
    "rose": Colour.ROSE,
    "magenta": Colour.ROSE,
    "purple": Colour.VIOLET,
    "violet": Colour.VIOLET,
    "lavender": Colour.VIOLET,
}
# Where on the circle of hues each colour ends, in degrees; from rose it begins anew.
_HUES = (
    (20, Colour.ROSE),
    (72, Colour.YELLOW),
    (172, Colour.GREEN),
    (248, Colour.BLUE),
    (300, Colour.VIOLET),
    (360, Colour.ROSE),
)
_HEX = re.compile("#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?", re.IGNORECASE)


def joined(old: Additions, brought: Brought, text: str, spelling: Spelling) -> Additions:
    """What is here with what was brought, marks being placed in the text where it has them."""
    tagged = edit_tags(brought.tags, (), spelling)(old)
    return replace(
        tagged,
        is_read=old.is_read or brought.is_read,
        is_starred=old.is_starred or brought.is_starred,
        is_archived=old.is_archived or brought.is_archived,
        note=_joined_notes(old.note, brought.note),
        highlights=_joined_marks(old.highlights, brought.marks, text),
    )


def placed(additions: Additions, text: str) -> Additions:
    """The same with each mark that had no place yet in the place that this text has for it."""
    marks = [_placed(mark, text) if mark.quote.start < 0 else mark for mark in additions.highlights]
    return replace(additions, highlights=in_order(marks))


def colour_of(word: str) -> Colour:
    """Our colour that is nearest to what another program calls one."""
    code = _HEX.fullmatch(word.strip())
    if code:
        red, green, blue = (int(part, 16) / 255 for part in code.groups())
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        if saturation < 0.1:  # grey
            return Colour.YELLOW
        return next(colour for end, colour in _HUES if hue * 360 <= end)
    said = word.casefold()
    return next((colour for name, colour in _COLOURS.items() if name in said), Colour.YELLOW)


def _joined_notes(here: str, brought: str) -> str:
    new = plain_note(brought).strip()
    if not new or new in here:
        return here
    return f"{here.rstrip()}\n\n{new}" if here.strip() else new


def _joined_marks(
    here: tuple[Highlight, ...], brought: Sequence[BroughtMark], text: str
) -> tuple[Highlight, ...]:
    found = list(here)
    now = datetime.now(UTC)
    for at, one in enumerate(brought):
        # Those of which no time is told keep their order.
        new = _placed(_mark(one, now + timedelta(microseconds=at)), text)
        if not new.quote.exact.strip():
            continue
        same = next((at for at, old in enumerate(found) if _is_same(old.quote, new.quote)), None)
        if same is None:
            found.append(new)
        else:
            found[same] = replace(found[same], note=_joined_notes(found[same].note, new.note))
    return in_order(found)


def _mark(brought: BroughtMark, now: datetime) -> Highlight:
    tags = " ".join(f"#{tag}" for tag in brought.tags)
    note = plain_note("\n\n".join(filter(None, (brought.note.strip(), tags))))
    exact, prefix, suffix = map(plain_note, (brought.exact, brought.prefix, brought.suffix))
    came_at = now.isoformat(timespec="microseconds").replace("+00:00", "Z")
    marked_at = plain_note(brought.marked_at) or came_at
    quote = Quote(exact, prefix, suffix)
    return Highlight(str(uuid4()), quote, colour_of(brought.colour), note, marked_at)


def _placed(mark: Highlight, text: str) -> Highlight:
    place = find_quote(text, mark.quote) if text else None
    return replace(mark, quote=quote_at(text, *place)) if place else mark


def _is_same(one: Quote, other: Quote) -> bool:
    return one.start == other.start and one.exact.split() == other.exact.split()
