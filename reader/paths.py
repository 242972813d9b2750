"""Know where the library, the settings, the logs and the resources lie."""

import os
from pathlib import Path

import platformdirs

NAME = "Clippings"
LIBRARY_VARIABLE = "CLIPPINGS_LIBRARY"


def library_folder(chosen: Path | None = None) -> Path:
    """The folder asked for, else the one in CLIPPINGS_LIBRARY, else the user's data folder."""
    if chosen is not None:
        return _at_home(chosen)
    named = os.environ.get(LIBRARY_VARIABLE)
    if named:
        return _at_home(Path(named))
    return platformdirs.user_data_path(NAME, appauthor=False)


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser().absolute()
    except RuntimeError:  # "~somebody" where there is no somebody is a name as good as any
        return path.absolute()


def settings_folder() -> Path:
    return platformdirs.user_config_path(NAME, appauthor=False)


def state_folder() -> Path:
    """What is this machine's own, and of no use on another."""
    return platformdirs.user_state_path(NAME, appauthor=False)


def log_folder() -> Path:
    return platformdirs.user_log_path(NAME, appauthor=False)


def resources_folder() -> Path:
    """Where fonts, themes, icons and samples lie: beside `reader/`, or inside it in a wheel."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
