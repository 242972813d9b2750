"""Places of an article's text, and the same places on its page."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.text_map import Shown, Stretch, TextMap

LONG = "The first ferry left at half past five, eleven minutes late and almost empty."
OTHER = "For nine days nothing had moved in the outer basin but driftwood and a crane."


def map_of(text: str, *blocks: str) -> TextMap:
    return TextMap(text, [Shown(10 + order, block) for order, block in enumerate(blocks)])


def words_at(stretches: tuple[Stretch, ...], *blocks: str) -> list[str]:
    return [blocks[one.number - 10][one.start : one.end] for one in stretches]


def test_a_stretch_is_found_in_its_block() -> None:
    text = f"{LONG}\n\n{OTHER}"
    start = text.index("nothing")
    places = map_of(text, LONG, OTHER).on_page(start, start + len("nothing had"))
    assert words_at(places, LONG, OTHER) == ["nothing had"]


def test_a_stretch_over_two_paragraphs_is_two_stretches() -> None:
    text = f"{LONG}\n\n{OTHER}"
    places = map_of(text, LONG, OTHER).on_page(text.index("almost"), text.index(" days"))
    assert words_at(places, LONG, OTHER) == ["almost empty.", "For nine"]


def test_a_caption_that_is_not_in_the_text_is_passed_over() -> None:
    text = f"{LONG}\n\n{OTHER}"
    blocks = (LONG, "A ferry at the quay. Photo: nobody", OTHER)
    places = map_of(text, *blocks).on_page(text.index("almost"), text.index(" days"))
    assert words_at(places, *blocks) == ["almost empty.", "For nine"]


def test_text_that_is_not_on_the_page_has_no_place() -> None:
    text = f"{LONG}\n\nOnly in the text and nowhere else at all\n\n{OTHER}"
    start = text.index("nowhere")
    assert map_of(text, LONG, OTHER).on_page(start, start + 7) == ()


def test_short_lines_that_repeat_are_told_apart_by_their_order() -> None:
    text = f"Yes.\n\n{LONG}\n\nYes.\n\n{OTHER}"
    blocks = ("Yes.", LONG, "Yes.", OTHER)
    start = text.rindex("Yes")
    (place,) = map_of(text, *blocks).on_page(start, start + 4)
    assert place.number == 12


def test_white_space_and_unseen_signs_may_differ() -> None:
    text = "The har\u00adbour\u00a0master\nsaid  nothing."
    block = "The harbour master said\u200b nothing."
    start = text.index("master")
    places = map_of(text, block).on_page(start, len(text))
    assert words_at(places, block) == ["master said\u200b nothing."]


def test_cells_are_found_between_the_signs_that_part_them() -> None:
    text = "Year | Boats\n\n2024 | 41\n\n2025 | 39"
    blocks = ("Year", "Boats", "2024", "41", "2025", "39")
    places = map_of(text, *blocks).on_page(text.index("41"), len(text))
    assert words_at(places, *blocks) == ["41", "2025", "39"]


def test_a_block_that_differs_in_part_is_matched_in_part() -> None:
    text = f"{LONG}\n\nThe council (see note 4) votes on Monday in the old hall\n\n{OTHER}"
    blocks = (LONG, "The council votes on Monday in the old hall", OTHER)
    start = text.index("votes")
    places = map_of(text, *blocks).on_page(start, start + len("votes on Monday"))
    assert words_at(places, *blocks) == ["votes on Monday"]


def test_astral_letters_count_as_one() -> None:
    text = "One 😀😀 two 𝔸 three"
    start = text.index("two")
    places = map_of(text, text).on_page(start, start + 5)
    assert words_at(places, text) == ["two 𝔸"]


def test_a_selection_is_told_as_a_place_of_the_text() -> None:
    text = f"{LONG}\n\n{OTHER}"
    place = map_of(text, LONG, OTHER).in_text((10, LONG.index("almost")), (11, len("For nine")))
    assert place is not None
    assert text[slice(*place)] == "almost empty.\n\nFor nine"


def test_a_selection_that_begins_in_the_headline_counts_from_the_story_on() -> None:
    text = f"{LONG}\n\n{OTHER}"
    place = map_of(text, LONG, OTHER).in_text((1, 3), (10, len("The first")))
    assert place is not None
    assert text[slice(*place)] == "The first"


def test_a_selection_past_the_story_ends_with_it() -> None:
    place = map_of(LONG, LONG).in_text((10, LONG.index("empty")), (99, 4))
    assert place is not None
    assert LONG[slice(*place)] == "empty."


def test_a_selection_outside_the_story_is_no_place() -> None:
    assert map_of(LONG, LONG).in_text((1, 0), (2, 5)) is None


def test_nothing_shown_has_no_places() -> None:
    nothing = map_of(LONG)
    assert nothing.on_page(0, 10) == ()
    assert nothing.in_text((0, 0), (5, 5)) is None


letters = st.text(st.sampled_from("ab cé😀\n\u00a0ज़"), min_size=1, max_size=60)


@given(st.lists(letters, min_size=1, max_size=6), st.data())
def test_what_is_the_same_on_both_sides_maps_there_and_back(
    blocks: list[str], data: st.DataObject
) -> None:
    text = "\n\n".join(blocks)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = map_of(text, *blocks)
    places = made.on_page(start, end)
    squeezed = "".join(text[start:end].split())
    assert "".join("".join(words_at(places, *blocks)).split()) == squeezed
    if places:
        first, last = places[0], places[-1]
        back = made.in_text((first.number, first.start), (last.number, last.end))
        assert back is not None
        assert "".join(text[slice(*back)].split()) == squeezed


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=8))
def test_whatever_differs_nothing_breaks(text: str, blocks: list[str]) -> None:
    made = map_of(text, *blocks)
    for one in made.on_page(0, len(text)):
        assert 0 <= one.start < one.end <= len(blocks[one.number - 10])
    if blocks:
        place = made.in_text((10, 0), (10 + len(blocks) - 1, len(blocks[-1])))
        assert place is None or 0 <= place[0] < place[1] <= len(text)
