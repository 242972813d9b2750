"""Say what a search found, and what the reader can do where that is nothing."""

import re

from PySide6.QtCore import QObject

from reader.clipping import Found, Search, Shelf
from reader.ui.numbers import grouped

LONGEST = 120
_RUN = re.compile(r"\S{24}")


class ResultWords(QObject):
    """Sentences for the line above the list, and for an empty list."""

    def summary(self, search: Search, found: Found, unread: int) -> str:
        many = grouped(len(found.ids))
        if search.words.strip():
            took = grouped(round(found.milliseconds))
            return self.tr("%1 found · %2 ms").replace("%1", many).replace("%2", took)
        if search.shelf is Shelf.INBOX and not search.narrowed:
            return self.tr("%1 unread").replace("%1", grouped(unread))
        one, several = self.tr("1 clipping"), self.tr("%1 clippings")
        return one if len(found.ids) == 1 else several.replace("%1", many)

    def nothing(self, search: Search) -> str:
        words = _shown(search.words)
        if words:
            is_everywhere = not is_narrow(search) and not search.narrowed
            said = self.tr("Nothing found for “%1”.")
            if not is_everywhere:
                said = self.tr("Nothing found for “%1” here. Press Alt+2 to search all clippings.")
            return said.replace("%1", words)
        if search.narrowed:
            return self.tr("Nothing here is all of that.")
        return {
            Shelf.INBOX: self.tr("The inbox is empty."),
            Shelf.STARRED: self.tr("Nothing is starred yet. Press S on a clipping to star it."),
            Shelf.ARCHIVE: self.tr("The archive is empty. Press E on a clipping to put it here."),
            Shelf.MARKS: self.tr("Nothing is marked yet. Select words in a text and press H."),
            Shelf.TRASH: self.tr("The trash is empty."),
        }.get(search.shelf, self.tr("There is nothing here."))


def is_narrow(search: Search) -> bool:
    """Whether it looks but in a part of the library."""
    return search.shelf is not Shelf.ALL or bool(search.tag or search.source)


def _shown(words: str) -> str:
    """The words cut to what fits; a long run of letters may be broken anywhere."""
    line = " ".join(words.split())
    line = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    return _RUN.sub("\\g<0>\u200b", line)
