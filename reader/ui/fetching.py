"""Fetch pages from the web, if the reader says so, or keep their addresses as links."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from reader.errors import CannotFetch
from reader.ui.adding import Adding
from reader.ui.messages import Messages
from reader.ui.numbers import grouped
from reader.ui.tasks import Lane, Tasks
from reader.ui.work import Work, Works

if TYPE_CHECKING:
    from reader.pages.original import Original


class Answer(StrEnum):
    """What the reader wants done with an address."""

    FETCH = "fetch"
    LINK = "link"


@dataclass(frozen=True)
class _Brought:
    originals: "tuple[Original, ...]"
    failed: tuple[str, ...]  # addresses
    fault: CannotFetch | None


class Fetching(QObject):
    """The one part of the window that may open a connection; an answer may hold for the session."""

    def __init__(self, tasks: Tasks, messages: Messages, adding: Adding, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._adding = adding
        self._window = window
        self._remembered: Answer | None = None
        self._works = Works()

    def stop(self) -> None:
        self._works.stop()

    def ask(self, addresses: Sequence[str], title: str = "") -> None:
        """Fetch these or keep their links, as the reader says; `title` is that of the one."""
        if self._remembered is not None:
            self._act(self._remembered, addresses, title)
            return
        from reader.ui.dialogs.fetch_question import FetchQuestion

        question = FetchQuestion(tuple(addresses), title, self._window)

        def on_answer(answer: Answer) -> None:
            if question.holds_for_the_session:
                self._remembered = answer
            self._act(answer, addresses, title)

        question.fetch_asked.connect(lambda: on_answer(Answer.FETCH))
        question.link_asked.connect(lambda: on_answer(Answer.LINK))
        _open(question)

    def ask_for_address(self) -> None:
        """Have the reader type an address; only so a private one may be fetched."""
        from reader.ui.dialogs.fetch_question import AddressSheet

        sheet = AddressSheet(self._window)
        sheet.fetch_asked.connect(lambda: self.fetch([sheet.address], is_typed=True))
        sheet.link_asked.connect(lambda: self.keep_links([sheet.address]))
        _open(sheet)

    def keep_links(self, addresses: Sequence[str], title: str = "") -> None:
        from reader.library.handed import as_link

        self._adding.take([as_link(one, title) for one in addresses])

    def fetch(self, addresses: Sequence[str], is_typed: bool = False) -> None:
        """Fetch pages one after the other; progress and Cancel stand in the status line."""
        self._messages.clear()  # what it offers may be to keep another address
        work = self._messages.start_work(self.tr("Fetching"))

        def on_end(_: bool) -> None:
            self._works.end(work)

        self._works.add(work)
        wanted = tuple(addresses)
        self._tasks.run(
            Lane.FETCH, lambda: _fetch_all(wanted, is_typed, work), self._on_fetched, ended=on_end
        )

    def _act(self, answer: Answer, addresses: Sequence[str], title: str) -> None:
        if answer is Answer.FETCH:
            self.fetch(addresses)
        else:
            self.keep_links(addresses, title)

    def _on_fetched(self, brought: _Brought) -> None:
        if brought.originals:
            self._adding.take(brought.originals)
        if brought.fault is None:
            return
        many = len(brought.failed)
        several = self.tr("%1 pages could not be fetched").replace("%1", grouped(many))
        self._messages.offer(
            str(brought.fault) if many == 1 else several,
            self.tr("Keep as a Link") if many == 1 else self.tr("Keep as Links"),
            lambda: self.keep_links(brought.failed),
        )


def _fetch_all(addresses: Sequence[str], is_typed: bool, work: Work) -> _Brought:
    """Runs on its lane; where the reader cancels nothing comes of it."""
    # What opens connections is loaded when it is first wished for.
    from reader.web.fetch import fetch
    from reader.web.recording import as_original

    originals: list[Original] = []
    failed: list[str] = []
    fault: CannotFetch | None = None
    many = len(addresses) if len(addresses) > 1 else 0
    for done, address in enumerate(addresses):

        def report(_received: int, _expected: int, name: str, done: int = done) -> None:
            work.report(done, many, name)

        try:
            originals.append(as_original(fetch(address, report, is_typed=is_typed)))
        except CannotFetch as error:
            failed.append(address)
            fault = error
    return _Brought(tuple(originals), tuple(failed), fault)


def _open(sheet: QDialog) -> None:
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()
