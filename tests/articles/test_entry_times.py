"""The times over the entries of a live report are part of it."""

import pytest
from stories_made import PARAGRAPHS, story_page

from reader.articles.extract import extract


@pytest.mark.parametrize(
    "time",
    [
        "<span class=timestamp>1{n}:05</span>",
        "<div class='entry-meta'><time datetime='2026-11-03T1{n}:05'>1{n}:05</time></div>",
        "<p class=publish-date>1{n}.05 Uhr</p>",
        "<small>1{n}h05</small>",
    ],
)
def test_each_entry_of_a_live_report_keeps_its_time(time: str) -> None:
    entries = "".join(
        f"<div class=entry>{time.replace('{n}', str(n))}<h3>Update {n}</h3><p>{text}</p></div>"
        for n, text in enumerate(PARAGRAPHS)
    )
    text = extract(story_page("<main>{story}</main>", f"<div>{entries}</div>")).text
    clocks = [line[:2] for line in text.splitlines() if line[3:5] == "05"]
    assert clocks == ["10", "11", "12", "13", "14"]


def test_the_time_of_the_story_is_no_entrys() -> None:
    story = f"<span class=timestamp>10:05</span>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}"
    assert "10:05" not in extract(story_page("<main>{story}</main>", story)).text
