"""Turn Settings into what the window shows, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.clipping import Facet, Narrowing, Order, Search, Shelf
from reader.settings import Settings
from reader.ui.reading.page_style import PageStyle

if TYPE_CHECKING:
    from reader.ui.parts import Panels, Parts


def remembered_search(settings: Settings) -> Search:
    try:
        shelf, order = Shelf(settings.shelf), Order(settings.order)
    except ValueError:  # from a version that had others
        shelf, order = Shelf.INBOX, Order.ADDED
    if order is Order.RELEVANCE:  # there are no words yet that could match
        order = Order.ADDED
    return Search("", shelf, settings.tag, settings.source, order, _narrowed(settings.narrowed))


def _narrowed(kept: Mapping[str, object]) -> tuple[Narrowing, ...]:
    """The values chosen of the facets that this version knows."""
    return tuple(
        Narrowing(facet, value)
        for facet in Facet
        for value in _listed(kept.get(facet.value))
        if isinstance(value, str)
    )


def _listed(kept: object) -> list[object]:
    return kept if isinstance(kept, list) else []


def _to_keep(search: Search) -> dict[str, list[str]]:
    """What a list is narrowed to; what narrows found words goes with them."""
    kept: dict[str, list[str]] = {}
    for one in () if search.words.strip() else search.narrowed:
        kept.setdefault(one.facet.value, []).append(one.value)
    return kept


def remembered_page_style(settings: Settings) -> PageStyle:
    usual = PageStyle()
    try:
        kept = {name: type(was)(settings.page[name]) for name, was in asdict(usual).items()}
    except (KeyError, TypeError, ValueError):
        return usual
    return PageStyle(**kept)


def to_remember(
    parts: "Parts", panels: "Panels", geometry: str, widths: tuple[int, ...]
) -> Settings:
    """What to remember of the window as it stands."""
    search, clipping, actions = parts.finding.search, parts.showing.clipping, parts.actions
    saved = parts.finding.saved
    return Settings(
        theme=parts.themes.choice,
        geometry=geometry,
        widths=widths,
        shelf_is_shown=actions["shelf"].isChecked(),
        list_is_shown=actions["list"].isChecked(),
        side_is_shown=actions["side"].isChecked(),
        clipping=clipping.id if clipping else "",
        shelf=search.shelf.value,
        tag=search.tag,
        source=search.source,
        order=parts.finding.order_without_words.value,
        saved_search=saved.id if saved else "",
        narrowed=_to_keep(search),
        page=asdict(panels.pane.page_style),
    )
