"""Fetching one page, within its limits."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from web_made import Site, moved, packed, page, site

from reader.errors import Cancelled, CannotFetch
from reader.web.fetch import Limits, fetch

WORDS = "<!DOCTYPE html><p>The lamp is lit again.</p>"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def waits(over: threading.Event) -> None:
    over.wait(20)


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as made:
        yield made


def test_a_page_is_fetched_as_it_came(web: Site) -> None:
    web.pages["/lamp?of=1"] = page(WORDS, Date="Tue, 03 Mar 2026 10:00:00 GMT")
    fetched = fetch(f"{web.address}/lamp?of=1#later", is_typed=True)
    assert fetched.content == fetched.answer.body == WORDS.encode()
    assert fetched.answer.address == f"{web.address}/lamp?of=1"
    assert fetched.answer.header("content-type") == "text/html; charset=utf-8"
    assert not fetched.redirects


def test_neither_cookies_nor_a_referrer_go_along(web: Site) -> None:
    web.pages["/"] = page(WORDS, Set_Cookie="who=you")
    web.pages["/go"] = moved("/")
    fetch(f"{web.address}/go", is_typed=True)
    fetch(f"{web.address}/", is_typed=True)
    assert len(web.asked) == 3
    for _, headers in web.asked:
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_what_was_packed_is_unpacked_and_kept_as_it_came(web: Site) -> None:
    web.pages["/"] = packed(WORDS)
    fetched = fetch(f"{web.address}/", is_typed=True)
    assert fetched.content == WORDS.encode()
    assert fetched.answer.body[:2] == b"\x1f\x8b"


def test_a_page_may_unpack_to_no_more_than_it_may_have(web: Site) -> None:
    web.pages["/"] = packed(b" " * 3_000_000)
    with pytest.raises(CannotFetch, match="larger than"):
        fetch(f"{web.address}/", limits=Limits(largest=1 << 20), is_typed=True)


def test_a_page_that_tells_its_size_is_refused_before_it_comes(web: Site) -> None:
    web.pages["/"] = page(b"x" * 2_000_000)
    told: list[int] = []
    with pytest.raises(CannotFetch, match="larger than the 1 MB"):
        fetch(
            f"{web.address}/",
            lambda received, _expected, _name: told.append(received),
            Limits(largest=1 << 20),
            is_typed=True,
        )
    assert max(told, default=0) == 0


def test_a_page_without_end_is_broken_off(web: Site) -> None:
    def serve(answer: BaseHTTPRequestHandler) -> None:
        answer.send_response(200)
        answer.end_headers()
        while True:
            answer.wfile.write(b"x" * 65536)

    web.pages["/"] = serve
    with pytest.raises(CannotFetch, match="larger than"):
        fetch(f"{web.address}/", limits=Limits(largest=1 << 20), is_typed=True)


def test_it_takes_no_longer_than_it_may(web: Site) -> None:
    over = threading.Event()

    def serve(answer: BaseHTTPRequestHandler) -> None:
        answer.send_response(200)
        answer.end_headers()
        while not over.wait(0.02):  # each drop in time, and never an end
            answer.wfile.write(b"x")

    web.pages["/"] = serve
    began = time.monotonic()
    with pytest.raises(CannotFetch, match=r"longer than 0\.5 seconds"):
        fetch(f"{web.address}/", limits=Limits(whole=0.5), is_typed=True)
    assert time.monotonic() - began < 5
    over.set()


def test_a_server_that_says_nothing_is_left(web: Site) -> None:
    over = threading.Event()
    web.pages["/"] = lambda _: waits(over)
    with pytest.raises(CannotFetch, match=r"did not answer within 0\.3 seconds"):
        fetch(f"{web.address}/", limits=Limits(connecting=0.3), is_typed=True)
    over.set()


def test_the_reader_can_cancel_at_any_time(web: Site) -> None:
    over = threading.Event()
    web.pages["/"] = lambda _: waits(over)

    def report(_received: int, _expected: int, _name: str) -> None:
        if web.asked:
            raise Cancelled("Fetching: cancelled.")

    with pytest.raises(Cancelled):
        fetch(f"{web.address}/", report, is_typed=True)
    over.set()


def test_it_follows_redirects_and_keeps_them(web: Site) -> None:
    web.pages["/old"] = moved("/newer")
    web.pages["/newer"] = moved(f"{web.address}/new#part")
    web.pages["/new"] = page(WORDS)
    fetched = fetch(f"{web.address}/old", is_typed=True)
    assert fetched.answer.address == f"{web.address}/new"
    assert [one.address for one in fetched.redirects] == [
        f"{web.address}/old",
        f"{web.address}/newer",
    ]


def test_it_follows_ten_redirects_and_no_more(web: Site) -> None:
    for step in range(12):
        web.pages[f"/{step}"] = moved(f"/{step + 1}")
    web.pages["/12"] = page(WORDS)
    assert fetch(f"{web.address}/2", is_typed=True).content == WORDS.encode()
    with pytest.raises(CannotFetch, match="more than 10 times"):
        fetch(f"{web.address}/1", is_typed=True)


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "data:,x"])
def test_no_redirect_leads_out_of_the_web(web: Site, target: str) -> None:
    web.pages["/"] = moved(target)
    with pytest.raises(CannotFetch, match="no address of a web page"):
        fetch(f"{web.address}/", is_typed=True)


def test_no_redirect_leads_from_one_private_computer_to_another(web: Site) -> None:
    port = web.address.rpartition(":")[2]
    web.pages["/"] = moved(f"http://localhost:{port}/inner")
    web.pages["/inner"] = page(WORDS)
    with pytest.raises(CannotFetch, match="your own network"):
        fetch(f"{web.address}/", is_typed=True)
    assert [path for path, _ in web.asked] == ["/"]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0.0.0.0"])
def test_a_private_address_that_was_not_typed_is_refused(web: Site, name: str) -> None:
    web.pages["/"] = page(WORDS)
    port = web.address.rpartition(":")[2]
    with pytest.raises(CannotFetch):
        fetch(f"http://{name}:{port}/")
    assert not web.asked


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "http://", "http://[::1", "mailto:a@b"]
)
def test_only_addresses_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(CannotFetch, match="no address of a web page"):
        fetch(address, is_typed=True)


def test_what_a_server_refuses_is_said_in_words(web: Site) -> None:
    with pytest.raises(CannotFetch, match="no such page"):
        fetch(f"{web.address}/gone", is_typed=True)
    web.pages["/paid"] = lambda answer: answer.send_error(402)
    with pytest.raises(CannotFetch, match="does not hand the page out"):
        fetch(f"{web.address}/paid", is_typed=True)
    web.pages["/ill"] = lambda answer: answer.send_error(503)
    with pytest.raises(CannotFetch, match="answered with 503"):
        fetch(f"{web.address}/ill", is_typed=True)
    web.pages["/void"] = page("  ")
    with pytest.raises(CannotFetch, match="empty page"):
        fetch(f"{web.address}/void", is_typed=True)


def test_a_page_that_breaks_off_is_not_taken_for_a_whole_one(web: Site) -> None:
    def serve(answer: BaseHTTPRequestHandler) -> None:
        answer.send_response(200)
        answer.send_header("Content-Length", "1000")
        answer.end_headers()
        answer.wfile.write(b"<p>The lamp")
        answer.close_connection = True

    web.pages["/"] = serve
    with pytest.raises(CannotFetch, match="broke off"):
        fetch(f"{web.address}/", is_typed=True)


def test_what_is_no_http_is_said_in_words(web: Site) -> None:
    def serve(answer: BaseHTTPRequestHandler) -> None:
        answer.wfile.write(b"220 ready for mail\r\n")
        answer.close_connection = True

    web.pages["/"] = serve
    with pytest.raises(CannotFetch, match="makes no sense"):
        fetch(f"{web.address}/", is_typed=True)


def test_nobody_there_is_said_in_words() -> None:
    with site() as made:
        address = made.address
    with pytest.raises(CannotFetch, match="could not be reached"):
        fetch(f"{address}/", is_typed=True)


def test_the_systems_proxy_is_asked(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://ada:lamp@{web.address.removeprefix('http://')}")
    web.pages["http://news.example/lamp"] = page(WORDS)
    assert fetch("http://news.example/lamp").content == WORDS.encode()
    _, headers = web.asked[0]
    assert headers["host"] == "news.example"
    assert headers["proxy-authorization"] == "Basic YWRhOmxhbXA="


def test_the_systems_proxy_is_asked_for_a_secure_way(
    web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", web.address)
    with pytest.raises(CannotFetch, match="proxy answered 404"):
        fetch("https://news.example/lamp")
    assert web.asked[0][0] == "news.example:443"


def test_a_proxy_is_not_asked_for_private_computers(
    web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", web.address)
    for name in ("10.0.0.1", "printer", "printer.local"):
        with pytest.raises(CannotFetch, match="your own network"):
            fetch(f"http://{name}/")
    assert not web.asked


def test_a_proxy_of_another_kind_is_not_passed_by(
    web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9")
    with pytest.raises(CannotFetch, match="cannot be used here"):
        fetch(f"{web.address}/", is_typed=True)
    assert not web.asked
