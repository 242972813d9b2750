import json
from pathlib import Path

from foreign_made import faults, items, library, write


def test_the_highlights_of_a_book_are_a_page(tmp_path: Path) -> None:
    highlights = [
        {
            "highlighted_text": "rope by rope", "notes": "why?", "start_cfi": "/2/4",
            "style": {"kind": "color", "which": "green"}, "timestamp": "2021-01-02T03:04:05.1Z",
        },
        {"highlighted_text": "gone", "start_cfi": "/2/6", "removed": True},
    ]  # fmt: skip
    told = {"version": 1, "type": "calibre_highlights", "highlights": highlights}
    path = write(tmp_path / "A sea book.json", json.dumps(told))
    assert library(path, "calibre")
    (book,) = items(path)
    (mark,) = book.record.brought.marks
    assert (mark.exact, mark.note, mark.colour) == ("rope by rope", "why?", "green")
    assert b"rope by rope" in book.original.content
    assert book.record.stated.title == "A sea book"


def test_the_highlights_of_several_books_stay_apart(tmp_path: Path) -> None:
    annotations = [
        {"type": "highlight", "highlighted_text": "rope by rope", "book_id": 15, "format": "EPUB"},
        {"type": "highlight", "highlighted_text": "the lamp", "book_id": 7, "format": "EPUB"},
        {"type": "highlight", "highlighted_text": "two ropes", "book_id": 15, "format": "EPUB"},
        {"type": "bookmark", "title": "Chapter 3", "book_id": 7, "format": "EPUB"},
    ]
    told = {"annotations": annotations, "type": "calibre_annotation_collection", "version": 1}
    path = write(tmp_path / "a.calibre_annotation_collection", "\ufeff" + json.dumps(told))
    assert library(path, "calibre").tallies().marks == 3
    one, other = (item.record for item in items(path))
    assert [mark.exact for mark in one.brought.marks] == ["rope by rope", "two ropes"]
    assert (one.stated.title, other.stated.title) == ("a, book 15", "a, book 7")
    assert [fault.name for fault in faults(path)] == ["Chapter 3"]
