"""Fetching over a secure line."""

import shutil
import subprocess
from pathlib import Path

import pytest
from web_made import page, site

from reader.errors import CannotFetch
from reader.web.fetch import fetch


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One for localhost that nobody vouches for, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    for name in ("https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    key, made = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(made)]
    kind = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run(["openssl", "req", *kind, *subject, *files], check=True, capture_output=True)
    made.write_text(made.read_text() + key.read_text())
    return made


def test_a_page_comes_over_a_secure_line(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with site(certificate) as web:
        web.pages["/"] = page("<p>The lamp is lit.</p>")
        assert fetch(f"{web.address}/", is_typed=True).content == b"<p>The lamp is lit.</p>"


def test_a_server_that_cannot_prove_who_it_is_gets_no_request(certificate: Path) -> None:
    with site(certificate) as web:
        web.pages["/"] = page("<p>The lamp is lit.</p>")
        with pytest.raises(CannotFetch, match="could not prove"):
            fetch(f"{web.address}/", is_typed=True)
        assert not web.asked
