"""Put the picture that a page declares as its own before the others."""

import posixpath
from urllib.parse import urlsplit

from reader.articles.article import Picture
from reader.articles.picturing.content import read_part
from reader.articles.picturing.same import same_picture
from reader.pages.saved_page import SavedPage


def lead_first(pictures: tuple[Picture, ...], lead: str, page: SavedPage) -> tuple[Picture, ...]:
    """The lead picture, whether or not it stands in the story, then the others."""
    if not lead:
        return pictures
    saved = _saved(lead, page)
    found = next((one for one in pictures if _is_lead(one, saved)), saved)
    return (found, *(one for one in pictures if one is not found))


def _saved(lead: str, page: SavedPage) -> Picture:
    part = page.part(lead)
    content = read_part(part) if part is not None else None
    if content is None:
        return Picture(lead)
    told = (content.content, content.media_type, content.width, content.height)
    return Picture(lead, "", "", "", *told)


def _is_lead(picture: Picture, lead: Picture) -> bool:
    """One file; where it was saved, in another size or format, or under another name too."""
    if picture.content is None:
        return _file(picture.address) == _file(lead.address)
    return picture.content == lead.content or _name(picture.address) == _name(lead.address)


def _file(address: str) -> str:
    return posixpath.basename(urlsplit(address).path).casefold() or address


def _name(address: str) -> str:
    name = posixpath.basename(same_picture(address)).casefold()
    return posixpath.splitext(name)[0] or address
