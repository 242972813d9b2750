"""Read a web address as a request needs it."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from reader.errors import CannotFetch

PORTS = {"http": 80, "https": 443}
_KEPT = "%/:=&?~+!$,;'@()*[]|"
_LONGEST = 8192
_ONE = re.compile(r"https?://[^\s/?#][^\s]*", re.IGNORECASE)


@dataclass(frozen=True)
class Host:
    """Where a request goes; `may_be_private` where the reader typed it himself."""

    scheme: str
    name: str
    port: int
    may_be_private: bool = False

    @property
    def shown(self) -> str:
        name = f"[{self.name}]" if ":" in self.name else self.name
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"


def is_web_address(text: str) -> bool:
    """Whether a text is one address of the web and nothing else."""
    return len(text) <= _LONGEST and _ONE.fullmatch(text.strip()) is not None


def plain_address(text: str) -> str:
    """The address without fragment and password; CannotFetch if it is none."""
    parts = _parts(text.strip())
    host = host_of(text.strip())
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return f"{host.scheme}://{host.shown}{quote(parts.path, safe=_KEPT) or '/'}{query}"


def host_of(address: str) -> Host:
    parts = _parts(address)
    try:
        name, port = parts.hostname or "", parts.port
        # What is letters of another script in the address line is ASCII on the line.
        name = name if name.isascii() else name.encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise _no_address(address) from error
    if not name:
        raise _no_address(address)
    return Host(parts.scheme, name, port or PORTS[parts.scheme])


def target_of(address: str) -> str:
    """What stands behind the host."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise _no_address(address) from error
    if parts.scheme not in PORTS or len(address) > _LONGEST:
        raise _no_address(address)
    return parts


def _no_address(address: str) -> CannotFetch:
    short = address if len(address) <= 80 else address[:79] + "…"
    shown = short if short.isprintable() else ascii(short)
    return CannotFetch(f"“{shown}” is no address of a web page.")
