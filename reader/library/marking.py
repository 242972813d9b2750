"""Change what the reader added to clippings, and take changes back."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from reader.articles.corrections import Correction
from reader.articles.quote import Quote
from reader.clipping import Additions, Change, Colour, Highlight
from reader.library.writable import in_line
from reader.store.additions import all_tags, load_additions, save_additions
from reader.store.database import Database

Edit = Callable[[Additions], Additions]


def additions(database: Database, ids: Sequence[str]) -> dict[str, Additions]:
    return load_additions(database.reading(), ids)


def change(database: Database, ids: Iterable[str], edit: Edit) -> Change:
    """Edit the additions of each clipping, all in one transaction."""
    asked = tuple(dict.fromkeys(ids))
    with database.writing() as db:
        before = load_additions(db, asked)
        after = {id_: edit(old) for id_, old in before.items()}
        after = {id_: new for id_, new in after.items() if new != before[id_]}
        save_additions(db, before, after)
    return Change(before={id_: before[id_] for id_ in after}, after=after)


def undo(database: Database, done: Change) -> Change:
    """Take back what a change did, and leave alone what came after it."""
    with database.writing() as db:
        now = load_additions(db, tuple(done.after))
        back = {id_: _taken_back(now[id_], done.before[id_], done.after[id_]) for id_ in now}
        back = {id_: then for id_, then in back.items() if then != now[id_]}
        save_additions(db, now, back)
    return Change(before={id_: now[id_] for id_ in back}, after=back)


class Spelling:
    """The letters' case in which each tag is known, and each tag that one is nested under."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_letters: dict[str, str] = {}
        for tag in known:
            self.learn(tag)

    def learn(self, tag: str) -> None:
        for upper in _upwards(tag):
            self._by_letters[upper.casefold()] = upper

    def spell(self, typed: str) -> str:
        """The tag, in the letters' case in which it, or a tag it is nested under, is known."""
        tag = tidy_tag(typed)
        for upper in _upwards(tag):
            known = self._by_letters.get(upper.casefold())
            if known is not None:
                return known + tag[len(upper) :]
        return tag


def edit_tags(add: Iterable[str], remove: Iterable[str], spelling: Spelling) -> Edit:
    """Add and remove tags; one known in other letters' case is the same tag."""
    new: list[str] = []
    for tag in filter(None, map(spelling.spell, add)):
        new.append(tag)
        spelling.learn(tag)
    gone = {tidy_tag(tag).casefold() for tag in remove}

    def edit(old: Additions) -> Additions:
        kept = [tag for tag in old.tags if tag.casefold() not in gone]
        return replace(old, tags=tuple(sorted({*kept, *new})))

    return edit


def tidy_tag(typed: str) -> str:
    """A tag without `#`, stray space or empty levels: " #asia / korea/" is "asia/korea"."""
    plain = unicodedata.normalize("NFC", in_line(plain_note(typed))).replace(",", " ")
    levels = (" ".join(level.split()).lstrip("# ") for level in plain.split("/"))
    return "/".join(level for level in levels if level)


def _upwards(tag: str) -> Iterator[str]:
    """The tag, then each that it is nested under."""
    while tag:
        yield tag
        tag = tag.rpartition("/")[0]


def edit_highlight(id_: str, edit: Callable[[Highlight], Highlight]) -> Edit:
    def edit_all(old: Additions) -> Additions:
        marks = tuple(edit(mark) if mark.id == id_ else mark for mark in old.highlights)
        return replace(old, highlights=marks)

    return edit_all


def add_highlight(quote: Quote, colour: Colour, note: str) -> Edit:
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    mark = Highlight(str(uuid4()), quote, colour, note, now)
    return lambda old: replace(old, highlights=in_order((*old.highlights, mark)))


def remove_highlight(id_: str) -> Edit:
    return lambda old: replace(
        old, highlights=tuple(mark for mark in old.highlights if mark.id != id_)
    )


def known_tags(database: Database) -> tuple[str, ...]:
    return all_tags(database.reading())


def plain_note(typed: str) -> str:
    """A note without what no database or screen can take."""
    return re.sub("[\0\ud800-\udfff]", "", typed)


def in_order(marks: Iterable[Highlight]) -> tuple[Highlight, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.quote.start, mark.marked_at, mark.id)))


def _taken_back(now: Additions, before: Additions, after: Additions) -> Additions:
    """`now` with what the change did as it was before, where that still stands as it left it."""
    states = {
        name: getattr(before, name)
        for name in ("is_read", "is_starred", "is_archived", "is_trashed", "note")
        if getattr(before, name) != getattr(after, name) == getattr(now, name)
    }
    added, removed = set(after.tags) - set(before.tags), set(before.tags) - set(after.tags)
    tags = set(now.tags) - added | removed
    return replace(
        now,
        **states,
        tags=tuple(sorted(tags)),
        highlights=_marks_back(now, before, after),
        corrections=_corrections_back(now, before, after),
    )


def _marks_back(now: Additions, before: Additions, after: Additions) -> tuple[Highlight, ...]:
    old = {mark.id: mark for mark in before.highlights}
    new = {mark.id: mark for mark in after.highlights}
    here = {mark.id: mark for mark in now.highlights}
    touched = {
        id_
        for id_ in old.keys() | new.keys()
        if old.get(id_) != new.get(id_) and new.get(id_) == here.get(id_)
    }
    kept = [mark for mark in now.highlights if mark.id not in touched]
    return in_order([*kept, *(old[id_] for id_ in touched if id_ in old)])


def _corrections_back(
    now: Additions, before: Additions, after: Additions
) -> tuple[Correction, ...]:
    old = {one.block: one for one in before.corrections}
    new = {one.block: one for one in after.corrections}
    here = {one.block: one for one in now.corrections}
    for block in old.keys() | new.keys():
        if old.get(block) != new.get(block) == here.get(block):
            here.pop(block, None)
            here |= {block: old[block]} if block in old else {}
    return tuple(here[block] for block in sorted(here))
