"""What a reader added elsewhere joins what was added here, and nothing is taken away."""

from pathlib import Path

import pytest
from clippings_made import statuses, titles
from pages_made import STORY, story_page, write

from reader.articles.article import Completeness
from reader.articles.quote import Quote
from reader.clipping import Additions, Colour, Highlight, Outcome, Search, Status
from reader.library.brought import colour_of, joined, placed
from reader.library.library import Library
from reader.library.marking import Spelling
from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.record import RECORD_NAME, Brought, BroughtMark, Record, Stated
from reader.store.blobs import Blobs

TEXT = "\n\n".join(STORY)
ADDRESS = "https://www.marrow.example/2026/lamp"
EXPORT = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    f'{ADDRESS}?utm_source=letter,The lamp is lit again,,Starred,1600000000,"[""sea""]"\n'
    'https://strait.example/onions,Onions dearer than ever,,Archive,1600000100,"[]"\n'
)
WITH_TEXT = """[
 {"id": 1, "title": "The lamp is lit again", "url": "%s", "is_archived": 1, "is_starred": 0,
  "content": "<p>%s</p>", "created_at": "2020-09-08T11:55:58+0200",
  "updated_at": "2020-09-08T11:55:58+0200", "tags": ["sea", "Lamps"], "annotations": [
   {"text": "Why?", "quote": "a piece of furniture", "ranges": []},
   {"text": "Lost.", "quote": "words that stand nowhere in it", "ranges": []}],
  "mimetype": "text/html", "language": "en", "reading_time": 1, "domain_name": "marrow.example"},
 {"id": 2, "title": "Onions", "url": "https://strait.example/onions", "is_archived": 0,
  "is_starred": 1, "content": "", "created_at": "2020-09-09T11:55:58+0200",
  "updated_at": "2020-09-09T11:55:58+0200", "tags": [], "annotations": [],
  "mimetype": "text/html", "language": "en", "reading_time": 1, "domain_name": "strait.example"}
]"""


def add(library: Library, *paths: Path) -> list[Outcome]:
    return list(library.add(paths))


def links(folder: Path) -> Path:
    return write(folder / "export.csv", EXPORT)


def texts(folder: Path) -> Path:
    return write(folder / "export.json", WITH_TEXT % (ADDRESS, "</p><p>".join(STORY)))


def page(folder: Path, *paragraphs: str) -> Path:
    head = f'<link rel="canonical" href="{ADDRESS}">'
    return write(folder / "page.html", story_page("The lamp is lit again", *paragraphs, head=head))


def test_what_is_brought_only_adds() -> None:
    here = Additions(is_starred=True, tags=("lamps", "old"), note="Ask Ada.")
    brought = Brought(("Lamps", "sea"), "Twice.", is_read=True)
    new = joined(here, brought, TEXT, Spelling(("lamps", "old")))
    assert new.tags == ("lamps", "old", "sea")
    assert new.note == "Ask Ada.\n\nTwice."
    assert (new.is_read, new.is_starred, new.is_archived) == (True, True, False)
    assert joined(new, Brought(note="Twice."), TEXT, Spelling(())) == new


def test_a_mark_is_placed_by_its_words_and_what_stands_around_them() -> None:
    brought = Brought(marks=(BroughtMark("the", "half ", " village", "Why?", "#ff6666"),))
    [mark] = joined(Additions(), brought, TEXT, Spelling(())).highlights
    assert TEXT[mark.quote.start :].startswith("the village walked")
    assert (mark.colour, mark.note) == (Colour.ROSE, "Why?")


def test_a_mark_that_stands_nowhere_is_kept_and_placed_once_its_text_is_there() -> None:
    brought = Brought(marks=(BroughtMark("a piece of furniture", tags=("odd",)),))
    without = joined(Additions(), brought, "", Spelling(()))
    [mark] = without.highlights
    assert (mark.quote.start, mark.note) == (-1, "#odd")
    [found] = placed(without, TEXT).highlights
    assert TEXT[found.quote.start : found.quote.end] == "a piece of furniture"
    assert found.id == mark.id


def test_a_mark_that_is_here_already_is_not_doubled() -> None:
    at = TEXT.index("a piece of furniture")
    here = Highlight("1", Quote("a piece of furniture", "", "", at, at + 20), note="Mine.")
    brought = Brought(marks=(BroughtMark("a piece of  furniture", note="Theirs."),))
    [mark] = joined(Additions(highlights=(here,)), brought, TEXT, Spelling(())).highlights
    assert (mark.id, mark.note) == ("1", "Mine.\n\nTheirs.")


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("yellow", Colour.YELLOW), ("Light Green", Colour.GREEN), ("#2ea8e5", Colour.BLUE),
        ("#ff6666", Colour.ROSE), ("#a28ae5", Colour.VIOLET), ("#ffd400", Colour.YELLOW),
        ("#5fb236", Colour.GREEN), ("pink", Colour.ROSE), ("#aaaaaa", Colour.YELLOW),
        ("", Colour.YELLOW), ("mauve-ish", Colour.YELLOW), ("#e56eee", Colour.VIOLET),
    ],
)  # fmt: skip
def test_a_colour_becomes_the_nearest_of_ours(said: str, colour: Colour) -> None:
    assert colour_of(said) is colour


def test_links_come_in_without_a_text_and_are_said_to(library: Library, tmp_path: Path) -> None:
    outcomes = add(library, links(tmp_path))
    assert statuses(outcomes) == [Status.ADDED] * 2
    lamp = library.clipping(next(one.id for one in outcomes if "lamp" in one.title))
    assert lamp.article.completeness is Completeness.LINK
    assert (lamp.article.address, lamp.article.text) == (f"{ADDRESS}?utm_source=letter", "")
    assert lamp.additions == Additions(is_starred=True, tags=("sea",))
    assert lamp.saved_at == "2020-09-13T12:26:40Z"
    library.update_index()
    assert library.find(Search("onions")).ids
    assert list(library.check()) == []


def test_a_link_is_filled_by_a_page_with_its_address(library: Library, tmp_path: Path) -> None:
    lamp = next(one.id for one in add(library, links(tmp_path)) if "lamp" in one.title)
    library.note(lamp, "Ask Ada.")
    before = library.clipping(lamp)
    [outcome] = add(library, page(tmp_path))
    assert (outcome.status, outcome.id, outcome.is_remade) == (Status.FILLED, lamp, True)
    now = library.clipping(lamp)
    assert STORY[1] in now.article.text
    assert now.additions == before.additions
    assert now.added_at == before.added_at
    assert len(library.versions(lamp)) == 1
    assert statuses(add(library, links(tmp_path))) == [Status.DUPLICATE] * 2
    assert statuses(add(library, page(tmp_path))) == [Status.DUPLICATE]


def test_a_link_of_a_page_that_is_here_brings_what_was_added_to_it(
    library: Library, tmp_path: Path
) -> None:
    [lamp] = add(library, page(tmp_path))
    library.tag([lamp.id], ["mine"])
    outcomes = add(library, links(tmp_path))
    again = next(one for one in outcomes if one.id == lamp.id)
    assert again.status is Status.DUPLICATE
    assert again.reason == (
        "“The lamp is lit again” is here already; what was added to it elsewhere was joined."
    )
    now = library.clipping(lamp.id)
    assert STORY[1] in now.article.text
    assert (now.additions.tags, now.additions.is_starred) == (("mine", "sea"), True)


def test_texts_come_with_their_marks_tags_and_dates(library: Library, tmp_path: Path) -> None:
    outcomes = add(library, texts(tmp_path))
    assert statuses(outcomes) == [Status.ADDED] * 2
    lamp = library.clipping(next(one.id for one in outcomes if "lamp" in one.title))
    assert STORY[1] in lamp.article.text
    assert set(lamp.additions.tags) == {"sea", "Lamps"}
    assert lamp.additions.is_archived
    assert lamp.saved_at == "2020-09-08T09:55:58Z"
    lost, found = lamp.additions.highlights
    assert (lost.quote.start, lost.note) == (-1, "Lost.")
    text = lamp.article.text
    assert text[found.quote.start : found.quote.end] == "a piece of furniture"


def test_what_was_brought_with_a_text_joins_a_page_that_is_here(
    library: Library, tmp_path: Path
) -> None:
    [lamp] = add(library, page(tmp_path))
    library.mark(lamp.id, "the new lens")
    add(library, texts(tmp_path))
    marks = library.clipping(lamp.id).additions.highlights
    assert {mark.quote.exact for mark in marks} == {
        "the new lens", "a piece of furniture", "words that stand nowhere in it",
    }  # fmt: skip
    assert len(titles(library, Search())) == 2


def test_the_file_of_another_program_is_kept_as_it_came(library: Library, tmp_path: Path) -> None:
    from hashlib import sha256

    export = texts(tmp_path)
    add(library, export)
    blobs = Blobs(library.folder)
    digest = sha256(export.read_bytes()).hexdigest()
    assert blobs.open_original(digest).content == export.read_bytes()
    library.update_index()
    assert list(library.check()) == []
    blobs.original_file(digest).unlink()
    [fault] = library.check()
    assert fault.startswith("“export.json”, from which clippings came in, cannot be read")


def test_an_import_that_comes_again_adds_nothing(library: Library, tmp_path: Path) -> None:
    first = add(library, texts(tmp_path))
    before = library.additions([one.id for one in first])
    assert statuses(add(library, texts(tmp_path))) == [Status.DUPLICATE] * 2
    assert library.additions([one.id for one in first]) == before


def test_a_look_tells_how_much_there_is_and_writes_nothing(
    library: Library, tmp_path: Path
) -> None:
    told: list[int] = []
    found = library.look([links(tmp_path), page(tmp_path)], lambda done, *_: told.append(done))
    [seen] = found
    assert (seen.program, seen.path.name) == ("Instapaper", "export.csv")
    assert (seen.tallies.items, seen.tallies.links, seen.tallies.starred) == (2, 2, 1)
    assert seen.losses
    assert told
    assert library.all_ids() == ()
    assert not (library.folder / "originals").exists()


def keep(library: Library, record: Record, name: str = "", content: bytes = b"") -> Outcome:
    parts = {RECORD_NAME: part_of(record.as_json())}
    [outcome] = library.take([Original(name or "Thing", content, parts)])
    return outcome


@pytest.mark.parametrize("name", ["Shopping.html", "Shopping.txt"])
def test_a_few_words_of_another_program_come_in_as_they_are(library: Library, name: str) -> None:
    record = Record("Notes", stated=Stated(title="Shopping"))
    outcome = keep(library, record, name, b"Milk, eggs")
    assert (outcome.status, outcome.reason) == (Status.ADDED, "")
    article = library.clipping(outcome.id).article
    assert (article.title, article.text) == ("Shopping", "Milk, eggs")


def test_an_empty_page_of_another_program_becomes_a_link_with_its_marks(library: Library) -> None:
    brought = Brought(marks=(BroughtMark("A lamp at last."),), note="Ask Ada.")
    record = Record("Notes", ADDRESS, stated=Stated(title="The lamp"), brought=brought)
    outcome = keep(library, record, "lamp.html", b"<html><body><p> </p></body></html>")
    clipping = library.clipping(outcome.id)
    assert clipping.article.completeness is Completeness.LINK
    assert [one.quote.exact for one in clipping.additions.highlights] == ["A lamp at last."]
    assert clipping.additions.note == "Ask Ada."


def test_marks_without_a_text_and_an_address_are_the_text(library: Library) -> None:
    brought = Brought(marks=(BroughtMark("A lamp at last."),))
    record = Record("Notes", stated=Stated(title="The lamp"), brought=brought)
    outcome = keep(library, record, "lamp.html", b"<html><body><p> </p></body></html>")
    assert library.clipping(outcome.id).article.text == "A lamp at last."


def test_what_is_no_page_is_passed_over_and_no_failure(library: Library, tmp_path: Path) -> None:
    bookmarks = write(
        tmp_path / "bookmarks.html",
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n"
        '<DT><A HREF="javascript:void(0)" ADD_DATE="1">A tool</A>\n'
        f'<DT><A HREF="{ADDRESS}" ADD_DATE="1600000000">The lamp</A>\n</DL><p>\n',
    )
    told = {one.status: one for one in add(library, bookmarks)}
    assert set(told) == {Status.PASSED_OVER, Status.ADDED}
    assert "“A tool” is passed over" in told[Status.PASSED_OVER].reason


def test_marks_of_which_no_time_is_told_keep_their_order() -> None:
    words = [f"words {at} that stand nowhere" for at in range(20)]
    marks = tuple(BroughtMark(one) for one in words)
    now = joined(Additions(), Brought(marks=marks), TEXT, Spelling(()))
    assert [mark.quote.exact for mark in now.highlights] == words


def test_the_tags_that_are_known_are_read_once_for_many_rows(
    library: Library, tmp_path: Path
) -> None:
    rows = (f'https://a.example/{at},{at},,Unread,1,"[""Sea {at}""]"' for at in range(60))
    table = write(
        tmp_path / "list.csv", "\n".join(("URL,Title,Selection,Folder,Timestamp,Tags", *rows))
    )
    asked: list[str] = []
    with library._database.writing() as db:
        db.set_trace_callback(asked.append)
    assert len(list(library.add([table]))) == len(library.known_tags()) == 60
    assert 0 < sum("DISTINCT tag" in one for one in asked) < 20


def test_a_tag_in_other_letters_of_the_same_list_is_one(library: Library, tmp_path: Path) -> None:
    rows = (
        f'https://a.example/{tag},{tag},,Unread,1,"[""{tag}""]"' for tag in ("Sea", "sea", "SEA/up")
    )
    table = write(
        tmp_path / "list.csv", "\n".join(("URL,Title,Selection,Folder,Timestamp,Tags", *rows))
    )
    list(library.add([table]))
    assert library.known_tags() == ("Sea", "Sea/up")
