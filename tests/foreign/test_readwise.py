from pathlib import Path

from foreign_made import by_title, faults, items, library, write

READER = (
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    'The pier,https://a.example/pier,01h,"[""don\'t"", \'favorite\', \'peanut, butter\']",'
    "2025-01-20 22:13:02.447000+00:00,0.42,shortlist,True\n"
    ",https://a.example/untitled,01j,,,1.0,archive,\n"
    "Later,https://a.example/later,01k,[],2025-01-20 22:13:02+00:00,0,later,False\n"
    "A letter,mailto:reader-forwarded-email/1,01m,[],,0,new,True\n"
    "News,https://a.example/news,01n,[],,0,feed,True\n"
)
HIGHLIGHTS = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
    "Highlighted at,Document tags\n"
    '"First words\n\nof two paragraphs",The pier,Ada Brandt,,Why?,blue,"sea, ropes",order,1,'
    "2021-02-18 14:46:00+00:00,harbour\n"
    "Other,Lamps,,,,,,order,1,,\n"
    "Second,The pier,Ada Brandt,,,,,order,2,2021-02-17 10:00:00+00:00,harbour\n"
    ",The pier,Ada Brandt,,,,,order,3,,\n"
)


def test_tags_are_a_list_as_python_writes_one(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", READER)
    assert library(path, "Readwise Reader")
    pier = by_title(path)["The pier"].record
    assert pier.brought.tags == ("don't", "favorite", "peanut, butter", "shortlist")
    assert (pier.brought.is_starred, pier.brought.position) == (True, 0.42)
    assert pier.saved_at == "2025-01-20T22:13:02+00:00"


def test_places_are_states(tmp_path: Path) -> None:
    found = by_title(write(tmp_path / "a.csv", READER))
    assert (found[""].record.brought.is_archived, found[""].record.brought.is_read) == (True, True)
    assert not found["Later"].record.brought.is_read
    assert found["Later"].record.brought.tags == ()


def test_letters_and_the_feed_are_passed_over_with_a_word(tmp_path: Path) -> None:
    letter, news = faults(write(tmp_path / "a.csv", READER))
    assert "mailto:" in letter.reason
    assert "feed" in news.reason
    assert not letter.is_broken
    assert not news.is_broken


def test_highlights_are_gathered_by_work_and_stand_in_a_text_of_their_own(tmp_path: Path) -> None:
    path = write(tmp_path / "highlights.csv", HIGHLIGHTS)
    assert library(path, "Readwise").tallies().marks == 3
    pier = by_title(path)["The pier"]
    first, second = pier.record.brought.marks
    assert (first.exact, first.note, first.colour) == (
        "First words\n\nof two paragraphs",
        "Why?",
        "blue",
    )
    assert (first.tags, second.exact) == (("sea", "ropes"), "Second")
    assert pier.record.brought.tags == ("harbour",)
    assert pier.record.stated.people == ("Ada Brandt",)
    assert pier.record.saved_at == "2021-02-17T10:00:00+00:00"
    assert b"<p>First words<br><br>of two paragraphs<br><br>Second</p>" in pier.original.content
    assert len(items(path)) == 2
