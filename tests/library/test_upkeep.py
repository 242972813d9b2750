"""The index is derived: whatever becomes of it, answers come and it is made again."""

import gc
import os
import shutil
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from clippings_made import add_stories, add_story, titles
from pages_made import STORY

from reader.clipping import Search
from reader.errors import LibraryBusy, ReaderError
from reader.library import indexing, upkeep
from reader.library.library import Library
from reader.store.blobs import Blobs

# Where Whoosh fails, it leaves files open until they are swept up.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

TITLES = [f"Lamp {number}" for number in range(6)]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    library = Library(folder / "library")
    for title in TITLES:
        add_story(library, folder / "pages", title, *STORY, f"The keeper counts {title}.")
    library.update_index()
    library.note(library.find(Search()).ids[0], "harbourmaster")
    library.update_index()
    library.close()
    return folder / "library"


@pytest.fixture
def copied(kept: Path, tmp_path: Path) -> Path:
    shutil.copytree(kept, tmp_path / "copied")
    return tmp_path / "copied"


def assert_answers_and_heals(folder: Path) -> None:
    """Searches answer at once; at the latest a second look at the index has it whole again."""
    library = Library(folder)
    try:
        library.find(Search('"half the village" -zebra title:lamp'))
        library.update_index()
        library.find(Search("lighthouse"))
        assert library.update_index()
        assert not library.needs_index
        for words in ("lighthouse", '"half the village"', "title:lamp"):
            assert len(library.find(Search(words)).ids) == len(TITLES)
        assert list(library.check()) == []
    finally:
        library.close()
        gc.collect()


def index_files(folder: Path) -> list[Path]:
    return sorted((folder / "index").iterdir())


def test_an_index_that_was_deleted_is_made_again(copied: Path) -> None:
    shutil.rmtree(copied / "index")
    library = Library(copied)
    assert library.needs_index
    assert len(library.find(Search("lighthouse")).ids) == len(TITLES)
    library.close()
    assert_answers_and_heals(copied)


def test_an_index_that_was_emptied_is_made_again(copied: Path) -> None:
    for file in index_files(copied):
        file.unlink()
    assert_answers_and_heals(copied)


def test_a_file_in_the_place_of_the_index_gives_way(copied: Path) -> None:
    shutil.rmtree(copied / "index")
    (copied / "index").write_text("No index.")
    assert_answers_and_heals(copied)


@pytest.mark.parametrize("harm", ["empty", "half", "garbage", "flipped", "gone"])
def test_each_file_of_the_index_may_be_harmed(copied: Path, harm: str) -> None:
    fresh = copied.with_name("fresh")
    for number in range(len(index_files(copied))):
        shutil.copytree(copied, fresh)
        file = index_files(fresh)[number]
        content = file.read_bytes()
        flipped = bytes(one ^ (16 if at % 37 == 0 else 0) for at, one in enumerate(content))
        harmed = {
            "empty": b"",
            "half": content[: len(content) // 2],
            "garbage": bytes((at * 7 + 13) % 256 for at in range(len(content) or 9)),
            "flipped": flipped,
        }
        if harm == "gone":
            file.unlink()
        else:
            file.write_bytes(harmed[harm])
        if harm == "flipped":
            library = Library(fresh)  # what is still readable may answer wrongly, but must answer
            library.find(Search("lighthouse"))
            library.update_index()
            assert library.rebuild_index()
            library.close()
        assert_answers_and_heals(fresh)
        shutil.rmtree(fresh)


def test_an_index_of_another_library_is_made_anew(copied: Path, tmp_path: Path) -> None:
    other = Library(tmp_path / "other")
    add_stories(other, tmp_path / "pages", "One zebra", "Two zebras")
    other.update_index()
    other.close()
    shutil.rmtree(copied / "index")
    shutil.copytree(tmp_path / "other" / "index", copied / "index")
    library = Library(copied)
    assert library.needs_index
    library.close()
    assert_answers_and_heals(copied)


def test_a_clipping_is_found_as_soon_as_the_index_was_told_of_it(
    library: Library, tmp_path: Path
) -> None:
    assert not library.needs_index
    id_ = add_story(library, tmp_path / "pages", "A zebra")
    assert library.needs_index
    told: list[tuple[int, int, str]] = []
    assert library.update_index(lambda *now: told.append(now))
    assert told == [(1, 1, "")]
    assert titles(library, Search("zebra")) == ["A zebra"]
    library.note(id_, "Invoice of the harbourmaster.")
    assert library.update_index()
    assert titles(library, Search("harbourmaster")) == ["A zebra"]
    library.note(id_, "")
    assert library.update_index()
    assert titles(library, Search("harbourmaster")) == []


def test_what_an_ended_program_left_unindexed_is_indexed_by_the_next(
    library: Library, tmp_path: Path
) -> None:
    add_stories(library, tmp_path / "pages", "One zebra", "Two zebras")
    library.update_index()
    add_story(library, tmp_path / "pages", "Three zebras")
    library.close()
    again = Library(library.folder)
    assert not again.needs_index
    assert again.update_index()
    assert len(again.find(Search("zebra*")).ids) == 3
    again.close()


def test_many_clippings_are_indexed_in_batches(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "FEW", 3)
    monkeypatch.setattr(indexing, "MANY", 5)
    add_stories(library, tmp_path / "pages", *(f"Lamp {number}" for number in range(8)))
    told: list[int] = []
    assert library.rebuild_index(lambda done, _total, _name: told.append(done))
    assert told == [3, 6, 8]
    assert len(library.find(Search("lighthouse")).ids) == 8


def test_while_another_program_writes_the_index_ours_waits_its_turn(
    library: Library, tmp_path: Path
) -> None:
    add_story(library, tmp_path / "pages", "A zebra")
    library.update_index()
    add_story(library, tmp_path / "pages", "A second zebra")
    other = Library(library.folder)
    other.find(Search("zebra"))
    index = other._index._index
    assert index is not None
    writer = index.writer()
    try:
        assert not library.update_index()
        assert not library.rebuild_index()
        assert titles(library, Search("zebra")) == ["A zebra"]
    finally:
        writer.cancel()
    assert library.update_index()
    assert len(library.find(Search("zebra")).ids) == 2
    other.close()


def test_another_window_sees_an_index_that_was_made_anew(library: Library, tmp_path: Path) -> None:
    add_story(library, tmp_path / "pages", "A zebra")
    library.update_index()
    other = Library(library.folder)
    assert titles(other, Search("zebra")) == ["A zebra"]
    add_story(library, tmp_path / "pages", "A second zebra")
    assert library.rebuild_index()
    assert len(other.find(Search("zebra")).ids) == 2
    assert not other.needs_index
    other.close()


def test_searching_goes_on_while_the_index_is_made_anew(library: Library, tmp_path: Path) -> None:
    add_stories(library, tmp_path / "pages", *(f"Lamp {number}" for number in range(6)))
    library.update_index()
    is_done = threading.Event()
    faults: list[Exception] = []

    def search() -> None:
        try:
            while not is_done.is_set():
                assert len(library.find(Search("lighthouse")).ids) <= 6
        except Exception as error:  # noqa: BLE001  to be told by the thread that waits
            faults.append(error)

    readers = [threading.Thread(target=search) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(4):
        assert library.rebuild_index()
    is_done.set()
    for reader in readers:
        reader.join()
    assert faults == []
    library.update_index()
    assert not library.needs_index
    assert len(library.find(Search("lighthouse")).ids) == 6


def test_a_disk_that_does_not_take_the_index_is_told_of(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_story(library, tmp_path / "pages", "A zebra")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.search.contents.Contents.write", full)
    with pytest.raises(ReaderError, match="No space left on device"):
        library.update_index()


def test_a_library_is_copied_once_a_day_and_seven_copies_are_kept(
    library: Library, tmp_path: Path
) -> None:
    backups = library.folder / "backups"
    library.back_up()
    library.back_up()
    assert len(list(backups.iterdir())) == 1
    for day in range(1, 10):
        for copy in backups.iterdir():
            before = time.time() - 90_000
            os.utime(copy, (before, before))
        add_story(library, tmp_path / "pages", f"Lamp {day}")
        library.back_up()
    copies = sorted(backups.iterdir())
    assert len(copies) == upkeep.BACKUPS
    shutil.copy(copies[-1], tmp_path / "library.db")
    restored = Library(tmp_path)
    assert len(restored.find(Search()).ids) == 9
    restored.close()


def test_a_clock_that_was_wrong_does_not_stop_the_copies(library: Library) -> None:
    library.back_up()
    [copy] = (library.folder / "backups").iterdir()
    ahead = datetime(2099, 1, 1, tzinfo=UTC).timestamp()
    os.utime(copy, (ahead, ahead))
    library.back_up()
    assert len(list((library.folder / "backups").iterdir())) == 2


def test_half_a_copy_that_a_crash_left_is_swept_away(library: Library) -> None:
    library.back_up()
    [copy] = (library.folder / "backups").iterdir()
    draft = copy.with_suffix(".draft")
    draft.write_text("half")
    old = time.time() - 90_000
    for file in (copy, draft):
        os.utime(file, (old, old))
    library.back_up()
    assert not draft.exists()


def test_check_names_each_fault(library: Library, tmp_path: Path) -> None:
    ids = add_stories(library, tmp_path / "pages", "Gone", "Changed", "Broken", "Swapped", "Whole")
    library.update_index()
    assert list(library.check()) == []
    blobs = Blobs(library.folder)
    files = [blobs.original_file(library.clipping(id_).original) for id_ in ids]
    files[0].unlink()
    content = bytearray(files[1].read_bytes())
    content[len(content) // 2] ^= 1
    files[1].write_bytes(content)
    files[2].write_bytes(b"no archive")
    shutil.copy(files[4], files[3])
    faults = list(library.check())
    assert [next(t for t in ("Gone", "Changed", "Broken", "Swapped") if f"“{t}”" in one)
            for one in faults] == ["Gone", "Changed", "Broken", "Swapped"]  # fmt: skip
    assert faults[3].endswith("is not what it was.")


def test_check_survives_any_flipped_bit_of_an_original(library: Library, tmp_path: Path) -> None:
    id_ = add_story(library, tmp_path / "pages", "Flipped")
    library.update_index()
    file = Blobs(library.folder).original_file(library.clipping(id_).original)
    content = file.read_bytes()
    for at in range(0, len(content), 3):
        harmed = bytearray(content)
        harmed[at] ^= 1 << at % 8
        file.write_bytes(harmed)
        assert len(list(library.check())) <= 1


def test_check_can_be_watched(library: Library, tmp_path: Path) -> None:
    add_stories(library, tmp_path / "pages", "One", "Two")
    library.update_index()
    told: list[tuple[int, int, str]] = []
    list(library.check(lambda *now: told.append(now)))
    assert told == [(1, 2, "One"), (2, 2, "Two")]


def test_a_picture_that_is_gone_is_named(library: Library, tmp_path: Path) -> None:
    digest = Blobs(library.folder).keep_picture(b"lamp")
    id_ = add_story(library, tmp_path / "pages", "A picture")
    library.update_index()
    with library._database.writing() as db:
        db.execute(
            "INSERT INTO pictures SELECT number, 99, 'a.png', ?, '', 1, 1, '', '', ''"
            " FROM clippings WHERE id = ?",
            (digest, id_),
        )
    assert list(library.check()) == []
    Blobs(library.folder).picture_file(digest).write_bytes(b"dark")
    assert list(library.check()) == [f"The picture {digest} is missing or damaged."]
    Blobs(library.folder).picture_file(digest).unlink()
    assert list(library.check()) == [f"The picture {digest} is missing or damaged."]


def test_a_busy_library_stays_whole(library: Library, tmp_path: Path) -> None:
    id_ = add_story(library, tmp_path / "pages", "A zebra")
    library.update_index()
    assert issubclass(LibraryBusy, ReaderError)
    library.note(id_, "Kept.")
    assert list(library.check()) == []
