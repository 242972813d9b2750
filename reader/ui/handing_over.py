"""Bring in what was dropped or pasted, each kind in its own way."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.ui.adding import Adding
from reader.ui.carried import Carried, What, Words, what_is_carried
from reader.ui.fetching import Fetching
from reader.ui.messages import Messages


class HandingOver(QObject):
    """Files and words come in at once; of an address it is asked whether to fetch it."""

    def __init__(self, adding: Adding, fetching: Fetching, messages: Messages) -> None:
        super().__init__()
        self._adding = adding
        self._fetching = fetching
        self._messages = messages

    def paste(self) -> None:
        """Bring in what the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        carried = what_is_carried(mime) if mime is not None else Carried(What.NOTHING)
        if carried.what is What.NOTHING:
            self._messages.say(self.tr("There is nothing to paste"))
            return
        self.take(carried)

    def take(self, carried: Carried) -> None:
        refusal = self._refusal(carried.what)
        if refusal:
            self._messages.say(refusal)
        if carried.files:
            self._adding.add(carried.files)
        if carried.words is not None:
            self._take_words(carried.words)
        if carried.addresses:
            self._fetching.ask(carried.addresses, carried.title)

    def _take_words(self, words: Words) -> None:
        # What reads pages takes long to load, and a window that shows them can do without.
        from reader.library.handed import as_pasted

        self._adding.take([as_pasted(words.content, words.name, words.ending, words.address)])

    def _refusal(self, what: What) -> str:
        if what is What.PICTURE:
            return self.tr("A picture alone is no page: save the page it stands on, and add that")
        if what is What.ELSEWHERE:
            return self.tr("Only the other program can open this: save it as a file, and add that")
        return ""
