"""Say an address of the web as short as a reader knows it."""

from PySide6.QtCore import QUrl

from reader.ui.file_names import shown_text

LONGEST = 300


def short_address(address: str) -> str:
    """Such as "harbour.example/news/1": without what all addresses have."""
    url = QUrl(address)
    host = url.host().removeprefix("www.")
    if not host:
        return shown_text(address[:LONGEST])
    path = url.path() if url.path() != "/" else ""
    query = f"?{url.query()}" if url.hasQuery() else ""
    return shown_text(f"{host}{path.removesuffix('/')}{query}"[:LONGEST])


def host_of(address: str) -> str:
    """The name of the site, without "www."."""
    return shown_text(QUrl(address).host().removeprefix("www."))
