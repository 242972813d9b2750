"""Names of files, shown on one line and harmless."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.file_names import isolated, shown_name, shown_path


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("harbour.html", "harbour.html"),
        ("two\nlines\r.html", "two↵lines↵.html"),
        ("bad\u202elmth.exe", "bad�lmth.exe"),
        ("tab\tand\x07bell", "tab�and�bell"),
        (os.fsdecode(b"caf\xe9.html"), "caf�.html"),
        ("ميناء.html", "ميناء.html"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("港口 🛟.html", "港口 🛟.html"),
    ],
)
def test_a_name_is_shown_without_what_could_mislead(name: str, shown: str) -> None:
    assert shown_name(Path("/folder") / name) == shown


def test_a_whole_path_is_shown_as_harmlessly() -> None:
    assert shown_path(Path("/a\n/b\u2066.html")) == "/a↵/b�.html"


def test_a_path_without_a_name_is_shown_whole() -> None:
    assert shown_name(Path("/")) == "/"


@given(st.text(alphabet=st.characters(exclude_characters="/\0"), min_size=1))
def test_any_name_can_be_written_on_one_line(name: str) -> None:
    shown = shown_name(Path("/folder") / name)
    assert len(f"x{shown}x".splitlines()) == 1
    shown.encode()


def test_an_isolated_name_keeps_its_direction_to_itself() -> None:
    assert isolated("name") == "\u2068name\u2069"
