"""The reader's preferences and where the window stood, typed, with defaults."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any
from uuid import uuid4

FILE_NAME = "settings.json"


@dataclass(frozen=True)
class Settings:
    """What is remembered between starts.

    `geometry` is Qt's own, in base64; `widths` are those of shelf, list, page and side panel
    in pixels; `saved_search` is the id of the one that showed, `narrowed` has the values chosen
    of each facet where no words were sought; `page` is how the page is set (see
    ui.reading.page_style), `watched` which folders are (see watching.watched_folder).
    `search_memory_mb` is how much room there is for answers that the next letter typed may ask
    for again.
    """

    theme: str = "system"
    geometry: str = ""
    widths: tuple[int, ...] = (212, 352, 716, 276)
    shelf_is_shown: bool = True
    list_is_shown: bool = True
    side_is_shown: bool = False
    clipping: str = ""
    shelf: str = "inbox"
    tag: str = ""
    source: str = ""
    order: str = "added"
    saved_search: str = ""
    narrowed: dict[str, Any] = field(default_factory=dict)
    search_memory_mb: int = 24
    page: dict[str, Any] = field(default_factory=dict)
    watched: dict[str, Any] = field(default_factory=dict)


def load_settings(folder: Path) -> Settings:
    """The settings kept there; a default for each that is missing or makes no sense."""
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    plain = Settings()
    fitting: dict[str, Any] = {}
    for one in fields(Settings):
        value = kept.get(one.name)
        value = tuple(value) if one.name == "widths" and isinstance(value, list) else value
        if type(value) is type(getattr(plain, one.name)):
            fitting[one.name] = value
    if not _are_widths(fitting.get("widths", plain.widths)):
        del fitting["widths"]
    return Settings(**fitting)


def _are_widths(widths: tuple[Any, ...]) -> bool:
    usual = Settings.widths
    return len(widths) == len(usual) and all(type(width) is int and width >= 0 for width in widths)


def save_settings(folder: Path, settings: Settings) -> None:
    """Write them beside the old ones, then put them in their place."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{FILE_NAME}.{uuid4().hex}"
    draft.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    draft.replace(folder / FILE_NAME)
