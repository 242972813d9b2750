"""The part of the one door by which the reader adds to clippings, and corrects them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.articles.quote import Quote, quote_of
from reader.clipping import Additions, Change, Colour
from reader.errors import ReaderError
from reader.library import correcting, marking
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings
from reader.store.database import Database

if TYPE_CHECKING:
    from reader.articles.removed_block import RemovedBlock


class Changing:
    """What the reader does to clippings; each change is told. Any thread may call."""

    _database: Database
    _blobs: Blobs
    _clippings: Clippings

    def known_tags(self) -> tuple[str, ...]:
        return marking.known_tags(self._database)

    def additions(self, ids: Sequence[str]) -> dict[str, Additions]:
        """What was added to each of these clippings; those not there are left out."""
        return marking.additions(self._database, ids)

    def read(self, ids: Iterable[str], is_read: bool = True) -> Change:
        return self._change(ids, is_read=is_read)

    def star(self, ids: Iterable[str], is_starred: bool = True) -> Change:
        return self._change(ids, is_starred=is_starred)

    def archive(self, ids: Iterable[str], is_archived: bool = True) -> Change:
        return self._change(ids, is_archived=is_archived)

    def trash(self, ids: Iterable[str]) -> Change:
        return self._change(ids, is_trashed=True)

    def restore(self, ids: Iterable[str]) -> Change:
        return self._change(ids, is_trashed=False)

    def tag(
        self, ids: Iterable[str], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> Change:
        edit = marking.edit_tags(add, remove, marking.Spelling(self.known_tags()))
        return marking.change(self._database, ids, edit)

    def note(self, id_: str, text: str) -> Change:
        return self._change([id_], note=marking.plain_note(text))

    def mark(
        self, id_: str, quote: Quote | str, note: str = "", colour: Colour = Colour.YELLOW
    ) -> Change:
        """Highlight a quote; ReaderError where its words do not stand in the article."""
        if isinstance(quote, str):
            article = self._clippings.load(id_).article
            found = quote_of(article.text, quote)
            if found is None:
                raise ReaderError(f"“{quote}” does not stand in “{article.title}”.")
            quote = found
        edit = marking.add_highlight(quote, colour, marking.plain_note(note))
        return marking.change(self._database, [id_], edit)

    def change_mark(
        self, id_: str, mark: str, note: str | None = None, colour: Colour | None = None
    ) -> Change:
        """Give a highlight another note or colour."""
        new: dict[str, object] = {}
        if note is not None:
            new["note"] = marking.plain_note(note)
        if colour is not None:
            new["colour"] = colour
        edit = marking.edit_highlight(mark, lambda old: replace(old, **new))  # type: ignore[arg-type]
        return marking.change(self._database, [id_], edit)

    def unmark(self, id_: str, mark: str) -> Change:
        return marking.change(self._database, [id_], marking.remove_highlight(mark))

    def save_position(self, id_: str, position: float) -> None:
        """Remember how far the reader got, from 0 to 1."""
        self._clippings.save_position(id_, position)

    # What the reader corrects

    def removed(self, id_: str) -> "tuple[RemovedBlock, ...]":
        """What of its page a clipping does not show, in the page's order, with the reasons."""
        return tuple(replace(one, contents=()) for one in self._removed(id_))

    def put_back(self, id_: str, blocks: Sequence[str]) -> Change:
        """Show blocks that are left out; ReaderError where one is not."""
        edit = correcting.keep(blocks, self._removed(id_), self._blobs)
        return marking.change(self._database, [id_], edit)

    def drop(self, id_: str, what: Sequence[str] | Quote) -> Change:
        """Leave out blocks, by their ids, or those that a quote touches."""
        clipping, made = self._clippings.load(id_), self._clippings.made(id_)
        shown = correcting.shown_blocks(clipping, made, self._clippings.recurring(id_))
        chosen = correcting.chosen_blocks(shown, what, clipping.article.title)
        return marking.change(self._database, [id_], correcting.drop(chosen, shown, made))

    def _removed(self, id_: str) -> "tuple[RemovedBlock, ...]":
        clipping, made = self._clippings.load(id_), self._clippings.made(id_)
        recurring = self._clippings.recurring(id_)
        return correcting.removed_blocks(clipping, made, recurring, self._blobs)

    def _change(self, ids: Iterable[str], **new: object) -> Change:
        def edit(old: Additions) -> Additions:
            return replace(old, **new)  # type: ignore[arg-type]  # the names are our own

        return marking.change(self._database, ids, edit)
