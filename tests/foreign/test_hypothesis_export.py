import json
from pathlib import Path
from typing import Any

from foreign_made import items, library, write


def annotation(uri: str, exact: str = "", text: str = "", **more: object) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "RangeSelector", "startContainer": "/p[1]"}]
    if exact:
        selectors.append({"type": "TextPositionSelector", "start": 3, "end": 9})
        quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": "by ", "suffix": " and"}
        selectors.append(quote)
    return {
        "uri": uri, "text": text, "created": "2022-03-04T05:06:07.1+00:00", "tags": ["sea"],
        "target": [{"source": uri, "selector": selectors}], "user": "acct:ada@hypothes.example",
        "document": {"title": ["The pier"]}, **more,
    }  # fmt: skip


def test_annotations_are_gathered_by_address(tmp_path: Path) -> None:
    annotations = [
        annotation("https://a.example/pier", "second", created="2022-03-05T00:00:00+00:00"),
        annotation("https://a.example/pier", "first", "why?"),
        annotation("https://a.example/pier", text="On all of it"),
        annotation("file:///home/ada/paper.pdf", "of a file"),
        None,
    ]
    told = {
        "export_date": "2022-04-01", "export_userid": "acct:ada@hypothes.example",
        "client_version": "1", "annotations": annotations,
    }  # fmt: skip
    path = write(tmp_path / "a.json", json.dumps(told))
    assert library(path, "Hypothesis").tallies().unreadable == 1
    pier, paper = items(path)
    record = pier.record
    assert [mark.exact for mark in record.brought.marks] == ["first", "second"]
    first = record.brought.marks[0]
    assert (first.prefix, first.suffix, first.note, first.tags) == ("by ", " and", "why?", ("sea",))
    assert (record.brought.note, record.brought.tags) == ("On all of it", ("sea",))
    assert (pier.original.content, record.stated.title) == (b"", "The pier")
    assert b"of a file" in paper.original.content
    assert b"acct:" not in record.as_json()


def test_what_its_interface_answers_is_read_too(tmp_path: Path) -> None:
    told = {"total": 1, "rows": [annotation("https://a.example/pier", "first")]}
    assert library(write(tmp_path / "a.json", json.dumps(told)), "Hypothesis").tallies().marks == 1


def test_what_was_written_in_one_file_on_a_disk_is_not_mixed_with_another(tmp_path: Path) -> None:
    annotations = [
        annotation("file:///home/ada/paper.pdf", "of a paper"),
        annotation("urn:x-pdf:1", "of a book", document={"title": ["The book"]}),
        annotation("urn:x-pdf:2", text="On all of it", document={"title": ["A note"]}),
    ]
    path = write(tmp_path / "a.json", json.dumps({"annotations": annotations}))
    contents = [one.original.content for one in items(path)]
    assert [b"of a paper" in one for one in contents] == [True, False, False]
    assert [b"of a book" in one for one in contents] == [False, True, False]
    assert [b"On all of it" in one for one in contents] == [False, False, True]
