from pathlib import Path

from foreign_made import by_title, items, library, write

TABLE = (
    "\ufeffid,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\r\n"
    '1,The pier,"Two\r\nlines",In short.,https://a.example/pier,Sea / Ropes,"old, a b",'
    '2024-01-01T00:00:00.000Z,,"Highlight:rope by rope\nNote:why?\nColor:Blue\n\n'
    'Highlight:the lamp",true\r\n'
    "2,Loose,,,https://a.example/loose,Unsorted,,2024-01-02T00:00:00.000Z,,,false\r\n"
    "3,A tool,Only a note,,javascript:void(0),Unsorted,,,,,false\r\n"
)


def test_folders_tags_notes_and_stars_come_along(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", TABLE)
    assert library(path, "Raindrop")
    found = by_title(path)
    pier = found["The pier"].record
    assert pier.brought.tags == ("old", "a b", "Sea/Ropes")
    assert (pier.brought.note, pier.brought.is_starred) == ("Two\nlines", True)
    assert pier.stated.standfirst == "In short."
    assert found["Loose"].record.brought.tags == ()


def test_highlights_in_one_field_are_told_apart(tmp_path: Path) -> None:
    marks = by_title(write(tmp_path / "a.csv", TABLE))["The pier"].record.brought.marks
    assert [(mark.exact, mark.note, mark.colour) for mark in marks] == [
        ("rope by rope", "why?", "blue"),
        ("the lamp", "", ""),
    ]


def test_highlights_as_objects_are_read(tmp_path: Path) -> None:
    objects = '"[{""text"": ""rope by rope"", ""color"": ""red"", ""note"": ""why?""}]"'
    table = TABLE.splitlines()[0] + f"\n1,A,,,https://a.example/1,,,,,{objects},false\n"
    (mark,) = items(write(tmp_path / "a.csv", table))[0].record.brought.marks
    assert (mark.exact, mark.note, mark.colour) == ("rope by rope", "why?", "red")


def test_a_note_without_a_page_is_kept_as_text(tmp_path: Path) -> None:
    tool = by_title(write(tmp_path / "a.csv", TABLE))["A tool"]
    assert b"<p>Only a note</p>" in tool.original.content
    assert tool.record.brought.note == ""  # it would be said twice


def test_older_tables_are_read(tmp_path: Path) -> None:
    older = (
        "title,note,excerpt,url,folder,tags,created\nOne,,,https://a.example/1,A/B,x,2020-01-01\n"
    )
    other = "title,note,description,url,folder,tags,created\nOne,,d,https://a.example/1,,x,\n"
    assert items(write(tmp_path / "a.csv", older))[0].record.brought.tags == ("x", "A/B")
    assert items(write(tmp_path / "b.csv", other))[0].record.stated.standfirst == "d"


def test_the_list_of_a_single_folder_does_not_name_it(tmp_path: Path) -> None:
    table = (
        "id,title,note,excerpt,url,tags,created,cover,highlights,favorite\n"
        "1,One,mine,In short.,https://a.example/1,sea,2024-01-01T00:00:00.000Z,,,true\n"
    )
    path = write(tmp_path / "a.csv", table)
    assert library(path, "Raindrop")
    brought = items(path)[0].record.brought
    assert (brought.tags, brought.note, brought.is_starred) == (("sea",), "mine", True)
