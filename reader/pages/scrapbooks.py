"""Know what programs that keep many pages in folders write there for themselves."""

import re
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from reader.pages.encoding import decode

INDEX = "index.html"
ABOUT = "index.dat"  # ScrapBook's, with what it knows of the page beside it
# ScrapBook and WebScrapBook make such a folder of a page, by its moment; what the latter lists in
# a file are several pages.
_MOMENT = re.compile(r"(\d{14})(\d{3})?")
_LISTED = "index.json"
_TREE = frozenset(("toc.js", "meta.js"))  # of WebScrapBook, and pages to look through it
_TREE_PAGES = (INDEX, "map.html", "frame.html", "search.html")
_OLD_TREE, _OLD_BOOK = "tree", "scrapbook.rdf"
_MIRROR, _MIRROR_LOG = "hts-cache", "hts-log.txt"  # HTTrack's, with an index.html of its own
_ADDRESS = re.compile(r"^source\t(https?://\S+)", re.MULTILINE)
_ID = re.compile(r"^id\t(\d{14})", re.MULTILINE)
_LARGEST = 64 * 1024


def is_one_page(folder: Path, names: Collection[str]) -> bool:
    """Whether all other pages in a folder are frames of the one."""
    found = _MOMENT.fullmatch(folder.name)
    if found is None or INDEX not in names:
        return False
    return ABOUT in names or (found[2] is not None and _LISTED not in names)


def own_pages(names: Collection[str]) -> set[str]:
    """The pages and folders beside these names that are such a program's own."""
    own = {_MIRROR}
    if _TREE.issubset(names):
        own.update(_TREE_PAGES)
    if _OLD_BOOK in names:
        own.add(_OLD_TREE)
    if _MIRROR in names or _MIRROR_LOG in names:
        own.add(INDEX)
    return own


def about_page(page: Path) -> list[Path]:
    """The file beside a page in which a scrapbook says whence it is, if there is one."""
    about = page.with_name(ABOUT)
    return [about] if page.name == INDEX and about.is_file() and not about.is_symlink() else []


def said_about(content: bytes) -> tuple[str, datetime | None]:
    """The address of a page and when it was saved, as far as such a file says."""
    told = decode(content[:_LARGEST])
    address, moment = _ADDRESS.search(told), _ID.search(told)
    try:
        saved_at = datetime.strptime(moment[1], "%Y%m%d%H%M%S") if moment else None
    except ValueError:
        saved_at = None
    return address[1] if address else "", saved_at and saved_at.replace(tzinfo=UTC)
