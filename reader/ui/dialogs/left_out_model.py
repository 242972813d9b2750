"""Hold what a clipping does not show of its page as rows of a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.articles.removed_block import Reason, RemovedBlock
from reader.ui.numbers import grouped

RemovedRole = Qt.ItemDataRole.UserRole
WHY, WORDS = range(2)
LONGEST_CELL = 400

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LeftOutModel(QAbstractTableModel):
    """One block a row, in the page's order."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[RemovedBlock, ...] = ()
        self._reasons = self._names_of_reasons()

    def show_blocks(self, blocks: Sequence[RemovedBlock]) -> None:
        self.beginResetModel()
        self._blocks = tuple(blocks)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._blocks)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not (index.isValid() and index.row() < len(self._blocks)):
            return None
        one = self._blocks[index.row()]
        if role == RemovedRole:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.reason_of(one) if index.column() == WHY else self._words_of(one)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Why"), self.tr("Words"))[section]

    def reason_of(self, one: RemovedBlock) -> str:
        return self._reasons.get(one.reason, self._reasons[Reason.OTHER]).replace(
            "%1", grouped(one.many)
        )

    def _words_of(self, one: RemovedBlock) -> str:
        return " ".join(one.block.text[:LONGEST_CELL].split()) or self.tr("(a picture)")

    def _names_of_reasons(self) -> dict[Reason, str]:
        return (
            self._boxes()
            | self._places()
            | {
                Reason.READER: self.tr("Left out by you"),
                Reason.RECURRING: self.tr("Recurs in %1 clippings"),
                Reason.SAID_TWICE: self.tr("Said twice"),
                Reason.HIDDEN: self.tr("Hidden on the page"),
                Reason.OTHER: self.tr("Not part of the story"),
            }
        )

    def _boxes(self) -> dict[Reason, str]:
        menu, form = self.tr("Menu"), self.tr("Form or button")
        further, film = self.tr("Further stories"), self.tr("Player or drawing")
        return {
            Reason.NAVIGATION: menu,
            Reason.LINKS: menu,
            Reason.FORM: form,
            Reason.BUTTON: form,
            Reason.FURTHER_READING: further,
            Reason.FURTHER_STORIES: further,
            Reason.TEASER: further,
            Reason.PLAYER: film,
            Reason.PLUG_IN: film,
            Reason.DRAWING: film,
            Reason.ADVERTISING: self.tr("Advertisement"),
            Reason.COMMENTS: self.tr("Comments"),
            Reason.CONSENT: self.tr("Consent"),
            Reason.SHARING: self.tr("Sharing"),
            Reason.SUBSCRIPTION: self.tr("Subscription"),
            Reason.TOPICS: self.tr("Topics"),
            Reason.ABOUT_THE_AUTHOR: self.tr("About the author"),
            Reason.ABOUT_THE_PAGE: self.tr("About the page"),
            Reason.CAPTION: self.tr("Caption without a picture"),
        }

    def _places(self) -> dict[Reason, str]:
        return {
            Reason.BYLINE: self.tr("Byline"),
            Reason.CREDIT: self.tr("Credit of a picture"),
            Reason.DATE: self.tr("Date"),
            Reason.HEADLINE: self.tr("Headline"),
            Reason.STANDFIRST: self.tr("Standfirst"),
            Reason.BEFORE_HEADLINE: self.tr("Before the headline"),
            Reason.ABOVE: self.tr("Above the story"),
            Reason.BESIDE: self.tr("Beside the story"),
            Reason.AFTER: self.tr("After the story"),
            Reason.FOOTER: self.tr("Foot of the page"),
        }
