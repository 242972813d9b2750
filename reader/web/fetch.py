"""Fetch one thing from the web: bounded in size and time, without cookies or a referrer."""

import socket
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urljoin

from reader.errors import CannotFetch
from reader.web.address import host_of, plain_address, target_of
from reader.web.host import connect
from reader.web.wanted import PAGE, Wanted, in_words, refusal

Report = Callable[[int, int, str], None]

_BLOCK = 64 * 1024
_LOOK_EVERY = 0.05  # seconds between two looks whether the reader cancelled
_GZIP = 16 + zlib.MAX_WBITS
_MOVED = frozenset((301, 302, 303, 307, 308))
_HEADERS = (
    ("User-Agent", "Mozilla/5.0 (compatible; Clippings)"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
)


@dataclass(frozen=True)
class Limits:
    """Seconds, bytes and hops."""

    connecting: float = 10
    whole: float = 60
    largest: int = 40 * 1024 * 1024
    redirects: int = 10


@dataclass(frozen=True)
class Answer:
    """What a server said; `body` as it came, apart from how it was cut for the way."""

    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str:
        return next((value for one, value in self.headers if one.lower() == name), "")


@dataclass(frozen=True)
class Fetched:
    """The last answer, its content unpacked, and those that led to it."""

    answer: Answer
    content: bytes
    redirects: tuple[Answer, ...]
    fetched_at: datetime


def nobody_watches(_received: int, _expected: int, _name: str) -> None:
    """A report that goes nowhere."""


def fetch(
    address: str,
    report: Report = nobody_watches,
    limits: Limits = Limits(),
    is_typed: bool = False,
    wanted: Wanted = PAGE,
) -> Fetched:
    """Fetch a page, or what else is wanted; CannotFetch tells why not.

    `report` may raise, which ends it at once. An address that the reader typed himself may be one
    of his own network.
    """
    errand = _Errand(plain_address(address), limits, is_typed, wanted)
    # Looking a name up cannot be interrupted, so a thread does it that may be left to itself.
    threading.Thread(target=errand.run, name="clippings-fetch", daemon=True).start()
    end = time.monotonic() + limits.whole
    try:
        while not errand.is_over.wait(_LOOK_EVERY):
            report(errand.received, errand.expected, errand.host.name)
            if time.monotonic() > end:
                raise CannotFetch(
                    f"“{errand.host.name}” took longer than {limits.whole:g} seconds. "
                    "Try again later, or save the page in the browser and add that."
                )
    finally:
        errand.give_up()
    return errand.result()


class _Errand:
    """On its own thread: from an address over its redirects to the page."""

    def __init__(self, address: str, limits: Limits, is_typed: bool, wanted: Wanted) -> None:
        self.is_over = threading.Event()
        self.received = self.expected = 0
        self.host = replace(host_of(address), may_be_private=is_typed)
        self._typed = self.host
        self._address = address
        self._limits = limits
        self._wanted = wanted
        self._fetched: Fetched | None = None
        self._fault: Exception | None = None
        self._socket: socket.socket | None = None
        self._is_given_up = False

    def run(self) -> None:
        try:
            self._fetched = self._fetch()
        except Exception as error:  # noqa: BLE001  raised again where it is waited for
            self._fault = error
        finally:
            self._hang_up()
            self.is_over.set()

    def give_up(self) -> None:
        self._is_given_up = True
        self._hang_up()

    def result(self) -> Fetched:
        if self._fetched is not None:
            return self._fetched
        if self._fault is None:
            raise CannotFetch("Nothing was fetched.")
        raise in_words(self._fault, self.host.name, self._limits.connecting)

    def _fetch(self) -> Fetched:
        redirects: list[Answer] = []
        for _hop in range(self._limits.redirects + 1):
            answer = self._ask()
            if not (answer.status in _MOVED and answer.header("location")):
                return Fetched(answer, self._content(answer), tuple(redirects), datetime.now(UTC))
            redirects.append(answer)
            self._hang_up()
            self._go_on_to(urljoin(answer.address, answer.header("location")))
        raise CannotFetch(
            f"“{self.host.name}” leads on and on, more than {self._limits.redirects} times."
        )

    def _go_on_to(self, address: str) -> None:
        """No page can lead from the web into the reader's network."""
        self._address = plain_address(address)
        host = host_of(self._address)
        is_same = self._typed.may_be_private and host.name == self._typed.name
        self.host = replace(host, may_be_private=is_same)

    def _ask(self) -> Answer:
        line = connect(self.host, self._limits.connecting)
        self._socket = line.socket
        if self._is_given_up:
            raise OSError("given up")
        connection = HTTPConnection(self.host.name, self.host.port)
        connection.sock = line.socket
        target = target_of(self._address)
        whole = f"http://{self.host.shown}{target}"
        connection.putrequest(
            "GET",
            whole if line.wants_whole_address else target,
            skip_host=True,
            skip_accept_encoding=True,
        )
        own = (("Host", self.host.shown), ("Accept", self._wanted.types))
        for name, value in (*own, *_HEADERS, *line.headers):
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as response:
            return self._read(response)

    def _read(self, response: HTTPResponse) -> Answer:
        head = Answer(self._address, response.status, response.reason, tuple(response.getheaders()))
        if head.status in _MOVED:
            return head
        if head.status != 200:
            raise CannotFetch(refusal(self._wanted, self.host.name, head.status))
        told = head.header("content-length")
        self.expected = int(told) if told.isascii() and told.isdigit() else 0
        if self.expected > self._limits.largest:
            raise self._too_large()
        blocks: list[bytes] = []
        while block := response.read1(_BLOCK):
            blocks.append(block)
            self.received += len(block)
            if self.received > self._limits.largest:
                raise self._too_large()
        if self.received < self.expected:
            raise CannotFetch(
                f"“{self.host.name}” broke off before the {self._wanted.name} was whole. Try again."
            )
        return replace(head, body=b"".join(blocks))

    def _content(self, answer: Answer) -> bytes:
        content = answer.body
        if answer.header("content-encoding").strip().lower() in ("gzip", "x-gzip"):
            unpack = zlib.decompressobj(_GZIP)
            content = unpack.decompress(answer.body, self._limits.largest + 1)
        if len(content) > self._limits.largest:
            raise self._too_large()
        if not content.strip():
            raise CannotFetch(f"“{self.host.name}” answered with an empty {self._wanted.name}.")
        return content

    def _too_large(self) -> CannotFetch:
        thing, most = self._wanted.name, self._limits.largest >> 20
        return CannotFetch(
            f"The {thing} of “{self.host.name}” is larger than the {most} MB that are fetched."
        )

    def _hang_up(self) -> None:
        way = self._socket
        if way is not None:
            # Whoever waits for it in another thread is woken by this, not by closing.
            with suppress(OSError):
                way.shutdown(socket.SHUT_RDWR)
            way.close()
