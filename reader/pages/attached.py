"""Know the names of the folder that a browser lays beside a page for the page's own files."""

import posixpath

from reader.pages.surroundings import PAGE_ENDINGS

# What browsers append to a page's name for the folder of its files; Windows calls these
# "connected files" and knows a word for each of its languages.
_FOLDER_ENDINGS = (
    "_files", ".files", "_file", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden",
    "-filer", "_tiedostot", "_pliki", "_soubory", "_elemei", "_dosyalar", "_fitxers", "_ficheiros",
    "_fajlovi", "_datoteke", "_fails", "_failid", "_bylos", "_fitxategiak",
)  # fmt: skip


def is_attached_name(folder_name: str) -> bool:
    """Whether a browser may have called a folder so, be its page there or not."""
    return folder_name.endswith(_FOLDER_ENDINGS)


def attached_names(page_name: str) -> list[str]:
    """How such folders of a page may be called."""
    stem, ending = posixpath.splitext(page_name)
    return [stem + one for one in _FOLDER_ENDINGS] if ending.lower() in PAGE_ENDINGS else []
