"""Settle the pictures of the story: one address, one entry and, where saved, their bytes."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, unquote, urlsplit

from lxml.etree import _Element as Element

from reader.articles.article import Picture
from reader.articles.embeds import MARK
from reader.articles.picturing.addresses import absolute, sizes_offered, written_addresses
from reader.articles.picturing.captions import read_caption
from reader.articles.picturing.content import Content, read_data, read_part
from reader.articles.picturing.drawing_record import DRAWING
from reader.articles.picturing.same import said_size, same_picture
from reader.articles.picturing.sizes import is_least, is_small, says_something_small, shown_size
from reader.articles.removed import take_out
from reader.pages.saved_page import SavedPage

# A page with more pictures than this is no story, and each takes its time.
_MOST = 2_000
_NO_PICTURE = re.compile(
    r"(?:^|[\s_-])(?:avatar|gravatar|icons?|emoji|smiley|wp-smiley|logo|badge|spinner|tracker"
    r"|tracking|pixel|sprite)(?=$|[\s_-])",
    re.IGNORECASE,
)
_ADDED_BY_BROWSER = re.compile(r"(?:_[\w-]{4}|\(\d+\))$")
_LONGEST_SIGN = 4
_MOST_TRIED = 24
_WHOLE = 10_000  # pixels; an address that says no size is of the picture as it was made


@dataclass(frozen=True)
class _Found:
    address: str
    content: Content | None


def settle_pictures(story: Element, page: SavedPage, base: str, lead: str) -> tuple[Picture, ...]:
    """Give each picture of the story the `src` it is known by; take out those that are none.

    `lead` is the remote address of one of them, perhaps.
    """
    chosen: dict[str, tuple[Element, _Found]] = {}
    for count, img in enumerate(list(story.iter("img"))):
        found = None if count >= _MOST or _is_no_picture(img) else _find(img, page, base, lead)
        # One within a line may stand there again and again.
        key = (
            "" if found is None else f"{count}" if _is_in_line(img) else same_picture(found.address)
        )
        if found is None or key in chosen:
            if found is not None and _worth(found) > _worth(chosen[key][1]):
                chosen[key] = chosen[key][0], found
            _leave_sign(img)
        else:
            chosen[key] = img, found
    settled: dict[str, Picture] = {}
    for img, found in chosen.values():
        settled.setdefault(found.address, _settle(img, found))
    _drop_empty_figures(story)
    # Those within lines come last: none of them stands for the story.
    return tuple(sorted(settled.values(), key=lambda one: is_small(one.width, one.height)))


def _worth(found: _Found) -> tuple[bool, int]:
    """Of several sizes, one that was saved is shown, and the largest."""
    return found.content is not None, said_size(found.address) or _WHOLE


def _find(img: Element, page: SavedPage, base: str, lead: str) -> _Found | None:
    written = list(written_addresses(img))
    source = (img.get("src") or "").strip()
    remote = next(filter(None, (absolute(w, base) for w in written if not page.part(w))), "")
    offered = sizes_offered(img) if page.parts else ()
    saved = _best_saved(img, dict.fromkeys((source, *written, *offered)), page)
    if saved is not None:
        reference, content = saved
        # Encoded, so that it is an address to whoever reads the markup, whatever the name.
        remote = remote or (lead if _stem(reference) == _stem(lead) else "")
        own = absolute(reference, "") or quote(posixpath.normpath(unquote(reference)))
        return _Found(remote or own, content)
    inside = _in_markup(img, written)
    if not remote:
        return inside
    # What a script was to load may stand in the markup already, as SingleFile writes it; a small
    # one only kept its place.
    kept = inside.content if inside else None
    return _Found(remote, kept if kept is not None and _is_whole(kept) else None)


def _best_saved(
    img: Element, references: Iterable[str], page: SavedPage
) -> tuple[str, Content] | None:
    """The largest of those that were saved; one that shows nothing only kept its place."""
    best: tuple[str, Content] | None = None
    for reference in islice(references, _MOST_TRIED):
        part = page.part(reference)
        content = read_part(part) if part is not None else None
        if content is None or _shows_nothing(img, content.width, content.height):
            continue
        if best is None or content.pixels > best[1].pixels:
            best = reference, content
    return best


def _is_whole(content: Content) -> bool:
    """Of a photo a drawing shows no more than its colours."""
    return content.media_type != DRAWING and not is_small(content.width, content.height)


def _in_markup(img: Element, written: list[str]) -> _Found | None:
    for reference in written:
        content = read_data(reference) if reference.startswith("data:") else None
        if content is not None and not _shows_nothing(img, content.width, content.height):
            return _Found(f"sha256:{content.digest}", content)
    return None


def _settle(img: Element, found: _Found) -> Picture:
    content = found.content
    width, height = (content.width, content.height) if content else shown_size(img)
    description = " ".join((img.get("alt") or "").split())
    img.attrib.clear()
    img.set("src", found.address)
    img.set("alt", description)
    if width and height:
        img.set("width", str(width))
        img.set("height", str(height))
    caption = read_caption(next(img.iterancestors("figure"), None))
    return Picture(
        address=found.address,
        caption=caption.text,
        credit=caption.credit,
        description=description,
        content=content.content if content else None,
        media_type=content.media_type if content else "",
        width=width,
        height=height,
    )


def _is_no_picture(img: Element) -> bool:
    if img.attrib and _NO_PICTURE.search(f"{img.get('class', '')} {img.get('id', '')}"):
        return True
    return _shows_nothing(img, *shown_size(img))


def _shows_nothing(img: Element, width: int, height: int) -> bool:
    if is_least(width, height):
        return True
    return is_small(width, height) and not says_something_small(img)


def _is_in_line(img: Element) -> bool:
    return is_small(*shown_size(img))


def _stem(address: str) -> str:
    """The name of a picture's file without the signs that browsers add when they save it."""
    name = posixpath.splitext(posixpath.basename(urlsplit(unquote(address)).path))[0]
    return _ADDED_BY_BROWSER.sub("", name).casefold()


def _leave_sign(img: Element) -> None:
    """Take a picture out; an emoji's own sign stays in its place."""
    sign = img.get("alt") or ""
    if 0 < len(sign) <= _LONGEST_SIGN and not sign.isascii():
        img.tail = sign + (img.tail or "")
    take_out(img, "")


def _drop_empty_figures(story: Element) -> None:
    for figure in list(story.iter("figure")):
        if any(one.get(MARK) is not None for one in figure.iter("figure")):
            continue
        if next(figure.iter("img", "table", "pre", "blockquote", "ul", "ol", "p"), None) is None:
            take_out(figure, "")
