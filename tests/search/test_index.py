"""The index keeps what it was given, however it was written, merged or harmed."""

import gc
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.query import Phrase, Term

from reader.clipping import Searchable
from reader.search.contents import ClippingsWriter, open_index
from reader.search.damage import IndexDamaged
from reader.search.index import MOST_ALIKE, SearchIndex
from reader.search.query import read_query
from reader.search.segments import merging

WORDS = ("lamp", "lens", "sea", "gate", "rope", "pier", "storm", "keeper", "light", "glass")


def entry(number: int, body: str, title: str = "", **more: str) -> Searchable:
    known = dict.fromkeys(
        ("standfirst", "byline", "source", "section", "topics", "tags", "note"), ""
    )
    return Searchable(number=number, title=title, body=body, **(known | more))


def found(index: SearchIndex, typed: str) -> list[int]:
    hits = index.ask(read_query(typed + " ").asked, lambda view, _: np.ones(view.slots, bool))
    return sorted(hits.numbers.tolist())


def best(index: SearchIndex, typed: str) -> list[int]:
    hits = index.ask(read_query(typed + " ").asked, lambda view, _: np.ones(view.slots, bool))
    return hits.best_first()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    index = SearchIndex(tmp_path / "index")
    assert index.make_anew()
    yield index
    index.close()


def some_bodies(many: int) -> dict[int, str]:
    chance = random.Random(5)
    return {n: " ".join(chance.choices(WORDS, k=chance.randint(3, 60))) for n in range(1, many + 1)}


def plain_answer(bodies: dict[int, str], typed: str) -> list[int]:
    if typed.startswith('"'):
        return sorted(n for n, body in bodies.items() if f" {typed[1:-1]} " in f" {body} ")
    wanted = set(typed.split())
    return sorted(n for n, body in bodies.items() if wanted <= set(body.split()))


ASKED = ("lamp", "lamp lens", "sea gate rope", '"lamp lens"', '"sea gate rope"')


def test_many_segments_answer_as_one_does(index: SearchIndex) -> None:
    bodies = some_bodies(300)
    for start in range(1, 301, 20):
        index.put(entry(n, bodies[n]) for n in range(start, start + 20))
    assert len(index.view().segments) == 15
    answers = {typed: found(index, typed) for typed in ASKED}
    assert answers == {typed: plain_answer(bodies, typed) for typed in ASKED}
    before = {typed: best(index, typed) for typed in ASKED}
    while index.tidy():
        pass
    assert len(index.view().segments) < MOST_ALIKE
    assert {typed: best(index, typed) for typed in ASKED} == before


def test_a_clipping_that_is_put_again_is_found_by_its_new_words_alone(index: SearchIndex) -> None:
    index.put([entry(1, "old lamp"), entry(2, "old lens")])
    index.put([entry(1, "new lamp")])
    assert (found(index, "old"), found(index, "lamp"), index.open()) == ([2], [1], 2)
    for number in range(3, 3 + MOST_ALIKE):
        index.put([entry(number, "rope")])
    assert index.tidy()
    assert (found(index, "old"), found(index, "lamp"), found(index, "new")) == ([2], [1], [1])


def test_a_segment_most_of_which_is_gone_is_written_anew(index: SearchIndex) -> None:
    index.put(entry(number, "lamp") for number in range(1, 11))
    index.put(entry(number, "lens") for number in range(1, 9))
    assert index.tidy()
    assert len(index.view().numbers) == 10
    assert (found(index, "lamp"), found(index, "lens")) == ([9, 10], list(range(1, 9)))


def test_a_word_may_stand_in_a_text_more_often_than_a_byte_counts(index: SearchIndex) -> None:
    long = "lamp " * 700 + "lens"
    index.put([entry(1, long), entry(2, "lamp lamp lens")])
    assert found(index, '"lamp lens"') == [1, 2]
    for number in range(3, 3 + MOST_ALIKE):
        index.put([entry(number, "rope")])
    assert index.tidy()
    assert found(index, '"lamp lens"') == [1, 2]


def test_phrases_are_found_at_the_end_of_a_book(index: SearchIndex) -> None:
    index.put([entry(1, "rope " * 90_000 + "lamp lens"), entry(2, "lamp rope lens")])
    assert found(index, '"lamp lens"') == [1]


def test_a_phrase_does_not_run_from_the_title_into_the_story(index: SearchIndex) -> None:
    index.put([entry(1, "lens", title="lamp"), entry(2, "lamp lens")])
    assert found(index, '"lamp lens"') == [2]
    assert (found(index, "title:lamp"), found(index, "body:lamp")) == ([1], [2])


def test_words_near_each_other_are_found_in_any_order(index: SearchIndex) -> None:
    index.put([entry(1, "lamp a b lens"), entry(2, "lens a lamp"), entry(3, "lamp a b c d lens")])
    assert found(index, '"lamp lens"~2') == [1, 2]
    assert found(index, '"lamp lamp"~9') == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lihgt~", [1]),
        ("ligt~", [1]),
        ("liight~", [1]),
        ("lieght~", [1]),
        ("night~", [2]),
        ("lgiht~2", [1]),
        ("xqz~", []),
        ("ночь~", [3]),
        ("ночи~", [3]),
        ("li*", [1]),
        ("-light", [2, 3]),
        ("light OR night", [1, 2]),
        ("(light OR night) -keeper", [1]),
        ("light night", []),
    ],
)
def test_slips_beginnings_and_either_or(
    index: SearchIndex, typed: str, expected: list[int]
) -> None:
    index.put([entry(1, "a light"), entry(2, "a keeper at night"), entry(3, "ночь")])
    assert found(index, typed) == expected


def test_what_stands_in_the_title_comes_first(index: SearchIndex) -> None:
    index.put([entry(1, "a lamp in the story"), entry(2, "a story", title="The lamp")])
    assert best(index, "lamp") == [2, 1]


def test_the_rarer_and_the_shorter_come_first(index: SearchIndex) -> None:
    index.put([entry(1, "lamp " + "rope " * 400), entry(2, "lamp rope"), entry(3, "rope")])
    assert best(index, "lamp") == [2, 1]


def test_whoosh_itself_can_search_what_we_wrote(index: SearchIndex, tmp_path: Path) -> None:
    bodies = some_bodies(40)
    index.put(entry(n, body) for n, body in bodies.items())
    with open_index(tmp_path / "index").searcher() as searcher:
        for asked, typed in (
            (Term("text", "lamp"), "lamp"),
            (Phrase("text", ["lamp", "lens"]), '"lamp lens"'),
        ):
            hits = sorted(hit["number"] for hit in searcher.search(asked, limit=None))
            assert hits == plain_answer(bodies, typed)


def test_segments_are_united_alike_however_little_is_held_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    for places, terms in ((100_000, 10_000), (20, 3), (1, 1)):
        monkeypatch.setattr(merging, "_AT_ONCE", places)
        monkeypatch.setattr(merging, "_TERMS_AT_ONCE", terms)
        index = SearchIndex(tmp_path / str(places))
        assert index.make_anew()
        for number, body in some_bodies(MOST_ALIKE).items():
            assert index.put([entry(number, f"{body} bell{number} мыс{number}", language="en")])
        assert index.tidy()
        (one,) = index.view().segments
        files = sorted(index.folder.glob(f"{one.data.name}.*"))
        written.append([file.read_bytes() for file in files])
        index.close()
    assert len(written[0]) == 4
    assert written[0] == written[1] == written[2]


def test_who_only_writes_holds_nothing_of_the_texts(index: SearchIndex) -> None:
    for number, body in some_bodies(MOST_ALIKE + 1).items():
        assert index.put([entry(number, body)])
        index.tidy()
    segments = index.view().segments
    assert len(segments) == 2
    assert not any("facts" in vars(one.data) for one in segments)


def test_a_write_that_fails_leaves_the_index_as_it_was(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.put([entry(1, "lamp")])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(ClippingsWriter, "take", full)
        with pytest.raises(IndexDamaged, match="No space"):
            index.put([entry(2, "lamp")])
    assert found(index, "lamp") == [1]
    assert index.put([entry(2, "lamp")])
    assert found(index, "lamp") == [1, 2]


def test_tidying_that_is_called_off_leaves_the_index_as_it_was(index: SearchIndex) -> None:
    for number in range(1, MOST_ALIKE + 1):
        index.put([entry(number, "lamp")])

    class CalledOff(Exception):
        pass

    def rest() -> None:
        raise CalledOff

    with pytest.raises(CalledOff):
        index.tidy(rest)
    assert found(index, "lamp") == list(range(1, MOST_ALIKE + 1))
    assert index.tidy()


def test_what_writing_took_is_free_at_once(index: SearchIndex) -> None:
    assert index.put([entry(1, "Lamp, lens.")])  # loads what is loaded once
    gc.collect()
    gc.disable()
    try:
        assert index.put([entry(2, "The keeper’s gate was shut.")])
        assert not gc.collect()
    finally:
        gc.enable()


def test_a_changed_byte_is_noticed(index: SearchIndex, tmp_path: Path) -> None:
    index.put([entry(1, "lamp lens")])
    index.close()
    file = next((tmp_path / "index").glob("*.places"))
    content = bytearray(file.read_bytes())
    content[0] ^= 1
    file.write_bytes(content)
    with pytest.raises(IndexDamaged):
        index.open()


def test_a_search_goes_on_in_the_segments_it_began_with(index: SearchIndex) -> None:
    for number in range(1, MOST_ALIKE + 1):
        index.put([entry(number, "lamp")])
    view = index.view()
    assert index.tidy()
    documents = [one.data.documents(0, 1).tolist() for one in view.segments]
    assert documents == [[0]] * MOST_ALIKE


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(), max_size=60), min_size=1, max_size=6))
def test_any_text_can_be_indexed_and_found(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str]
) -> None:
    index = SearchIndex(tmp_path_factory.mktemp("any"))
    index.make_anew()
    assert index.put(entry(number, body) for number, body in enumerate(bodies))
    for number, body in enumerate(bodies):
        for word in body.split()[:3]:
            quoted = word.replace('"', " ")
            if read_query(f'"{quoted}" '):
                assert number in found(index, f'"{quoted}"')
    index.close()


def test_several_programs_may_begin_one_index_at_once(tmp_path: Path) -> None:
    gate = threading.Barrier(4)

    def begin(folder: Path) -> bool:
        gate.wait()
        return SearchIndex(folder).make_anew()

    with ThreadPoolExecutor(4) as programs:
        for number in range(25):  # each round begins by chance otherwise
            begun = list(programs.map(begin, [tmp_path / str(number)] * 4))
            assert any(begun)
            assert SearchIndex(tmp_path / str(number)).open() == 0


def test_a_file_in_the_place_of_the_index_makes_way(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("No index.")
    index = SearchIndex(tmp_path / "index")
    assert index.make_anew()
    assert index.open() == 0
