"""Pages come in whole, once, and what could not come in is named with the reason."""

import os
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from clippings_made import add_story, statuses, titles
from pages_made import STORY, png, story_page, write, write_story

from reader.articles.article import Article, Picture
from reader.clipping import Outcome, Search, Status
from reader.errors import Cancelled
from reader.library import adding, workers
from reader.library.adding import changes_of
from reader.library.library import Library
from reader.library.work import Batch
from reader.library.writable import writable
from reader.pages.original import Original
from reader.store.blobs import Blobs, Draft, Run


def add(library: Library, *paths: Path) -> list[Outcome]:
    return list(library.add(paths))


def test_a_page_comes_in_with_its_story_its_pictures_and_its_original(
    library: Library, tmp_path: Path
) -> None:
    body = '<figure><img src="Lamp_files/lamp.png" width="640" height="480"></figure>'
    page = write(tmp_path / "Lamp.html", story_page("The lamp is lit again", body=body))
    write(tmp_path / "Lamp_files" / "lamp.png", png(640, 480))
    [outcome] = add(library, page)
    assert outcome.status is Status.ADDED
    assert outcome.title == "The lamp is lit again"
    clipping = library.clipping(outcome.id)
    assert STORY[0] in clipping.article.text
    assert clipping.file_name == "Lamp.html"
    [file] = clipping.picture_files.values()
    assert file.read_bytes() == png(640, 480)
    [card] = library.cards([outcome.id])
    assert card.picture == file
    original = Blobs(library.folder).open_original(clipping.original)
    assert original.content == page.read_bytes()
    assert original.parts["Lamp_files/lamp.png"].read_bytes() == png(640, 480)
    assert list(library.check()) == [
        "The search index is missing or damaged; “clippings reindex” makes it anew."
    ]
    library.update_index()
    assert list(library.check()) == []


def test_the_same_file_comes_in_once_whatever_its_name(library: Library, tmp_path: Path) -> None:
    first = write_story(tmp_path / "one.html")
    second = write_story(tmp_path / "two.html")
    outcomes = add(library, first, second, first)
    assert statuses(outcomes) == [Status.ADDED, Status.DUPLICATE]
    assert outcomes[1].id == outcomes[0].id
    assert outcomes[1].title == outcomes[0].title
    assert statuses(add(library, first)) == [Status.DUPLICATE]
    assert len(titles(library, Search())) == 1


def test_pages_that_differ_in_a_picture_alone_are_two(library: Library, tmp_path: Path) -> None:
    for shade, folder in enumerate(("one", "two")):
        write_story(tmp_path / folder / "Lamp.html")
        write(tmp_path / folder / "Lamp_files" / "lamp.png", png(shade=shade))
    outcomes = add(library, tmp_path / "one", tmp_path / "two")
    assert statuses(outcomes) == [Status.ADDED, Status.ADDED]


def test_a_page_that_was_thrown_away_is_said_to_lie_in_the_trash(
    library: Library, tmp_path: Path
) -> None:
    page = write_story(tmp_path / "page.html")
    [added] = add(library, page)
    library.trash([added.id])
    [again] = add(library, page)
    assert again.status is Status.DUPLICATE
    assert again.reason == "“The lamp is lit again” is here already; it lies in the trash."


def test_what_could_not_come_in_keeps_nothing_else_out(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    write(folder / "a-empty.html", b"")
    write(folder / "b-noise.html", bytes(range(256)) * 9)
    write(folder / "c-bare.html", "<html><head><title>Bare</title></head><body></body></html>")
    os.mkfifo(folder / "d-pipe.html")
    (folder / "e-gone.html").symlink_to(folder / "nowhere")
    write(folder / "f-paper.html", b"%PDF-1.7")
    write_story(folder / "g-lamp.html")
    hollow = tmp_path / "hollow"
    hollow.mkdir()
    outcomes = add(library, folder, hollow, tmp_path / "missing.html")
    failed = {one.path.name: one.reason for one in outcomes if one.status is Status.FAILED}
    assert set(failed) == {
        "a-empty.html", "b-noise.html", "c-bare.html", "d-pipe.html", "e-gone.html",
        "f-paper.html", "hollow", "missing.html",
    }  # fmt: skip
    assert all(name in reason and reason.endswith(".") for name, reason in failed.items())
    assert titles(library, Search()) == ["The lamp is lit again"]
    assert changes_of(outcomes).added == {one.id for one in outcomes if one.id}


def test_a_pipe_alone_is_refused_and_not_waited_for(library: Library, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    assert statuses(add(library, pipe)) == [Status.FAILED]
    library.close()
    crowded = Library(library.folder, 2)
    assert statuses(list(crowded.add([pipe]))) == [Status.FAILED]
    crowded.close()


def test_pages_of_every_name_come_in(library: Library, tmp_path: Path) -> None:
    names = [
        b"line\nbreak", "😀 🗞️".encode(), b"n" * 250, "gpj.\u202elmth".encode(), b"-rf --help",
        b"caf\xe9", "e\u0301".encode(), "é".encode(), b"CON", b"a:b?", b"%2e%2e%2f", b"a#b?c",
    ]  # fmt: skip
    for number, name in enumerate(names):
        path = os.fsencode(tmp_path) + b"/pages/" + name + b".html"
        write_story(Path(os.fsdecode(path)), f"Lamp {number}")
    outcomes = add(library, tmp_path / "pages")
    assert statuses(outcomes) == [Status.ADDED] * len(names)
    kept = {library.clipping(one.id).file_name for one in outcomes}
    assert len(kept) == len(names)
    for one in kept:
        one.encode()
    library.update_index()
    assert list(library.check()) == []


def test_letters_no_database_can_hold_come_in_without_harm(
    library: Library, tmp_path: Path
) -> None:
    odd = "&#xD800; &#0; &#xDFFF; &#1114112; &#99999999999; \x01 \x7f"
    head = (
        f'<meta name="author" content="Ada{odd}">'
        f'<meta property="og:site_name" content="Harbour{odd}">'
        f'<link rel="canonical" href="https://harbour.example/{odd}">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lamp \\ud800",'
        ' "author": {"name": "Ada \\udfff\\u0000"}, "articleSection": "\\ud800",'
        ' "keywords": ["\\ud83d"], "datePublished": "\\ud800"}</script>'
    )
    body = (
        f'<img src="a.png" alt="{odd}" width="99999999999999999999" height="88888888888888888888">'
    )
    text = story_page(f"Lamp {odd}", *STORY, f"{odd} {STORY[0]}", head=head, body=body)
    page = write(tmp_path / "page.html", text)
    write(tmp_path / "a.png", png())
    [outcome] = add(library, page)
    assert outcome.status is Status.ADDED, outcome.reason
    library.update_index()
    library.clipping(outcome.id)
    assert list(library.check()) == []


def test_a_title_too_long_to_read_is_cut(library: Library, tmp_path: Path) -> None:
    id_ = add_story(library, tmp_path / "pages", "Lamp " * 12_000)
    title = library.clipping(id_).article.title
    assert title.startswith("Lamp Lamp")
    assert len(title) <= 500


def test_what_no_database_can_hold_is_taken_from_an_article() -> None:
    picture = Picture("a\0.png", caption="Lamp\ud83d", content=b"\0", width=10**30, height=-3)
    article = Article(
        title="La\0mp\udfff", people=("Ada\ud800",), html="<p>\ud83d灯", pictures=(picture,)
    )
    assert writable(article) == Article(
        title="Lamp",
        people=("Ada",),
        html="<p>灯",
        pictures=(Picture("a.png", "Lamp", content=b"\0", width=1 << 24, height=-3),),
    )


def test_signs_that_speak_to_a_terminal_or_turn_the_line_around_are_left_out() -> None:
    article = Article(
        title="\u202egpj.\u2066Lamp\x1b[31m",
        people=("Ada\x9b", "\u202e"),
        topics=("\u202ea", "سفينة \u200fنور"),
        text="As\u202eis",
    )
    assert writable(article) == Article(
        title="gpj.Lamp[31m", people=("Ada",), topics=("a", "سفينة \u200fنور"), text="As\u202eis"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="nothing else bounds a process")
def test_a_pdf_that_draws_itself_for_ever_keeps_nothing_else_out(tmp_path: Path) -> None:
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 11>>"
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        b"null",
        form + b"stream\n/X Do /X Do\nendstream",
    )
    told = b"".join(b"%d 0 obj%s endobj\n" % one for one in enumerate(objects, 1))
    bomb = write(tmp_path / "pages" / "a.pdf", b"%PDF-1.5\n" + told + b"trailer<</Root 1 0 R>>")
    page = write_story(tmp_path / "pages" / "b.html", "The lamp")
    crowded = Library(tmp_path / "crowded", 1)
    failed, added = add(crowded, bomb, page)
    assert "takes more memory than a page may take" in failed.reason
    assert added.status is Status.ADDED
    crowded.close()


def test_progress_tells_how_many_how_far_and_what(library: Library, tmp_path: Path) -> None:
    for number in range(3):
        write_story(tmp_path / "pages" / f"{number}.html", f"Lamp {number}")
    (tmp_path / "hollow").mkdir()
    told: list[tuple[int, int, str]] = []
    list(library.add([tmp_path / "pages", tmp_path / "hollow"], lambda *now: told.append(now)))
    assert [now[:2] for now in told] == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert {now[2] for now in told} == {"", "hollow", "0.html", "1.html", "2.html"}


def test_progress_goes_up_one_by_one_wherever_empty_folders_stand(
    library: Library, tmp_path: Path
) -> None:
    paths = []
    for number in range(3):
        (tmp_path / f"hollow{number}").mkdir()
        paths += [tmp_path / f"hollow{number}", write_story(tmp_path / f"{number}.html")]
    told: list[int] = []
    list(library.add(paths, lambda done, _total, _name: told.append(done)))
    assert told == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("workers", [0, 2])
def test_work_that_is_cancelled_keeps_what_is_done(
    tmp_path: Path, library: Library, workers: int
) -> None:
    for number in range(12):
        write_story(tmp_path / "pages" / f"{number:02}.html", f"Lamp {number}")

    def cancel(done: int, _total: int, _name: str) -> None:
        if done == 3:
            raise Cancelled

    outcomes: list[Outcome] = []
    library.close()
    crowded = Library(library.folder, workers)
    with pytest.raises(Cancelled):
        outcomes.extend(crowded.add([tmp_path / "pages"], cancel))
    kept = len(titles(crowded, Search()))
    assert kept == len(outcomes) >= 3
    again = statuses(list(crowded.add([tmp_path / "pages"])))
    assert sorted(again) == [Status.ADDED] * (12 - kept) + [Status.DUPLICATE] * kept
    crowded.close()


def two_pages(folder: Path) -> list[Path]:
    return [write_story(folder / f"{number}.html", f"Lamp {number}") for number in range(2)]


def one_page_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_VALUES", 2)  # a page, and that there is no more of it
    monkeypatch.setattr(workers, "BATCH_SECONDS", 60)


def test_what_came_in_is_kept_while_the_next_page_takes_long(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = two_pages(tmp_path)
    one_page_a_batch(monkeypatch)
    kept: list[int] = []

    def slowly(*asked: Any) -> Iterator[Batch[Any, Any]]:
        for batch in workers.run_batches(*asked):
            yield batch
            yield []
            kept.append(len(library.all_ids()))

    monkeypatch.setattr(adding, "run_batches", slowly)
    assert statuses(add(library, *pages)) == [Status.ADDED] * 2
    assert kept == [1, 2]


def test_the_next_pages_are_cleaned_while_the_disk_takes_the_last(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = two_pages(tmp_path)
    one_page_a_batch(monkeypatch)
    draft, settle = Blobs.draft_original, Blobs.settle
    drafted: list[str] = []
    is_next = threading.Event()
    was_next: list[bool] = []

    def drafting(blobs: Blobs, original: Original, digest: str) -> tuple[Draft, ...]:
        drafted.append(digest)
        if len(drafted) == 2:
            is_next.set()
        return draft(blobs, original, digest)

    def settling(blobs: Blobs, drafts: Iterable[Draft], at_once: Run = map) -> None:
        was_next.append(is_next.wait(10))
        settle(blobs, drafts, at_once)

    monkeypatch.setattr(Blobs, "draft_original", drafting)
    monkeypatch.setattr(Blobs, "settle", settling)
    assert statuses(add(library, *pages)) == [Status.ADDED] * 2
    assert was_next == [True, True]
    assert all(library.keeps(page) for page in pages)


def test_a_disk_that_takes_no_more_is_told_of_by_its_name(library: Library, tmp_path: Path) -> None:
    (library.folder / "originals").touch()  # a file where the folder should be
    [outcome] = add(library, write_story(tmp_path / "page.html"))
    assert outcome.status is Status.FAILED
    assert outcome.reason == "“page.html” could not be kept: Not a directory."
    assert titles(library, Search()) == []


def test_a_bug_that_one_page_shows_keeps_the_others_out_no_more(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.articles import extract as extracting

    real = extracting.extract

    def stumble(page: object) -> object:
        if "Stumble" in page.markup:  # type: ignore[attr-defined]
            raise ZeroDivisionError
        return real(page)  # type: ignore[arg-type]

    monkeypatch.setattr(extracting, "extract", stumble)
    pages = [write_story(tmp_path / "1.html", "Stumble"), write_story(tmp_path / "2.html", "Lamp")]
    failed, added = add(library, *pages)
    assert failed.reason == "“1.html” could not be added: ZeroDivisionError. The log says more."
    assert added.status is Status.ADDED


def test_two_threads_that_add_the_same_pages_add_each_once(
    library: Library, tmp_path: Path
) -> None:
    for number in range(10):
        write_story(tmp_path / "pages" / f"{number}.html", f"Lamp {number}")
    found: list[Outcome] = []
    threads = [
        threading.Thread(target=lambda: found.extend(library.add([tmp_path / "pages"])))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses(found)) == [Status.ADDED] * 10 + [Status.DUPLICATE] * 20
    assert len(titles(library, Search())) == 10


def test_a_page_without_a_story_is_refused_with_what_it_says(
    library: Library, tmp_path: Path
) -> None:
    markup = "<html><title>404 Not Found</title><body><h1>404 Not Found</h1></body></html>"
    page = write(tmp_path / "gone.html", markup)
    [outcome] = library.add([page])
    assert outcome.status is Status.FAILED
    assert outcome.reason == (
        "“gone.html” holds no story that could be found in it. It says: “404 Not Found”"
    )


def test_a_library_in_a_folder_of_pages_comes_in_only_where_it_is_named(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    write_story(folder / "lamp.html", "The lamp")
    marks = write(
        folder / "bookmarks.html",
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n"
        '<DT><A HREF="https://marrow.example/b">The tram</A>\n</DL><p>\n',
    )
    assert [outcome.title for outcome in add(library, folder)] == ["The lamp"]
    assert [one.path for one in library.look([folder])] == [marks]
    assert statuses(add(library, folder, marks)) == [Status.DUPLICATE, Status.ADDED]


def test_a_folder_of_nothing_but_libraries_does_not_fail(library: Library, tmp_path: Path) -> None:
    line = "Lamp,https://marrow.example/lamp,1600000000,,unread"
    table = write(tmp_path / "saved" / "a.csv", f"title,url,time_added,tags,status\n{line}\n")
    assert add(library, tmp_path / "saved") == []
    assert statuses(add(library, tmp_path / "saved", table)) == [Status.ADDED]


def test_a_text_without_a_title_is_called_by_whole_words_of_its_beginning(
    library: Library, tmp_path: Path
) -> None:
    one = "The lamp at the end of the pier was lit again on the eleventh evening of the winter."
    page = write(tmp_path / "pages" / "a.html", f"<p>{one}</p>".encode() * 3)
    (added,) = add(library, page)
    assert (
        added.title
        == "The lamp at the end of the pier was lit again on the eleventh evening of the…"
    )
