from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.ui.clipping_list import thumbnails as thumbnails_module
from reader.ui.clipping_list.thumbnails import SIDE, Thumbnails, decode

pytestmark = pytest.mark.usefixtures("qapp")


def picture(folder: Path, name: str = "quay.png", width: int = 300, height: int = 200) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    file = folder / name
    assert image.save(str(file))
    return file


def test_a_picture_comes_as_a_square_for_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    file = picture(tmp_path)
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready) as told:
        assert thumbnails.picture(file, 2.0) is None
        assert thumbnails.picture(file, 2.0) is None
    assert told.args == [file]
    shown = thumbnails.picture(file, 2.0)
    assert shown is not None
    assert shown.size() == QSize(2 * SIDE, 2 * SIDE)
    assert shown.deviceIndependentSize().width() == SIDE
    assert not thumbnails.is_none(file, 2.0)


def test_the_corners_are_round(tmp_path: Path) -> None:
    image = decode(picture(tmp_path), 1.0)
    assert image is not None
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(SIDE // 2, SIDE // 2) == QColor("teal")


def test_a_tall_picture_shows_its_middle(tmp_path: Path) -> None:
    image = QImage(60, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y in range(120, 180):
        for x in range(60):
            image.setPixelColor(x, y, QColor("teal"))
    image.save(str(tmp_path / "tower.png"))
    shown = decode(tmp_path / "tower.png", 1.0)
    assert shown is not None
    assert shown.pixelColor(SIDE // 2, 3) == QColor("teal")
    assert shown.pixelColor(SIDE // 2, SIDE - 4) == QColor("teal")


def test_a_file_that_is_no_picture_is_known_to_be_none(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "page.jpg"
    file.write_text("<html>Not found</html>")
    thumbnails = Thumbnails()
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.picture(file, 1.0)
    assert thumbnails.is_none(file, 1.0)
    assert thumbnails.picture(file, 1.0) is None


def test_a_missing_file_is_no_picture(tmp_path: Path) -> None:
    assert decode(tmp_path / "gone.png", 1.0) is None


def test_a_cut_file_is_no_picture(tmp_path: Path) -> None:
    file = picture(tmp_path)
    file.write_bytes(file.read_bytes()[:60])
    assert decode(file, 1.0) is None


def test_a_counting_pixel_is_no_picture(tmp_path: Path) -> None:
    assert decode(picture(tmp_path, width=1, height=1), 1.0) is None
    assert decode(picture(tmp_path, width=900, height=2), 1.0) is None


def test_a_drawing_that_could_name_other_files_is_no_picture(tmp_path: Path) -> None:
    for name in ("drawing.svg", "drawing.png"):
        file = tmp_path / name
        file.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>')
        assert decode(file, 1.0) is None


def test_a_bomb_is_never_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = picture(tmp_path)
    monkeypatch.setattr(thumbnails_module, "MOST_PIXELS", 50_000)
    assert decode(file, 1.0) is None
    monkeypatch.undo()
    assert decode(file, 1.0) is not None
    monkeypatch.setattr(thumbnails_module, "LARGEST_FILE", 10)
    assert decode(file, 1.0) is None


def test_all_that_is_asked_for_comes(tmp_path: Path, qtbot: QtBot) -> None:
    files = [picture(tmp_path, f"{number}.png") for number in range(8)]
    thumbnails = Thumbnails()
    came: set[Path] = set()
    thumbnails.ready.connect(came.add)
    for file in files:
        thumbnails.picture(file, 1.0)
    qtbot.waitUntil(lambda: came == set(files))


def test_what_was_scrolled_past_is_let_go(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails_module, "WAITING", 2)
    files = [picture(tmp_path, f"{number}.png") for number in range(9)]
    thumbnails = Thumbnails()
    came: list[Path] = []
    thumbnails.ready.connect(came.append)
    for file in files:
        thumbnails.picture(file, 1.0)
    qtbot.waitUntil(lambda: len(came) == 4)
    assert set(came) == {*files[:2], *files[-2:]}


def test_a_picture_that_comes_after_the_list_is_gone_hurts_nobody(tmp_path: Path) -> None:
    from shiboken6 import delete

    thumbnails = Thumbnails()
    delete(thumbnails)
    thumbnails.tell((tmp_path / "late.png", 1.0), None)
