"""A mail is a page, and so is each saved page that is attached to it."""

import binascii
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages_made import STORY, png, story_page

from reader.articles.extract import extract
from reader.errors import CannotOpenPage
from reader.pages import mbox_file
from reader.pages.open_page import open_entries, open_page, open_pages
from reader.pages.original import Original
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.unopened import Unopened

PLAIN = "\n\n".join(STORY)
PICTURE = png(300, 200)
SENT = "Tue, 10 Nov 2026 09:12:00 +0100"


def mail(text: str = "", **headers: str) -> EmailMessage:
    told = {
        "From": "Ada Brandt <ada@lamps.example>",
        "To": "me@lamps.example",
        "Subject": "The lamp is lit again",
        "Date": SENT,
    }
    message = EmailMessage(policy=SMTP)
    for name, value in (told | {name.replace("_", "-"): v for name, v in headers.items()}).items():
        message[name] = value
    if text:
        message.set_content(text)
    return message


def pages(message: EmailMessage | bytes) -> list[SavedPage]:
    content = message if isinstance(message, bytes) else message.as_bytes()
    return list(open_pages(Original("letter.eml", content)))


def opened(message: EmailMessage | bytes) -> SavedPage:
    [page] = pages(message)
    return page


def attach(message: EmailMessage, name: str, content: bytes, kind: str = "text/html") -> None:
    main, sub = kind.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)


def test_a_letter_is_text_by_its_sender_of_its_day() -> None:
    page = opened(mail(PLAIN))
    assert page.kind is Kind.TEXT
    assert page.saved_at == datetime(2026, 11, 10, 8, 12, tzinfo=UTC)
    article = extract(page)
    assert article.title == "The lamp is lit again"
    assert article.people == ("Ada Brandt",)
    assert article.published == "2026-11-10T08:12:00+00:00"
    assert STORY[0] in article.text


def test_markup_goes_before_plain_text_and_its_pictures_are_found() -> None:
    message = mail(PLAIN)
    body = story_page(body='<img src="cid:lamp@lamps.example" alt="The lamp">')
    message.add_alternative(body, subtype="html")
    html = message.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(PICTURE, "image", "png", cid="<lamp@lamps.example>")
    page = opened(message)
    assert page.kind is Kind.HTML
    [picture] = extract(page).pictures
    assert picture.content == PICTURE


def test_a_newsletter_is_of_its_source_and_its_counting_picture_is_left_out() -> None:
    pixel = '<img src="https://count.example/x.gif" width="1" height="1">'
    message = mail(From="The Lamp Post <news@lamps.example>", List_Unsubscribe="<mailto:x@y.z>")
    message.set_content(story_page(body=pixel), subtype="html")
    article = extract(opened(message))
    assert article.source == "The Lamp Post"
    assert article.people == ()
    assert article.pictures == ()


@pytest.mark.parametrize("prefix", ["Fwd: ", "FW: ", "WG: ", "Re: Fwd: ", "TR : ", "转发:"])
def test_what_was_sent_on_keeps_its_title_and_is_not_by_who_sent_it(prefix: str) -> None:
    article = extract(opened(mail(PLAIN, Subject=f"{prefix}The lamp is lit again")))
    assert article.title == "The lamp is lit again"
    assert "Ada Brandt" not in article.people
    assert not article.published.startswith("2026-11-10")


def test_a_subject_that_starts_with_a_short_word_is_kept_whole() -> None:
    for subject in ("Reading: a life", "Fw", "Tram: a line reopens"):
        assert opened(mail(PLAIN, Subject=subject)).record.stated.title == subject


def test_encoded_words_are_read_however_they_were_cut() -> None:
    raw = mail(PLAIN, Subject="SUBJECT").as_bytes()
    for written, meant in (
        (b"=?utf-8?q?Caf=C3=A9_?=\r\n =?utf-8?b?bGFtcA==?=", "Café lamp"),
        (b"=?UTF-8?Q?Caf=C3?= =?UTF-8?Q?=A9?= au lait", "Café au lait"),
        (b"=?koi8-r?B?7MHN0ME=?=", "Лампа"),
        (b"=?x-none?q?lamp?=", "lamp"),
        (b"=?utf-8*en?q?lamp?=", "lamp"),
        ("Café".encode(), "Café"),
    ):
        title = opened(raw.replace(b"SUBJECT", written)).record.stated.title
        assert title == meant


def test_a_page_in_an_old_or_unknown_encoding_can_be_read() -> None:
    head = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="
    told = b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    text = "Лампа снова горит над гаванью. " * 30
    assert "Лампа" in opened(head + b"koi8-r" + told + text.encode("koi8-r")).markup
    assert "Лампа" in opened(head + b"x-none" + told + text.encode()).markup


def test_lines_that_flow_are_joined() -> None:
    head = (
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; format=flowed\r\n\r\n"
    )
    text = "The lamp \r\nis lit\r\nagain.\r\n-- \r\nAda"
    assert opened((head + text).encode()).markup == "The lamp is lit\nagain.\n-- \nAda"


def test_each_attached_page_is_a_page_of_its_own_and_can_be_opened_again() -> None:
    message = mail(PLAIN)
    attach(message, "lamp.html", story_page("First").encode())
    attach(message, "lamp.html", story_page("Second").encode())
    attach(message, "photo.png", PICTURE, "image/png")
    attach(message, "bill.docx", b"PK\x03\x04", "application/octet-stream")
    found = pages(message)
    assert [page.entry for page in found] == ["", "lamp.html", "lamp.html_"]
    original = Original("letter.eml", message.as_bytes())
    assert "Second" in open_page(original, "lamp.html_").markup
    assert found[1].record.stated.title == ""


def test_a_letter_that_says_nothing_is_passed_over_for_what_it_brings() -> None:
    message = mail(" \n ")
    attach(message, "lamp.html", story_page().encode())
    assert opened(message).entry == "lamp.html"


def test_a_letter_within_a_letter_comes_with_what_is_attached_to_it() -> None:
    inner = mail(PLAIN, Subject="The inner one")
    attach(inner, "lamp.html", story_page().encode())
    outer = mail("See below.")
    outer.add_attachment(inner)
    found = pages(outer)
    assert [page.entry for page in found] == ["", "attached.eml", "attached.eml!lamp.html"]
    assert found[1].record.stated.title == "The inner one"


def test_letters_within_letters_without_end_are_read_as_far_as_sense_goes() -> None:
    message = mail(PLAIN)
    for _ in range(30):
        outer = mail("See below.")
        outer.add_attachment(message)
        message = outer
    assert 2 <= len(pages(message)) <= 5


def test_a_letter_without_anything_to_read_is_refused_in_one_sentence() -> None:
    message = mail(" ")
    attach(message, "photo.png", PICTURE, "image/png")
    with pytest.raises(CannotOpenPage, match="without anything in it that can be read"):
        pages(message)


def test_an_old_letter_without_a_version_is_one() -> None:
    content = f"From: ada@lamps.example\nDate: {SENT}\nSubject: The lamp\n\n{PLAIN}".encode()
    assert opened(content).record.stated.title == "The lamp"
    assert opened(b"From - Tue Nov 10 2026\n" + content).record.stated.title == "The lamp"


@given(st.binary(max_size=60), st.integers(0, 4000), st.booleans())
def test_a_damaged_file_is_opened_or_refused(junk: bytes, place: int, is_cut: bool) -> None:
    message = mail(PLAIN)
    message.add_alternative(story_page(), subtype="html")
    attach(message, "café.html", story_page().encode())
    content = message.as_bytes()
    damaged = content[:place] + junk + (b"" if is_cut else content[place + len(junk) :])
    with suppress(CannotOpenPage):
        pages(damaged)


@given(st.text(max_size=200))
def test_any_header_is_read(value: str) -> None:
    head = f"MIME-Version: 1.0\nFrom: {value}@\nSubject: {value}\nDate: {value}\n"
    with suppress(CannotOpenPage):
        pages(f"{head}Content-Type: text/plain; {value}\n\n{PLAIN}".encode("utf-8", "replace"))


def uuencoded(name: str, content: bytes) -> str:
    parts = (content[at : at + 45] for at in range(0, len(content), 45))
    return f"begin 644 {name}\n{''.join(binascii.b2a_uu(one).decode() for one in parts)}`\nend\n"


def test_a_page_that_an_old_program_wrote_into_the_text_is_taken_out_of_it() -> None:
    head = "From: Ada Brandt <ada@quay.example>\nDate: Wed, 4 Mar 1998 05:06:07 +0000\n"
    written = uuencoded("lamp.html", story_page().encode()) + uuencoded("lamp.gif", b"GIF89a")
    damaged = "begin 644 a.html\nthis is said of it\nend\n"
    text = f"{head}Subject: Page\n\nHere it is.\n\n{written}{damaged}"
    letter, page = open_pages(Original("lamp.eml", text.encode()))
    assert letter.markup.split() == ["Here", "it", "is.", *damaged.split()]
    assert (page.entry, page.markup) == ("lamp.html", story_page())
    assert open_page(Original("lamp.eml", text.encode()), "lamp.html") == page


def test_each_mail_of_an_mbox_is_a_page_with_what_is_attached_to_it() -> None:
    one = mail(f"{PLAIN}\n\n>From then on: it burned.\n")
    two = mail("\n\n".join(STORY[::-1]), Subject="The gate")
    attach(two, "page.html", story_page("The ferry").encode())
    line = b"From ada@lamps.example Tue Nov 10 09:12:00 2026\n"
    box = Original("box.mbox", line + one.as_bytes() + b"\r\nFrom \n" + two.as_bytes())
    found = list(open_pages(box))
    assert [page.entry for page in found] == ["1.eml", "2.eml", "2.eml!page.html"]
    assert "\nFrom then on: it burned." in found[0].markup
    assert found[1].record.stated.title == "The gate"
    assert open_page(box, "2.eml!page.html").markup == found[2].markup


def test_more_mails_than_an_mbox_may_hold_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mbox_file, "_MOST_MAILS", 2)
    one = b"\n\nFrom ada@lamps.example Tue Nov 10 09:12:00 2026\n" + mail(PLAIN).as_bytes()
    assert len(list(open_entries(Original("box.mbox", (one * 2).lstrip())))) == 2
    *found, told = open_entries(Original("box.mbox", (one * 3).lstrip()))
    assert [page.entry for page in found] == ["1.eml", "2.eml"]
    assert isinstance(told, Unopened)
    assert "more than 2 mails" in told.reason


def test_one_mail_of_an_mbox_is_that_mail() -> None:
    line = b"From ada@lamps.example Tue Nov 10 09:12:00 2026\n"
    said = f"{PLAIN}\n\nFrom here at 09:12 one sees the sea.\n"
    page = opened(line + mail(said).as_bytes())
    assert page.entry == ""
    assert "one sees the sea" in page.markup


def test_apples_line_and_list_around_a_mail_are_none_of_it() -> None:
    message = mail(PLAIN).as_bytes()
    page = opened(b"%-10d\n" % len(message) + message + b"<?xml version='1.0'?><plist/>")
    assert page.record.stated.title == "The lamp is lit again"
    assert "plist" not in page.markup


def test_an_encrypted_mail_is_called_one() -> None:
    message = mail().as_bytes().rstrip()
    message += b"\r\nContent-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\n--x--\r\n"
    with pytest.raises(CannotOpenPage, match="is an encrypted mail"):
        pages(message)
