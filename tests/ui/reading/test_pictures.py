"""Pictures decoded safely, off the GUI thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter
from pytestqt.qtbot import QtBot

from reader.articles.article import Article, Picture
from reader.ui.reading import drawings, picture_loader
from reader.ui.reading.picture_loader import PictureLoader
from reader.ui.reading.pictures import PictureSource, decode, size_of, sources_of

CIRCLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="40" height="30"><circle cx="20" cy="15" r="9" fill="red"/>{more}</svg>'
)


def picture(width: int, height: int, kind: bytes = b"PNG", *, turned: bool = False) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.darkGreen))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    if turned:
        writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    return bytes(buffer.data().data())


def source(content: bytes, address: str = "a.png") -> PictureSource:
    return PictureSource(address, content=content)


def test_a_picture_is_decoded_no_wider_than_it_is_shown() -> None:
    assert decode(source(picture(400, 300)), 100, 1.0).size() == QSize(100, 75)


def test_a_dense_screen_gets_more_pixels() -> None:
    assert decode(source(picture(400, 300)), 100, 2.0).size() == QSize(200, 150)


def test_a_picture_is_never_made_larger_than_it_is() -> None:
    assert decode(source(picture(40, 30)), 600, 2.0).size() == QSize(40, 30)


def test_a_turned_photograph_stands_upright() -> None:
    turned = source(picture(400, 100, b"JPEG", turned=True))
    assert size_of(turned) == QSize(100, 400)
    assert decode(turned, 50, 1.0).size() == QSize(50, 200)


def test_corners_are_round() -> None:
    image = decode(source(picture(80, 60)), 80, 1.0)
    assert image.pixelColor(0, 0).alpha() < 64
    assert image.pixelColor(40, 30).alpha() == 255


@pytest.mark.parametrize("content", [b"", b"no picture", picture(60, 60)[:40]])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert decode(source(content), 60, 1.0).isNull()


def test_a_cut_file_is_shown_as_far_as_it_goes_or_refused() -> None:
    cut = picture(60, 60, b"JPEG")[:-20]
    assert decode(source(cut), 60, 1.0).size() in (QSize(60, 60), QSize())


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    bomb = bytearray(picture(10, 10))
    bomb[16:24] = (60_000).to_bytes(4) + (60_000).to_bytes(4)
    assert not size_of(source(bytes(bomb))).isValid()
    assert decode(source(bytes(bomb)), 60, 1.0).isNull()


def test_a_drawing_is_shown() -> None:
    assert size_of(source(CIRCLE.format(more="").encode())) == QSize(40, 30)


def test_a_drawing_is_drawn_as_sharp_as_the_screen() -> None:
    image = decode(source(CIRCLE.format(more="").encode()), 40, 2.0)
    assert image.size() == QSize(80, 60)
    assert image.pixelColor(40, 30) == QColor("red")
    assert image.pixelColor(8, 30) == QColor("white")


def test_a_drawing_that_calls_something_is_drawn_without_it() -> None:
    more = "<style>@import 'x.css';</style><rect style='fill:url(https://a.example/x)'/>"
    more += '<image xlink:href="file:///etc/hostname" width="9" height="9"/>'
    image = decode(source(CIRCLE.format(more=more).encode()), 40, 1.0)
    assert image.pixelColor(20, 15) == QColor("red")


def test_a_drawing_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "SECONDS", 0.01)
    assert decode(source(CIRCLE.format(more="").encode()), 40, 2.0).isNull()


def test_a_drawing_larger_than_any_screen_is_refused() -> None:
    assert decode(source(CIRCLE.format(more="").encode()), 5_000, 1.0).isNull()


def test_a_drawing_of_entities_is_refused() -> None:
    content = b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + CIRCLE.format(more="&a;").encode()
    assert not size_of(source(content)).isValid()
    assert decode(source(content), 40, 1.0).isNull()


def test_a_packed_drawing_that_is_none_is_refused() -> None:
    assert not size_of(source(b"\x1f\x8b" + b"\x00" * 40)).isValid()


def test_what_can_be_seen_through_stands_on_white() -> None:
    clear = QImage(60, 40, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"PNG").write(clear)
    image = decode(source(bytes(buffer.data().data())), 60, 1.0)
    assert image.pixelColor(30, 20) == QColor("white")


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert not size_of(PictureSource("a", tmp_path / "gone.png")).isValid()


def test_saved_files_and_pictures_in_the_page_are_sources(tmp_path: Path) -> None:
    kept = tmp_path / "kept.png"
    article = Article(
        pictures=(
            Picture("kept.png", width=40, height=30),
            Picture("inside", content=b"x"),
            Picture("never saved"),
        )
    )
    sources = sources_of(article, {"kept.png": kept, "other.png": kept})
    assert set(sources) == {"kept.png", "inside", "other.png"}
    assert sources["kept.png"].size == QSize(40, 30)
    assert not sources["other.png"].size.isValid()


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[PictureLoader]:
    made = PictureLoader()
    yield made
    made.wait()


def test_a_picture_is_asked_for_once_and_then_at_hand(loader: PictureLoader, qtbot: QtBot) -> None:
    loader.open({"a.png": source(picture(40, 30))})
    with qtbot.waitSignal(loader.decoded):
        assert loader.image("a.png", 40, 1.0) is None
    image = loader.image("a.png", 40, 1.0)
    assert image is not None
    assert image.size() == QSize(40, 30)


def test_a_picture_that_was_not_saved_is_not_waited_for(loader: PictureLoader) -> None:
    assert loader.image("gone.png", 40, 1.0) is None


def test_sizes_are_measured(loader: PictureLoader, qtbot: QtBot) -> None:
    loader.open({"a.png": source(picture(40, 30))})
    with qtbot.waitSignal(loader.measured) as told:
        loader.measure(["a.png"])
    assert told.args == ["a.png", QSize(40, 30)]


def test_what_is_no_picture_is_told(loader: PictureLoader, qtbot: QtBot) -> None:
    loader.open({"a.png": source(b"nothing"), "b.png": source(b"nothing", "b.png")})
    with qtbot.waitSignal(loader.refused) as told:
        loader.measure(["a.png"])
    assert told.args == ["a.png"]
    with qtbot.waitSignal(loader.refused) as told:
        loader.image("b.png", 40, 1.0)
    assert told.args == ["b.png"]


def test_pictures_of_a_page_that_was_left_are_dropped(loader: PictureLoader, qtbot: QtBot) -> None:
    loader.open({"a.png": source(picture(40, 30)), "b.png": source(picture(40, 30), "b.png")})
    loader.measure(["b.png"])
    loader.image("a.png", 40, 1.0)
    loader.open({"c.png": source(picture(40, 30), "c.png")})
    with qtbot.assertNotEmitted(loader.measured), qtbot.waitSignal(loader.decoded) as told:
        loader.image("c.png", 40, 1.0)
    assert told.args == ["c.png"]


def test_pictures_out_of_sight_make_room(
    loader: PictureLoader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_loader, "MOST_KEPT", 10_000)
    loader.open({"a.png": source(picture(40, 40)), "b.png": source(picture(40, 40), "b.png")})
    for address in ("a.png", "b.png"):
        with qtbot.waitSignal(loader.decoded):
            loader.image(address, 40, 1.0)
    assert loader.image("b.png", 40, 1.0) is not None
    with qtbot.waitSignal(loader.decoded):
        assert loader.image("a.png", 40, 1.0) is None
