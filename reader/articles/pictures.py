"""Find the pictures of the story, with what is said under them."""

from urllib.parse import urljoin

from lxml.etree import _Element as Element

from reader.articles.article import Picture
from reader.pages.saved_page import SavedPage


def settle_pictures(story: Element, page: SavedPage) -> tuple[Picture, ...]:
    found: dict[str, Picture] = {}
    for img in list(story.iter("img")):
        source = img.get("data-src") or img.get("src") or ""
        try:
            address = urljoin(page.address, source)
        except ValueError:
            continue
        if address.startswith(("http:", "https:")):
            img.set("src", address)
            found[address] = Picture(address, description=img.get("alt") or "")
    return tuple(found.values())
