"""What is read of a page holds for any text that could stand there."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from metadata_made import read

from reader.articles.bylines import read_byline
from reader.articles.dates import find_dates, read_stamp

_PIECES = st.sampled_from(
    [
        "By ", "Von ", "20", "09", "2023", " September ", "/", "-", ".", ":", " ", "T", "Z", "AM",
        "年", "月", "日", "۱۴۰۲", "شهریور", "AP", "Ida Holm", ", ", " and ", "(", "@", "\n", "९",
    ]
)  # fmt: skip
_LINES = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=30).map("".join))


@given(_LINES, st.sampled_from(["", "en", "en-US", "de", "fa", "th", "zh"]))
def test_every_date_found_is_a_date_and_lies_in_the_text(text: str, language: str) -> None:
    end = 0
    for found in find_dates(text, language):
        datetime.fromisoformat(found.iso)
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(_LINES)
def test_a_stamp_is_a_date_or_nothing(text: str) -> None:
    stamp = read_stamp(text)
    assert stamp == "" or datetime.fromisoformat(stamp)


@given(_LINES)
def test_a_byline_never_names_somebody_without_a_line(text: str) -> None:
    found = read_byline(text)
    assert found.line or not (found.people or found.agency)


@settings(max_examples=40, deadline=None)
@given(_LINES, _LINES, _LINES)
def test_any_page_can_be_read(title: str, author: str, strip: str) -> None:
    head = f"<title>{title}</title><meta name='author' content='{author}'><meta name='{title}'>"
    found = read(head, f"<h1>{title}</h1><p class='byline'>{strip}</p><p>{author}</p>", "http://[x")
    assert not found.published or datetime.fromisoformat(found.published)
