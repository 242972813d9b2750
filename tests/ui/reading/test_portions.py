"""Paragraphs and tables that are too long to be laid out in one go."""

from reader.ui.reading.portions import MOST_LETTERS, MOST_ROWS, MOST_RUNS, portions_of_runs
from reader.ui.reading.story import Block, Run, Style, Table
from reader.ui.reading.walk import read_blocks


def joined(portions: list[tuple[Run, ...]]) -> str:
    return "".join(run.text for portion in portions for run in portion)


def test_a_usual_paragraph_stays_whole() -> None:
    runs = (Run("One "), Run("two", Style.BOLD))
    assert list(portions_of_runs(runs)) == [runs]


def test_a_very_long_paragraph_is_parted_between_words() -> None:
    text = "some words " * 3000
    portions = list(portions_of_runs([Run(text)]))
    assert len(portions) > 3
    assert joined(portions) == text
    assert all(portion[-1].text.endswith(" ") for portion in portions[:-1])
    assert all(len(portion[0].text) <= MOST_LETTERS for portion in portions)


def test_a_word_without_end_is_parted_all_the_same() -> None:
    portions = list(portions_of_runs([Run("x" * (3 * MOST_LETTERS))]))
    assert [len(portion[0].text) for portion in portions] == [MOST_LETTERS] * 3


def test_a_paragraph_of_very_many_links_is_parted() -> None:
    runs = [Run(f"{number} ", link="https://a.example") for number in range(3 * MOST_RUNS)]
    portions = list(portions_of_runs(runs))
    assert [len(portion) for portion in portions] == [MOST_RUNS] * 3
    assert joined(portions) == "".join(run.text for run in runs)


def test_only_the_first_portion_of_an_entry_has_its_marker() -> None:
    html = "<ul><li>" + "<b>one</b> <i>two</i> " * (2 * MOST_RUNS) + "</li></ul>"
    blocks = [block for block in read_blocks(html) if isinstance(block, Block)]
    assert [block.marker for block in blocks] == ["•"] + [""] * (len(blocks) - 1)
    assert (
        " ".join(block.text.strip() for block in blocks).split() == ["one", "two"] * 2 * MOST_RUNS
    )


def test_a_long_table_is_parted_by_its_rows() -> None:
    rows = (2 * MOST_ROWS + 5) * "<tr><td>a</td><td>b</td></tr>"
    tables = [one for one in read_blocks(f"<table>{rows}</table>") if isinstance(one, Table)]
    assert [len(table.rows) for table in tables] == [MOST_ROWS, MOST_ROWS, 5]
    assert [(table.is_first, table.is_last) for table in tables] == [
        (True, False), (False, False), (False, True),
    ]  # fmt: skip
    assert all(len(table.whole.rows) == 2 * MOST_ROWS + 5 for table in tables if table.whole)
