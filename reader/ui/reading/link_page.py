"""Say what a link without text is, and how it can be filled."""

from PySide6.QtCore import QCoreApplication, QUrl

from reader.articles.article import Article
from reader.ui.addresses import host_of, short_address
from reader.ui.reading.story import Block, Kind, Run, Style

FETCH = "clippings:fetch"
_WEB = ("http", "https")


def link_blocks(article: Article, byline: str) -> list[Block]:
    """What stands in the place of the story: where it is, and what can be done."""
    source = _flat(article.source) or host_of(article.address)
    title = _flat(article.title) or short_address(article.address)
    above = (
        (Kind.SOURCE, source),
        (Kind.HEADLINE, title or _translate("Without a title")),
        (Kind.STANDFIRST, _flat(article.standfirst)),
        (Kind.BYLINE, byline),
    )
    blocks = [Block(kind, (Run(text),)) for kind, text in above if text]
    return [*blocks, *_instead(article.address)]


def _instead(address: str) -> list[Block]:
    said = _translate("This is a link: its page has not been saved yet.")
    notice = Block(Kind.NOTICE, (Run(said),))
    url = QUrl(address)
    if url.scheme() not in _WEB or not url.host():
        return [notice]
    # An address runs from the left, in whatever language the rest is.
    shown = Run(short_address(address), link=address)
    acts = (
        Run(_translate("Open in the browser"), Style.BOLD, link=address),
        Run("\u2003"),
        Run(_translate("Fetch this page"), Style.BOLD, link=FETCH),
    )
    how = _translate(
        "To read it here, open it in the browser, save the page (Ctrl+S) and drop the saved file "
        "on this window. The text then takes its place here, beside all you have added."
    )
    return [
        Block(Kind.NOTICE, (shown,), direction="ltr"),
        notice,
        Block(Kind.NOTICE, acts),
        Block(Kind.NOTICE, (Run(how),)),
    ]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _translate(text: str) -> str:
    return QCoreApplication.translate("ReadingPage", text)
