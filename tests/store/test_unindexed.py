"""The queue hands out what waits longest, and never more than can be held."""

from kept_made import keep

from reader.library.library import Library


def test_long_texts_are_taken_few_at_a_time(library: Library) -> None:
    for title in ("One", "Two", "Three"):
        keep(library, title, "A lamp. " * 100)
    taken: list[list[str]] = []
    while batch := library._unindexed.next(250, letters=1_000):
        taken.append([one.title for one in batch.values()])
        library._unindexed.done(batch)
    assert taken == [["One", "Two"], ["Three"]]


def test_a_text_that_is_too_long_is_taken_alone(library: Library) -> None:
    keep(library, "One", "A lamp. " * 100)
    keep(library, "Two")
    assert [one.title for one in library._unindexed.next(250, letters=10).values()] == ["One"]
