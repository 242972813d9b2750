"""What is made to be slow is read in the time its size takes."""

from pathlib import Path

import pytest
from foreign_made import write

from reader.foreign.recognise import recognise

MANY = 100_000
URL = "https://a.example/1"
SLOW = {
    "a quote that never ends": "title,url,time_added,tags,status\n" + f'"{URL}\n' * MANY,
    "quotes alone": "title,url,time_added,tags,status\n" + '"' * MANY * 3,
    "lines that go on": f"TY  - WEB\nUR  - {URL}\nAB  - x\n" + "and on\n" * MANY,
    "fields alone": "@misc{a, a = {x},\n" + "a = {x},\n" * MANY,
    "names apart": "@misc{a, a = {x},\nauthor = {" + " " * MANY + "and",
    "braces alone": "@misc{a, a = {x}, b = " + "{" * MANY,
    "a title in pieces": "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT>"
    f'<A HREF="{URL}">' + "a<x>" * MANY,
    "a folder in pieces": "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>" + "a<x>" * MANY,
    "tags that never end": "<!DOCTYPE NETSCAPE-Bookmark-file-1>" + '<a "' * MANY + "<a '" * MANY,
    "a highlight in lines": "title,excerpt,url,folder,tags,created,highlights\n"
    f'A,,{URL},,,,"' + "Note:x\n" * MANY + '"\n',
    "locks alone": "<en-export><note><title>A</title><content><![CDATA[<en-note>w</en-crypt>"
    + "<en-crypt>" * MANY
    + "</en-note>]]></content></note></en-export>",
    "media alone": "<en-export><note><title>A</title><content><![CDATA[<en-note>w"
    + "<en-media '" * MANY
    + "</en-note>]]></content></note></en-export>",
    "beginnings alone": "<en-export>" + "<note>" * MANY,
    "ends alone": "<en-export>" + "</note>" * MANY,
    "objects alone": '[{"url":"","addedAt":1,"starred":0' + '},{"' * MANY,
    "texts alone": '[{"url":"","addedAt":1,"starred":0,"a":"' + '},{"a":' * MANY,
    "a list in pieces": f'<h1>Unread</h1><ul><li><a href="{URL}" time_added="1">' + "a<x>" * MANY,
}


@pytest.mark.parametrize("name", SLOW)
def test_size_alone_costs_time(tmp_path: Path, name: str) -> None:
    found = recognise(write(tmp_path / "a", SLOW[name]))
    assert found is not None
    assert sum(1 for _ in found.items()) < 2 * MANY
