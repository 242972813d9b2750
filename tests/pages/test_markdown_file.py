"""A note in Markdown is a page, with what a clipper says of it in its first lines."""

import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages_made import STORY, png

from reader.articles.extract import extract
from reader.errors import CannotOpenPage
from reader.pages.file_sign import Look
from reader.pages.markdown.sign import is_markdown
from reader.pages.markdown_file import open_markdown
from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.saved_page import SavedPage

CLIPPED = """---
title: "The lamp: lit again"
source: "https://marrow.example/2026/lamp"
author:
  - "[[Ada Brandt]]"
  - "[[people/jo|Jo Fell]]"
published: 2026-03-04
created: 2026-03-05
description: "What became of the lamp at Marrow Point."
tags:
  - "clippings"
  - "#sea"
site: Marrow Post
---
"""
STORY_TEXT = "\n\n".join(STORY)


def opened(text: str, name: str = "lamp.md", **parts: bytes) -> SavedPage:
    files = {key.replace("__", "/") + ".png": part_of(value) for key, value in parts.items()}
    (page,) = open_markdown(Original(name, text.encode(), files))
    return page


def told(text: str, name: str = "lamp.md") -> bool:
    return is_markdown(Look(name, text.encode()))


def test_a_note_is_told_by_its_first_lines_or_by_its_name_and_signs() -> None:
    assert told(CLIPPED + STORY_TEXT, "lamp.txt")
    assert told("\ufeff" + CLIPPED.replace("\n", "\r\n"), "lamp")
    assert told(f"# The lamp\n\n{STORY_TEXT}")
    assert told(f"See [the lamp](https://marrow.example) and {STORY_TEXT}", "lamp.markdown")


def test_other_text_is_no_note() -> None:
    assert not told(STORY_TEXT)
    assert not told(f"# The lamp\n\n{STORY_TEXT}", "lamp.txt")
    assert not told("<!DOCTYPE html><html><body># The lamp</body></html>")
    assert not told(f"---\n\nThe lamp is lit\n\n---\n{STORY_TEXT}", "lamp.txt")


def test_the_first_lines_tell_what_the_page_is() -> None:
    page = opened(CLIPPED + STORY_TEXT)
    stated = page.record.stated
    assert page.address == page.record.address == "https://marrow.example/2026/lamp"
    assert stated.title == "The lamp: lit again"
    assert stated.people == ("Ada Brandt", "Jo Fell")
    assert (stated.source, stated.published) == ("Marrow Post", "2026-03-04")
    assert page.saved_at == datetime(2026, 3, 5, tzinfo=UTC)
    assert page.record.brought.tags == ("clippings", "sea")
    article = extract(page)
    assert article.standfirst == "What became of the lamp at Marrow Point."
    assert article.text == STORY_TEXT


def test_what_the_note_says_itself_is_not_said_in_front_of_it() -> None:
    front = f"---\ntitle: Lamp\ndescription: '{STORY[0][:80]}...'\n---\n"
    assert opened(front + STORY_TEXT).record.stated.standfirst == ""


@pytest.mark.parametrize(
    "date", ["Updated: Apr 07", "1744-08-31", "2026-13-40", "2031-01-01", "", "null", "yesterday"]
)
def test_a_date_that_can_be_none_is_none(date: str) -> None:
    page = opened(f"---\ntitle: Lamp\npublished: {date}\ncreated: 2026-03-05\n---\n{STORY_TEXT}")
    assert page.record.stated.published == ""


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("2026-03-04T05:06:07+01:00", "2026-03-04T05:06:07+01:00"),
        ("2026/3/4 5:06:07 +01:00", "2026-03-04T05:06:07+01:00"),
        ("2026-03-04T05:06:07 (UTC +01:00)", "2026-03-04T05:06:07+01:00"),
        ("2026.03.04 5:06", "2026-03-04T05:06:00"),
        ("2026-03-04 25:77", "2026-03-04"),
    ],
)
def test_a_date_may_have_its_clock(told: str, published: str) -> None:
    page = opened(f"---\npublished: {told}\n---\n{STORY_TEXT}")
    assert page.record.stated.published == published


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        ("tags: [sea, lamp]", ("sea", "lamp")),
        ("tags: sea, far away", ("sea", "far away")),
        ("tags: '#sea #lamp'", ("sea", "lamp")),
        ("tags:\n- sea\n- sea", ("sea",)),
        ("tags:", ()),
    ],
)
def test_tags_are_read_however_they_are_written(lines: str, tags: tuple[str, ...]) -> None:
    assert opened(f"---\ntitle: Lamp\n{lines}\n---\n{STORY_TEXT}").record.brought.tags == tags


def test_lines_that_are_no_yaml_are_read_one_by_one() -> None:
    front = "---\ntitle: The lamp: lit: again\nauthor: [[Ada Brandt]\ntags:\n  - sea\n\tx\n---\n"
    stated = opened(front + STORY_TEXT).record
    assert stated.stated.title == "The lamp: lit: again"
    assert stated.brought.tags == ("sea",)


def test_a_bomb_of_aliases_is_not_unfolded() -> None:
    rows = [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 40)]
    front = "---\na0: &a0 [lol]\n" + "\n".join(rows) + "\ntitle: Lamp\n---\n"
    start = time.process_time()
    assert opened(front + STORY_TEXT).record.stated.title == "Lamp"
    assert time.process_time() - start < 2


def test_deep_lists_are_no_trouble() -> None:
    front = f"---\ntitle: Lamp\nx: {'[' * 20_000}\n---\n"
    assert opened(front + STORY_TEXT).record.stated.title == "Lamp"
    assert opened(">" * 20_000 + " deep\n\n" + "[" * 20_000 + "\n\n" + STORY_TEXT).markup


def test_marked_words_are_brought_along_and_lose_their_signs() -> None:
    text = "The lamp ==was **lit** again== on Tuesday, and a == b, `x ==y== z`, ==open.\n\n==Two=="
    page = opened(f"{text}\n\n{STORY_TEXT}")
    first, second = page.record.brought.marks
    assert (first.exact, first.prefix) == ("was lit again", "The lamp ")
    assert first.suffix.startswith(" on Tuesday")
    assert second.exact == "Two"
    assert "The lamp was <strong>lit</strong> again on" in page.markup
    assert "a == b" in page.markup
    assert "x ==y== z" in page.markup
    assert "==open." in page.markup


def test_marked_words_are_those_of_the_article() -> None:
    marked = STORY[1].replace(
        "kept the brass polished", "==kept the [brass](https://x.example) polished=="
    )
    page = opened(CLIPPED + "\n\n".join((STORY[0], marked, STORY[2])))
    (mark,) = page.record.brought.marks
    text = extract(page).text
    assert mark.prefix + mark.exact + mark.suffix in text


def test_links_within_a_vault_are_mere_words() -> None:
    page = opened(
        f"# Lamp\n\n> [!note] Of [[Marrow Point|the point]] and [[Sea]] ^a1\n\n{STORY_TEXT}"
    )
    assert "<p>Of the point and Sea</p>" in page.markup


def test_pictures_beside_the_note_are_its_own() -> None:
    text = f"![A lamp](img/a.png)\n\n{STORY_TEXT}\n\n![[b.png|300]]\n\n![[deep/c.png|The sea]]\n"
    page = opened(text, img__a=png(), attachments__b=png(60, 60), deep__c=png(70, 70))
    pictures = extract(page).pictures
    assert [one.content for one in pictures] == [png(), png(60, 60), png(70, 70)]
    assert [one.description for one in pictures] == ["A lamp", "", "The sea"]


def test_tables_footnotes_and_code_are_kept() -> None:
    table = "| Year | Lamps |\n|---|---|\n| 2026 | 1 |"
    text = f"# Lamp\n\n{table}\n\nLit.[^1]\n\n[^1]: By *Ada*.\n\n```\n[[x]]\n```\n"
    markup = opened(text).markup
    assert "<td>2026</td>" in markup
    assert '<a href="#note-1">1</a>' in markup
    assert '<li id="note-1">By <em>Ada</em>.</li>' in markup
    assert "[[x]]" in markup


def test_a_note_without_a_title_is_called_as_its_file() -> None:
    assert extract(opened(STORY_TEXT, "The lamp.md")).title == "The lamp"
    assert extract(opened(f"# Lit again\n\n{STORY_TEXT}", "x.md")).title == "Lit again"


def test_markup_in_a_note_is_as_harmless_as_in_any_page() -> None:
    page = opened(f"{CLIPPED}{STORY_TEXT}\n\n<script>alert(1)</script>\n\n[x](javascript:alert)\n")
    html = extract(page).html
    assert "alert" not in html.replace("[x](javascript:alert)", "")


def test_a_note_that_is_too_long_is_refused_with_a_sentence() -> None:
    with pytest.raises(CannotOpenPage, match="too large"):
        opened("# Lamp\n\n" + "x " * (1 << 20))


@settings(deadline=None)
@given(st.text(alphabet="-:#[]|!=*>`^~&\\<\n \tab1é", max_size=200), st.booleans())
def test_any_text_is_read_or_refused(text: str, has_front: bool) -> None:
    with suppress(CannotOpenPage):
        assert opened(f"---\n{text}\n---\n{text}" if has_front else text).markup


@given(st.integers(0, len(CLIPPED)), st.binary(max_size=9), st.integers(0, 30))
def test_damage_is_told_and_never_worse(at: int, put: bytes, gone: int) -> None:
    content = CLIPPED.encode()
    with suppress(CannotOpenPage):
        list(open_markdown(Original("lamp.md", content[:at] + put + content[at + gone :])))


TOML = """+++
title = "The lamp: lit again"
date = 2026-03-04T05:06:07+01:00
authors = ["Ada Brandt", "Jo Fell"]
tags = ["sea"]

[params]
source = "https://marrow.example/2026/lamp"
+++
"""


def test_the_first_lines_may_be_toml() -> None:
    assert told(TOML + STORY_TEXT, "lamp.txt")
    page = opened(TOML + STORY_TEXT)
    stated, brought = page.record.stated, page.record.brought
    assert page.address == "https://marrow.example/2026/lamp"
    assert (stated.title, stated.people) == ("The lamp: lit again", ("Ada Brandt", "Jo Fell"))
    assert (stated.published, brought.tags) == ("2026-03-04T05:06:07+01:00", ("sea",))
    assert "+++" not in page.markup


@pytest.mark.parametrize("broken", ["+++\ntitle = \n+++\n", "+++\ntitle = 'x'\n", "+++\n\n+++"])
def test_lines_that_only_look_like_toml_are_the_notes_own(broken: str) -> None:
    assert STORY[-1] in opened(f"{broken}\n{STORY_TEXT}").markup


def test_pandocs_title_block_tells_what_the_page_is() -> None:
    note = f"% The lamp:\n  lit again\n% Ada Brandt; Jo Fell\n% 2026-03-04\n\n{STORY_TEXT}"
    assert told(note)
    assert not told(note, "lamp.txt")
    stated = opened(note).record.stated
    assert (stated.title, stated.people) == ("The lamp: lit again", ("Ada Brandt", "Jo Fell"))
    assert stated.published == "2026-03-04"


@pytest.mark.parametrize(
    "note",
    [
        "Title: The lamp\n\nURL Source: https://marrow.example/2026/lamp\n\n"
        "Published Time: 2026-03-04\n\nMarkdown Content:\n",
        "title: The\n  lamp\nurl: https://marrow.example/2026/lamp\ndate: 2026-03-04\n\n",
        "# The lamp\n\nURL: https://marrow.example/2026/lamp\nDate: 2026-03-04\nTags: sea\n\n",
    ],
)
def test_lines_of_a_key_and_a_value_tell_what_the_page_is(note: str) -> None:
    assert told(note + STORY_TEXT)
    page = opened(note + STORY_TEXT)
    assert page.address == "https://marrow.example/2026/lamp"
    assert (page.record.stated.title, page.record.stated.published) == ("The lamp", "2026-03-04")
    assert "2026" not in page.markup
    assert page.markup.count("The lamp") == 2


@pytest.mark.parametrize("line", ["Note: the lamp is out.", "Author: Ada Brandt", "Weather: fair"])
def test_one_such_line_is_the_notes_own(line: str) -> None:
    assert line.partition(": ")[2] in opened(f"# The lamp\n\n{line}\n\n{STORY_TEXT}").markup


def test_an_excerpt_before_the_note_is_not_said_twice() -> None:
    front = (
        "---\ncreated: 2026-03-05T06:07:08 (UTC +01:00)\nsource: https://marrow.example/lamp\n---\n"
    )
    note = f"{front}\n# The lamp\n\n> ## Excerpt\n> {STORY[0]}\n\n---\n{STORY_TEXT}\n"
    page = opened(note)
    assert page.markup.count(STORY[0]) == 1
    assert "Excerpt" not in page.markup
    assert page.saved_at == datetime(2026, 3, 5, 5, 7, 8, tzinfo=UTC)


def test_the_only_heading_of_a_dumped_page_is_its_title() -> None:
    menu = "* [Home](/)\n* [News](/news)\n\n"
    assert opened(f"{menu}# The lamp\n\n{STORY_TEXT}").record.stated.title == "The lamp"
    two = opened(f"{menu}# The lamp\n\n{STORY_TEXT}\n\n# The gate\n", "file.md")
    assert two.record.stated.title == "file"


@pytest.mark.parametrize(
    "note",
    [
        f"---\ntitle: Lamp\n---\n{':' * 100_000}lit",
        f"# Lamp\n\nAuthor: Ada\nTags: sea, lit{' ' * 50_000}again\n\nIt is lit.",
    ],
)
def test_one_sign_again_and_again_takes_no_time(note: str) -> None:
    began = time.process_time()
    assert "lit" in opened(note).markup
    assert time.process_time() - began < 2


def test_what_pandoc_writes_beside_the_words_is_taken_away() -> None:
    note = (
        "---\ntitle: The lamp \\| Marrow\n---\n\n::: {#main .story}\n## Lit {#lit .unnumbered}\n\n"
        'Ada [said]{.smallcaps} so.\n\n![The lamp](lamp.png){width="640"\nheight="400"}\n:::\n\n'
        "`f(x){a=1}`\n\n```\n[code]{.kept}\n```\n"
    )
    page = opened(note, lamp=png())
    assert page.record.stated.title == "The lamp | Marrow"
    for gone in (":::", "{#", "{.s", "640"):
        assert gone not in page.markup
    assert "Ada said so." in page.markup
    assert "[code]{.kept}" in page.markup
