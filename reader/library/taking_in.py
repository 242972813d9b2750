"""Decide what becomes of a page that comes in, beside all that is here already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from reader.articles.article import Completeness
from reader.clipping import Clipping, Outcome, Status, Version
from reader.library.brought import joined, placed
from reader.library.incoming import Prepared
from reader.library.marking import Spelling
from reader.pages.record import Brought
from reader.store.additions import all_tags, load_additions, save_additions
from reader.store.address_key import address_key
from reader.store.clippings import Clippings
from reader.store.database import Database
from reader.store.sketch import NEAR, likeness, shared, shingles
from reader.store.versions import Known, Neighbour, Versions

if TYPE_CHECKING:
    from reader.store.sketch import Runs

RELATED = 0.08  # of the shorter text's runs of words; live pages keep little more than that

# How much of the story is there.
_WORTH = {
    Completeness.WHOLE: 4,
    Completeness.PARTIAL: 3,
    Completeness.LIST: 2,
    Completeness.TEASER: 1,
}
_TELLING = frozenset((Completeness.WHOLE, Completeness.PARTIAL, Completeness.LIST))


@dataclass(frozen=True)
class Arrival:
    """A prepared page with the file it came in."""

    page: Prepared
    path: Path
    file_name: str
    came_at: str
    entry: str = ""

    @property
    def saved_at(self) -> str:
        return stamp(self.page.saved_at) if self.page.saved_at else self.came_at

    @property
    def completeness(self) -> Completeness:
        return self.page.article.completeness

    @cached_property
    def runs(self) -> "Runs":
        gist = self.page.gist
        return gist.runs if gist else shingles(self.page.article.text)

    @property
    def version(self) -> Version:
        return Version(
            self.page.key,
            self.page.article.title,
            self.saved_at,
            self.came_at,
            self.file_name.encode("utf-8", "replace").decode(),
            self.completeness,
        )

    def outcome(self, status: Status, known: Known, reason: str = "") -> Outcome:
        """`reason` goes on from the clipping's title; where it lies is told as well."""
        trash = "lies in the trash" if known.is_trashed else ""
        said = "; it ".join(filter(None, (reason, trash)))
        whole = f"“{known.title}” {said}." if said else ""
        return Outcome(self.path, status, known.id, known.title, whole, self.entry)


class TakingIn:
    """Takes in pages within one transaction of whoever asks for it."""

    def __init__(self, database: Database, clippings: Clippings, versions: Versions) -> None:
        self._database = database
        self._clippings = clippings
        self._versions = versions

    def take_in(self, arrival: Arrival) -> Outcome:
        page = arrival.page
        known = self._versions.known(page.key)
        if known:
            return here_already(arrival.path, known, arrival.entry)
        neighbours = self._versions.with_address(address_key(page.article.address))
        if arrival.completeness is Completeness.LINK:
            # The link of a page that is here tells nothing of it but what was added to it.
            return self._join_link(arrival, neighbours) if neighbours else self._add(arrival)
        found = _of_same_page(arrival, neighbours)
        if found is None:
            return self._add(arrival)
        if found.completeness is Completeness.LINK:
            return self._fill(arrival, found)
        return self._keep_version(arrival, found)

    def _add(self, arrival: Arrival) -> Outcome:
        page = arrival.page
        clipping = Clipping(
            id=str(uuid4()),
            article=page.article,
            added_at=arrival.came_at,
            saved_at=arrival.saved_at,
            file_name=arrival.file_name,
            original=page.key,
        )
        self._clippings.insert(clipping, page.pictures, page.gist)
        if page.brought != Brought():
            self._join(clipping.id, arrival, page.article.text)
        title = page.article.title
        return Outcome(arrival.path, Status.ADDED, clipping.id, title, entry=arrival.entry)

    def _join_link(self, arrival: Arrival, neighbours: Sequence[Neighbour]) -> Outcome:
        texts = [one for one in neighbours if one.completeness is not Completeness.LINK]
        found = (texts or list(neighbours))[0]
        self._versions.keep(found.number, arrival.version)
        is_changed = self._join(found.id, arrival, found.text)
        reason = "is here already; what was added to it elsewhere was joined" if is_changed else ""
        return arrival.outcome(Status.DUPLICATE, found, reason)

    def _fill(self, arrival: Arrival, found: Neighbour) -> Outcome:
        """Only a link was here; all that was added to it stays."""
        self._show(arrival, found)
        now = replace(found, title=arrival.page.article.title)
        return replace(arrival.outcome(Status.FILLED, now), is_remade=True)

    def _keep_version(self, arrival: Arrival, found: Neighbour) -> Outcome:
        is_same = likeness(arrival.runs, shingles(found.text)) >= NEAR
        shows = _shows(arrival, found, is_same)
        if shows:
            self._show(arrival, found)
        else:
            self._versions.keep(found.number, arrival.version)
            self._join(found.id, arrival, found.text)
        if is_same:
            reason = "is here already; this was kept as another copy"
            return replace(arrival.outcome(Status.DUPLICATE, found, reason), is_remade=shows)
        reason = "" if shows else "goes on showing what it showed; this was kept as another version"
        return replace(arrival.outcome(Status.VERSION, found, reason), is_remade=shows)

    def _show(self, arrival: Arrival, found: Neighbour) -> None:
        page = arrival.page
        self._versions.keep(found.number, arrival.version)
        self._versions.show(found.number, page.key, page.article, page.pictures)
        self._join(found.id, arrival, page.article.text)

    def _join(self, id_: str, arrival: Arrival, text: str) -> bool:
        """Add what was brought, and place the marks that had none; whether that changed a thing."""
        with self._database.writing() as db:
            before = load_additions(db, [id_])
            now = before[id_]
            brought = arrival.page.brought
            if brought != Brought():
                now = joined(now, brought, text, self._spelling)
            after = {id_: placed(now, text)}
            save_additions(db, before, after)
            if brought.position > 0:
                self._clippings.bring_position(id_, min(1.0, brought.position))
            return before != after

    @cached_property
    def _spelling(self) -> Spelling:
        """Read once for all that come in: nobody else writes while the transaction lasts."""
        return Spelling(all_tags(self._database.reading()))


def here_already(path: Path, known: Known, entry: str = "") -> Outcome:
    lies = f"“{known.title}” is here already; it lies in the trash." if known.is_trashed else ""
    return Outcome(path, Status.DUPLICATE, known.id, known.title, lies, entry)


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _of_same_page(arrival: Arrival, neighbours: Sequence[Neighbour]) -> Neighbour | None:
    """The clipping of which this is another page; those with a text before a bare link."""
    if not neighbours:
        return None
    links = [one for one in neighbours if one.completeness is Completeness.LINK]
    related = [one for one in neighbours if one not in links and _is_related(arrival, one)]
    if related:
        return max(related, key=lambda one: (shared(arrival.runs, shingles(one.text)), -one.number))
    return links[0] if links else None


def _is_related(arrival: Arrival, other: Neighbour) -> bool:
    """Whether two pages of one address tell of the same; walls and errors tell nothing else."""
    if arrival.completeness not in _TELLING or other.completeness not in _TELLING:
        return True
    if arrival.page.article.title.casefold() == other.title.casefold():
        return True
    return shared(arrival.runs, shingles(other.text)) >= RELATED


def _shows(arrival: Arrival, other: Neighbour, is_same: bool) -> bool:
    """Whether the new page is to show: the later one does, but never less of the story."""
    new, old = _WORTH.get(arrival.completeness, 0), _WORTH.get(other.completeness, 0)
    if new != old:
        return new > old
    if is_same:
        return len(arrival.page.pictures) > other.saved_pictures
    return arrival.saved_at >= other.saved_at
