"""Write and read the article of a clipping."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from html import escape, unescape

from reader.articles.article import Article, Completeness, Picture
from reader.articles.engine import ENGINE_VERSION
from reader.clipping import count_words
from reader.store.address_key import address_key
from reader.store.alike import link, sketch
from reader.store.fetched import with_fetched
from reader.store.gist import Gist
from reader.store.unindexed import queue

OPENING = 280  # code points of the body that the list may show
SMALLEST_LIST_PICTURE = 80  # pixels; below it is a logo or a portrait beside a byline
_LARGE = 160
_FLATTEST = 3.2  # a flatter one is a banner or a trademark
# What the list shows of the story is a photo that every system can read.
_NOT_LISTED = frozenset(("image/svg+xml", "image/avif", "image/heic"))

# A body as it shows, which is the one that was made unless something corrects it.
BODIES = """(
    SELECT bodies.number, coalesce(shown.html, bodies.html) AS html,
        coalesce(shown.text, bodies.text) AS text,
        CASE WHEN shown.number IS NULL THEN '' ELSE bodies.html END AS made_html
    FROM bodies LEFT JOIN shown USING (number)
)"""

_TEXTS = (
    "title", "standfirst", "byline", "agency", "source", "section", "published", "updated",
    "language", "dateline", "address", "evidence",
)  # fmt: skip


_IMG = re.compile(r'<img\b((?:[^<>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SAVED = "sha256:"


def columns_of(article: Article) -> dict[str, object]:
    """What the table of clippings says of an article that was cleaned just now."""
    return {name: getattr(article, name) for name in _TEXTS} | {
        "people": json.dumps(article.people, ensure_ascii=False),
        "topics": json.dumps(article.topics, ensure_ascii=False),
        "completeness": article.completeness.value,
        "engine": ENGINE_VERSION,
        "address_key": address_key(article.address),
    }


def columns_of_body(
    text: str, pictures: Iterable[Picture], digests: Mapping[str, str]
) -> dict[str, object]:
    """What the list shows of a body."""
    return {
        "words": count_words(text),
        "opening": " ".join(text[: 2 * OPENING].split())[:OPENING],
        "picture": _list_picture(pictures, digests),
    }


def insert_row(db: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    return int(db.execute(_insertion(table, row), tuple(row.values())).lastrowid or 0)


def insert_rows(db: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """The same of rows that all have the columns of the first one."""
    if rows:
        db.executemany(_insertion(table, rows[0]), [tuple(row.values()) for row in rows])


def _insertion(table: str, names: Iterable[str]) -> str:
    columns = tuple(names)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def update_clipping(db: sqlite3.Connection, number: int, row: Mapping[str, object]) -> None:
    names = ", ".join(f"{name} = ?" for name in row)
    db.execute(f"UPDATE clippings SET {names} WHERE number = ?", (*row.values(), number))


def insert_body(
    db: sqlite3.Connection,
    number: int,
    article: Article,
    digests: Mapping[str, str],
    gist: Gist | None = None,
) -> None:
    """Keep what the article says, and have it indexed and learned from.

    `gist` is that of a new clipping, where it is known.
    """
    db.execute("INSERT INTO bodies VALUES (?, ?, ?)", (number, article.html, article.text))
    pictures = [
        {
            "number": number,
            "place": place,
            "address": one.address,
            "sha256": digests.get(one.address, ""),
            "media_type": one.media_type,
            "width": one.width,
            "height": one.height,
            "caption": one.caption,
            "credit": one.credit,
            "description": one.description,
        }
        for place, one in enumerate(article.pictures)
    ]
    insert_rows(db, "pictures", pictures)
    db.execute("INSERT OR REPLACE INTO unlearned VALUES (?, 0)", (number,))
    if gist is None:
        sketch(db, number, article.text)
    else:
        link(db, number, gist.runs)
        blocks = [(number, block) for block in gist.blocks]
        db.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", blocks)
    queue(db, number)


def replace_article(
    db: sqlite3.Connection, number: int, article: Article, digests: Mapping[str, str]
) -> None:
    """Put a newly cleaned article in the place of the old one."""
    saved_at, added_at = db.execute(
        "SELECT saved_at, added_at FROM clippings WHERE number = ?", (number,)
    ).fetchone()
    date = {"sort_date": sort_date(article.published, saved_at, added_at)}
    came = {one: digests.get(one.address, "") for one in article.pictures}
    body = columns_of_body(article.text, *listed(with_fetched(db, number, came)))
    update_clipping(db, number, columns_of(article) | body | date)
    for table in ("bodies", "pictures", "shown", "blocks"):
        db.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    insert_body(db, number, article, digests)


def refile_article(
    db: sqlite3.Connection,
    number: int,
    row: Mapping[str, object],
    article: Article,
    digests: Mapping[str, str],
) -> None:
    """Put the article of another page in its place; `row` tells of that page."""
    update_clipping(db, number, row)
    replace_article(db, number, article, digests)


def listed(pictures: Mapping[Picture, str]) -> tuple[tuple[Picture, ...], dict[str, str]]:
    """Pictures, and their digests by address."""
    return tuple(pictures), {one.address: digest for one, digest in pictures.items()}


def text_of(db: sqlite3.Connection, number: int) -> str:
    """The text as it was made, before anything corrects it."""
    row = db.execute("SELECT text FROM bodies WHERE number = ?", (number,)).fetchone()
    return str(row["text"]) if row else ""


def article_of(row: sqlite3.Row, pictures: Iterable[Picture]) -> Article:
    return Article(
        **{name: row[name] for name in _TEXTS},
        people=tuple(json.loads(row["people"])),
        topics=tuple(json.loads(row["topics"])),
        html=row["html"],
        text=row["text"],
        pictures=tuple(pictures),
        completeness=Completeness(row["completeness"]),
    )


def load_pictures(
    db: sqlite3.Connection, number: int, made_html: str, shown_html: str
) -> dict[Picture, str]:
    """The pictures of a clipping with their digests, as its body shows them now.

    Those left out of it are missing, and those put back into it follow the others.
    """
    rows = db.execute("SELECT * FROM pictures WHERE number = ? ORDER BY place", (number,))
    made = {_picture(row): row["sha256"] for row in rows}
    if not made_html:
        return made
    shown = {
        picture: digest
        for picture, digest in made.items()
        if not _holds(made_html, picture.address) or _holds(shown_html, picture.address)
    }
    return shown | _put_back(shown_html, {picture.address for picture in made})


def sort_date(*dates: str) -> str:
    """The first of these dates, in UTC; one without a zone counts as if it were."""
    for date in dates:
        try:
            moment = datetime.fromisoformat(date)
        except ValueError:
            continue
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        try:
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        except OverflowError:  # the year 1 or 9999, moved over the edge by its zone
            continue
    return ""


def _put_back(shown_html: str, known: Collection[str]) -> dict[Picture, str]:
    """The pictures of a body that did not come with it; those saved go by their digests."""
    found = {}
    for img in _IMG.finditer(shown_html):
        said = {key: unescape(value) for key, value in _ATTRIBUTE.findall(img[1])}
        address = said.get("src", "")
        if address and address not in known:
            width, height = (int(said.get(key, "0")) for key in ("width", "height"))
            picture = Picture(address, description=said.get("alt", ""), width=width, height=height)
            found[picture] = address[len(_SAVED) :] if address.startswith(_SAVED) else ""
    return found


def _holds(html: str, address: str) -> bool:
    return f'src="{escape(address, quote=False)}"' in html


def _picture(row: sqlite3.Row) -> Picture:
    return Picture(
        address=row["address"],
        caption=row["caption"],
        credit=row["credit"],
        description=row["description"],
        media_type=row["media_type"],
        width=row["width"],
        height=row["height"],
    )


def _list_picture(pictures: Iterable[Picture], digests: Mapping[str, str]) -> str:
    """The first that is large enough and no banner, else the first that is no sign."""
    fitting = [
        one
        for one in pictures
        if digests.get(one.address)
        and one.media_type not in _NOT_LISTED
        and min(one.width, one.height) >= SMALLEST_LIST_PICTURE
    ]
    best = next(filter(_is_telling, fitting), fitting[0] if fitting else None)
    return digests[best.address] if best else ""


def _is_telling(picture: Picture) -> bool:
    sides = picture.width, picture.height
    return min(sides) >= _LARGE and picture.width <= _FLATTEST * picture.height
