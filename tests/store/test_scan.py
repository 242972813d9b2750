"""What the store finds while the index cannot be asked."""

from pathlib import Path

from clippings_made import add_story

from reader.clipping import Search
from reader.library.library import Library
from reader.store.scan import numbers_with_words


def test_a_note_on_a_highlight_is_sought_where_notes_are(library: Library, tmp_path: Path) -> None:
    add_story(library, tmp_path / "pages", "The lamp is lit again")
    [id_] = library.find(Search()).ids
    library.mark(id_, "lighthouse", "Ground in Jena?")
    asked = [("jena", ("note",)), ("jena", ("marks",)), ("jena", ("title",))]
    assert list(map(bool, numbers_with_words(library._database, asked))) == [True, True, False]
