import json
from pathlib import Path

from foreign_made import items, library, write


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
