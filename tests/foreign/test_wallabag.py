import json
from pathlib import Path

from foreign_made import by_title, faults, items, library, write

ENTRY = {
    "is_archived": 1, "is_starred": "0", "user_name": "ada", "user_email": "ada@mail.example",
    "user_id": 1, "tags": ["sea", "old ropes"], "is_public": False, "id": "12", "uid": None,
    "title": "The pier &amp; its ropes", "url": "https://a.example/pier",
    "content": "<p>The ropes were counted.</p><p>Then they were counted again.</p>",
    "created_at": "2016-09-08T11:55:58+0200", "published_at": "2016-09-07T00:00:00+0200",
    "published_by": ["Ada Brandt", "Bo Lind"], "language": "en_GB",
    "annotations": [
        {
            "text": "why twice?", "quote": "counted again",
            "created_at": "2016-09-09T10:00:00+0200",
            "ranges": [{"start": "/p[2]", "startOffset": "10", "end": "/p[2]", "endOffset": "23"}],
        },
        {"text": "of nothing", "quote": ""},
    ],
    "headers": {"set-cookie": "session=1"}, "domain_name": "a.example",
}  # fmt: skip
FAILED = ENTRY | {
    "id": 13, "title": "Gone", "url": "https://a.example/gone", "is_archived": False,
    "content": "wallabag can't retrieve contents for this article. Please "
    '<a href="http://doc.example">troubleshoot this issue</a>.',
    "tags": [{"id": 1, "label": "Sea", "slug": "sea"}], "annotations": [],
}  # fmt: skip


def test_texts_tags_states_and_annotations_come_along(tmp_path: Path) -> None:
    path = write(tmp_path / "All articles.json", json.dumps([ENTRY]))
    assert library(path, "wallabag")
    pier = by_title(path)["The pier & its ropes"]
    assert b"Then they were counted again." in pier.original.content
    told, brought = pier.record.stated, pier.record.brought
    assert (told.people, told.language) == (("Ada Brandt", "Bo Lind"), "en-GB")
    assert told.published == "2016-09-07T00:00:00+02:00"
    assert pier.record.saved_at == "2016-09-08T09:55:58+00:00"
    assert (brought.tags, brought.is_read, brought.is_archived) == (
        ("sea", "old ropes"),
        True,
        True,
    )
    assert not brought.is_starred
    assert [(mark.exact, mark.note) for mark in brought.marks] == [("counted again", "why twice?")]
    assert brought.note == "of nothing"


def test_a_text_that_could_not_be_fetched_is_none(tmp_path: Path) -> None:
    gone = by_title(write(tmp_path / "a.json", json.dumps([ENTRY, FAILED])))["Gone"]
    assert (gone.original.content, gone.record.brought.tags) == (b"", ("Sea",))


def test_what_concerns_the_account_is_not_kept(tmp_path: Path) -> None:
    (pier,) = items(write(tmp_path / "a.json", json.dumps([ENTRY])))
    kept = pier.record.as_json()
    assert b"ada@mail" not in kept
    assert b"session=1" not in kept
    assert pier.record.raw["domain_name"] == "a.example"
    assert "content" not in pier.record.raw  # it is the original itself


def test_one_damaged_entry_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    entries = ",".join(json.dumps(one) for one in (ENTRY, FAILED, ENTRY | {"title": "Third"}))
    damaged = f"[{entries}]".replace('"title": "Gone"', '"title": Gone"')
    path = write(tmp_path / "a.json", damaged)
    assert {one.record.stated.title for one in items(path)} == {"The pier & its ropes", "Third"}
    assert len(faults(path)) >= 1


def test_a_file_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    whole = json.dumps([ENTRY, FAILED])
    path = write(tmp_path / "a.json", whole[: len(whole) - 300])
    assert [one.record.stated.title for one in items(path)] == ["The pier & its ropes"]
    assert faults(path)[0].is_broken


def test_the_first_version_s_states_and_tags_are_read(tmp_path: Path) -> None:
    entry = {
        "0": "1", "id": "1", "1": "t", "title": "Old", "2": "u", "url": "https://a.example/old",
        "is_read": "1", "is_fav": "1", "content": "<p>Old words.</p>", "tags": "sea,ropes",
    }  # fmt: skip
    (old,) = items(write(tmp_path / "a.json", json.dumps([entry])))
    assert old.record.brought.is_starred
    assert old.record.brought.is_archived
    assert old.record.brought.tags == ("sea", "ropes")


def test_its_table_has_texts_and_days(tmp_path: Path) -> None:
    table = (
        "Title;URL;Content;Tags;MIME Type;Language;Creation date\n"
        'The pier;https://a.example/1;"<p>Ropes; and ""more"".</p>";"sea, ropes";text/html;en;'
        '"07/09/2016 01:02:03"\n'
    )
    path = write(tmp_path / "All articles.csv", table)
    assert library(path, "wallabag")
    (pier,) = items(path)
    assert b'<p>Ropes; and "more".</p>' in pier.original.content
    assert pier.record.saved_at == "2016-09-07T00:00:00+00:00"
    assert pier.record.brought.tags == ("sea", "ropes")


def test_the_name_of_a_language_is_no_language(tmp_path: Path) -> None:
    told = [ENTRY | {"id": at, "language": said} for at, said in enumerate(("English", "zh_Hant"))]
    path = write(tmp_path / "a.json", json.dumps(told))
    assert [one.record.stated.language for one in items(path)] == ["", "zh-Hant"]
