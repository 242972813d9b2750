"""The records of the collection: Clipping, Highlight, Card, Search, Change, Outcome."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path

from reader.articles.article import Article, Completeness
from reader.articles.corrections import Correction
from reader.articles.quote import Quote

WORDS_A_MINUTE = 230


class Shelf(StrEnum):
    """The fixed places a clipping can stand in; a trashed one stands in Trash alone."""

    INBOX = "inbox"
    ALL = "all"
    STARRED = "starred"
    ARCHIVE = "archive"
    MARKS = "marks"
    TRASH = "trash"


class Order(StrEnum):
    """How found clippings are sorted; newest and oldest go by the story's own date."""

    RELEVANCE = "relevance"
    ADDED = "added"
    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    SOURCE = "source"


class Facet(StrEnum):
    """What a result is narrowed by, and counted by."""

    SOURCE = "source"
    TAG = "tag"
    YEAR = "year"
    SECTION = "section"
    BYLINE = "byline"
    AGENCY = "agency"
    LANGUAGE = "language"


class Part(StrEnum):
    """Where an excerpt comes from."""

    BODY = "body"
    NOTE = "note"
    MARK = "mark"


class Colour(StrEnum):
    """The colours of a highlight."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    ROSE = "rose"
    VIOLET = "violet"


@dataclass(frozen=True)
class Highlight:
    """A quote the reader marked, with the reader's own note on it."""

    id: str
    quote: Quote
    colour: Colour = Colour.YELLOW
    note: str = ""
    marked_at: str = ""


@dataclass(frozen=True)
class Additions:
    """All that the reader added to a clipping; never made again, so never lost."""

    is_read: bool = False
    is_starred: bool = False
    is_archived: bool = False
    is_trashed: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    highlights: tuple[Highlight, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Clipping:
    """A kept article with its origin and what the reader added.

    `position` is how far the reader got, from 0 to 1. `picture_files` tells where the
    pictures that came with the page lie, by the address their `src` names. Times are
    ISO 8601 in UTC. `engine` is the version of the cleaner that made the article.
    """

    id: str
    article: Article
    additions: Additions = Additions()
    position: float = 0.0
    added_at: str = ""
    saved_at: str = ""
    file_name: str = ""
    original: str = ""
    engine: int = 0
    picture_files: Mapping[str, Path] = field(default_factory=dict)


@dataclass(frozen=True)
class Excerpt:
    """A piece of text; `matches` are the (start, end) code points of the words found in it."""

    text: str = ""
    matches: tuple[tuple[int, int], ...] = ()
    part: Part = Part.BODY


@dataclass(frozen=True)
class Parts:
    """The texts that excerpts are made from; `marks` are quotes with the notes on them."""

    body: str
    note: str = ""
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Card:
    """What a list shows of one clipping; `date` is `published`, else when it was saved.

    `link` is the address of a clipping that is a link without text.
    """

    id: str
    title: str
    source: str = ""
    date: str = ""
    published: str = ""
    minutes: int = 1
    tags: tuple[str, ...] = ()
    excerpt: Excerpt = Excerpt()
    picture: Path | None = None
    is_read: bool = False
    is_starred: bool = False
    link: str = ""


@dataclass(frozen=True)
class Searchable:
    """What is searched of one clipping; `number` is what store and index call it.

    `marks` are the highlighted words with the notes on them; `language` is a BCP 47 tag.
    """

    number: int
    title: str
    standfirst: str
    byline: str
    source: str
    section: str
    topics: str
    tags: str
    note: str
    body: str
    marks: str = ""
    language: str = ""


@dataclass(frozen=True)
class Narrowing:
    """A value of a facet that was chosen; a tag stands for those nested under it as well."""

    facet: Facet
    value: str


@dataclass(frozen=True)
class Search:
    """What the reader asks for; a tag stands for those nested under it as well.

    Of `narrowed`, values of one facet are alternatives; each facet must be met.
    """

    words: str = ""
    shelf: Shelf = Shelf.ALL
    tag: str = ""
    source: str = ""
    order: Order = Order.NEWEST
    narrowed: tuple[Narrowing, ...] = ()

    def toggled(self, facet: Facet, value: str) -> "Search":
        """With this value chosen, or no more where it is."""
        one = Narrowing(facet, value)
        kept = tuple(other for other in self.narrowed if other != one)
        return replace(self, narrowed=kept if one in self.narrowed else (*kept, one))


@dataclass(frozen=True)
class SavedSearch:
    """A search that the reader keeps under a name."""

    id: str
    name: str
    search: Search


@dataclass(frozen=True)
class Found:
    """The clippings that answer a search, in its order, and how long that took.

    `unread` are the pieces of the query that were taken for plain words, though they look like
    more. `meant` is the query as it may have been meant, where that finds more, and
    `meant_count` how many.
    """

    ids: tuple[str, ...] = ()
    milliseconds: float = 0.0
    unread: tuple[str, ...] = ()
    meant: str = ""
    meant_count: int = 0


@dataclass(frozen=True)
class Counts:
    """How much stands where; tags and sources in the order a reader looks them up.

    INBOX counts the unread alone, MARKS the highlights, every other shelf its clippings.
    """

    shelves: Mapping[Shelf, int] = field(default_factory=dict)
    tags: tuple[tuple[str, int], ...] = ()
    sources: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class SearchesChange:
    """All saved searches before and after one of them was changed."""

    before: tuple[SavedSearch, ...]
    after: tuple[SavedSearch, ...]


@dataclass(frozen=True)
class Change:
    """What one call changed: which clippings, and the reader's additions before and after.

    `remade` are those whose article is another now, though nobody corrected it; `versions`
    gives the keys of the page that showed before and of the one that shows now.
    """

    added: frozenset[str] = frozenset()
    remade: frozenset[str] = frozenset()
    before: Mapping[str, Additions] = field(default_factory=dict)
    after: Mapping[str, Additions] = field(default_factory=dict)
    versions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    searches: SearchesChange | None = None

    @property
    def clippings(self) -> frozenset[str]:
        return self.added | self.remade | self.after.keys() | self.versions.keys()

    @property
    def fields(self) -> frozenset[str]:
        """The names of the additions that differ anywhere."""
        return frozenset(
            one.name
            for one in fields(Additions)
            if any(
                getattr(self.before[id_], one.name) != getattr(new, one.name)
                for id_, new in self.after.items()
            )
        )

    def __bool__(self) -> bool:
        return bool(self.added or self.remade or self.versions or self.searches) or any(
            self.before[i] != new for i, new in self.after.items()
        )


class Status(StrEnum):
    """What became of a page that was to come in."""

    ADDED = "added"
    DUPLICATE = "duplicate"  # it is here already, or another copy of the same text is
    VERSION = "version"  # another version of a clipping's page
    FILLED = "filled"  # the text of a link that was without one
    PASSED_OVER = "passed over"  # what another program kept, and is no page
    FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """What became of one page of a file.

    `reason` is a sentence for the reader where it failed, or where there is more to tell.
    `entry` names the page where its file holds several, and `is_remade` tells of a clipping
    that was here before and shows another text now.
    """

    path: Path
    status: Status
    id: str = ""
    title: str = ""
    reason: str = ""
    entry: str = ""
    is_remade: bool = False


@dataclass(frozen=True)
class Version:
    """One of several pages that were kept of a clipping; `key` names it among all pages."""

    key: str
    title: str
    saved_at: str = ""
    added_at: str = ""
    file_name: str = ""
    completeness: Completeness = Completeness.WHOLE
    is_shown: bool = False


class Side(StrEnum):
    """In which of two versions words stand."""

    BOTH = "both"
    BEFORE = "before"  # and no more in the later one
    AFTER = "after"


@dataclass(frozen=True)
class Difference:
    """A paragraph as two versions tell it; `pieces` are its words in order, by where they stand.

    `side` is BOTH for one that stands in either, though maybe with other words.
    """

    side: Side
    pieces: tuple[tuple[Side, str], ...]

    @property
    def is_same(self) -> bool:
        return all(side is Side.BOTH for side, _ in self.pieces)


@dataclass(frozen=True)
class Recleaned:
    """What cleaning a clipping again changed, by the names of the article's fields.

    `unplaced` are the marks that stand nowhere in the new text; `reason` is a sentence for the
    reader where the clipping had to stay as it was.
    """

    id: str
    title: str
    changed: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    reason: str = ""


# Scripts written without spaces: about two letters make what others call a word.
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)


def count_words(text: str) -> int:
    """The number of words, counting two letters of an unspaced script as one."""
    unspaced = len(_UNSPACED.findall(text))
    return len((_UNSPACED.sub(" ", text) if unspaced else text).split()) + unspaced // 2


def reading_minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE))
