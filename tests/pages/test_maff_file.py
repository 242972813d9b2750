"""Each page of a Mozilla archive comes in with what the archive tells of it."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import packed, png, story_page

from reader.errors import CannotOpenPage
from reader.pages.open_page import open_pages
from reader.pages.original import Original
from reader.pages.saved_page import SavedPage

PICTURE = png(300, 200)


def about(address: str, index: str = "index.html", saved: str = "") -> str:
    saved = saved or "Fri, 12 May 2006 19:32:40 +0200"
    return (
        '<?xml version="1.0"?><RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#">'
        f'<RDF:Description RDF:about="urn:root"><MAF:originalurl RDF:resource="{address}"/>'
        f'<MAF:title RDF:resource="The lamp"/><MAF:archivetime RDF:resource="{saved}"/>'
        f'<MAF:indexfilename RDF:resource="{index}"/><MAF:charset RDF:resource="UTF-8"/>'
        "</RDF:Description></RDF:RDF>"
    )


def pages(content: bytes) -> list[SavedPage]:
    return list(open_pages(Original("lamp.maff", content)))


def test_the_page_comes_with_its_address_its_day_and_its_pictures() -> None:
    files: dict[str, str | bytes] = {
        "1147/index.rdf": about("https://lamps.example/lit?a=1&amp;b=2"),
        "1147/index.html": story_page(),
        "1147/index_files/1.png": PICTURE,
        "1147/index_files/frame.html": story_page("An advert"),
    }
    [page] = pages(packed(files))
    assert page.markup == story_page()
    assert page.address == "https://lamps.example/lit?a=1&b=2"
    assert page.saved_at == datetime(2006, 5, 12, 17, 32, 40, tzinfo=UTC)
    part = page.part("index_files/1.png")
    assert part is not None
    assert part.read_bytes() == PICTURE


def test_several_pages_are_kept_apart() -> None:
    files: dict[str, str | bytes] = {}
    for name in ("one", "two"):
        files[f"{name}/index.rdf"] = about(f"https://lamps.example/{name}", f"{name}.htm")
        files[f"{name}/{name}.htm"] = story_page(name)
        files[f"{name}/lamp.png"] = png(300, 200, len(files))
    found = pages(packed(files))
    assert [page.entry for page in found] == ["one", "two"]
    assert [page.address for page in found] == [
        "https://lamps.example/one",
        "https://lamps.example/two",
    ]
    first, second = (page.part("lamp.png") for page in found)
    assert first is not None
    assert second is not None
    assert first.read_bytes() != second.read_bytes()
    assert found[0].part("../two/lamp.png") is None


def test_an_archive_whose_pages_are_gone_is_refused_in_one_sentence() -> None:
    with pytest.raises(CannotOpenPage, match="without a page in it"):
        pages(packed({"1147/index.rdf": about("https://lamps.example/lit")}))


def test_what_tells_of_the_page_may_be_wrong() -> None:
    told = about("javascript:alert(1)", "index.html", "last year")
    [page] = pages(packed({"a/index.rdf": told, "a/index.html": story_page()}))
    assert page.address == ""
    away = about("https://lamps.example/", "../../etc/passwd")
    with pytest.raises(CannotOpenPage):
        pages(packed({"a/index.rdf": away, "a/index.html": story_page()}))
    bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + about(
        "https://lamps.example/&a;"
    )
    [page] = pages(packed({"a/index.rdf": bomb, "a/index.html": story_page()}))
    assert page.address == "https://lamps.example/&a;"


@given(st.binary(max_size=40), st.integers(0, 1500), st.booleans())
def test_a_damaged_file_is_opened_or_refused(junk: bytes, place: int, is_cut: bool) -> None:
    files: dict[str, str | bytes] = {
        "a/index.rdf": about("https://lamps.example/lit"),
        "a/index.html": story_page(),
    }
    content = packed(files)
    damaged = content[:place] + junk + (b"" if is_cut else content[place + len(junk) :])
    with suppress(CannotOpenPage):
        pages(damaged)
