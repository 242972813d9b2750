"""What is remembered between starts, and what a damaged file does."""

import json
from pathlib import Path

import pytest

from reader.settings import FILE_NAME, Settings, load_settings, save_settings


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    kept = Settings(
        theme="dark", widths=(1, 2, 3, 4), side_is_shown=True, tag="coast", page={"size": 18.5}
    )
    save_settings(tmp_path / "new folder", kept)
    assert load_settings(tmp_path / "new folder") == kept
    assert [file.name for file in (tmp_path / "new folder").iterdir()] == [FILE_NAME]


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "damage", ["", "{", "[1, 2]", "null", '"text"', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: str | bytes) -> None:
    content = damage if isinstance(damage, bytes) else damage.encode()
    (tmp_path / FILE_NAME).write_bytes(content)
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": 3},
        {"widths": "wide"},
        {"widths": [1, 2]},
        {"widths": [1, 2, 3, "four"]},
        {"widths": [1, 2, 3, -4]},
        {"side_is_shown": "yes"},
        {"side_is_shown": 1},
        {"page": []},
        {"from a newer version": True},
    ],
)
def test_what_makes_no_sense_is_as_usual_and_the_rest_is_kept(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(wrong | {"tag": "coast"}))
    assert load_settings(tmp_path) == Settings(tag="coast")
