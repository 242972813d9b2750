"""The reading pane: shows one clipping, and tells what the reader does with it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.articles.article import Completeness
from reader.articles.quote import Quote
from reader.clipping import Additions, Clipping
from reader.ui.reading.column import Column
from reader.ui.reading.emphasis import Emphasis
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.finding import Finding
from reader.ui.reading.frame import Frame
from reader.ui.reading.link_page import FETCH
from reader.ui.reading.marking import Marking
from reader.ui.reading.page_style import PageStyle
from reader.ui.reading.picture_acts import PictureActs
from reader.ui.reading.picture_link import picture_address
from reader.ui.reading.progress_line import ProgressLine
from reader.ui.reading.reading_place import ReadingPlace
from reader.ui.reading.sheet import Sheet
from reader.ui.reading.style_menu import StyleMenu
from reader.ui.reading.tool_row import ToolRow
from reader.ui.theme import Themes

_LINES_KEPT = 2  # of a screen, when Space goes on to the next
_SHOWN_AT = 0.3  # of the height, where a footnote comes to stand
_FOCUS_SPACE = 74  # pixels above the first line where no buttons stand


class ReadingPane(QWidget):
    """A column of text under a row of buttons."""

    star_asked = Signal()
    archive_asked = Signal()
    tags_asked = Signal()
    marks_asked = Signal()
    focus_asked = Signal()
    quote_marked = Signal(object)  # Quote
    mark_opened = Signal(str)
    link_opened = Signal(str)
    fetch_asked = Signal(str)  # the address of a link without text
    link_hovered = Signal(str)
    position_changed = Signal(str, float)
    end_passed = Signal()
    marks_placed = Signal()  # unplaced_marks() holds from now on
    page_style_changed = Signal(object)  # PageStyle
    place_found = Signal(int, int, bool)  # its number from 0, of how many, whether round an end

    def __init__(self, themes: Themes, page_style: PageStyle) -> None:
        super().__init__()
        self.setObjectName("readingPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clipping: Clipping | None = None
        self._seeks_words = False
        self._wanted = 0.0
        self._column = Column()
        self._sheet = Sheet(self._column, themes, page_style)
        self._place = ReadingPlace(self._column)
        self._emphasis = Emphasis(self._column, themes)
        self._progress = ProgressLine(themes)
        self._tools = ToolRow(themes)
        self._find_bar = FindBar(themes)
        self._finding = Finding(self._column, self._sheet, self._emphasis, self._find_bar)
        self._marking = Marking(self._column, self._sheet, self._emphasis)
        self._pictures = PictureActs(self._column, lambda: self._sheet.sources)
        self._menu = StyleMenu(themes, page_style, self)
        parts = (self._progress, self._tools, self._column, self._find_bar)
        self._frame = Frame(parts, growing=self._column)
        self._lay_out()
        self._join(themes)
        self.show_nothing()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order: the window says it, for Qt loses it on the way there."""
        return (*self._tools.stops, self._column, *self._find_bar.stops)

    @property
    def page_style(self) -> PageStyle:
        return self._sheet.style

    def show_clipping(self, clipping: Clipping, words: Sequence[str] = ()) -> None:
        """Show it where it was left, or at the first of the words that stands in it."""
        self._seeks_words = bool(words)
        self._finding.take_words(words)
        self.show_anew(clipping)

    def show_anew(self, clipping: Clipping) -> None:
        """Show what became of the open one where it was left; the words found in it stay so."""
        self._place.leave()
        self._clipping, self._wanted = clipping, clipping.position
        self._emphasis.clear()
        self._tools.show_additions(clipping.additions)
        self._frame.show_parts()
        self._sheet.show(clipping)
        self._place.moved.emit()

    def show_additions(self, additions: Additions) -> None:
        """Show what the reader added meanwhile, without moving the page."""
        if self._clipping is None:
            return
        known = self._clipping.additions
        self._clipping = replace(self._clipping, additions=additions)
        self._tools.show_additions(additions)
        if known.highlights != additions.highlights:
            self._sheet.show_byline(additions)

    def show_nothing(self) -> None:
        self._show_message(self.tr("Choose a clipping to read it here."))

    def show_several(self, count: int) -> None:
        self._show_message(self.tr("{count} clippings are selected.").format(count=count))

    def show_focus(self, is_on: bool) -> None:
        """Leave the column of text alone on the page, or bring the buttons back."""
        self._tools.setVisible(not is_on)
        self._tools.show_on("focus", is_on)
        self._column.is_alone = is_on
        self._column.set_space_above(_FOCUS_SPACE if is_on else None)

    def show_marks_open(self, is_on: bool) -> None:
        """Show on its button whether the panel of marks is open."""
        self._tools.show_on("mark", is_on)

    def set_page_style(self, style: PageStyle) -> None:
        if style == self._sheet.style:
            return
        self._sheet.style = style
        self._menu.show_style(style)
        self._set_anew()
        self.page_style_changed.emit(style)

    def enlarge(self) -> None:
        self.set_page_style(self.page_style.larger())

    def reduce(self) -> None:
        self.set_page_style(self.page_style.smaller())

    def usual_size(self) -> None:
        self.set_page_style(self.page_style.usual_size())

    def mark_selection(self) -> bool:
        """Tell the quote that is selected; False where none of the story is."""
        clipping = self._clipping
        return clipping is not None and self._marking.mark_selection(clipping.article.text)

    def selected_quote(self) -> Quote | None:
        """The quote of the story that is selected, which it then is no more."""
        if self._clipping is None:
            return None
        return self._marking.selected_quote(self._clipping.article.text)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer these in the menu of the text, for the words that are selected."""
        self._column.addActions(actions)

    def offer_for_pictures(self, action: QAction) -> None:
        """Offer this in the menu of a picture that was not saved."""
        self._pictures.offer_fetching(action)

    def toggle_caret(self) -> None:
        """Let the arrow keys walk through the text to select, or scroll it again."""
        self._column.show_caret(not self._column.has_caret)
        self._column.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unplaced_marks(self) -> tuple[str, ...]:
        """The marks whose words do not stand in the article any more."""
        return self._marking.lost

    def go_to_mark(self, id_: str) -> None:
        self._marking.go_to(id_)

    def scroll_on(self) -> None:
        """One screen on; at the end, tell that the reader wants to go further."""
        bar = self._column.verticalScrollBar()
        if bar.value() >= bar.maximum() and self._sheet.is_whole:
            self.end_passed.emit()
        bar.setValue(bar.value() + self._screen())

    def scroll_back(self) -> None:
        bar = self._column.verticalScrollBar()
        bar.setValue(bar.value() - self._screen())

    def find(self) -> None:  # type: ignore[override]  # nobody looks for windows by number here
        if self._clipping is not None:
            self._finding.open()

    def find_next(self) -> None:
        self._finding.next()

    def find_previous(self) -> None:
        self._finding.previous()

    def current_position(self) -> float:
        return self._place.share if self._clipping is not None else 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._finding.is_open:
            self._finding.close()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._column.turn(event)

    def _screen(self) -> int:
        line = self.page_style.size * self.page_style.line_height
        return max(1, self._column.viewport().height() - round(_LINES_KEPT * line))

    def _show_message(self, text: str) -> None:
        self._place.leave()
        self._clipping = None
        self._emphasis.clear()
        self._sheet.clear()
        self._progress.show_share(0)
        self._frame.show_message(text)

    def _set_anew(self) -> None:
        """Set the open page again, in another look, and stay where the reader is."""
        if self._clipping is None:
            return
        self._place.leave()
        self._wanted = self._place.share
        self._emphasis.clear()
        self._sheet.set(self._clipping)

    def _lay_out(self) -> None:
        self._column.setAccessibleName(self.tr("Article"))
        self._find_bar.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)
        self.setFocusProxy(self._column)

    def _join(self, themes: Themes) -> None:
        self._tools.asked.connect(self._on_asked)
        self._menu.style_chosen.connect(self.set_page_style)
        self._column.anchorClicked.connect(self._on_link_clicked)
        self._column.highlighted.connect(self._on_link_hovered)
        self._marking.quote_marked.connect(self.quote_marked)
        self._marking.mark_opened.connect(self.mark_opened)
        self._column.paged.connect(self._on_paged)
        self._column.size_turned.connect(self._on_size_turned)
        self._pictures.told.connect(self.link_hovered)
        self._pictures.link_opened.connect(self.link_opened)
        self._sheet.whole.connect(self._on_whole)
        self._sheet.shifted.connect(self._show_emphasis)
        self._finding.went.connect(self.place_found)
        self._place.settled.connect(self._on_settled)
        self._place.moved.connect(self._on_moved)
        themes.changed.connect(self._on_theme_changed)

    def _show_emphasis(self) -> None:
        """Find marks and words on the page as it stands now."""
        if self._clipping is not None and self._sheet.is_whole:
            self._marking.refresh(self._clipping)
            self._finding.refresh()
            self.marks_placed.emit()

    def _on_whole(self) -> None:
        self._show_emphasis()
        if self._column.verticalScrollBar().value():
            self._place.stay()  # the reader scrolled while a long page grew
        else:
            self._place.follow(self._wanted)
        if self._seeks_words:
            self._seeks_words = False
            self._finding.go_to_first()
            self._place.stay()

    def _on_moved(self) -> None:
        self._progress.show_share(self._place.progress)
        self._tools.show_edge(self._column.verticalScrollBar().value() > 0)
        self._emphasis.follow()

    def _on_settled(self, share: float) -> None:
        if self._clipping is not None:
            self.position_changed.emit(self._clipping.id, share)

    def _on_theme_changed(self) -> None:
        self._tools.take_icons()
        self._find_bar.take_icons()
        self._menu.show_style(self.page_style)
        self._set_anew()

    def _on_asked(self, name: str) -> None:
        asked = {
            "star": self.star_asked, "archive": self.archive_asked, "tag": self.tags_asked,
            "mark": self.marks_asked, "focus": self.focus_asked,
        }  # fmt: skip
        if name in asked:
            asked[name].emit()
        else:
            self._menu.open_under(self._tools.button(name))

    def _on_link_clicked(self, link: QUrl) -> None:
        picture = picture_address(link)
        if picture:
            self._pictures.open(picture)
        elif link.toString() == FETCH:
            self._ask_to_fetch()
        elif _stays_within(link):
            self._go_to_name(link.fragment(QUrl.ComponentFormattingOption.FullyDecoded))
        else:
            self.link_opened.emit(link.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _on_link_hovered(self, link: QUrl) -> None:
        picture = picture_address(link)
        is_within = _stays_within(link) or link.toString() == FETCH
        said = "" if is_within else link.toString()
        self.link_hovered.emit(self._pictures.said_of(picture) if picture else said)

    def _ask_to_fetch(self) -> None:
        # No page may ask for it, only the words that stand in the place of a missing one.
        clipping = self._clipping
        if clipping is not None and clipping.article.completeness is Completeness.LINK:
            self.fetch_asked.emit(clipping.article.address)

    def _go_to_name(self, name: str) -> None:
        page = self._sheet.page
        place = page.place_of(name) if page is not None else None
        if place is not None:
            self._column.bring(place, _SHOWN_AT)

    def _on_paged(self, is_back: bool) -> None:
        if is_back:
            self.scroll_back()
        else:
            self.scroll_on()

    def _on_size_turned(self, angle: int) -> None:
        if angle > 0:
            self.enlarge()
        elif angle < 0:
            self.reduce()


def _stays_within(link: QUrl) -> bool:
    """Whether a link leads to another place of the article."""
    return link.hasFragment() and not link.scheme() and not link.path()
