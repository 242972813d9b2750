"""Turn Settings into what the window shows, and back."""

from dataclasses import asdict

from reader.clipping import Order, Search, Shelf
from reader.settings import Settings
from reader.ui.reading.page_style import PageStyle


def remembered_search(settings: Settings) -> Search:
    try:
        shelf, order = Shelf(settings.shelf), Order(settings.order)
    except ValueError:  # from a version that had others
        shelf, order = Shelf.INBOX, Order.ADDED
    if order is Order.RELEVANCE:  # there are no words yet that could match
        order = Order.ADDED
    return Search("", shelf, settings.tag, settings.source, order)


def remembered_page_style(settings: Settings) -> PageStyle:
    usual = PageStyle()
    try:
        kept = {name: type(was)(settings.page[name]) for name, was in asdict(usual).items()}
    except (KeyError, TypeError, ValueError):
        return usual
    return PageStyle(**kept)


def plain_page_style(style: PageStyle) -> dict[str, float | str]:
    return asdict(style)
