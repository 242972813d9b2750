"""Do with a picture of the page what the reader wishes: see it large, copy, save, find its page."""

import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from reader.articles.picturing.content_signs import media_type
from reader.ui.reading.column import Column
from reader.ui.reading.picture_viewer import FullPicture, PictureViewer
from reader.ui.reading.pictures import PictureSource, bytes_of

_WEB = ("http://", "https://")
_WIDEST = 4_000  # pixels of a drawing that is copied
_ENDINGS = {"image/jpeg": ".jpg", "image/svg+xml": ".svg"}
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 100


class PictureActs(QObject):
    """`told` is a sentence for the status line, `link_opened` an address for the browser."""

    told = Signal(str)
    link_opened = Signal(str)

    def __init__(self, column: Column, sources: Callable[[], Mapping[str, PictureSource]]) -> None:
        super().__init__(column)
        self._column = column
        self._sources = sources
        self._fetch: QAction | None = None
        self._full = FullPicture(self)
        self._full.read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        column.picture_menu_asked.connect(self.open_menu)

    def offer_fetching(self, action: QAction) -> None:
        """Offer this in the menu of a picture that was not saved."""
        self._fetch = action

    def open(self, address: str) -> None:
        """Show it large, or say what can be done for one that is missing."""
        source = self._sources().get(address)
        if source is None:
            self.open_menu(address, self._column.point_of_focus())
        else:
            PictureViewer(source, "", self._column).open()

    def said_of(self, address: str) -> str:
        """What is told of a picture that the mouse or the keys are on."""
        if address in self._sources():
            return ""
        host = _host(address)
        if not host:
            return self.tr("This picture was not saved with the page")
        return self.tr("Not saved with the page; it is at %1").replace("%1", host)

    def open_menu(self, address: str, point: QPoint) -> None:
        menu = QMenu(self._column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        source = self._sources().get(address)
        if source is not None:
            menu.addAction(self.tr("Show It &Large"), lambda: self.open(address))
            menu.addAction(self.tr("&Copy the Picture"), lambda: self._copy(source))
            menu.addAction(self.tr("&Save the Picture As…"), lambda: self._save(source))
        elif self._fetch is not None:
            menu.addAction(self._fetch)
        if address.startswith(_WEB):
            menu.addSeparator()
            menu.addAction(self.tr("&Open Its Address"), lambda: self.link_opened.emit(address))
            menu.addAction(self.tr("Copy Its &Address"), lambda: self._copy_address(address))
        if not menu.isEmpty():
            menu.popup(point)

    def _copy(self, source: PictureSource) -> None:
        self._full.begin(source, source.width or _WIDEST)

    def _on_read(self, image: QImage) -> None:
        if image.isNull():
            self.told.emit(self.tr("The picture cannot be read"))
            return
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(self.tr("The picture was copied"))

    def _copy_address(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.told.emit(self.tr("The address was copied"))

    def _save(self, source: PictureSource) -> None:
        content = bytes_of(source)
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        offered = str(Path(place) / file_name(source.address, content))
        name, _ = QFileDialog.getSaveFileName(self._column, self.tr("Save the Picture"), offered)
        if not name:
            return
        try:
            Path(name).write_bytes(content)
        except OSError as error:
            said = self.tr("The picture could not be saved: %1")
            self.told.emit(said.replace("%1", error.strerror or str(error)))
        else:
            self.told.emit(self.tr("Saved %1").replace("%1", Path(name).name))


def file_name(address: str, content: bytes) -> str:
    """A name for a picture's file: that of its address, with the ending that its bytes ask for."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    stem = posixpath.splitext(posixpath.basename(unquote(path)))[0]
    stem = " ".join(_UNFIT.sub(" ", stem).split()).strip(". ")[:_LONGEST]
    kind = media_type(content) or "image/svg+xml"
    is_named = stem and not address.startswith("sha256:")
    return f"{stem if is_named else 'picture'}{_ENDINGS.get(kind, '.' + kind.partition('/')[2])}"


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "" if address.startswith(_WEB) else ""
    except ValueError:
        return ""
