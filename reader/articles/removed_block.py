"""RemovedBlock: words of a page that are not shown, with the reason and their place."""

from dataclasses import dataclass
from enum import StrEnum

from reader.articles.blocks import Block


class Reason(StrEnum):
    """Why words of a page are no part of its story."""

    ABOUT_THE_AUTHOR = "about the author"
    ABOUT_THE_PAGE = "about the page"
    ABOVE = "above the story"
    ADVERTISING = "advertising"
    AFTER = "after the story"
    BEFORE_HEADLINE = "before the headline"
    BESIDE = "beside the story"
    BUTTON = "button"
    BYLINE = "byline"
    CAPTION = "caption without a picture"
    COMMENTS = "comments"
    CONSENT = "consent"
    CREDIT = "credit"
    DATE = "date"
    DRAWING = "drawing"
    FOOTER = "page footer"
    FORM = "form"
    FURTHER_READING = "further reading"
    FURTHER_STORIES = "further stories"
    HEADLINE = "headline"
    HIDDEN = "hidden"
    LINKS = "links"
    NAVIGATION = "navigation"
    OTHER = "not part of the story"
    PLAYER = "player"
    PLUG_IN = "plug-in"
    READER = "left out by you"
    RECURRING = "recurs"
    SAID_TWICE = "said twice"
    SHARING = "sharing"
    STANDFIRST = "standfirst"
    SUBSCRIPTION = "subscription"
    TEASER = "teaser"
    TOPICS = "topics"


@dataclass(frozen=True)
class RemovedBlock:
    """A block that is not shown; `after` is the id of the block it stood behind, "" the start.

    `place` is how many blocks of the body stand before it, `many` in how many clippings of its
    source a recurring one stands. `contents` are the bytes of its pictures, by their addresses,
    where they were saved with the page.
    """

    block: Block
    reason: Reason
    after: str = ""
    many: int = 0
    place: int = 0
    contents: tuple[tuple[str, bytes], ...] = ()
