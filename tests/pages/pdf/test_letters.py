"""Letters are read in the order of their script, however they were drawn."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from reader.pages.pdf.letters import Letter, in_order

WIDE = 6.0


def drawn(seen: str, order: Iterable[int] = (), objects: str = "") -> list[Letter]:
    """Letters as they are seen from left to right, drawn in an order; spaces are mere room."""
    letters = [
        Letter(sign, at * WIDE, (at + 1) * WIDE, 10, drawn=int(objects[at]) if objects else 0)
        for at, sign in enumerate(seen)
    ]
    return [letters[at] for at in order or range(len(seen)) if seen[at] != " "]


def read(letters: list[Letter], *, on_rtl_page: bool = False) -> str:
    return "".join(letter.sign for letter in in_order(letters, on_rtl_page=on_rtl_page))


def test_letters_from_the_left_stay_as_they_are() -> None:
    assert read(drawn("lamp")) == "lamp"


def test_words_from_the_right_are_read_from_there() -> None:
    said = "שלום עולם"
    assert read(drawn(said[::-1])) == said
    # Each word by itself from the left, as some programs draw them.
    assert read(drawn(said[::-1], (5, 6, 7, 8, 0, 1, 2, 3))) == said


def test_numbers_and_names_within_them_are_read_from_the_left() -> None:
    assert read(drawn("רטמ 12.5 לש")) == "של 12.5 מטר"
    seen = "הלוע Marrow Point זא"
    assert read(drawn(seen), on_rtl_page=True) == "אז Marrow Point עולה"
    assert read(drawn("02-10-2026 הדע")) == "עדה 2026-10-02"


def test_a_number_is_part_of_a_name_that_it_was_drawn_with() -> None:
    seen = "תא Boeing 737 תיזרמ"
    together, apart = "1" * len(seen), "111" + "2" * 7 + "3" * 9
    assert read(drawn(seen, objects=together), on_rtl_page=True) == "מרזית Boeing 737 את"
    assert read(drawn(seen, objects=apart), on_rtl_page=True) == "מרזית 737 Boeing את"


def test_brackets_open_before_words_and_close_behind_them() -> None:
    for seen in (")בא( גד", "(בא) גד", "(בא( גד"):
        assert read(drawn(seen)) == "דג (אב)"


def test_words_from_the_right_within_others_are_turned_round() -> None:
    assert read(drawn("He said םולש to all")) == "He said שלום to all"


def test_the_full_stop_of_a_foreign_line_is_at_its_end() -> None:
    for seen, said in ((".lit", "lit."), ("...lit", "...lit")):
        assert read(drawn(seen), on_rtl_page=True) == said


@given(st.text(alphabet="ab1.( אבש", max_size=20), st.randoms())
def test_no_letter_is_lost(seen: str, random: object) -> None:
    letters = drawn(seen)
    kept = [sign for sign in read(letters) if sign not in " ()"]
    assert sorted(kept) == sorted(sign for sign in seen if sign not in " ()")


def test_letters_that_share_a_sign_are_read_by_the_room_they_take_of_it() -> None:
    """Lam and alef are one sign, of which the lam is to the right."""
    alef, lam = Letter("\u0627", 6, 9, 10), Letter("\u0644", 6, 12, 10)
    before, behind = Letter("\u062b", 12, 18, 10), Letter("\u062b", 0, 6, 10)
    for pair in ((alef, lam), (lam, alef)):
        assert read([behind, *pair, before]) == "\u062b\u0644\u0627\u062b"


def test_a_letter_with_its_vowel_begins_no_word_however_little_room_it_takes() -> None:
    before, behind = Letter("\u062d", 12, 18, 10), Letter("\u0627", 2, 6, 10)
    both = Letter("\u062f", 6, 10, 10), Letter("\u0651", 6, 8, 10)
    assert read([before, *both, behind]) == "\u062d\u062f\u0651\u0627"
    far = Letter("\u062d", 16, 22, 10)
    assert read([far, *both, behind]) == "\u062d \u062f\u0651\u0627"
