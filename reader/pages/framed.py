"""Tell which pages are only frames of others, as adverts are in what mirrors of sites hold."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from html import unescape
from itertools import islice

from reader.pages.attached import is_attached_name
from reader.pages.encoding import decode
from reader.pages.saved_page import part_names
from reader.pages.weight import readable

# Only where these lie among pages do the pages' frames, too; browsers put both in a folder.
_REQUISITE = re.compile(r"\.(?:css|js|js\.download)(?:[?@].*)?$", re.IGNORECASE)
_FRAME = re.compile(
    rb"""<i?frame\b[^<>]{0,2000}?\ssrc\s*=\s*(?:"([^"]{1,2048})"|'([^']{1,2048})'|([^\s"'>]{1,2048}))""",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_MOST_FRAMES = 100
_LITTLE = 1_500  # letters; with more, it may be the story


def is_requisite(name: str) -> bool:
    return _REQUISITE.search(name) is not None


def framed(
    pages: Collection[str], read: Callable[[str], bytes], styled: Collection[str] = ()
) -> set[str]:
    """Those that others of them show in frames, and that say little; `read` gives their bytes.

    So do those in the folder of a page that is gone, if it is one of the `styled`.
    """
    known = set(pages)
    shown = {one for page in pages for one in _frames(page, read(page)) if one in known}
    left = {one for one in pages if _lies_attached(one) and posixpath.dirname(one) in styled}
    return {one for one in shown | left if _says_little(read(one))}


def _lies_attached(page: str) -> bool:
    return any(map(is_attached_name, page.split("/")[:-1]))


def _frames(page: str, content: bytes) -> Iterator[str]:
    for found in islice(_FRAME.finditer(content), _MOST_FRAMES):
        reference = (found[1] or found[2] or found[3]).decode("utf-8", "replace")
        yield from (one for one in part_names(page, unescape(reference)) if one != page)


def _says_little(content: bytes) -> bool:
    markup = decode(content)
    text = _TAG.sub(" ", " ".join(markup[start:end] for start, end in readable(markup)))
    return sum(map(len, text.split())) < _LITTLE
