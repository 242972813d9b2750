"""Say records as plain values, for --json."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reader.articles.article import Article, Picture
from reader.articles.corrections import Correction
from reader.clipping import (
    Card,
    Clipping,
    Difference,
    Highlight,
    Outcome,
    Recleaned,
    Version,
    count_words,
    reading_minutes,
)

if TYPE_CHECKING:
    from reader.articles.removed_block import RemovedBlock
    from reader.library.looking import Recognised


def of_outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "path": str(outcome.path),
        "status": outcome.status.value,
        "id": outcome.id,
        "title": outcome.title,
        "reason": outcome.reason,
        "entry": outcome.entry,
    }


def of_version(version: Version) -> dict[str, Any]:
    return asdict(version) | {"completeness": version.completeness.value}


def of_difference(difference: Difference) -> dict[str, Any]:
    """`side` is “both” where the paragraph stands in both, though maybe with other words."""
    pieces = [[side.value, text] for side, text in difference.pieces]
    return {"side": difference.side.value, "is_same": difference.is_same, "pieces": pieces}


def of_recognised(recognised: "Recognised") -> dict[str, Any]:
    return {
        "path": str(recognised.path),
        "program": recognised.program,
        "counts": asdict(recognised.tallies),
        "losses": list(recognised.losses),
        "error": recognised.fault,
    }


def counts_of(recognised: "Recognised") -> list[str]:
    """How much there is, in words, without what there is none of."""
    counts = asdict(recognised.tallies)
    return [f"{many:,} {name.replace('_', ' ')}" for name, many in counts.items() if many]


def of_card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "source": card.source,
        "published": card.published,
        "tags": list(card.tags),
        "snippet": card.excerpt.text,
        "matches": [list(match) for match in card.excerpt.matches],
    }


def of_article(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "people": list(article.people),
        "agency": article.agency,
        "source": article.source,
        "section": article.section,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "dateline": article.dateline,
        "topics": list(article.topics),
        "address": article.address,
        "completeness": article.completeness.value,
        "evidence": article.evidence,
        "text": article.text,
        "html": article.html,
        "pictures": [_of_picture(one) for one in article.pictures],
    }


def of_clipping(clipping: Clipping) -> dict[str, Any]:
    additions = clipping.additions
    words = count_words(clipping.article.text)
    article = of_article(clipping.article)
    for picture in article["pictures"]:
        file = clipping.picture_files.get(picture["address"])
        picture["file"] = str(file) if file else ""
    return {
        "id": clipping.id,
        **article,
        "words": words,
        "minutes": reading_minutes(words),
        "added_at": clipping.added_at,
        "saved_at": clipping.saved_at,
        "file_name": clipping.file_name,
        "original": clipping.original,
        "is_read": additions.is_read,
        "is_starred": additions.is_starred,
        "is_archived": additions.is_archived,
        "is_trashed": additions.is_trashed,
        "position": clipping.position,
        "tags": list(additions.tags),
        "note": additions.note,
        "highlights": [_of_highlight(mark) for mark in additions.highlights],
        "corrections": [of_correction(one) for one in additions.corrections],
    }


def of_correction(correction: Correction) -> dict[str, Any]:
    return {"block": correction.block, "wish": correction.wish.value}


def of_removed(removed: "RemovedBlock", source: str) -> dict[str, Any]:
    """`place` is how many blocks of the story stand before it, `after` the last of them."""
    recurs = f"recurs in {removed.many} clippings of {source}"
    return {
        "block": removed.block.id,
        "reason": recurs if removed.many else removed.reason.value,
        "after": removed.after,
        "place": removed.place,
        "text": removed.block.text,
        "html": removed.block.html,
    }


def of_recleaned(recleaned: Recleaned) -> dict[str, Any]:
    return {
        "id": recleaned.id,
        "title": recleaned.title,
        "changed": list(recleaned.changed),
        "unplaced": list(recleaned.unplaced),
        "error": recleaned.reason,
    }


def _of_picture(picture: Picture) -> dict[str, Any]:
    plain = asdict(picture)
    plain["is_saved"] = plain.pop("content") is not None
    return plain


def _of_highlight(mark: Highlight) -> dict[str, Any]:
    """A W3C Web Annotation, in its own words where it has words for it."""
    quote = mark.quote
    return {
        "id": mark.id,
        "colour": mark.colour.value,
        "note": mark.note,
        "marked_at": mark.marked_at,
        "selectors": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        ],
    }
