from hypothesis import given
from hypothesis import strategies as st

from reader.ui.rows import difference, runs


def test_neighbouring_rows_make_one_run() -> None:
    assert runs([7, 3, 1, 2, 8]) == [(1, 3), (7, 8)]
    assert runs([]) == []


def test_another_order_is_no_matter_of_coming_and_going() -> None:
    assert difference("abc", "acb") is None


@given(st.lists(st.integers(0, 30), unique=True), st.sets(st.integers(0, 30)))
def test_what_went_and_what_came_makes_the_new_list(old: list[int], gone: set[int]) -> None:
    stays = [one for one in old if one not in gone]
    new = [100, *stays, 101] if len(old) % 2 else [*stays[:3], 100, *stays[3:]]
    change = difference(old, new)
    assert change is not None
    made = list(old)
    for first, last in change.removed:
        del made[first : last + 1]
    for first, last in change.inserted:
        made[first:first] = new[first : last + 1]
    assert made == new
