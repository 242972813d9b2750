"""Find the files of an archive by the addresses a page has for them."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urljoin

from reader.pages.part import Part

_HEAD = 64 * 1024
_BASE = re.compile(r"""<base\b[^>]{0,2000}?\shref\s*=\s*["']?([^\s"'>]{1,2048})""", re.IGNORECASE)
_LONGEST = 8192
_WEB = re.compile(r"https?://", re.IGNORECASE)


class Addressed(Mapping[str, Part]):
    """The parts by their addresses; a reference is read as the page at `base` means it."""

    def __init__(self, parts: Mapping[str, Part], base: str) -> None:
        self._parts = parts
        self._base = base
        self._names: dict[str, str] = {}
        for address in parts:
            for name in (address, joined(base, address)):
                self._names.setdefault(_plain(name), address)

    def __getitem__(self, reference: str) -> Part:
        if reference in self._parts:
            return self._parts[reference]
        if len(reference) > _LONGEST:  # data: addresses, above all
            raise KeyError(reference)
        name = _plain(joined(self._base, reference))
        return self._parts[self._names[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def seen_from(self, reference: str) -> "Addressed":
        """The same parts, as the one that the page refers to so means them."""
        base = joined(self._base, reference)
        return Addressed(self._parts, base) if _WEB.match(base) else self

    def __len__(self) -> int:
        return len(self._parts)


def joined(base: str, reference: str) -> str:
    """Where a reference leads, as it stands if it leads nowhere."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def base_of(markup: str, address: str) -> str:
    """The address from which a page's references are read."""
    named = _BASE.search(markup, 0, _HEAD)
    return joined(address, named[1]) if named else address


def _plain(address: str) -> str:
    """The same for an address however it was written; a browser may have gone to https."""
    bare = address.partition("#")[0]
    return unquote(re.sub(r"^http://", "https://", bare, flags=re.IGNORECASE))
