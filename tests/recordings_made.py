"""Make web archives for the tests, as recording programs write them."""

import gzip

from reader.pages.saved_page import SavedPage

PAGE = "https://marrow.example/2026/lamp"
WHEN = "2026-03-04T05:06:07Z"
HTML = "text/html; charset=utf-8"
Headers = tuple[tuple[str, str], ...]


class Recording:
    """A WARC file while it is written."""

    def __init__(self, *, is_packed: bool = True) -> None:
        self.content = b""
        self._is_packed = is_packed
        self._count = 0

    def answer(
        self,
        address: str,
        body: bytes | str,
        kind: str = HTML,
        *,
        status: str = "200 OK",
        http: Headers = (),
        asked_for: str = "",
        when: str = WHEN,
        told: Headers = (),
    ) -> "Recording":
        raw = body.encode() if isinstance(body, str) else body
        head = _lines(f"HTTP/1.1 {status}", ("Content-Type", kind), *http)
        digest = ("WARC-Payload-Digest", f"sha1:{hash(raw)}")
        number = self._write("response", address, head + raw, ("WARC-Date", when), digest, *told)
        return self._ask(address, asked_for, number)

    def file(self, address: str, body: bytes, kind: str) -> "Recording":
        self._write("resource", address, body, ("WARC-Date", WHEN), ("Content-Type", kind))
        return self

    def seen_again(self, address: str, first: str) -> "Recording":
        self._write("revisit", address, b"", ("WARC-Refers-To-Target-URI", first))
        return self

    def answered_again(
        self, address: str, first: str, kind: str, asked_for: str = ""
    ) -> "Recording":
        head = _lines("HTTP/1.1 200 OK", ("Content-Type", kind))
        number = self._write("revisit", address, head, ("WARC-Refers-To-Target-URI", first))
        return self._ask(address, asked_for, number)

    def _ask(self, address: str, asked_for: str, number: str) -> "Recording":
        if asked_for:
            asked = _lines("GET / HTTP/1.1", ("Sec-Fetch-Dest", asked_for))
            self._write("request", address, asked, ("WARC-Concurrent-To", number))
        return self

    def _write(self, kind: str, address: str, block: bytes, *told: tuple[str, str]) -> str:
        self._count += 1
        number = f"<urn:uuid:{self._count}>"
        record = _lines(
            "WARC/1.0",
            ("WARC-Type", kind),
            ("WARC-Record-ID", number),
            ("WARC-Target-URI", f"<{address}>"),  # as wget writes it
            *told,
            ("Content-Length", str(len(block))),
        )
        whole = record + block + b"\r\n\r\n"
        self.content += gzip.compress(whole) if self._is_packed else whole
        return number


def _lines(first: str, *headers: tuple[str, str]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode()


def read(page: SavedPage, reference: str) -> bytes:
    part = page.part(reference)
    assert part is not None, reference
    return part.read_bytes()
