"""Article: the story of a page, and what the page says about it."""

from dataclasses import dataclass
from enum import StrEnum


class Completeness(StrEnum):
    """How much of the story the page holds; the last five hold none."""

    WHOLE = "whole"
    PARTIAL = "partial"  # cut, by a paywall most often
    TEASER = "teaser"
    LIST = "list"
    CONSENT = "consent"
    ERROR = "error"
    EMPTY = "empty"
    LINK = "link"  # an address that came without its page


@dataclass(frozen=True)
class Picture:
    """A picture of the article.

    `address` is what the `src` in the body says: a web address, the name of a part saved
    with the page, or `sha256:` and a digest for one that stood in the markup itself.
    `content` holds its bytes where the page carried them; `width` and `height` are pixels.
    """

    address: str
    caption: str = ""
    credit: str = ""
    description: str = ""
    content: bytes | None = None
    media_type: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Article:
    """A cleaned page.

    `published` and `updated` are ISO 8601, a date alone or a time with its zone where the
    page names one, and empty where the page has none. `byline` is the line as it stands,
    without its "By"; `people` and `agency` are who it names. `language` is a BCP 47 tag. `html`
    is the body alone, free of anything that runs or loads; `text` is what it says, one
    paragraph to a block, blocks parted by a blank line. `evidence` is what told how complete it
    is, in the page's own words where it has any.
    """

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    people: tuple[str, ...] = ()
    agency: str = ""
    source: str = ""
    section: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    dateline: str = ""
    topics: tuple[str, ...] = ()
    address: str = ""
    html: str = ""
    text: str = ""
    pictures: tuple[Picture, ...] = ()
    completeness: Completeness = Completeness.WHOLE
    evidence: str = ""
