"""Offer how a search may go on while it is typed, and what was searched lately."""

from PySide6.QtCore import QObject

from reader.library.library import Library
from reader.results import Completion, CompletionKind
from reader.ui.clipping_list.list_panel import ListPanel
from reader.ui.clipping_list.offer import Offer
from reader.ui.tasks import Lane, Tasks

_RECENT = 8


class Completing(QObject):
    """Asks the library on its own lane; only for the last letter typed."""

    def __init__(self, library: Library, tasks: Tasks, panel: ListPanel) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._panel = panel
        panel.offers_wanted.connect(self._on_offers_wanted)
        panel.recent_wanted.connect(self._on_recent_wanted)
        panel.recent_forgotten.connect(self._on_recent_forgotten)
        panel.words_entered.connect(self.remember)
        panel.view.clipping_opened.connect(lambda _: self.remember(panel.words))

    def remember(self, words: str) -> None:
        """A search proved of use."""
        if words.strip():
            self._tasks.run(Lane.WRITE, lambda: self._library.remember_search(words))

    def _on_offers_wanted(self, text: str, caret: int) -> None:
        def on_completed(completions: tuple[Completion, ...]) -> None:
            self._panel.show_offers([self._offer(one) for one in completions], text, caret)

        work = lambda _: self._library.complete(text, caret)  # noqa: E731
        self._tasks.run_latest(Lane.TYPING, work, on_completed, "complete")

    def _on_recent_wanted(self) -> None:
        def on_loaded(recent: tuple[str, ...]) -> None:
            if not recent:
                self._panel.focus_list()
                return
            offers = [Offer(words, len(words), words) for words in recent[:_RECENT]]
            forget = Offer("", 0, self.tr("Forget these searches"), forgets=True)
            self._panel.show_offers([*offers, forget], "", 0)

        work = lambda _: self._library.recent_searches()  # noqa: E731
        self._tasks.run_latest(Lane.TYPING, work, on_loaded, "complete")

    def _on_recent_forgotten(self) -> None:
        self._tasks.run(Lane.WRITE, self._library.forget_searches)

    def _offer(self, completion: Completion) -> Offer:
        hint = self._kinds().get(completion.kind, "")
        return Offer(completion.text, completion.caret, completion.shown, hint, completion.count)

    def _kinds(self) -> dict[CompletionKind, str]:
        return {
            CompletionKind.TAG: self.tr("Tag"),
            CompletionKind.SOURCE: self.tr("Source"),
            CompletionKind.SECTION: self.tr("Section"),
            CompletionKind.BYLINE: self.tr("Author"),
            CompletionKind.LANGUAGE: self.tr("Language"),
            CompletionKind.STATE: self.tr("State"),
            CompletionKind.DATE: self.tr("Date"),
        }
