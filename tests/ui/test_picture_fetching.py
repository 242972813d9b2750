"""A reader wishes for the pictures that a page did not bring."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pages_made import png, story_page, write
from web_made import Site, page, site
from window_made import PATIENCE, Sitting

from reader.ui.reading.picture_object import PICTURE

TITLE = "The lamp is lit again"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with site() as made:
        yield made


def add(sitting: Sitting, folder: Path, web: Site, *names: str) -> None:
    figures = "".join(
        f'<figure><img src="{web.address}/{one}" alt="Boat"></figure>' for one in names
    )
    saved = f"<!-- saved from url=(0031){web.address}/story -->"
    sitting.add(write(folder / "lamp.html", saved + story_page(TITLE, body=figures)))
    sitting.open(TITLE)


def shown_pictures(sitting: Sitting) -> int:
    column = sitting.panels.pane._column
    formats = column.document().allFormats()
    return sum(one.objectType() == PICTURE for one in formats)


def test_the_pictures_are_fetched_only_when_asked_for_and_shown_at_once(
    sitting: Sitting, tmp_path: Path, web: Site
) -> None:
    web.pages["/boat.png"] = page(png(400, 300))
    web.pages["/ferry.png"] = page(png(500, 300))
    add(sitting, tmp_path / "in", web, "boat.png", "ferry.png")
    fetch = sitting.parts.actions["fetch_pictures"]
    assert "Picture not saved · Boat" in sitting.text
    assert fetch.isEnabled()
    assert web.asked == []

    fetch.trigger()
    assert not fetch.isEnabled()
    sitting.wait(lambda: "Picture not saved" not in sitting.text and shown_pictures(sitting))
    assert sitting.said == "Fetched 2 pictures"
    sitting.settle()
    assert not fetch.isEnabled()


def test_what_could_not_be_had_is_said(sitting: Sitting, tmp_path: Path, web: Site) -> None:
    web.pages["/boat.png"] = page(png(400, 300))
    add(sitting, tmp_path / "in", web, "boat.png", "gone.png", "lost.png")
    sitting.parts.actions["fetch_pictures"].trigger()
    sitting.wait(lambda: sitting.said.startswith("Fetched 1 picture · 2 could not be had"))
    sitting.wait(sitting.parts.actions["fetch_pictures"].isEnabled)
    web.pages["/gone.png"] = page(png(400, 300))
    sitting.parts.actions["fetch_pictures"].trigger()
    sitting.wait(lambda: sitting.said.startswith("Fetched 1 picture · 1 could not be had: “127"))


def test_cancelling_keeps_what_came(sitting: Sitting, tmp_path: Path, web: Site) -> None:
    is_over = threading.Event()

    def serve(answer: BaseHTTPRequestHandler) -> None:
        is_over.wait(PATIENCE / 1000)

    web.pages["/boat.png"] = page(png(400, 300))
    web.pages["/ferry.png"] = serve
    add(sitting, tmp_path / "in", web, "boat.png", "ferry.png")
    sitting.parts.actions["fetch_pictures"].trigger()
    sitting.wait(lambda: len(web.asked) == 2)
    sitting.window._pictures.stop()
    sitting.wait(lambda: sitting.said == "Fetched 1 picture · the rest was cancelled")
    is_over.set()
    assert len(sitting.library.clipping(sitting.id_of(TITLE)).picture_files) == 1


def test_nothing_is_offered_where_nothing_is_missing(
    sitting: Sitting, tmp_path: Path, web: Site
) -> None:
    assert not sitting.parts.actions["fetch_pictures"].isEnabled()
    add(sitting, tmp_path / "in", web)
    assert not sitting.parts.actions["fetch_pictures"].isEnabled()
