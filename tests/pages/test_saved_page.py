"""A page finds the files that were saved with it, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import png, write, write_story

from reader.pages.open_page import open_page
from reader.pages.original import read_original
from reader.pages.saved_page import Kind, SavedPage


def page_with(name: str, *parts: str) -> SavedPage:
    here = Path(__file__)
    return SavedPage(name, Kind.HTML, "<p>Lit", parts=dict.fromkeys(parts, here))


@pytest.mark.parametrize(
    ("reference", "part"),
    [
        ("./Lamp_files/a.png", "Lamp_files/a.png"),
        ("Lamp_files/a.png", "Lamp_files/a.png"),
        ("./The%20Lamp_files/caf%C3%A9.png", "The Lamp_files/café.png"),
        ("./The Lamp_files/café.png", "The Lamp_files/café.png"),
        ("Lamp_files/a.png?w=640&h=480#top", "Lamp_files/a.png"),
        ("Lamp_files/100%.png", "Lamp_files/100%.png"),
        ("Lamp_files/a%2520b.png", "Lamp_files/a%20b.png"),
        ("Lamp_files/what%3F.png", "Lamp_files/what?.png"),
        ("Lamp_files/no%231.png", "Lamp_files/no#1.png"),
        ("Lamp_files/%E7%81%AF.png", "Lamp_files/灯.png"),
        ("Lamp_files/sub/../a.png", "Lamp_files/a.png"),
        ("/a.png", "a.png"),
        ("https://sea.example/a.png", "sea.example/a.png"),
        ("//sea.example/a.png", "sea.example/a.png"),
    ],
)
def test_a_reference_finds_its_file(reference: str, part: str) -> None:
    assert page_with("Lamp.html", part, "other.png").part(reference)


@pytest.mark.parametrize(
    ("reference", "part"),
    [
        ("a.png", "harbour.example/2026/a.png"),
        ("../a.png", "harbour.example/a.png"),
        ("/a.png", "harbour.example/a.png"),
        ("/shared/a.png", "shared/a.png"),
        ("../../sea.example/a.png", "sea.example/a.png"),
        ("a.png?w=640", "harbour.example/2026/a.png?w=640"),
        ("a.png%3Fw=640", "harbour.example/2026/a.png?w=640"),
    ],
)
def test_a_reference_within_a_tree_of_sites_finds_its_file(reference: str, part: str) -> None:
    assert page_with("harbour.example/2026/lamp.html", part).part(reference)


@pytest.mark.parametrize(
    ("reference", "part"),
    [
        ("Lamp_files/a.png", "Lamp_files/A.PNG"),
        ("Lamp_files/caf\u00e9.png", "Lamp_files/cafe\u0301.png"),
        ("./The%20old%20lamp_files/a.png", "Lamp_files/a.png"),
        (".\\Lamp_files\\a.png", "Lamp_files/a.png"),
        ("file:///C:/Users/ada/Desktop/Lamp_files/a.png", "Lamp_files/a.png"),
        ("C:\\pages\\Lamp-Dateien\\a.png", "Lamp-Dateien/a.png"),
    ],
)
def test_a_file_is_found_whose_name_or_folder_was_changed_on_its_way(
    reference: str, part: str
) -> None:
    assert page_with("Lamp.html", part, "other.png").part(reference)


def test_a_file_in_the_folder_of_another_page_is_not_taken_for_one_of_its_own() -> None:
    page = page_with("Lamp.html", "Stairs_files/a.png", "img/a.png")
    assert page.part("Lamp_files/a.png") is None
    assert page.part("https://lamps.example/Img/a.png") is None


@pytest.mark.parametrize(
    "reference",
    ["", "#", "?", "data:image/png;base64,AAAA", "mailto:a.png", "cid:a.png", "b.png", "../a.png",
     "javascript:a.png", "file:///a.png", "x" * 5000],
)  # fmt: skip
def test_what_was_not_saved_is_not_found(reference: str) -> None:
    assert page_with("Lamp.html", "a.png").part(reference) is None


@given(st.text(max_size=60))
def test_any_reference_is_survived(reference: str) -> None:
    assert page_with("Lamp.html", "never/there.png").part(reference) is None
    assert page_with("Lamp.html").part(reference) is None


def test_pictures_beside_the_page_are_found_through_it(tmp_path: Path) -> None:
    write(tmp_path / "The lamp_files" / "a b.png", png())
    saved = open_page(read_original(write_story(tmp_path / "The lamp.html")))
    found = saved.part("./The%20lamp_files/a%20b.png")
    assert found
    assert found.read_bytes() == png()
