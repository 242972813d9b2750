"""Find the page's own address and its lead picture."""

import re
from urllib.parse import urljoin, urlsplit

from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import addresses_of
from reader.articles.about.source import domain_of, main_label

_NO_PICTURE = re.compile(
    r"(?:^|[/_.-])(?:logo|favicon|placeholder|blank|spacer|default|pixel)s?(?:[/_.-]|$)",
    re.IGNORECASE,
)
_LONGEST = 2_000


def find_address(declared: Declared, address: str) -> str:
    """The address that the page gives itself, when it can be that; else where it was saved from."""
    candidates = (*declared.links.get("canonical", ()), *declared.all("og:url"))
    # Whole ones first: wget turns links, but no others, into the names of the files it writes.
    for candidate in sorted(candidates, key=lambda one: "://" not in one):
        absolute = absolute_address(candidate, address)
        if absolute and _is_plausible(absolute, address):
            return absolute
    return address


def find_picture(declared: Declared, address: str) -> str:
    candidates = (
        *declared.all(
            "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"
        ),
        *addresses_of(declared.story.get("image")),
        *declared.all(
            "thumbnail", "image", "thumbnailurl", "sailthru.image.full", "parsely-image-url"
        ),
        *declared.links.get("image_src", ()),
    )
    absolute = [absolute_address(candidate, address) for candidate in candidates]
    return next((one for one in absolute if one and not _NO_PICTURE.search(one)), "")


def absolute_address(reference: str, address: str) -> str:
    """The web address that a reference of the page means; "" if it means none."""
    try:
        absolute = urljoin(address, reference.strip())
        parts = urlsplit(absolute)
        host = parts.hostname or ""
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and "." in host and len(absolute) <= _LONGEST
    return absolute if is_web and not re.search(r"[\s<>\"{}]", absolute) else ""


def _is_plausible(candidate: str, address: str) -> bool:
    path = urlsplit(candidate).path.strip("/")
    if not address:
        return bool(path)
    if domain_of(candidate) != domain_of(address) and main_label(candidate) != main_label(address):
        return False
    return bool(path) or not urlsplit(address).path.strip("/")
