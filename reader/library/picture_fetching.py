"""Fetch the pictures that a clipping shows and its page did not carry, as the reader wished."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from reader.articles.article import Picture
from reader.clipping import Clipping
from reader.errors import CannotFetch
from reader.library.progress import Progress
from reader.store.blobs import Blobs
from reader.store.clippings import Clippings
from reader.store.fetched import FetchedPicture

LARGEST = 20 * 1024 * 1024
MOST_BYTES = 100 * 1024 * 1024
MOST_SECONDS = 60.0
_SECONDS_EACH = 30.0
_PICTURE_NAMES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp")


@dataclass(frozen=True)
class PictureOutcome:
    """What became of one picture; `reason` is a sentence where it could not be had."""

    address: str
    reason: str = ""


def missing_pictures(clipping: Clipping) -> tuple[Picture, ...]:
    """The pictures that the article shows a gap for; the lead where it shows no other."""
    article = clipping.article
    shows_any = "<img " in article.html
    return tuple(
        one
        for at, one in enumerate(article.pictures)
        if one.address not in clipping.picture_files
        and one.address.startswith(("http://", "https://"))
        and (_stands_in(article.html, one.address) or (not at and not shows_any))
    )


def fetch_pictures(
    clipping: Clipping, clippings: Clippings, blobs: Blobs, progress: Progress
) -> Iterator[PictureOutcome]:
    """Each that is missing, as it was kept or refused.

    `progress` may raise Cancelled: what was told of stays.
    """
    pictures = missing_pictures(clipping)
    end, left = time.monotonic() + MOST_SECONDS, MOST_BYTES
    for done, picture in enumerate(pictures):

        def report(_received: int, _expected: int, host: str, done: int = done) -> None:
            progress(done, len(pictures), host)

        report(0, 0, urlsplit(picture.address).hostname or "")
        try:
            seconds = end - time.monotonic()
            bounds = _Bounds(min(seconds, _SECONDS_EACH), min(left, LARGEST))
            is_at_home = _is_at_home(picture.address, clipping.article.address)
            content = _content(picture.address, is_at_home, bounds, report)
            left -= len(content)
            kept = _keep(picture.address, content, blobs)
        except CannotFetch as error:
            yield PictureOutcome(picture.address, str(error))
            continue
        clippings.keep_fetched(clipping.id, kept)
        yield PictureOutcome(picture.address)
    progress(len(pictures), len(pictures), "")


@dataclass(frozen=True)
class _Bounds:
    seconds: float
    largest: int


def _content(address: str, is_at_home: bool, bounds: _Bounds, report: Progress) -> bytes:
    # What opens connections is loaded when it is first wished for.
    from reader.web.fetch import Limits, fetch
    from reader.web.wanted import PICTURE

    if bounds.seconds <= 0 or bounds.largest <= 0:
        raise CannotFetch("It was left for the next time: the others took as much as is fetched.")
    limits = Limits(whole=bounds.seconds, largest=bounds.largest)
    return fetch(address, report, limits, is_at_home, PICTURE).content


def _keep(address: str, content: bytes, blobs: Blobs) -> FetchedPicture:
    from reader.articles.picturing.content import judge

    found = judge(content)
    if found is None:
        host = urlsplit(address).hostname
        raise CannotFetch(f"What “{host}” sent is no picture that can be shown.")
    digest = blobs.keep_picture(found.content)
    return FetchedPicture(address, digest, found.media_type, found.width, found.height)


def _is_at_home(address: str, page: str) -> bool:
    """Whether a page's own host may answer though it be private.

    Only the page itself says where it came from, so no more than a plain file is asked for.
    """
    try:
        own, other = urlsplit(address), urlsplit(page)
        is_same = (own.hostname, own.port) == (other.hostname, other.port)
    except ValueError:
        return False
    return is_same and not own.query and own.path.lower().endswith(_PICTURE_NAMES)


def _stands_in(html: str, address: str) -> bool:
    return f'src="{escape(address, quote=False)}"' in html
