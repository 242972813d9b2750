"""Name the site that a page comes from."""

import re
from urllib.parse import urlsplit

from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import texts_of
from reader.articles.about.titles import compact, title_parts

_LONGEST_NAME = 60
_ADDRESS = re.compile(r"https?://|^www\.|/")
_ARCHIVED = re.compile(r"/(https?://.+)")
_SECOND_LEVEL = frozenset(
    ["co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gen", "nom"]
)


def site_names(declared: Declared, address: str) -> tuple[str, ...]:
    """What the page's site may be called, the surest name first."""
    names = [
        *declared.all("og:site_name", "og:sitename"),
        *_publishers(declared),
        *declared.all(
            "application-name",
            "apple-mobile-web-app-title",
            "dc.publisher",
            "twitter:app:name:iphone",
        ),
        *_title_names(declared, address),
    ]
    proper = [
        name for name in names if 1 < len(name) <= _LONGEST_NAME and not _ADDRESS.search(name)
    ]
    return tuple(dict.fromkeys(proper))


def names_of_site(names: tuple[str, ...], address: str) -> frozenset[str]:
    """All that the site may be called, without case and signs, its domain among them."""
    return frozenset(map(compact, (*names, main_label(address), domain_of(address)))) - {""}


def find_source(names: tuple[str, ...], address: str) -> str:
    return names[0] if names else domain_of(address)


def is_home(address: str) -> bool:
    try:
        parts = urlsplit(_original(address))
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query and not parts.fragment


def _original(address: str) -> str:
    """The address that a web archive's address ends with, or the address itself."""
    archived = _ARCHIVED.search(address, 8)
    return archived[1] if archived else address


def domain_of(address: str) -> str:
    """The domain of an address without what all domains have."""
    try:
        host = (urlsplit(_original(address)).hostname or "").lower()
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host)


def main_label(address: str) -> str:
    """The part of the domain that bears the site's name."""
    labels = domain_of(address).split(".")
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else labels[0]


def _publishers(declared: Declared) -> list[str]:
    names = [*texts_of(declared.story.get("publisher"))]
    for node in declared.nodes:
        if "WebSite" in texts_of(node.get("@type")):
            names.extend(texts_of(node.get("name")))
    return names


def _title_names(declared: Declared, address: str) -> list[str]:
    """The parts of the window's title that the domain bears out."""
    label = compact(main_label(address))
    if len(label) < 2:
        return []
    parts = title_parts(declared.title)[1:] + title_parts(declared.title)[:1]
    # A colon stands in many a headline, so only the domain's very words are a name before one.
    head, colon, _ = declared.title.partition(": ")
    told = [head] if colon and compact(head) == label else []
    return told + [part for part in parts[::-1] if _says(compact(part), label, part)]


def _says(part: str, label: str, name: str) -> bool:
    """Whether a part of the title is the site's name as the domain spells it."""
    if len(part) < 2 or len(part) > 2 * len(label) + 6:
        return False
    initials = "".join(word[0] for word in name.casefold().split())
    return label in part or (part in label and len(part) * 2 > len(label)) or initials == label
