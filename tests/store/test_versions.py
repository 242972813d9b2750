"""Pages of one address are found without looking at all clippings."""

from pathlib import Path

from reader.store.database import Database
from reader.store.versions import WITH_ADDRESS


def test_a_page_of_the_same_address_is_found_by_an_index(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db", tmp_path / "backups")
    rows = database.reading().execute(f"EXPLAIN QUERY PLAN {WITH_ADDRESS}", ("lamp", 8))
    plan = [row["detail"] for row in rows]
    assert any("clippings_by_address" in step for step in plan)
    database.close()
