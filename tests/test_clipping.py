"""The records of the collection say what they hold."""

import pytest

from reader.clipping import Additions, Change, count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n ", 0),
        ("The lamp is lit.", 4),
        ("灯塔再次点亮", 3),
        ("The 灯塔 lamp", 3),
        ("ประภาคาร", 4),
        ("বাতিঘর আবার জ্বলছে", 3),
    ],
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    assert count_words(text) == words


def test_even_the_shortest_story_takes_a_minute() -> None:
    assert reading_minutes(0) == 1
    assert reading_minutes(2300) == 10


def test_a_change_knows_what_it_touched() -> None:
    old, new = Additions(tags=("sea",)), Additions(tags=("sea",), is_read=True, note="x")
    change = Change(before={"a": old, "b": old}, after={"a": new, "b": old})
    assert change
    assert change.fields == {"is_read", "note"}
    assert change.clippings == {"a", "b"}
    assert not Change(before={"a": old}, after={"a": old})
    assert not Change()


def test_an_addition_is_a_change_without_fields() -> None:
    change = Change(added=frozenset({"a"}))
    assert change
    assert change.clippings == {"a"}
    assert not change.fields
