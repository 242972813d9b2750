"""Pages come in whole from files shaped as well-known programs write them."""

import base64
import json
import quopri
from collections.abc import Mapping

import pytest
from pages_made import STORY, packed, png, story_page
from recordings_made import Recording

from reader.articles.extract import extract
from reader.pages.open_page import open_pages
from reader.pages.original import Original

TITLE = "The lamp is lit again"
PAGE = "https://marrow.example/2026/lamp"
PICTURE = "https://marrow.example/img/a.png"
PNG = png(640, 400)


def page(reference: str, title: str = TITLE) -> str:
    body = f'<figure><img src="{reference}" width="640" height="400"></figure>'
    return story_page(title, body=body)


def lines(*told: Mapping[str, object]) -> str:
    return "\n".join(map(json.dumps, told))


def archive_web_page() -> bytes:
    recording = Recording()
    encoded = (("x-orig-content-encoding", "br"),)
    recording.answer(PAGE, page("/img/a.png"), http=encoded, asked_for="document")
    recording.answer(PICTURE, PNG, "image/png", asked_for="image")
    recording.answer("https://ads.example/f", story_page("Buy an oven"), asked_for="iframe")
    recording.file(f"urn:pageinfo:{PAGE}", b"{}", "application/json")
    recording.file(f"urn:text:{PAGE}", b"The lamp", "text/plain")
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages", "hasText": True}
    told = {"id": "1", "url": PAGE, "title": TITLE, "ts": "2026-03-04T05:06:07.000Z", "text": "x"}
    files: dict[str, str | bytes] = {
        "archive/data.warc.gz": recording.content,
        "indexes/index.cdx.gz": b"x",
        "pages/pages.jsonl": lines(head, told),
        "datapackage.json": "{}",
        "datapackage-digest.json": "{}",
    }
    return packed(files)


def mhtml(sender: str, place: str, reference: str, line_end: str = "\r\n") -> bytes:
    """As Internet Explorer and Word have it: no ids, no address in the head."""
    edge = "----=_NextPart_000_0000_01DCABCD"
    markup = quopri.encodestring(page(reference).encode("cp1252")).decode()
    text = (
        f"{sender}Subject: =?iso-8859-1?Q?The_lamp?=\nDate: Wed, 4 Mar 2026 05:06:07 +0100\n"
        f'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n'
        f'\tboundary="{edge}"\nX-MimeOLE: Produced By Microsoft MimeOLE V6.1\n\n'
        f"This is a multi-part message in MIME format.\n\n--{edge}\n"
        'Content-Type: text/html;\n\tcharset="Windows-1252"\n'
        f"Content-Transfer-Encoding: quoted-printable\nContent-Location: {place}\n\n"
        f"{markup}\n--{edge}\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        f"Content-Location: {_beside(place, reference)}\n\n"
        f"{base64.encodebytes(PNG).decode()}\n--{edge}--\n"
    )
    return text.replace("\n", line_end).encode()


def _beside(place: str, reference: str) -> str:
    return reference if "//" in reference else f"{place.rpartition('/')[0]}/{reference}"


def outlook_mail() -> bytes:
    said = "".join(f'<p class="MsoNormal">{one}<o:p></o:p></p>' for one in STORY)
    markup = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><div class="WordSection1">'
        f'{said}<p class="MsoNormal"><img width="640" height="400" src="cid:image001.png@01DC">'
        "</p></div></body></html>"
    )
    text = (
        "From: Ada Brandt <ada@quay.example>\nTo: Ben <ben@quay.example>\n"
        f"Subject: {TITLE}\nThread-Topic: lamp\nDate: Wed, 4 Mar 2026 05:06:07 +0000\n"
        'Message-ID: <1@quay>\nContent-Type: multipart/related;\n\tboundary="_004_X_";\n'
        '\ttype="multipart/alternative"\nMIME-Version: 1.0\n\n--_004_X_\n'
        'Content-Type: multipart/alternative;\n\tboundary="_000_X_"\n\n--_000_X_\n'
        'Content-Type: text/plain; charset="us-ascii"\n\nThe lamp.\n\n--_000_X_\n'
        'Content-Type: text/html; charset="us-ascii"\nContent-Transfer-Encoding: quoted-printable\n'
        f"\n{quopri.encodestring(markup.encode()).decode()}\n--_000_X_--\n\n--_004_X_\n"
        'Content-Type: image/png; name="image001.png"\n'
        'Content-Disposition: inline; filename="image001.png"\nContent-ID: <image001.png@01DC>\n'
        f"Content-Transfer-Encoding: base64\n\n{base64.encodebytes(PNG).decode()}\n--_004_X_--\n"
    )
    return text.replace("\n", "\r\n").encode()


SHAPES = {
    "ArchiveWeb.page": (archive_web_page(), PAGE),
    "Internet Explorer": (mhtml("From: <Saved by Internet Explorer 8>\n", PAGE, PICTURE), PAGE),
    "in German": (mhtml('From: "Gespeichert von Internet Explorer 8"\n', PAGE, PICTURE), PAGE),
    "UnMHT": (mhtml("From: <Saved by UnMHT 8.0>\n", PAGE, PICTURE, "\n"), PAGE),
    "Word": (mhtml("", "file:///C:/8C3F7D41/lamp.htm", "lamp_files/image001.png"), ""),
    "Outlook": (outlook_mail(), ""),
}


@pytest.mark.parametrize("program", SHAPES)
def test_the_page_comes_with_its_text_its_address_and_its_picture(program: str) -> None:
    content, address = SHAPES[program]
    (opened,) = open_pages(Original("lamp", content))
    article = extract(opened)
    assert article.title == TITLE
    assert (article.address or opened.address) == address
    assert all(one in article.text for one in STORY)
    assert [one.content for one in article.pictures] == [PNG]
    assert opened.saved_at is not None
    assert opened.saved_at.year == 2026


def test_all_pages_of_a_crawl_come_whichever_list_names_them() -> None:
    first = Recording().answer(PAGE, page("/img/a.png"))
    second = Recording().answer(f"{PAGE}/2", page("/img/a.png", "Another lamp"))
    second.answer(PICTURE, PNG, "image/png")
    head = {"format": "json-pages-1.0", "id": "pages"}
    files: dict[str, str | bytes] = {
        "archive/rec-0-crawl.warc.gz": first.content,
        "archive/rec-1-crawl.warc.gz": second.content,
        "logs/crawl.log": "{}",
        "pages/pages.jsonl": lines(head, {"url": PAGE, "seed": True}),
        "pages/extraPages.jsonl": lines(head, {"url": f"{PAGE}/2", "depth": 1, "status": 200}),
    }
    pages = list(open_pages(Original("crawl.wacz", packed(files))))
    assert [one.address for one in pages] == [PAGE, f"{PAGE}/2"]
    assert all(extract(one).pictures[0].content == PNG for one in pages)
    several = packed({"a.wacz": packed(files), "datapackage.json": "{}"})
    assert len(list(open_pages(Original("all.wacz", several)))) == 2
