from pathlib import Path

from foreign_made import faults, items, library, write

OLD = (
    "URL,Title,Selection,Folder\n"
    "https://a.example/1,A pier | mended “at last”,,Unread\n"
    'https://a.example/2,Lights,"The words, chosen",Starred\n'
)
NEW = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    "https://a.example/1,One,,Archive,1600000000,[]\n"
    'https://a.example/2,Two,,Sea / Ropes,1600000001,"[""old"",""a, b""]"\n'
    "instapaper-private://email/12,Letter,Its words,Unread,1600000002,[]\n"
    "instapaper-private://email/13,Empty letter,,Unread,1600000003,[]\n"
)


def test_a_folder_is_a_state_or_a_tag(tmp_path: Path) -> None:
    old = [one.record.brought for one in items(write(tmp_path / "old.csv", OLD))]
    new = [one.record.brought for one in items(write(tmp_path / "new.csv", NEW))]
    assert library(tmp_path / "old.csv", "Instapaper")
    assert [(one.is_starred, one.tags) for one in old] == [(False, ()), (True, ())]
    assert (new[0].is_archived, new[0].is_read) == (True, True)
    assert new[1].tags == ("old", "a, b", "Sea Ropes")


def test_the_words_chosen_are_a_note(tmp_path: Path) -> None:
    assert items(write(tmp_path / "a.csv", OLD))[1].record.brought.note == "The words, chosen"


def test_a_letter_is_kept_as_text_where_its_words_are_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", NEW)
    letter = items(path)[2]
    assert b"<p>Its words</p>" in letter.original.content
    assert [fault.name for fault in faults(path)] == ["Empty letter"]
