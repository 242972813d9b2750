"""A web server of the tests' own, on this computer, that serves what a test tells it to."""

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Serve = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What is served by path, and what was asked for, with its headers."""

    address: str
    pages: dict[str, Serve] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def page(content: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> Serve:
    body = content if isinstance(content, bytes) else content.encode()

    def serve(answer: BaseHTTPRequestHandler) -> None:
        answer.send_response(200)
        answer.send_header("Content-Type", kind)
        answer.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            answer.send_header(name.replace("_", "-"), value)
        answer.end_headers()
        answer.wfile.write(body)

    return serve


def packed(content: str | bytes) -> Serve:
    body = content if isinstance(content, bytes) else content.encode()
    return page(gzip.compress(body), Content_Encoding="gzip")


def moved(address: str) -> Serve:
    def serve(answer: BaseHTTPRequestHandler) -> None:
        answer.send_response(302)
        answer.send_header("Location", address)
        answer.end_headers()

    return serve


@contextmanager
def site(certificate: Path | None = None) -> Iterator[Site]:
    """With a certificate, and its key in the same file, the site is a secure one."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            serve = made.pages.get(self.path)
            if serve is None:
                self.send_error(404)
                return
            try:
                serve(self)
            except OSError:  # whoever fetched has seen enough
                self.close_connection = True

        do_CONNECT = do_GET  # noqa: N815

        def log_message(self, format: str, *arguments: object) -> None:
            """Stay quiet."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Whoever does not trust the certificate hangs up."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    port = server.server_address[1]
    made = Site(f"http://127.0.0.1:{port}")
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        made.address = f"https://localhost:{port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
