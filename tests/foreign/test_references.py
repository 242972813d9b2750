"""RIS, CSL-JSON and BibTeX, with the files that Zotero exports beside them."""

import json
from pathlib import Path

import pytest
from foreign_made import by_title, faults, items, library, write
from pages_made import story_page

RIS = (
    "TY  - NEWS\r\nTI  - The lamp is lit again\r\nAU  - Brandt, Ada\r\nAU  - Harbour Desk\r\n"
    "T2  - Harbour Post\r\nDA  - 2024/01/05/\r\nY2  - 2024/01/06/10:11:12\r\n"
    "UR  - https://a.example/lamp\r\nAB  - In short,\r\nand on.\r\nKW  - sea\r\nKW  - old ropes\r\n"
    "LA  - en\r\nN1  - <p>A note</p>\r\nL4  - files/12/lamp.html\r\nER  - \r\n\r\n\r\n"
    "TY  - BOOK\r\nTI  - A book\r\nPY  - 1999\r\nER  - \r\n"
    "TY  - ELEC\r\nTI  - Not ended\r\nUR  - https://a.example/2\r\n"
    "TY  - BLOG\r\nTI  - Last\r\nUR  - https://a.example/3\r\nL1  - ../secret.pdf\r\nER  -\r\n"
)
CSL = [
    {
        "id": "http://z.example/items/1", "type": "article-newspaper", "title": "The lamp",
        "container-title": "Harbour Post", "URL": "https://a.example/lamp", "language": "en",
        "author": [{"family": "Brandt", "given": "Ada"}, {"literal": "Harbour Desk"}],
        "issued": {"date-parts": [["2024", 1, "5"]]}, "abstract": "In short.", "note": "mine",
        "accessed": {"date-parts": [[2024, 1, 6]]}, "page": 3,
    },
    {
        "id": 2, "type": "webpage", "title": "A page", "URL": "https://a.example/2",
        "issued": {"date-parts": [[2024]]},
    },
    {"id": 3, "type": "book", "title": "A book", "author": "wrong", "issued": {"date-parts": []}},
]  # fmt: skip
BIBTEX = r"""
@article{brandt_lamp_2024,
	title = {The \emph{Lamp} at {P}ort-{É}t{\'e} \& M{\"u}ller's},
	volume = {1},
	url = {https://a.example/lamp_post},
	author = {Brandt, Ada and {Harbour Desk} and Bo Lind},
	journal = {Harbour Post},
	month = jan, year = "2024", day = 5,
	urldate = {2024-01-06},
	keywords = {sea, old ropes},
	annote = {mine},
	file = {Snapshot:files/12/lamp.html:text/html;Full\: Text:files/13/lamp.pdf:application/pdf},
}

@misc{second,
	title = {A page},
	howpublished = {\url{https://a.example/2}},
	date = {2024-01-07}
}
@book{third, title = {A book}}
@misc{broken, title = {Never closed, url = {https://a.example/x
"""


def export(place: Path, name: str, content: str) -> Path:
    write(place / "files" / "12" / "lamp.html", story_page())
    write(place.parent / "secret.pdf", "%PDF-1.4")
    return write(place / name, content)


def test_ris_brings_what_it_says_and_the_snapshot_beside_it(tmp_path: Path) -> None:
    path = export(tmp_path / "out", "out.ris", RIS)
    assert library(path, "RIS")
    found = by_title(path)
    lamp = found["The lamp is lit again"]
    told = lamp.record.stated
    assert told.people == ("Ada Brandt", "Harbour Desk")
    assert (told.published, told.source) == ("2024-01-05", "Harbour Post")
    assert told.standfirst == "In short, and on."
    assert lamp.record.brought.tags == ("sea", "old ropes")
    assert lamp.record.brought.note == "A note"
    assert lamp.record.saved_at == "2024-01-06T10:11:12+00:00"
    assert lamp.original.content == story_page().encode()
    assert list(found) == ["The lamp is lit again", "Not ended", "Last"]
    assert [fault.name for fault in faults(path)] == ["A book"]


def test_a_file_elsewhere_on_the_disk_is_not_read(tmp_path: Path) -> None:
    last = by_title(export(tmp_path / "out", "out.ris", RIS))["Last"]
    assert last.original.content == b""


def test_a_list_without_files_finds_them_in_the_storage_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "out" / "storage" / "ABCD1234" / "a lamp.html", story_page())
    path = "C:\\Users\\ada\\Zotero\\storage\\ABCD1234\\a lamp.html"
    told = f"TY  - WEB\nTI  - A\nUR  - https://a.example/1\nL2  - {path}\nER  - \n"
    write(tmp_path / "out" / "list.ris", told)
    assert library(tmp_path / "out", "RIS").tallies().with_text == 1


def test_the_folder_of_an_export_stands_for_its_list(tmp_path: Path) -> None:
    export(tmp_path / "out", "out.ris", RIS)
    assert library(tmp_path / "out", "RIS").tallies().with_text == 1


def test_csl_has_dates_of_numbers_and_of_texts(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps(CSL))
    assert library(path, "CSL-JSON")
    lamp, page = (item.record for item in items(path))
    assert lamp.stated.people == ("Ada Brandt", "Harbour Desk")
    assert (lamp.stated.published, page.stated.published) == ("2024-01-05", "")
    assert lamp.saved_at == "2024-01-06T00:00:00+00:00"
    assert [fault.name for fault in faults(path)] == ["A book"]


def test_bibtex_is_read_through_its_braces_and_accents(tmp_path: Path) -> None:
    path = export(tmp_path / "out", "out.bib", BIBTEX)
    assert library(path, "BibTeX")
    lamp, page = items(path)[:2]
    told = lamp.record.stated
    assert told.title == "The Lamp at Port-Été & Müller's"
    assert told.people == ("Ada Brandt", "Harbour Desk", "Bo Lind")
    assert (told.published, lamp.record.address) == ("2024-01-05", "https://a.example/lamp_post")
    assert lamp.record.brought.tags == ("sea", "old ropes")
    assert lamp.original.content == story_page().encode()
    assert page.record.address == "https://a.example/2"
    assert page.record.stated.published == "2024-01-07"


def test_a_title_is_told_without_the_tags_in_it(tmp_path: Path) -> None:
    told = [CSL[1] | {"title": 'The <i>Lamp</i> <span class="nocase">at</span> 5 < 6'}]
    assert list(by_title(write(tmp_path / "a.json", json.dumps(told)))) == ["The Lamp at 5 < 6"]


def test_a_quote_in_braces_ends_no_value_and_a_note_is_kept(tmp_path: Path) -> None:
    entry = '@online{x, title = "The {"}old{"} pier", url = {https://a.example/1}, note = {mine}}'
    (item,) = items(write(tmp_path / "a.bib", entry))
    assert (item.record.stated.title, item.record.address) == (
        'The "old" pier',
        "https://a.example/1",
    )
    assert item.record.brought.note == "mine"


@pytest.mark.parametrize(
    "first", ['@string{sea = "The Sea"}', "@comment{by a program}", "% by one"]
)
def test_bibtex_may_begin_with_what_is_no_entry(tmp_path: Path, first: str) -> None:
    path = export(tmp_path / "out", "out.bib", f"{first}\n\n{BIBTEX}")
    assert library(path, "BibTeX")
    assert items(path)[0].record.stated.title == "The Lamp at Port-Été & Müller's"


def test_keywords_on_one_line_and_what_is_kept_beside_come_along(tmp_path: Path) -> None:
    told = "UR  - https://a.example/1\nKW  - sea; old ropes;\nN1  - one\nM2  - two\nER  - \n"
    (item,) = items(write(tmp_path / "a.ris", f"TY  - ELEC\n{told}"))
    assert (item.record.brought.tags, item.record.brought.note) == (
        ("sea", "old ropes"),
        "one\n\ntwo",
    )
