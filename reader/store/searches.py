"""Save and load the searches that the reader keeps, and those asked of late."""

import json
from collections.abc import Sequence

from reader.clipping import Facet, Narrowing, Order, SavedSearch, Search, Shelf
from reader.store.database import Database

MOST_RECENT = 30


class Searches:
    """The saved searches in their order, and the recent ones."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def saved(self) -> tuple[SavedSearch, ...]:
        rows = self._database.reading().execute(
            "SELECT id, name, search FROM saved_searches ORDER BY place, id"
        )
        return tuple(SavedSearch(row["id"], row["name"], _read(row["search"])) for row in rows)

    def save(self, searches: Sequence[SavedSearch]) -> None:
        """These instead of those there were."""
        rows = [
            (one.id, place, one.name, _written(one.search)) for place, one in enumerate(searches)
        ]
        with self._database.writing() as db:
            db.execute("DELETE FROM saved_searches")
            db.executemany("INSERT INTO saved_searches VALUES (?, ?, ?, ?)", rows)

    def recent(self) -> tuple[str, ...]:
        """The latest first."""
        rows = self._database.reading().execute(
            "SELECT words FROM recent_searches ORDER BY stamp DESC LIMIT ?", (MOST_RECENT,)
        )
        return tuple(row["words"] for row in rows)

    def remember(self, words: str) -> None:
        with self._database.writing() as db:
            db.execute("INSERT OR REPLACE INTO recent_searches (words) VALUES (?)", (words,))
            db.execute(
                "DELETE FROM recent_searches WHERE stamp NOT IN"
                " (SELECT stamp FROM recent_searches ORDER BY stamp DESC LIMIT ?)",
                (MOST_RECENT,),
            )

    def forget(self) -> None:
        with self._database.writing() as db:
            db.execute("DELETE FROM recent_searches")


def _written(search: Search) -> str:
    told = {
        "words": search.words,
        "shelf": search.shelf,
        "tag": search.tag,
        "source": search.source,
        "order": search.order,
        "narrowed": [[one.facet, one.value] for one in search.narrowed],
    }
    return json.dumps(told, ensure_ascii=False)


def _read(told: str) -> Search:
    """What was written, perhaps by a version that knows more than this one."""
    known = json.loads(told)
    facets, shelves, orders = set(Facet), set(Shelf), set(Order)
    return Search(
        words=known["words"],
        shelf=Shelf(known["shelf"]) if known["shelf"] in shelves else Shelf.ALL,
        tag=known["tag"],
        source=known["source"],
        order=Order(known["order"]) if known["order"] in orders else Order.NEWEST,
        narrowed=tuple(
            Narrowing(Facet(facet), value) for facet, value in known["narrowed"] if facet in facets
        ),
    )
