"""Tell the addresses of web pages from the others that programs keep."""

import re
from urllib.parse import unquote, urlsplit

from reader.foreign.values import text

_LONGEST = 8192
# How Firefox names a page in its reading view, and browsers its source.
_SEEN_OTHERWISE = re.compile(r"about:reader\?(?:[^#]*&)?url=([^&#]+)|view-source:(.+)", re.I)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def web_address(value: object) -> str:
    """An address that a page can have, or "": no script, no mail, no file of another machine."""
    said = re.sub(r"[\t\r\n\0]", "", text(value)).replace(" ", "%20")
    otherwise = _SEEN_OTHERWISE.fullmatch(said[:_LONGEST])
    if otherwise:
        said = unquote(otherwise[1]) if otherwise[1] else otherwise[2]
    if len(said) > _LONGEST or not re.match(r"https?://[^/?#]", said, re.IGNORECASE):
        return ""
    try:
        host = urlsplit(said).hostname
    except ValueError:
        return ""
    return said if host else ""


def first_web_address(*values: object) -> str:
    return next((said for said in map(web_address, values) if said), "")


def why_no_page(value: object) -> str:
    """What an address is that belongs to no page, as a piece of a sentence."""
    scheme = _SCHEME.match(text(value))
    return (
        f"“{scheme[1].lower()}:” is no address of a web page"
        if scheme
        else "it has neither a text nor an address"
    )
