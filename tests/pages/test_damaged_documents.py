"""Whatever became of a document, opening it answers with pages or with a sentence."""

import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages_made import STORY, packed, story_page
from pdfs_made import Sheet, column, pdf
from recordings_made import PAGE, Recording

from reader.articles.extract import extract
from reader.errors import CannotOpenPage
from reader.pages.open_page import open_pages
from reader.pages.original import Original

WARC = Recording().answer(PAGE, story_page()).content
CONTAINER = '<container><rootfile full-path="a.opf"/></container>'
PACKAGE = (
    '<package><metadata><title>Lamp</title></metadata><manifest><item id="a" href="a.xhtml"/>'
    '</manifest><spine><itemref idref="a"/></spine></package>'
)


def zipped(**files: bytes | str) -> bytes:
    named = {name.replace("__", "/").replace("_", "."): one for name, one in files.items()}
    return packed(named, zipfile.ZIP_STORED)


DOCUMENTS = {
    "warc.gz": WARC,
    "warc": Recording(is_packed=False).answer(PAGE, story_page()).content,
    "wacz": zipped(archive__a_warc_gz=WARC),
    "epub": zipped(
        **{"META-INF__container_xml": CONTAINER, "a_opf": PACKAGE, "a_xhtml": story_page()}
    ),
    "pdf": pdf(Sheet(column(40, 90, [STORY[0][:90], STORY[1][:90]]))),
    "md": ("---\ntitle: Lamp\ntags: [sea]\n---\n" + "\n\n".join(STORY)).encode(),
}


@pytest.mark.parametrize("ending", DOCUMENTS)
def test_each_document_is_told_by_its_content(ending: str) -> None:
    (page,) = open_pages(Original("lamp", DOCUMENTS[ending]))
    assert STORY[0][:40] in extract(page).text


@settings(deadline=None)
@given(
    st.sampled_from(sorted(DOCUMENTS)), st.integers(0), st.binary(max_size=9), st.integers(0, 40)
)
def test_a_damaged_document_is_opened_or_refused(
    ending: str, place: int, junk: bytes, gone: int
) -> None:
    whole = DOCUMENTS[ending]
    at = place % len(whole)
    with suppress(CannotOpenPage):
        for page in open_pages(Original(f"lamp.{ending}", whole[:at] + junk + whole[at + gone :])):
            extract(page)


@settings(deadline=None)
@given(st.sampled_from(sorted(DOCUMENTS)), st.integers(0))
def test_a_document_that_breaks_off_is_opened_or_refused(ending: str, place: int) -> None:
    whole = DOCUMENTS[ending]
    with suppress(CannotOpenPage):
        for page in open_pages(Original(f"lamp.{ending}", whole[: place % len(whole)])):
            extract(page)
