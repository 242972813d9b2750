"""What recurs beside the stories of one source is learned from the library, and left out."""

from pathlib import Path

import pytest
from pages_made import story_page, write

from reader.articles.quote import quote_of
from reader.articles.removed_block import Reason
from reader.clipping import Search
from reader.errors import Cancelled
from reader.library.library import Library

BOX = "The Marrow Post is written by the people of the coast for the people of the coast."
SITE = '<meta property="og:site_name" content="{}">'
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")


def story(number: int) -> list[str]:
    """Paragraphs that no other number has."""
    name = NUMBERS[number]
    return [
        f"Ship {name} came into the harbour at dawn, and nobody could say how it was called.",
        f"Its captain, {name} times married, asked for coal and for a doctor in the same breath.",
        f"The harbour board gave berth {name} to the ship, and the doctor was fetched from bed.",
        f"At noon {name} sailors were seen in the market, where they bought bread and oranges.",
    ]


class Press:
    """Prints pages of a source, and adds them."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self._many = 0

    def add(self, title: str, paragraphs: list[str], source: str = "The Marrow Post") -> str:
        self._many += 1
        page = story_page(title, *paragraphs, head=SITE.format(source))
        [outcome] = self._library.add([write(self._folder / f"{self._many}.html", page)])
        return outcome.id

    def add_with_box(self, number: int, box: str = BOX, source: str = "The Marrow Post") -> str:
        """A story with a box after its second paragraph."""
        first, second, *rest = story(number)
        return self.add(f"Ship {NUMBERS[number]}", [first, second, box, *rest], source)


@pytest.fixture
def press(library: Library, tmp_path: Path) -> Press:
    return Press(library, tmp_path / "pages")


def text(library: Library, id_: str) -> str:
    return library.clipping(id_).article.text


def test_a_box_beside_three_stories_is_left_out_of_all(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number) for number in range(3)]
    assert all(BOX in text(library, id_) for id_ in ids)
    assert library.learn().remade == set(ids)
    for number, id_ in enumerate(ids):
        assert text(library, id_) == "\n\n".join(story(number))
    library.update_index()
    assert library.find(Search("coast")).ids == ()


def test_two_stories_are_too_few(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number) for number in range(2)]
    assert not library.learn()
    assert all(BOX in text(library, id_) for id_ in ids)


def test_what_comes_in_later_is_without_it_too(library: Library, press: Press) -> None:
    for number in range(3):
        press.add_with_box(number)
    library.learn()
    late = press.add_with_box(3)
    assert library.learn().remade == {late}
    assert BOX not in text(library, late)


def test_it_is_told_with_its_reason_and_number(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number) for number in range(4)]
    library.learn()
    [one] = library.removed(ids[0])
    assert (one.reason, one.many, one.block.text) == (Reason.RECURRING, 4, BOX)


def test_it_can_be_put_back_in_one_clipping(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number) for number in range(3)]
    library.learn()
    change = library.put_back(ids[0], [library.removed(ids[0])[0].block.id])
    assert BOX in text(library, ids[0])
    assert BOX not in text(library, ids[1])
    library.undo(change)
    assert BOX not in text(library, ids[0])


def test_a_block_that_differs_by_a_word_stays(library: Library, press: Press) -> None:
    ids = [press.add_with_box(n, BOX.replace("coast.", f"{NUMBERS[n]}.")) for n in range(3)]
    assert not library.learn()
    assert all("people of the coast" in text(library, id_) for id_ in ids)


def test_a_short_line_stays(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number, "It rained all day there.") for number in range(3)]
    assert not library.learn()
    assert all("It rained" in text(library, id_) for id_ in ids)


def test_other_sources_are_other_matters(library: Library, press: Press) -> None:
    ids = [press.add_with_box(n, source=f"The Post {NUMBERS[n]}") for n in range(3)]
    assert not library.learn()
    assert all(BOX in text(library, id_) for id_ in ids)


def test_versions_of_one_story_are_one_story(library: Library, press: Press) -> None:
    shared = story(0)
    ids = [
        press.add(f"Headline {NUMBERS[number]}", [*story(number)[:1], *shared[1:], *shared[:1]])
        for number in range(1, 4)
    ]
    assert not library.learn()
    assert all(shared[2] in text(library, id_) for id_ in ids)


def test_stories_under_one_title_are_one_story(library: Library, press: Press) -> None:
    for number in range(3):
        press.add("The weekly column", [*story(number), BOX])
    assert not library.learn()


def test_the_first_block_stays(library: Library, press: Press) -> None:
    ids = [press.add(f"Ship {n}", [BOX, *story(number)]) for number, n in enumerate(NUMBERS[:4])]
    library.learn()
    assert all(text(library, id_).startswith(BOX) for id_ in ids)


def test_most_of_a_story_is_never_left_out(library: Library, press: Press) -> None:
    for number in range(3):
        press.add_with_box(number)
    short = press.add("Short", [story(5)[0], BOX])
    library.learn()
    assert text(library, short) == f"{story(5)[0]}\n\n{BOX}"


def test_a_block_with_a_mark_on_it_stays(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number) for number in range(3)]
    quote = quote_of(text(library, ids[1]), "people of the coast")
    assert quote is not None
    library.mark(ids[1], quote)
    library.learn()
    assert [BOX in text(library, id_) for id_ in ids] == [False, True, False]


def test_nothing_new_means_nothing_to_learn(library: Library, press: Press) -> None:
    for number in range(3):
        press.add_with_box(number)
    assert library.learn()
    assert not library.learn()


def test_work_that_was_cut_short_is_done_at_the_next_start(
    library: Library, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [press.add_with_box(number) for number in range(3)]

    class PowerCut(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr("reader.store.learning.remake", cut)
        with pytest.raises(PowerCut):
            library.learn()
    library.close()
    again = Library(library.folder)
    assert again.learn().remade == set(ids)
    assert all(BOX not in text(again, id_) for id_ in ids)
    again.close()


def test_learning_can_be_cancelled_and_goes_on_the_next_time(
    library: Library, press: Press
) -> None:
    ids = [press.add_with_box(number) for number in range(3)]

    def cancel(*_: object) -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        library.learn(cancel)
    assert all(BOX in text(library, id_) for id_ in ids)
    assert library.learn().remade == set(ids)


def test_what_was_learned_can_be_learned_again(library: Library, press: Press) -> None:
    ids = [press.add_with_box(number) for number in range(3)]
    library.learn()
    before = [library.clipping(id_) for id_ in ids]
    library._learning.forget()
    assert not library.learn()
    assert [library.clipping(id_) for id_ in ids] == before
