import json
from pathlib import Path

from foreign_made import by_title, faults, items, library, write, zipped

from reader.foreign.omnivore_marks import read_marks

ITEM = {
    "id": "i1", "slug": "the-pier-1", "title": "The pier", "description": "In short.",
    "author": "Ada Brandt", "url": "https://a.example/pier", "state": "Archived",
    "readingProgress": 40, "thumbnail": "", "labels": ["sea", "old ropes"],
    "savedAt": "2023-05-06T07:08:09.123Z", "updatedAt": "2023-05-07T00:00:00.000Z",
    "publishedAt": None,
}  # fmt: skip
PAPER = ITEM | {"id": "i2", "slug": "paper", "title": "A paper", "state": "Active"}
LINK = ITEM | {"id": "i3", "slug": "none", "title": "A link", "readingProgress": 100}
HIGHLIGHTS = (
    "> counted \n> them all  \n\n#old ropes #sea\n\nWhy twice?\n\nAnd by whom?\n\n"
    "> the last quote  "
)
FILES: dict[str, str | bytes] = {
    "metadata_0_to_19.json": json.dumps([ITEM, PAPER]),
    "metadata_20_to_39.json": json.dumps([LINK]),
    "content/the-pier-1.html": "<div><p>The ropes were counted.</p></div>",
    "content/paper.pdf": b"%PDF-1.4 paper",
    "highlights/the-pier-1.md": HIGHLIGHTS,
}


def test_texts_labels_progress_and_highlights_come_along(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", FILES)
    assert library(path, "Omnivore")
    pier = by_title(path)["The pier"]
    assert b"The ropes were counted." in pier.original.content
    brought = pier.record.brought
    assert (brought.tags, brought.position) == (("sea", "old ropes"), 0.4)
    assert (brought.is_archived, brought.is_read) == (True, True)
    first, second = brought.marks
    assert (first.exact, first.tags) == ("counted\nthem all", ("old ropes", "sea"))
    assert (first.note, second.exact) == ("Why twice?\n\nAnd by whom?", "the last quote")


def test_a_document_is_kept_as_it_is_and_what_has_no_text_is_a_link(tmp_path: Path) -> None:
    found = by_title(zipped(tmp_path / "export.zip", FILES))
    assert found["A paper"].original.content == b"%PDF-1.4 paper"
    assert found["A paper"].original.name == "A paper.pdf"
    assert found["A link"].original.content == b""
    assert found["A link"].record.brought.is_read


def test_the_folder_of_texts_may_be_called_contents_and_lie_in_another(tmp_path: Path) -> None:
    files = {f"out/{name.replace('content/', 'contents/')}": told for name, told in FILES.items()}
    assert library(zipped(tmp_path / "export.zip", files), "Omnivore").tallies().with_text == 2


def test_an_archive_that_was_unpacked_is_the_same(tmp_path: Path) -> None:
    for name, content in FILES.items():
        write(tmp_path / "out" / name, content)
    assert library(tmp_path / "out", "Omnivore").tallies().with_text == 2


def test_one_damaged_list_does_not_end_the_others(tmp_path: Path) -> None:
    path = zipped(tmp_path / "export.zip", FILES | {"metadata_20_to_39.json": '[{"slug": '})
    assert len(items(path)) == 2
    assert len(faults(path)) == 1


def test_a_note_on_the_whole_article_stands_by_itself() -> None:
    note, marks = read_marks("On all of it.\n\n\n\n> A quote \n\nIts note")
    assert (note, marks[0].exact, marks[0].note) == ("On all of it.", "A quote", "Its note")


def test_a_quote_of_several_paragraphs_is_one() -> None:
    _, (mark,) = read_marks("> First line\ngoes on\n> Second paragraph ")
    assert mark.exact == "First line\ngoes on\nSecond paragraph"


def test_a_list_alone_and_its_table_are_read(tmp_path: Path) -> None:
    alone = write(tmp_path / "omnivore_export.json", json.dumps([ITEM]))
    assert library(alone, "Omnivore").tallies().links == 1
    table = write(
        tmp_path / "a.csv",
        "url,state,labels,saved_at,published_at\n"
        'https://a.example/1,ARCHIVED,"[""sea"",""old ropes""]",1683356889123,1683356889123\n'
        "https://a.example/2,SUCCEEDED,[],1683356889123,\n",
    )
    one, two = (item.record for item in items(table))
    assert (one.brought.tags, one.saved_at) == (("sea", "old ropes"), "2023-05-06T07:08:09+00:00")
    assert (one.brought.is_archived, two.brought.is_archived) == (True, False)


def test_a_note_on_the_whole_article_is_not_the_last_quote_s() -> None:
    note, (one, two) = read_marks("> One \n\nIts note\n\n> Two \n\n#sea\n\nOn all of it\n\n")
    assert (note, one.note, two.note, two.tags) == ("On all of it", "Its note", "", ("sea",))
    note, (mark,) = read_marks("> One \n\nIts note\n\nOn all of it\n\n\n\n")
    assert (note, mark.note) == ("On all of it", "Its note")


def test_an_item_without_a_slug_takes_no_other_s_text(tmp_path: Path) -> None:
    files = {"metadata_0_to_1.json": json.dumps([ITEM | {"slug": ""}]), "content/.html": "<p>x</p>"}
    (item,) = items(zipped(tmp_path / "export.zip", files))
    assert item.original.content == b""
