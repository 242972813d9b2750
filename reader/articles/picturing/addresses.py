"""Tell which address a picture element means, of all that pages write for its loading."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote, urljoin, urlsplit

from lxml.etree import _Element as Element

# A page that loads late puts one of these into `src` and the address into a `data-` attribute.
_PLACEHOLDER = re.compile(
    r"(?:(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|transparent|loading|loader|lazy(?:load)?|1x1)"
    r"|(?:^|/)(?:grey|gray|dummy|empty|fallback|default|trans|clear|white))"
    r"(?:[_.-]\w{0,8}|\d{0,4})\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])"
    r"|(?:^|/)[sbt]\d{0,4}\.(?:gif|png)(?:$|[?#])",
    re.IGNORECASE,
)
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|jfif|bmp)(?:$|[?#&/,;:])", re.IGNORECASE)
_LATE = re.compile(
    r"data-(?:\w+-)*(?:src|original|lazy|url|image|img|hires|href|full|large|file|picture|source)"
    r"(?:-\w+)*|(?:lazy|late|delayed|real|file|original)-?src|original|file|nitro-lazy-src"
)
_LATE_SET = re.compile(r"data-(?:\w+-)*srcset|(?:lazy|late|nitro-lazy)-?srcset")
_SIZE = re.compile(r"([\d.]+)([wxh])(?:,|$)")
_WHOLE = re.compile(r"https?://[a-zA-Z0-9.-]+/[^?#;\s]*(?:\?[^#\s]+)?(?:#\S+)?")
# Wider than any column at any density; the widest of a set is often a print file.
_WIDE_ENOUGH = 2000
# All else is escaped when the body is written, and an address must read there as it does here.
_PLAIN = "%/:=&?~#+!$,;'@()*[]"
_LONGEST_PLACEHOLDER = 2000
_MOST_CANDIDATES = 40


def written_addresses(img: Element) -> Iterator[str]:
    """What the element and its `picture` name, as written, the likeliest first."""
    yield from late_addresses(img)
    source = (img.get("src") or "").strip()
    if source and not is_placeholder(source):
        yield source
    yield from _of_sets(img)
    # The parser takes a `source` to hold what follows it, the img too.
    for other in next((picture.iter("source") for picture in img.iterancestors("picture")), ()):
        yield from _of_sets(other)
    if source.startswith("data:"):
        yield source


def sizes_offered(img: Element) -> Iterator[str]:
    """All sizes that the element and its `picture` offer, of which a browser saves one."""
    yield from _offered(img)
    for other in next((picture.iter("source") for picture in img.iterancestors("picture")), ()):
        yield from _offered(other)


def late_addresses(element: Element) -> Iterator[str]:
    """What its attributes say a script will load."""
    late = [element.get(name, "") for name in element.attrib if _LATE.fullmatch(str(name))]
    yield from (address for address in late if _looks_like_address(address))


def is_placeholder(source: str) -> bool:
    if source.startswith("data:"):
        return len(source) < _LONGEST_PLACEHOLDER or source.startswith("data:image/svg")
    return source in ("#", "about:blank") or _PLACEHOLDER.search(source) is not None


def is_whole(address: str) -> bool:
    """Whether it is a web address that need not be joined with the page's, which takes its time."""
    return _WHOLE.fullmatch(address) is not None


def absolute(written: str, base: str) -> str:
    """The web address a reference means; empty when it means none."""
    written = written.strip()
    if is_whole(written):
        return quote(written, safe=_PLAIN) if written != base else ""
    try:
        full = urljoin(base, written)
        parts = urlsplit(full)
    except ValueError:
        return ""
    is_elsewhere = parts.scheme.lower() in ("http", "https") and parts.netloc and full != base
    return quote(full, safe=_PLAIN) if is_elsewhere else ""


def _of_sets(element: Element) -> Iterator[str]:
    for srcset in _sets(element):
        best = _best_of(srcset)
        if best and not is_placeholder(best):
            yield best


def _offered(element: Element) -> Iterator[str]:
    for srcset in _sets(element):
        yield from (address for _, address in _sized(srcset))


def _sets(element: Element) -> list[str]:
    names = ["srcset", *(str(n) for n in element.attrib if _LATE_SET.fullmatch(str(n)))]
    return [element.get(name, "") for name in names]


def _best_of(srcset: str) -> str:
    """The widest of a `srcset` that is not wider than a screen."""
    sized = _sized(srcset)
    if not sized:
        return ""
    fitting = [candidate for candidate in sized if candidate[0] <= _WIDE_ENOUGH]
    return max(fitting)[1] if fitting else min(sized)[1]


def _sized(srcset: str) -> list[tuple[float, str]]:
    """The addresses of a set, each with about its width."""
    sized: list[tuple[float, str]] = []
    if srcset.lstrip().startswith("data:"):
        return sized
    for address, number, unit in islice(_candidates(srcset), _MOST_CANDIDATES):
        size = _number(number) * (_WIDE_ENOUGH / 3 if unit == "x" else 1)
        sized.append((size, address))
    return sized


def _candidates(srcset: str) -> Iterator[tuple[str, str, str]]:
    """Each address of a set with the number and the unit of its size, if they are told."""
    address = ""
    for word in srcset.split():
        size = _SIZE.match(word)
        if size:
            if address:
                yield address, size[1], size[2]
            address = ""
            word = word[size.end() :]
        elif address and word.startswith(","):
            yield address, "", ""
        address = word.strip(",")
        if address and word.endswith(","):
            yield address, "", ""
            address = ""
    if address:
        yield address, "", ""


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _is_named_placeholder(source: str) -> bool:
    """Stricter than for a `src`: what waits to be loaded may be a crane-lazy.jpg."""
    found = _PLACEHOLDER.search(source)
    is_start_of_name = found is not None and (found.start() == 0 or found[0].startswith("/"))
    return is_start_of_name or (found is None and is_placeholder(source))


def _looks_like_address(text: str) -> bool:
    text = text.strip()
    if not text or _is_named_placeholder(text) or any(sign in text for sign in " {}<>"):
        return False
    return bool(_PICTURE_NAME.search(text)) or text.startswith(("http://", "https://", "//", "/"))
