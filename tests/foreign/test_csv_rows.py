import pytest

from reader.foreign.csv_rows import read_header, read_rows
from reader.foreign.reading import text_of

HEADER = "title,url,time_added,tags,status\n"


def titles(table: str) -> list[str]:
    return [row["title"] for row in read_rows(table)]


def test_a_quote_that_is_never_closed_swallows_no_other_row() -> None:
    table = HEADER + (
        '"Open,https://a.example/1,1,,unread\n'
        "Second,https://a.example/2,2,,unread\n"
        'A 5" lamp,https://a.example/3,3,,unread\n'
        "Fourth,https://a.example/4,4,,unread\n"
    )
    rows = list(read_rows(table))
    assert [row["url"][-1] for row in rows] == ["1", "2", "3", "4"]
    assert rows[1]["title"] == "Second"


def test_a_title_with_commas_but_without_quotes_is_put_together() -> None:
    (row,) = read_rows(HEADER + "One, two, three,https://a.example/1,1,sea,unread\n")
    assert (row["title"], row["status"]) == ("One, two, three", "unread")


def test_missing_and_further_columns_and_empty_rows_do_no_harm() -> None:
    table = HEADER + "\n,,,,\nShort,https://a.example/1\nLong,https://a.example/2,1,,unread,x,y\n"
    short, long = read_rows(table)
    assert (short.get("status"), long["status"]) == (None, "unread")


def test_separators_of_lines_within_a_title_end_no_row() -> None:
    assert titles(HEADER + '"a\u2028b\x0bc",https://a.example/1,1,,unread\n') == ["a\u2028b\x0bc"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_is_read_in_whatever_it_is_encoded(encoding: str) -> None:
    table = (HEADER + "Größe,https://a.example/1,1,,unread\r\n").encode(encoding)
    assert titles(text_of(table)) == ["Größe"]


def test_a_field_of_ten_megabytes_is_read() -> None:
    long = "x" * (10 << 20)
    assert titles(f'{HEADER}"{long}",https://a.example/1,1,,unread\n') == [long]


def test_the_sign_between_columns_is_told_from_the_header() -> None:
    assert read_header("Title;URL;Tags\n").names == ("Title", "URL", "Tags")


def test_a_column_is_found_in_whichever_case_its_name_is_written() -> None:
    (row,) = read_rows("Title,URL,Time_Added\nOne,https://a.example/1,1\n")
    assert (row["title"], row.get("url"), row.get("TIME_ADDED")) == (
        "One",
        "https://a.example/1",
        "1",
    )
    assert dict(row) == {"Title": "One", "URL": "https://a.example/1", "Time_Added": "1"}


@pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\n', "\ufeffSEP=; \n\n"])
def test_a_line_that_names_the_sign_between_columns_is_no_header(line: str) -> None:
    (row,) = read_rows(f"{line}title;url\nOne;https://a.example/1\n")
    assert row["title"] == "One"


def test_a_first_column_without_a_name_keeps_its_place() -> None:
    (row,) = read_rows("\ttitle\turl\n1\tOne\thttps://a.example/1\n")
    assert row["title"] == "One"


def test_an_open_quote_ends_before_a_row_with_commas_too_many() -> None:
    table = (
        "url,title,folder\n"
        'https://a.example/1,"Open,Unread\n'
        "https://a.example/2,Two, with a comma,Unread\n"
        "https://a.example/3,Three,Unread\n"
    )
    assert [row["url"][-1] for row in read_rows(table)] == ["1", "2", "3"]


@pytest.mark.parametrize("many", [2, 3, 4])
def test_wrong_quotes_in_rows_one_after_the_other_swallow_none(many: int) -> None:
    wrong = "".join(f'"Row {at},https://a.example/{at},1,,unread\n' for at in range(many))
    rows = list(read_rows(f"{HEADER}{wrong}Last,https://a.example/last,1,,unread\n"))
    expected = [*(f"https://a.example/{at}" for at in range(many)), "https://a.example/last"]
    assert [row["url"] for row in rows] == expected


def test_a_title_of_two_lines_that_names_an_address_is_one() -> None:
    title = "As told on,\nhttps://b.example/,1,x,y"
    assert titles(f'{HEADER}"{title}",https://a.example/1,1,,unread\n') == [title]
