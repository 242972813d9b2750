"""Connect to a host by the system's proxy, and to a private one only where that is allowed."""

import ipaddress
import socket
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPResponse
from ssl import create_default_context
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from reader.errors import CannotFetch
from reader.web.address import PORTS, Host

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address stands in its last bits
_PRIVATE_ENDINGS = (".local", ".localhost", ".internal", ".home.arpa", ".lan")

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Line:
    """An open connection; a plain proxy is asked for whole addresses."""

    socket: socket.socket
    wants_whole_address: bool = False
    headers: tuple[tuple[str, str], ...] = ()


def connect(host: Host, timeout: float) -> Line:
    """Reach a host. OSError where that fails, CannotFetch where it is not to be reached."""
    proxy = _proxy_for(host)
    if proxy is None:
        return Line(_secured(_reach(host, timeout), host))
    if not host.may_be_private and _sounds_private(host.name):
        raise _refused(host)
    name, port, headers = proxy
    way = _reach(Host("http", name, port, may_be_private=True), timeout)
    if host.scheme == "http":
        return Line(way, wants_whole_address=True, headers=headers)
    _tunnel(way, host, headers)
    return Line(_secured(way, host))


def is_private(address: str) -> bool:
    """Whether an IP address belongs to this computer, its network or nobody."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return any(not one.is_global or one.is_multicast for one in (ip, *_inner(ip)))


def _inner(ip: Ip) -> Iterator[Ip]:
    """The IPv4 addresses that an IPv6 one stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return
    yield from (one for one in (ip.ipv4_mapped, ip.sixtofour) if one is not None)
    if ip in _TRANSLATED:
        yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)


def _reach(host: Host, timeout: float) -> socket.socket:
    """The address that was looked at is the one connected to: a name may change between."""
    found = socket.getaddrinfo(host.name, host.port, type=socket.SOCK_STREAM)
    allowed = [one for one in found if host.may_be_private or not is_private(str(one[4][0]))]
    if not allowed:
        raise _refused(host)
    fault: OSError | None = None
    for family, kind, protocol, _, address in allowed:
        way = socket.socket(family, kind, protocol)
        try:
            way.settimeout(timeout)
            way.connect(address)
        except OSError as error:
            way.close()
            fault = error
        else:
            return way
    raise fault or OSError("no address")


def _secured(way: socket.socket, host: Host) -> socket.socket:
    if host.scheme == "http":
        return way
    try:
        return create_default_context().wrap_socket(way, server_hostname=host.name)
    except OSError:
        way.close()
        raise


def _proxy_for(host: Host) -> tuple[str, int, tuple[tuple[str, str], ...]] | None:
    proxies = getproxies()
    told = proxies.get(host.scheme) or proxies.get("all") or ""
    if not told or proxy_bypass(host.name):
        return None
    parts = urlsplit(told if "://" in told else f"http://{told}")
    if parts.scheme != "http" or not parts.hostname:
        raise CannotFetch(
            f"The system's proxy, “{parts.scheme}://{parts.hostname or ''}”, is of a kind that "
            "cannot be used here. Save the page in the browser and add that."
        )
    return parts.hostname, parts.port or PORTS["http"], _credentials(parts.username, parts.password)


def _credentials(name: str | None, password: str | None) -> tuple[tuple[str, str], ...]:
    if not name:
        return ()
    told = f"{unquote(name)}:{unquote(password or '')}".encode()
    return (("Proxy-Authorization", f"Basic {b64encode(told).decode()}"),)


def _tunnel(way: socket.socket, host: Host, headers: tuple[tuple[str, str], ...]) -> None:
    place = f"[{host.name}]:{host.port}" if ":" in host.name else f"{host.name}:{host.port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    lines += [f"{name}: {value}" for name, value in headers]
    try:
        way.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
        with HTTPResponse(way, method="CONNECT") as answer:
            answer.begin()
            if answer.status != 200:
                raise OSError(f"the proxy answered {answer.status}")
    except BaseException:
        way.close()
        raise


def _sounds_private(name: str) -> bool:
    """The proxy looks names up, so that only the name itself can be judged."""
    try:
        return is_private(name)
    except ValueError:
        return "." not in name.strip(".") or name.rstrip(".").lower().endswith(_PRIVATE_ENDINGS)


def _refused(host: Host) -> CannotFetch:
    return CannotFetch(
        f"“{host.name}” is a computer of your own network, so nothing was fetched from it. "
        "File, Add from the Web takes its address if you type it yourself."
    )
