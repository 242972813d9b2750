"""What was left out is shown, put back and taken out from a terminal, and pages cleaned again."""

from pathlib import Path

import pytest
from pages_made import STORY, story_page, write
from test_cli import Terminal

from reader.library.library import Library

OFFER = "Sign up for our newsletter, and get the lamp by post each morning."


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "library", capsys)


@pytest.fixture
def lamp(terminal: Terminal, tmp_path: Path) -> str:
    box = f"<div class=newsletter><p>{OFFER}</p></div>"
    [outcome] = terminal.json("add", write(tmp_path / "lamp.html", story_page(body=box)))
    return str(outcome["id"])


def text(terminal: Terminal, id_: str) -> str:
    return str(terminal.json("show", id_)[0]["text"])


def test_show_removed_tells_block_reason_place_and_text(terminal: Terminal, lamp: str) -> None:
    [told] = terminal.json("show", lamp, "--removed")
    assert told["text"] == OFFER
    assert told["html"] == f"<p>{OFFER}</p>"
    assert told["reason"] == "subscription"
    assert told["place"] == len(STORY) - 1
    [line] = terminal.lines("show", lamp, "--removed")
    assert line == f"{told['block']}    2  subscription: {OFFER}"


def test_keep_puts_a_block_back(terminal: Terminal, lamp: str) -> None:
    [removed] = terminal.json("show", lamp, "--removed")
    [told] = terminal.json("keep", lamp[:8], removed["block"])
    assert told == {"id": lamp, "corrections": [{"block": removed["block"], "wish": "keep"}]}
    assert text(terminal, lamp) == "\n\n".join((*STORY[:-1], OFFER, STORY[-1]))
    assert terminal.lines("show", lamp, "--removed") == []
    assert len(terminal.lines("find", "newsletter")) == 1
    assert terminal.lines("drop", lamp, removed["block"]) == [f"{lamp[:8]}  left out"]
    assert text(terminal, lamp) == "\n\n".join(STORY)


def test_drop_leaves_out_the_block_that_words_stand_in(terminal: Terminal, lamp: str) -> None:
    terminal.lines("drop", lamp, "--quote", "a view of the water")
    assert text(terminal, lamp) == f"{STORY[0]}\n\n{STORY[2]}"
    assert [one["reason"] for one in terminal.json("show", lamp, "--removed")] == [
        "left out by you",
        "subscription",
    ]
    assert terminal.lines("find", "furniture") == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["drop"], "Name the blocks to leave out"),
        (["drop", "--quote", "nowhere said"], "“nowhere said” does not stand in"),
        (["drop", "abc"], "shows no block “abc”"),
        (["keep", "abc"], "No block “abc” is left out"),
    ],
)
def test_what_cannot_be_corrected_is_said(
    terminal: Terminal, lamp: str, arguments: list[str], said: str
) -> None:
    command, *others = arguments
    assert terminal.lines(command, lamp, *others, code=1) == []
    assert said in terminal.errors
    assert text(terminal, lamp) == "\n\n".join(STORY)


def make_older(terminal: Terminal) -> None:
    library = Library(terminal.folder)
    with library._database.writing() as db:
        db.execute("UPDATE clippings SET engine = 0, title = 'Old title', byline = 'Nobody'")
    library.close()


def test_reclean_tells_what_changed(terminal: Terminal, lamp: str) -> None:
    [same] = terminal.json("reclean", lamp)
    assert same == {
        "id": lamp,
        "title": "The lamp is lit again",
        "changed": [],
        "unplaced": [],
        "error": "",
    }
    make_older(terminal)
    [told] = terminal.json("reclean", "--all")
    assert told["changed"] == ["title", "byline"]
    assert terminal.json("show", lamp)[0]["title"] == "The lamp is lit again"


def test_reclean_without_a_name_takes_those_of_an_older_cleaner(
    terminal: Terminal, lamp: str
) -> None:
    assert terminal.lines("reclean") == []
    assert terminal.errors == "There is nothing to clean again.\n"
    make_older(terminal)
    [line] = terminal.lines("reclean")
    assert line == f"{lamp[:8]}  The lamp is lit again: title, byline changed"


def test_reclean_tells_of_a_damaged_original(terminal: Terminal, lamp: str) -> None:
    [shown] = terminal.json("show", lamp)
    digest = shown["original"]
    (terminal.folder / "originals" / digest[:2] / f"{digest}.zip").unlink()
    [told] = terminal.json("reclean", lamp, code=1)
    assert told["error"].startswith("“The lamp is lit again” stays as it was: its original cannot")
    assert text(terminal, lamp) == "\n\n".join(STORY)


def test_add_learns_what_recurs(terminal: Terminal, tmp_path: Path) -> None:
    box = "The Marrow Post is written by the people of the coast for the people of the coast."
    head = '<meta property="og:site_name" content="The Marrow Post">'
    for name in ("Anna", "Berta", "Clara"):
        told = [f"{name} has {one}" for one in STORY]
        page = story_page(f"Ship {name}", told[0], box, *told[1:], head=head)
        write(tmp_path / "pages" / f"{name}.html", page)
    first, *_ = terminal.json("add", tmp_path / "pages")
    [removed] = terminal.json("show", first["id"], "--removed")
    assert removed["reason"] == "recurs in 3 clippings of The Marrow Post"
    assert removed["text"] == box
