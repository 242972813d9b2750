"""Nothing but the reader's own wish to fetch a page ever opens a connection."""

import socket
from pathlib import Path

import pytest
from pages_made import story_page, write
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from window_made import Sitting


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was tried to be reached, from here on."""
    found: list[str] = []

    def refuse(*what: object, **_: object) -> None:
        found.append(str(what[-1]))
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    return found


def test_adding_reading_and_searching_stay_on_this_computer(
    sitting: Sitting, tmp_path: Path, tried: list[str]
) -> None:
    remote = (
        '<img src="https://pictures.example/a.jpg"><img src="//pictures.example/b.png">'
        '<link rel="stylesheet" href="https://styles.example/c.css">'
        '<script src="https://scripts.example/d.js"></script>'
        '<iframe src="https://frames.example/e"></iframe>'
    )
    head = '<base href="https://news.example/"><meta http-equiv="refresh" content="0;url=/f">'
    sitting.add(write(tmp_path / "lamp.html", story_page(head=head, body=remote)))
    sitting.open("The lamp is lit again")
    assert "Marrow Point" in sitting.text
    sitting.panels.list.focus_search()
    sitting.type("polished")
    sitting.settle()
    carried = QMimeData()
    carried.setHtml(story_page("Another lamp", body=remote))
    QGuiApplication.clipboard().setMimeData(carried)
    sitting.parts.actions["paste"].trigger()
    sitting.wait(lambda: len(sitting.library.all_ids()) == 2)
    sitting.settle()
    sitting.end()
    assert tried == []
