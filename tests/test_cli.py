"""The command line says what it did, in words and in JSON, and ends as scripts expect it to."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pages_made import png, story_page, write, write_story
from recordings_made import PAGE, Recording

from reader import __main__ as main
from reader.cli.run import run
from reader.library.pool import MOST_VALUES

PROJECT = Path(__file__).parents[1]


class Terminal:
    """Runs commands on one library and reads what they say."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.errors = ""

    def lines(self, command: str, *arguments: object, code: int = 0) -> list[str]:
        self._capsys.readouterr()
        given = [command, *map(str, arguments), "--library", str(self.folder)]
        assert run(given) == code
        out, self.errors = self._capsys.readouterr()
        return out.splitlines()

    def json(self, command: str, *arguments: object, code: int = 0) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines(command, "--json", *arguments, code=code)]


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "library", capsys)


@pytest.fixture
def lamp(terminal: Terminal, tmp_path: Path) -> str:
    head = (
        '<meta property="og:site_name" content="Harbour News">'
        '<meta property="article:published_time" content="2026-11-03T19:00:00+01:00">'
    )
    body = '<figure><img src="Lamp_files/a.png" width="640" height="480"></figure>'
    page = write(tmp_path / "Lamp.html", story_page(head=head, body=body))
    write(tmp_path / "Lamp_files" / "a.png", png(640, 480))
    [outcome] = terminal.json("add", page)
    return str(outcome["id"])


def test_add_tells_what_became_of_each_file(terminal: Terminal, tmp_path: Path) -> None:
    page = write_story(tmp_path / "pages" / "a.html")
    write_story(tmp_path / "pages" / "b.html")
    write(tmp_path / "pages" / "c.html", "")
    assert terminal.lines("add", page) == ["added      The lamp is lit again"]
    assert terminal.errors == ""
    assert sorted(terminal.lines("add", tmp_path / "pages", code=1)) == [
        "duplicate  The lamp is lit again",
        "duplicate  The lamp is lit again",
        "failed     “c.html” is empty.",
    ]
    assert terminal.errors == "2 here already, 1 failed.\n"
    [first, *_] = terminal.json("add", page)
    assert first["status"] == "duplicate"
    assert first["path"] == str(page)
    assert set(first) == {"path", "status", "id", "title", "reason", "entry"}


def test_add_does_not_fill_the_screen_with_one_title(terminal: Terminal, tmp_path: Path) -> None:
    [line] = terminal.lines("add", write_story(tmp_path / "a.html", "Lamp " * 200))
    assert line.startswith("added      Lamp Lamp")
    assert line.endswith("Lamp…")
    assert len(line) < 120


def test_find_lists_what_was_found(terminal: Terminal, lamp: str) -> None:
    [line] = terminal.lines("find", "lighthouse")
    assert line == f"{lamp[:8]}  2026-11-03  The lamp is lit again (Harbour News)"
    for words in (["lighthouse", "-zebra"], ["-zebra"], ['"half the village"'], ["title:lamp"], []):
        assert terminal.lines("find", *words) == [line]
    assert terminal.lines("find", "light*", "--source", "Harbour News", "--sort", "oldest") == [
        line
    ]
    [card] = terminal.json("find", "polished")
    assert card["id"] == lamp
    assert [card["snippet"][slice(*match)] for match in card["matches"]] == ["polished"]


def test_find_says_so_where_nothing_is_found(terminal: Terminal, lamp: str) -> None:
    for search in (["zebra"], ["light"], ["-lighthouse"], ["--shelf", "starred"], ["--tag", "sea"]):
        assert terminal.lines("find", *search) == []
        assert terminal.errors == "Nothing was found.\n"
        assert terminal.json("find", *search) == []
        assert terminal.errors == ""
    assert lamp


def test_find_says_what_it_did_not_understand_and_what_may_have_been_meant(
    terminal: Terminal, lamp: str
) -> None:
    assert terminal.lines("find", "lighthuose") == []
    assert terminal.errors == "Did you mean “lighthouse”? (1)\nNothing was found.\n"
    terminal.lines("find", "lighthouse", "OR", "published:someday")
    assert terminal.errors == "“published:someday” was taken for plain words.\n"
    assert [one["id"] for one in terminal.json("find", "lighthuose OR lighthouse")] == [lamp]
    assert terminal.errors == ""


def test_find_shows_no_more_than_was_asked_for_and_says_how_many_there_are(
    terminal: Terminal, tmp_path: Path
) -> None:
    for number in range(5):
        write_story(tmp_path / "pages" / f"{number}.html", f"Lamp {number}")
    terminal.lines("add", tmp_path / "pages")
    assert len(terminal.lines("find", "--limit", "2")) == 2
    assert terminal.errors == "2 of 5; --limit shows more.\n"
    assert len(terminal.lines("find")) == 5
    assert terminal.errors == ""


def test_an_index_that_was_lost_is_made_again_and_that_is_said(
    terminal: Terminal, lamp: str
) -> None:
    for file in (terminal.folder / "index").iterdir():
        file.unlink()
    assert len(terminal.lines("find", "lighthouse")) == 1
    assert terminal.errors == "The search index was missing or damaged; it is made anew.\n"
    assert lamp


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder that nobody can write in")
def test_what_is_kept_is_found_where_no_index_can_be_written(terminal: Terminal, lamp: str) -> None:
    shutil.rmtree(terminal.folder / "index")
    (terminal.folder / "index").symlink_to("/proc")
    [found] = terminal.json("find", "lighthouse")
    assert found["id"] == lamp
    assert "The search index could not be written" in terminal.errors


def test_show_hands_a_clipping_out_in_each_form(terminal: Terminal, lamp: str) -> None:
    text = "\n".join(terminal.lines("show", lamp[:6]))
    assert text.startswith("The lamp is lit again")
    assert "Its keeper, Ada Brandt" in text
    assert "<h1>The lamp is lit again</h1>" in terminal.lines("show", lamp, "--as", "html")
    assert "# The lamp is lit again" in terminal.lines("show", lamp, "--as", "markdown")
    [record] = terminal.json("show", lamp)
    assert record["source"] == "Harbour News"
    assert record["words"] > 80
    assert record["file_name"] == "Lamp.html"
    [picture] = record["pictures"]
    assert Path(picture["file"]).read_bytes() == png(640, 480)


def test_tags_are_added_and_removed(terminal: Terminal, lamp: str) -> None:
    assert terminal.lines("tag", lamp, "+sea/north", "+Lamps") == ["Lamps", "sea/north"]
    assert terminal.lines("tag", lamp, "-lamps", "+old") == ["old", "sea/north"]
    assert terminal.json("tag", lamp, "-old") == [{"id": lamp, "tags": ["sea/north"]}]
    assert len(terminal.lines("find", "--tag", "SEA")) == 1
    assert terminal.lines("tag", lamp, "plain", code=1) == []
    assert terminal.errors == "A tag is added as +name and removed as -name.\n"


def test_a_note_is_set_from_words_or_standard_input(
    terminal: Terminal, lamp: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert terminal.lines("note", lamp, "Ask Ada.") == [f"{lamp[:8]}  note: done"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("First line.\nZweite – “line”.\n"))
    assert terminal.json("note", lamp, "-") == [{"id": lamp, "command": "note"}]
    [record] = terminal.json("show", lamp)
    assert record["note"] == "First line.\nZweite – “line”.\n"
    assert len(terminal.lines("find", "zweite")) == 1


@pytest.mark.parametrize("note", ["-draft-", "- one\n- two", "--really", "-h", "--library"])
def test_a_note_may_begin_with_a_dash(terminal: Terminal, lamp: str, note: str) -> None:
    assert run(["note", "--library", str(terminal.folder), lamp, "--", note]) == 0
    assert terminal.json("show", lamp)[0]["note"] == note


def test_words_are_marked(terminal: Terminal, lamp: str) -> None:
    said = terminal.lines(
        "mark", lamp, "--quote", "half the village", "--note", "Which?", "--colour", "rose"
    )
    assert said == ["Marked “half the village”."]
    [mark] = terminal.json("show", lamp)[0]["highlights"]
    assert (mark["colour"], mark["note"]) == ("rose", "Which?")
    assert [one["type"] for one in mark["selectors"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
    ]
    [again] = terminal.json("mark", lamp, "--quote", "the new lens")
    assert again["id"] == lamp
    terminal.lines("mark", lamp, "--quote", "never there", code=1)
    assert "does not stand in" in terminal.errors


def test_states_are_set_and_taken_back(terminal: Terminal, lamp: str) -> None:
    for command, field, value in (
        ("star", "is_starred", True),
        ("unstar", "is_starred", False),
        ("archive", "is_archived", True),
        ("unarchive", "is_archived", False),
        ("trash", "is_trashed", True),
        ("restore", "is_trashed", False),
    ):
        assert terminal.lines(command, lamp[:8]) == [f"{lamp[:8]}  {command}: done"]
        assert terminal.json(command, lamp) == [{"id": lamp, "command": command}]
        assert terminal.json("show", lamp)[0][field] is value


@pytest.mark.parametrize("id_", ["nothing", "", "ffffffff", "é", "\udce9\udce9\udce9\udce9", "abc"])
def test_an_unknown_id_is_told_of(terminal: Terminal, lamp: str, id_: str) -> None:
    for command in (["show", id_], ["star", id_], ["tag", id_, "+a"], ["note", id_, "x"]):
        assert terminal.lines(*command, code=1) == []
        assert terminal.errors.startswith("There is no clipping “")
        assert terminal.errors.endswith("”.\n")
    assert lamp


def test_one_unknown_id_among_many_changes_nothing(terminal: Terminal, lamp: str) -> None:
    terminal.lines("star", lamp, "nothing", code=1)
    assert terminal.json("show", lamp)[0]["is_starred"] is False


def test_reindex_and_check_tell_how_it_stands(terminal: Terminal, lamp: str) -> None:
    assert terminal.lines("check") == ["All is well."]
    assert terminal.json("check") == []
    assert terminal.lines("reindex") == ["The index was made anew; it holds 1 clipping."]
    assert terminal.json("reindex") == [{"indexed": 1}]
    for original in (terminal.folder / "originals").rglob("*.zip"):
        original.unlink()
    [fault] = terminal.lines("check", code=1)
    assert fault.startswith("The original of “The lamp is lit again”")
    assert terminal.json("check", code=1) == [{"fault": fault}]
    assert lamp


def test_clean_touches_no_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIPPINGS_LIBRARY", str(tmp_path / "library"))
    page = write_story(tmp_path / "page.html")
    empty = write(tmp_path / "empty.html", "")
    assert run(["clean", str(page)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The lamp is lit again\n\nThe lighthouse")
    assert run(["clean", str(empty), str(page), str(tmp_path), "--json"]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["error"] for record in records] == [
        "“empty.html” is empty.",
        "",
        f"“{tmp_path.name}” is no file that can be read.",
    ]
    assert run(["clean", str(empty)]) == 1
    assert capsys.readouterr().err == "“empty.html” is empty.\n"
    assert not (tmp_path / "library").exists()


def test_clean_says_each_page_of_a_file_that_holds_several(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = Recording().answer(PAGE, story_page()).answer(f"{PAGE}/2", story_page("Out again"))
    file = tmp_path / "lamp.warc.gz"
    file.write_bytes(recording.content[:-9])
    assert run(["clean", str(file), "--json"]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["entry"], one["title"]) for one in told] == [
        (PAGE, "The lamp is lit again"),
        (f"{PAGE}/2", "Out again"),
        ("", ""),
    ]
    assert "breaks off" in told[2]["error"]


@pytest.mark.parametrize(
    "wrong",
    [["add"], ["find", "--limit", "0"], ["find", "--limit", "x"], ["find", "--sort", "best"],
     ["show"], ["star"], ["mark", "abcd"], ["note", "abcd"], ["find", "--unknown"]],
)  # fmt: skip
def test_wrong_usage_ends_with_two(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(wrong)
    assert ended.value.code == 2
    assert "usage: clippings" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["find", "--limit", "x"], "clippings find: error: argument --limit: “x” is no number"),
        (["mark", "a", "--quote", "b", "--colour", "pink"], "(choose from 'yellow', 'green',"),
    ],
)
def test_wrong_usage_is_said_in_the_readers_words(
    wrong: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(wrong)
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["--help", "-h", "--version"])
def test_help_and_version_are_told(
    asked: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["clippings", asked])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out


def test_the_library_may_be_named_by_a_variable(
    terminal: Terminal,
    lamp: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLIPPINGS_LIBRARY", str(terminal.folder))
    assert run(["find"]) == 0
    assert lamp[:8] in capsys.readouterr().out


def test_a_library_that_cannot_be_opened_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "library.db").write_text("no database " * 100)
    for place in (tmp_path, tmp_path / "library.db"):
        assert run(["find", "--library", str(place)]) == 1
        assert capsys.readouterr().err.count("\n") == 1


def shell(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which $CLIPPINGS stands for the program."""
    return subprocess.run(
        ["/bin/sh", "-c", script],
        capture_output=True,
        check=False,
        cwd=PROJECT,
        timeout=60,
        env=os.environ
        | {"CLIPPINGS": f"{sys.executable} -m reader", "CLIPPINGS_LIBRARY": str(folder)}
        | variables,
    )


@pytest.fixture
def many(terminal: Terminal, tmp_path: Path) -> Path:
    for number in range(4):
        write_story(tmp_path / "pages" / f"{number}.html", f"Lamp {number} – 灯塔 é")
    terminal.lines("add", tmp_path / "pages")
    return terminal.folder


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_what_is_said_and_read_is_utf_8_whatever_the_locale(many: Path, locale: str) -> None:
    done = shell("$CLIPPINGS find --json 灯塔 --limit 1", many, LC_ALL=locale, PYTHONUTF8="0")
    assert done.stderr == b""
    card = json.loads(done.stdout.decode())
    assert "灯塔 é" in card["title"]
    done = shell(
        f"printf 'Zw\\303\\266lf \\346\\265\\267' | $CLIPPINGS note {card['id']} - && "
        f"$CLIPPINGS show {card['id']} --json",
        many,
        LC_ALL=locale,
        PYTHONUTF8="0",
    )
    assert json.loads(done.stdout.decode().splitlines()[1])["note"] == "Zwölf 海"


@pytest.mark.parametrize("reader", ["head -1", "true", "head -c 1"])
def test_a_reader_that_has_seen_enough_is_no_fault(many: Path, reader: str) -> None:
    done = shell(f"($CLIPPINGS find --limit 500 --json; echo $? >&2) | {reader}", many)
    assert done.stderr.strip() in (b"0", b"141")


def test_odd_names_can_be_told(terminal: Terminal, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name in (b"caf\xe9.html", b"line\nbreak.html"):
        write(Path(os.fsdecode(folder + b"/odd/" + name)), "")
    done = shell(
        f"$CLIPPINGS add {tmp_path}/odd; $CLIPPINGS add --json {tmp_path}/odd", terminal.folder
    )
    lines = done.stdout.decode().splitlines()
    assert lines[:2] == [
        "failed     “caf�.html” is empty.",
        "failed     “line↵break.html” is empty.",
    ]
    assert [json.loads(line)["status"] for line in lines[2:]] == ["failed", "failed"]


def test_bytes_that_are_no_letters_are_searched_for_without_harm(many: Path) -> None:
    done = shell(r"""$CLIPPINGS find "$(printf 'caf\351')" --tag "$(printf '\351')" """, many)
    assert (done.returncode, done.stderr) == (0, b"Nothing was found.\n")


def test_what_cleans_many_pages_loads_beside_what_the_commands_need(tmp_path: Path) -> None:
    write_story(tmp_path / "pages" / "lamp.html", "Lamp")
    script = (
        "import sys; from reader.library import workers; begin = workers.warm_up; "
        "workers.warm_up = lambda: (print('reader.library.library' in sys.modules), begin()); "
        f"from reader.cli.run import run; run(['add', {str(tmp_path / 'pages')!r}, "
        f"'--library', {str(tmp_path / 'library')!r}])"
    )
    done = shell(f'{sys.executable} -c "{script}"', tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[0] == "False"


def test_find_loads_neither_the_window_nor_the_parser(many: Path) -> None:
    script = (
        "import sys; from reader.cli.run import run; code = run(['find', 'lamp']); "
        "loaded = {name.partition('.')[0] for name in sys.modules}; "
        "slow = {'PySide6', 'bs4', 'lxml', 'charset_normalizer', 'multiprocessing'}; "
        "print(sorted(loaded & slow)); sys.exit(code)"
    )
    done = shell(f'{sys.executable} -c "{script}"', many)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_find_answers_quickly(many: Path) -> None:
    def seconds() -> float:
        started = time.monotonic()
        assert shell("$CLIPPINGS find lamp", many).returncode == 0
        return time.monotonic() - started

    assert min(seconds() for _ in range(3)) < 1.5


def test_interrupting_an_import_keeps_what_is_done_and_ends_quietly(
    tmp_path: Path, terminal: Terminal
) -> None:
    for number in range(120):
        write_story(tmp_path / "pages" / f"{number}.html", f"Lamp {number}")
    adding = subprocess.Popen(
        [sys.executable, "-m", "reader", "add", str(tmp_path / "pages"), "--library",
         str(terminal.folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=PROJECT, start_new_session=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert adding.stdout
    told = [adding.stdout.readline() for _ in range(3)]
    os.killpg(adding.pid, signal.SIGINT)
    out, errors = adding.communicate(timeout=30)
    assert adding.returncode == 130
    assert errors == b""
    done = len(told) + len(out.splitlines())
    # What was kept in one go with the last one told of is there too.
    assert 3 <= len(terminal.lines("find", "--limit", "999")) <= done + MOST_VALUES
    assert terminal.lines("check") == ["All is well."]


def test_an_interruption_while_the_commands_are_loaded_is_quiet_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "reader.cli.run", Interrupted("reader.cli.run"))
    monkeypatch.setattr(sys, "argv", ["clippings", "check"])
    assert main.main() == 130


def test_the_library_may_be_named_before_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["clippings", "--library", str(tmp_path / "library"), "check"]
    monkeypatch.setattr(sys, "argv", words)
    assert main.main() == 0
    assert capsys.readouterr().out == "All is well.\n"


def test_a_mistyped_command_is_wrong_usage_and_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["clippings", "serch", "lamp"])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert left.value.code == 2
    assert "serch" in capsys.readouterr().err
