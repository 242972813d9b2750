"""Open a mail: what it says, and the saved pages that are attached to it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from reader.errors import CannotOpenPage
from reader.pages.archived import page_of
from reader.pages.encoding import decode
from reader.pages.file_names import said
from reader.pages.find_pages import is_saved_as_page
from reader.pages.mhtml_file import document_of, is_markup, parts_of
from reader.pages.mime import Mime, read_mime, read_words
from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.record import Record, Stated
from reader.pages.saved_page import SavedPage
from reader.pages.text_file import open_text
from reader.pages.unopened import Unopened
from reader.pages.uuencoded import part_uuencoded
from reader.pages.within import Within, open_within

_ATTACHED_AS = {
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "application/epub+zip": ".epub",
}
# What mail programs put before the subject when a mail is sent on or answered.
_SENT_ON = (
    r"fwd?|wg|tr|rv|enc|vs|vb|vl|pd|fs|i|doorst|ilt|ynt|továbbítás|пересл|fw|转发|轉寄|轉發|転送"
)
_ANSWERED = r"re|aw|sv|antw|odp|res|rif|ref|r|回复|回覆|答复|返信|отв|yan|vá"
_PREFIX = re.compile(
    rf"\s*(?:(?P<on>{_SENT_ON})|(?:{_ANSWERED}))(?:\s*\[\d{{1,3}}\])?\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"""^\s*["']?([^"<>@]{1,200}?)["']?\s*<[^<>]*>""")
_ENCRYPTED = frozenset(
    ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
)
_OF_LISTS = ("list-id", "list-unsubscribe", "list-post", "feedback-id")


def open_mail(original: Original, wanted: str | None = None) -> Iterator[SavedPage | Unopened]:
    """The mail itself, unless it says nothing, then each attachment that is a page."""
    message = read_mime(original.content)
    leaves = list(message.leaves())
    body = _body(leaves)
    page: SavedPage | None = None
    if body is not None:
        with suppress(CannotOpenPage):
            page = _page(original, message, leaves, body)
    others = [leaf for leaf in leaves if leaf is not body]
    attached = list(_within(original, (*_attached(others), *_written_into(body))))
    if page is not None:
        yield page
    elif not attached:
        raise CannotOpenPage(_unreadable(original, message, leaves))
    yield from open_within(attached, wanted, page is not None)


def _unreadable(original: Original, message: Mime, leaves: Sequence[Mime]) -> str:
    shown = said(original.name.rsplit("/", 1)[-1])
    if _ENCRYPTED & {message.media_type, *(leaf.media_type for leaf in leaves)}:
        return (
            f"“{shown}” is an encrypted mail. Open it in your mail program, "
            "and add the text or the page that it shows."
        )
    return f"“{shown}” is a mail without anything in it that can be read."


def _body(leaves: Sequence[Mime]) -> Mime | None:
    """What is shown as the mail's own text: its markup, or its plain text."""
    shown = [leaf for leaf in leaves if not _is_attached(leaf)]
    markup = next((leaf for leaf in shown if is_markup(leaf)), None)
    plain = (leaf for leaf in shown if leaf.media_type in ("", "text/plain"))
    return markup or next((leaf for leaf in plain if leaf.content().strip()), None)


def _text(body: Mime) -> str:
    return decode(body.content(), body.parameter("charset"))


def _is_attached(leaf: Mime) -> bool:
    disposition = leaf.headers.get("content-disposition", "").lower()
    return disposition.startswith("attachment") or bool(_name(leaf))


def _name(leaf: Mime) -> str:
    name = leaf.parameter("filename", "content-disposition") or leaf.parameter("name")
    return read_words(name).replace("\\", "/").rsplit("/", 1)[-1].strip()


def _page(original: Original, message: Mime, leaves: Sequence[Mime], body: Mime) -> SavedPage:
    sent = message.moment()
    if is_markup(body):
        parts = parts_of(leaf for leaf in leaves if leaf is not body)
        page = page_of(original, [document_of(body)], parts, sent)
    else:
        text = part_uuencoded(_text(body))[0]
        page = open_text(original, _flowed(text) if _flows(body) else text)
        page = replace(page, saved_at=sent or original.changed_at)
    if not page.markup.strip():
        raise CannotOpenPage("nothing is said in it")
    return replace(page, record=Record(stated=_stated(message)))


def _stated(message: Mime) -> Stated:
    """What the head tells; what was sent on is neither by its sender nor of that day."""
    subject, is_sent_on = _subject(message.words("subject"))
    language = message.headers.get("content-language", "").partition(",")[0].strip()
    stated = Stated(title=subject, language=language)
    if is_sent_on:
        return stated
    sent = message.moment()
    sender = _SENDER.match(message.words("from"))
    name = sender[1].strip() if sender else ""
    stated = replace(stated, published=sent.isoformat() if sent else "")
    if any(one in message.headers for one in _OF_LISTS):
        return replace(stated, source=name)
    return replace(stated, people=(name,) if name else ())


def _subject(words: str) -> tuple[str, bool]:
    """The subject as its writer wrote it, and whether the mail was sent on."""
    is_sent_on = False
    while found := _PREFIX.match(words):
        is_sent_on = is_sent_on or found["on"] is not None
        words = words[found.end() :]
    return words, is_sent_on


def _flows(leaf: Mime) -> bool:
    return leaf.parameter("format").lower() == "flowed"


def _flowed(text: str) -> str:
    """Lines that end with a space go on in the next (RFC 3676); "-- " stands by itself."""
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        if goes_on and not line.startswith(">"):
            lines[-1] += line
        else:
            lines.append(line.removeprefix(" "))
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _attached(leaves: Sequence[Mime]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The name of each attachment that may be a page, and what takes it out."""
    for leaf in leaves:
        name = _name(leaf) or f"attached{_ATTACHED_AS.get(leaf.media_type, '')}"
        if leaf.media_type == "message/rfc822" and not name.lower().endswith(".eml"):
            name += ".eml"
        if (is_markup(leaf) and _is_attached(leaf)) or is_saved_as_page(name):
            yield name, leaf.content


def _written_into(body: Mime | None) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The same of what old programs wrote into the text."""
    if body is None or is_markup(body):
        return
    for file in part_uuencoded(_text(body))[1]:
        if is_saved_as_page(file.name):
            yield file.name, part_of(file.content).read_bytes


def _within(
    original: Original, files: Iterable[tuple[str, Callable[[], bytes]]]
) -> Iterator[Within]:
    taken: set[str] = set()
    for name, take_out in files:
        entry = name
        while entry in taken:
            entry += "_"
        taken.add(entry)
        yield Within(entry, partial(_taken_out, original, name, take_out))


def _taken_out(original: Original, name: str, take_out: Callable[[], bytes]) -> Original:
    return Original(name, take_out(), {}, original.changed_at, original.depth + 1)
