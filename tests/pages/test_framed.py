"""What other pages only show in a frame is no page of its own."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from pages_made import story_page, write

from reader.pages.find_pages import find_pages
from reader.pages.framed import framed

ADVERT = "<html><head><title>Ovens</title></head><body><p>Buy an oven now.</p></body></html>"


def showing(*sources: str) -> str:
    return story_page(body="".join(f"<iframe width=300 src={one}></iframe>" for one in sources))


def found(folder: Path, files: Mapping[str, str]) -> list[str]:
    for name, content in files.items():
        write(folder / name, content)
    return [
        one.relative_to(folder).as_posix() for one in find_pages([folder]) if isinstance(one, Path)
    ]


@pytest.mark.parametrize(
    ("source", "frame"),
    [
        ("/ads/frame.html", "lamps.example/ads/frame.html"),
        ('"../ads/frame.html?slot=1"', "lamps.example/ads/frame.html"),
        ("https://ads.example/slot", "ads.example/slot"),
        ("'A%20lamp_pliki2/oven.html'", "lamps.example/2026/A lamp_pliki2/oven.html"),
    ],
)
def test_a_frame_in_a_mirror_is_no_page(tmp_path: Path, source: str, frame: str) -> None:
    page = "lamps.example/2026/A lamp.html"
    files = {page: showing(source), frame: ADVERT, "lamps.example/site.css?v=2": "p {}"}
    assert found(tmp_path, files) == [page]


def test_a_frame_within_a_frame_is_no_page(tmp_path: Path) -> None:
    outer = ADVERT.replace("<p>", "<iframe src='./inner.html'></iframe><p>")
    files = {"a.html": showing("x/outer.html"), "x/outer.html": outer, "x/inner.html": ADVERT}
    assert found(tmp_path, {**files, "x/app.js.download": "1"}) == ["a.html"]


def test_frames_in_the_folder_of_a_page_that_is_gone_are_no_pages(tmp_path: Path) -> None:
    files = {"Gone_files/saved_resource.html": ADVERT, "Gone_files/a.css": "p {}"}
    assert found(tmp_path, {**files, "kept.html": story_page()}) == ["kept.html"]


def test_a_short_page_in_a_folder_with_such_a_name_is_a_page(tmp_path: Path) -> None:
    files = {"court_files/short.html": ADVERT, "site/a.html": story_page(), "site/a.css": "p {}"}
    assert found(tmp_path, files) == ["court_files/short.html", "site/a.html"]


def test_a_frame_that_holds_a_story_is_a_page(tmp_path: Path) -> None:
    story = story_page("Inside", *["The keeper of the lamp climbed all the stairs again."] * 50)
    files = {"a.html": showing("b.html"), "b.html": story, "site.css": "p {}"}
    assert found(tmp_path, files) == ["a.html", "b.html"]


def test_a_page_that_shows_itself_is_a_page(tmp_path: Path) -> None:
    assert found(tmp_path, {"a.html": showing("a.html", "#top"), "site.css": ""}) == ["a.html"]


def test_pages_are_not_read_where_no_style_sheet_tells_of_a_mirror(tmp_path: Path) -> None:
    assert found(tmp_path, {"a.html": showing("b.html"), "b.html": ADVERT}) == ["a.html", "b.html"]


def test_styles_and_scripts_are_nothing_a_frame_says() -> None:
    styled = f"<style>{'p {} ' * 2_000}</style><script>{'x = 1; ' * 2_000}</script>{ADVERT}"
    files = {"a": showing("b").encode(), "b": styled.encode()}
    assert framed(files, files.__getitem__) == {"b"}


def test_a_page_made_to_be_slow_is_not() -> None:
    content = b"<iframe " * 50_000 + b"<iframe src='" * 50_000
    assert framed(["a", "b"], lambda _: content) == set()
