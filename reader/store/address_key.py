"""Tell by their addresses which pages are the same page."""

import re
from urllib.parse import quote, unquote, urlsplit

_LONGEST = 4096
# What newsletters, advertisements and shared links append to tell where a reader came from.
_TRACKING = re.compile(
    r"(?:utm|pk|mtm|piwik|matomo|hsa|vero|oly|trk|at|ns)_\w+"
    r"|(?:fbc|gc|dc|yc|ysc|twc|ttc|msc|irc|efc|rdt_c)lid|(?:g|w)braid|gclsrc|wickedid|zanpid|s_kwcid"
    r"|_hs(?:enc|mi)|hsctatracking|igsh(?:id)?|li_fat_id|mc_[ce]id|mkt_tok|_openstat|_g[al]"
    r"|ref_(?:src|url)|xtor|cmp(?:id)?|[in]cid",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
_UNRESERVED = re.compile(r"%(2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])")
_WRITTEN = "/%:@!$&'()*+,;=~-._?|[]"


def address_key(address: str) -> str:
    """What is the same for all addresses of one page; empty for a bare host, or no web page."""
    if len(address) > _LONGEST:
        return ""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:  # half an IPv6 address, a port beyond all ports
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return ""
    path = _spelled(parts.path).rstrip("/")
    query = _told(parts.query)
    # Some sites keep which page it is behind the sign that else names a place within it.
    route = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    if not (path or query or route):
        return ""
    place = _host(host) + (f":{port}" if port and port != _PORTS[scheme] else "")
    return place + path + (f"?{query}" if query else "") + (f"#{route}" if route else "")


def _host(host: str) -> str:
    bare = host.lower().rstrip(".").removeprefix("www.")
    try:
        return bare.encode("idna").decode("ascii")
    except UnicodeError:
        return bare


def _told(query: str) -> str:
    given = (one for one in query.split("&") if one)
    kept = [one for one in given if not _TRACKING.fullmatch(one.partition("=")[0])]
    return "&".join(sorted(_spelled(one) for one in kept))


def _spelled(text: str) -> str:
    """One spelling of the letters that may stand as they are or behind a percent sign."""
    plain = _UNRESERVED.sub(lambda found: unquote(found[0]), text)
    written = quote(plain, safe=_WRITTEN, errors="replace")
    return re.sub("%[0-9a-f]{2}", lambda found: found[0].upper(), written, flags=re.IGNORECASE)
