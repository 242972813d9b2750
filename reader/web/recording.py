"""Keep what was fetched as a file of a standard form: a WARC, or the document itself."""

import io
import re
from datetime import datetime
from urllib.parse import unquote, urlsplit

from reader.pages.original import Original
from reader.pages.part import part_of
from reader.pages.record import RECORD_NAME, Record
from reader.web.fetch import Answer, Fetched

_MARKUP = frozenset(("text/html", "application/xhtml+xml"))
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x20\x7f]+')
_LONGEST_NAME = 80
# How a body was cut or packed for the way; it is kept as it was before.
_OF_THE_WAY = ("transfer-encoding", "connection", "keep-alive", "trailer")


def as_original(fetched: Fetched) -> Original:
    """A page as it was recorded; a PDF or such as it is, with its address beside it."""
    answer = fetched.answer
    media_type = answer.header("content-type").partition(";")[0].strip().lower()
    name = _name(answer.address)
    if media_type in _MARKUP:
        content = _warc((*fetched.redirects, answer), fetched.fetched_at)
        return Original(f"{name}.warc", content, changed_at=fetched.fetched_at)
    record = Record(
        program="web",
        address=answer.address,
        saved_at=fetched.fetched_at.isoformat(timespec="seconds"),
        raw={"headers": [list(one) for one in answer.headers]},
    )
    parts = {RECORD_NAME: part_of(record.as_json())}
    return Original(name, fetched.content, parts, fetched.fetched_at)


def _warc(answers: tuple[Answer, ...], moment: datetime) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False, warc_version="1.1")
    for answer in answers:
        kept = [
            (f"X-Archive-Orig-{name}" if name.lower() in _OF_THE_WAY else name, value)
            for name, value in answer.headers
        ]
        head = StatusAndHeaders(f"{answer.status} {answer.reason}", kept, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            answer.address,
            "response",
            payload=io.BytesIO(answer.body),
            length=len(answer.body),  # else it is written to a file on the disk meanwhile
            http_headers=head,
            warc_headers_dict={"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        writer.write_record(record)
    return file.getvalue()


def _name(address: str) -> str:
    parts = urlsplit(address)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    name = " ".join(_NOT_IN_NAMES.sub(" ", f"{parts.hostname} {last}").split())
    return name.encode("utf-8", "replace").decode()[-_LONGEST_NAME:].strip(". ") or "page"
