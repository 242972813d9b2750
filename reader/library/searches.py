"""Save searches, change them, and take that back; remember those asked of late."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import uuid4

from reader.clipping import Change, SavedSearch, Search, SearchesChange
from reader.errors import ReaderError
from reader.library.marking import plain_note
from reader.store.database import Database
from reader.store.searches import Searches

LONGEST_NAME = 120
LONGEST_WORDS = 1_000

_All = tuple[SavedSearch, ...]


class Saving:
    """The saved and recent searches of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._searches = Searches(database)

    def saved(self) -> _All:
        return self._searches.saved()

    def save(self, name: str, search: Search) -> Change:
        asked = _writable(search)
        one = SavedSearch(str(uuid4()), _name(name, asked), asked)
        return self._change(lambda all_: (*all_, one))

    def edit(self, id_: str, name: str | None, search: Search | None) -> Change:
        def edited(one: SavedSearch) -> SavedSearch:
            if one.id != id_:
                return one
            asked = one.search if search is None else _writable(search)
            return SavedSearch(id_, one.name if name is None else _name(name, asked), asked)

        self._refuse_unknown(id_)
        return self._change(lambda all_: tuple(map(edited, all_)))

    def order(self, ids: Sequence[str]) -> Change:
        def ordered(all_: _All) -> _All:
            places = {id_: place for place, id_ in enumerate(dict.fromkeys(ids))}
            return tuple(sorted(all_, key=lambda one: places.get(one.id, len(places))))

        return self._change(ordered)

    def remove(self, id_: str) -> Change:
        self._refuse_unknown(id_)
        return self._change(lambda all_: tuple(one for one in all_ if one.id != id_))

    def undo(self, done: SearchesChange) -> Change:
        """Take back what a change did, and leave alone what came after it."""
        return self._change(lambda now: _taken_back(now, done))

    def recent(self) -> tuple[str, ...]:
        return self._searches.recent()

    def remember(self, words: str) -> None:
        plain = " ".join(plain_note(words).split())
        if plain and len(plain) <= LONGEST_WORDS:
            self._searches.remember(plain)

    def forget(self) -> None:
        self._searches.forget()

    def _refuse_unknown(self, id_: str) -> None:
        if all(one.id != id_ for one in self.saved()):
            raise ReaderError("This saved search is no more.")

    def _change(self, edit: Callable[[_All], _All]) -> Change:
        with self._database.writing():
            before = self._searches.saved()
            after = edit(before)
            if after == before:
                return Change()
            self._searches.save(after)
        return Change(searches=SearchesChange(before, after))


def _taken_back(now: _All, done: SearchesChange) -> _All:
    before = {one.id: one for one in done.before}
    after = {one.id: one for one in done.after}
    here = {one.id: one for one in now}
    for id_ in before.keys() | after.keys():
        was = before.get(id_)
        if was != after.get(id_) == here.get(id_):
            here.pop(id_, None)
            here |= {id_: was} if was else {}
    then = [one.id for one in done.before]
    later = [one.id for one in now if one.id not in before]
    moved = [one.id for one in done.after if one.id in before] != [
        id_ for id_ in then if id_ in after
    ]
    came_back = [id_ for id_ in then if id_ not in after]
    order = then + later if moved or came_back else [one.id for one in now]
    return tuple(here[id_] for id_ in order if id_ in here)


def _name(name: str, search: Search) -> str:
    plain = " ".join(plain_note(name).split()) or " ".join(plain_note(search.words).split())
    return plain[:LONGEST_NAME] or search.tag or search.source or str(search.shelf)


def _writable(search: Search) -> Search:
    """Without what no database can take."""
    return replace(
        search,
        words=plain_note(search.words)[:LONGEST_WORDS],
        tag=plain_note(search.tag),
        source=plain_note(search.source),
        narrowed=tuple(replace(one, value=plain_note(one.value)) for one in search.narrowed),
    )
