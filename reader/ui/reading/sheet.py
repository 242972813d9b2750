"""Keep the column's page in step with clipping, page style, theme and pictures."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Signal

from reader.clipping import Additions, Clipping
from reader.ui.reading.column import Column
from reader.ui.reading.growth import AT_ONCE, Growth
from reader.ui.reading.look import Look
from reader.ui.reading.page import Page
from reader.ui.reading.page_style import PageStyle
from reader.ui.reading.picture_loader import PictureLoader
from reader.ui.reading.picture_object import PICTURE, GapLook, PictureObject
from reader.ui.reading.pictures import PictureSource, gaps_of, sources_of
from reader.ui.reading.text_map import Shown
from reader.ui.theme import SANS, Themes, font

_GAP_LETTERS = 12.5  # pixels


class Sheet(QObject):
    """Sets pages into a column.

    `whole` tells that a page stands in its full length; `shifted` that its text moved since.
    """

    whole = Signal()
    shifted = Signal()

    def __init__(self, column: Column, themes: Themes, style: PageStyle) -> None:
        super().__init__(column)
        self.style = style
        self._column = column
        self._themes = themes
        self._page: Page | None = None
        self._sources: Mapping[str, PictureSource] = {}
        self._loader = PictureLoader(self)
        self.destroyed.connect(self._loader.wait)
        self._pictures = PictureObject(self._loader, self._gap_look, column.is_focused, self)
        self._growth = Growth(self)
        self._growth.finished.connect(self.whole)
        self._loader.measured.connect(self._on_measured)
        self._loader.decoded.connect(lambda _: column.viewport().update())
        self._loader.refused.connect(self._on_refused)

    @property
    def page(self) -> Page | None:
        return self._page

    @property
    def is_whole(self) -> bool:
        return self._page is not None and self._page.is_whole

    @property
    def blocks(self) -> list[Shown]:
        """All that stands on the page, as far as it has grown."""
        placed = self._page.placed.values() if self._page else ()
        return [Shown(one.number, one.text) for one in placed]

    def show(self, clipping: Clipping) -> None:
        self._sources = sources_of(clipping.article, clipping.picture_files)
        self._loader.open(self._sources)
        sizes = {a: source.size for a, source in self._sources.items()}
        self._pictures.take_sizes(sizes | gaps_of(clipping.article, self._sources))
        self.set(clipping)
        self._loader.measure(a for a, source in self._sources.items() if source.size.isEmpty())

    def set(self, clipping: Clipping) -> None:
        """Set the page, anew where the clipping is shown already."""
        self._growth.stop()
        look = Look(self.style, self._themes.current)
        page = Page(clipping.article, clipping.additions, look, self._sources)
        page.grow(AT_ONCE)
        page.document.documentLayout().registerHandler(PICTURE, self._pictures)
        self._column.set_page(page, look)
        self._page = page
        if page.is_whole:
            self.whole.emit()
        else:
            self._growth.start(page)

    def clear(self) -> None:
        self._growth.stop()
        self._loader.open({})
        self._column.clear_page()
        self._page = None

    def show_byline(self, additions: Additions) -> None:
        if self._page is not None:
            self._page.show_byline(additions)
            self.shifted.emit()

    @property
    def sources(self) -> Mapping[str, PictureSource]:
        """The pictures of the page that were saved, by their address."""
        return self._sources

    def _gap_look(self) -> GapLook:
        theme = self._themes.current
        face = font(SANS, _GAP_LETTERS * self.style.scale)
        ground, line = theme.colour("list"), theme.colour("line")
        return GapLook(ground, line, theme.colour("soft"), theme.colour("accent"), face)

    def _on_measured(self, address: str, size: QSize) -> None:
        if self._page is None or not self._pictures.set_size(address, size):
            return
        with self._column.held():
            self._page.lay_out_picture(address)

    def _on_refused(self, address: str) -> None:
        if self._page is None:
            return
        with self._column.held():
            self._page.give_up_picture(address)
        self.shifted.emit()
