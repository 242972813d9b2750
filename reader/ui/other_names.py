"""What readers may call a command, beside its title in the menus."""

from collections.abc import Mapping

from PySide6.QtCore import QObject


def other_names(speaker: QObject) -> Mapping[str, tuple[str, ...]]:
    """By the names of the commands: what other programs call the same."""
    tr = speaker.tr
    called = {
        "add_files": tr("Import, Open"),
        "add_folder": tr("Import Folder, Open Folder"),
        "add_address": tr("Fetch, Download, Link, URL"),
        "watched": tr("Import by Itself, Downloads"),
        "report": tr("Import Report, Log, Failures, Errors"),
        "rebuild_index": tr("Reindex, Rebuild"),
        "clean_outdated": tr("Update"),
        "quit": tr("Exit"),
        "undo": tr("Take Back"),
        "redo": tr("Repeat"),
        "paste": tr("Import from the Clipboard"),
        "search": tr("Find in All"),
        "narrow": tr("Filter, Facets"),
        "find": tr("Search on This Page"),
        "shelf": tr("Sidebar"),
        "side": tr("Sidebar, Highlights, Comments, History"),
        "focus": tr("Full Screen, Zen"),
        "larger": tr("Zoom In, Bigger Font"),
        "smaller": tr("Zoom Out, Smaller Font"),
        "usual_size": tr("Reset Zoom, 100 %"),
        "star": tr("Favourite, Favorite, Bookmark, Like"),
        "archive": tr("Done"),
        "unread": tr("Read, Mark as Read"),
        "mark": tr("Highlight"),
        "caret": tr("Caret"),
        "tag": tr("Label, Category"),
        "note": tr("Comment, Annotate"),
        "left_out": tr("Removed, Missing Text"),
        "leave_out": tr("Hide, Cut Out"),
        "compare": tr("Diff, Changes, History"),
        "clean_again": tr("Reload, Refresh, Extract"),
        "open_page": tr("Browser, Website, Visit, Original"),
        "fetch_pictures": tr("Download Images, Images, Photos"),
        "copy_address": tr("Link, URL, Share"),
        "trash": tr("Delete, Remove"),
        "restore": tr("Undelete, Recover"),
        "go_trash": tr("Deleted"),
        "go_marks": tr("Highlights"),
        "go_starred": tr("Favourites, Favorites, Bookmarks"),
        "keys": tr("Shortcuts, Keyboard, Hotkeys"),
        "search_help": tr("Syntax, Operators, Query"),
        "about": tr("Version, Licence, License"),
    }
    return {name: tuple(names.split(", ")) for name, names in called.items()}
