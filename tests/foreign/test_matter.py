from pathlib import Path

from foreign_made import by_title, faults, library, write, zipped

HISTORY = (
    "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,"
    "Last Interaction Date,File Id\n"
    "The pier,Ada Brandt,Harbour Post,https://a.example/pier,sea;old ropes,12,False,True,True,1,"
    "2023-01-02 03:04:05,f1.html\n"
    "A link,,,https://a.example/link,,0,True,False,False,0,,\n"
    ",,,,,,,,,,,\n"
    "Nothing,,,,,,,,,,,missing.html\n"
)
HIGHLIGHTS = (
    "Title,Author,Publisher,Text,Highlighted Date,Note\n"
    "The pier,Ada Brandt,Harbour Post,rope by rope,2023-01-03T00:00:00,why?\n"
)
FILES = {
    "Archive/_matter_history.csv": HISTORY,
    "Archive/_matter_highlights.csv": HIGHLIGHTS,
    "Archive/f1.html": "<p>It was mended rope by rope.</p>",
}


def test_the_archive_brings_texts_states_and_highlights(tmp_path: Path) -> None:
    path = zipped(tmp_path / "Archive.zip", FILES)
    assert library(path, "Matter")
    pier = by_title(path)["The pier"]
    brought = pier.record.brought
    assert b"mended rope by rope" in pier.original.content
    assert (brought.tags, brought.is_starred) == (("sea", "old ropes"), True)
    assert (brought.is_read, brought.is_archived) == (True, True)
    assert (brought.marks[0].exact, brought.marks[0].note) == ("rope by rope", "why?")
    assert pier.record.stated.source == "Harbour Post"
    assert [fault.name for fault in faults(path)] == ["Nothing"]


def test_the_history_alone_is_a_list_of_links(tmp_path: Path) -> None:
    path = write(tmp_path / "_matter_history.csv", HISTORY)
    tallies = library(path, "Matter").tallies()
    assert (tallies.links, tallies.starred, tallies.passed_over) == (2, 1, 1)


def test_highlights_of_what_the_history_does_not_name_are_a_page(tmp_path: Path) -> None:
    more = HIGHLIGHTS + "Elsewhere,Bo,,the lamp,2023-01-03T00:00:00,mine\n"
    path = zipped(tmp_path / "a.zip", FILES | {"Archive/_matter_highlights.csv": more})
    elsewhere = by_title(path)["Elsewhere"]
    assert b"the lamp" in elsewhere.original.content
    assert elsewhere.record.brought.marks[0].note == "mine"


def test_what_was_saved_once_and_read_is_not_archived(tmp_path: Path) -> None:
    header = "Title,Author,Publisher,URL,Word Count,Saved,Read,Highlight Count,"
    table = f"{header}Last Interaction Date,File Id\nA,,,https://a.example/1,1,True,True,0,,\n"
    brought = by_title(write(tmp_path / "a.csv", table))["A"].record.brought
    assert (brought.is_read, brought.is_archived) == (True, False)
