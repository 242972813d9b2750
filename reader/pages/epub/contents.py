"""Tell which documents of an EPUB are articles of their own."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.pages.epub.document import Document
from reader.pages.epub.package import Package, resolve
from reader.pages.epub.xml import called, local_name, parse_xml, said, told
from reader.pages.zipped import Zipped

_LARGEST_XML = 8 * 1024 * 1024
_LITTLE_BESIDE = 80
_MAKERS_NOTE = 240  # letters, of what made the file and where to complain of it


@dataclass(frozen=True)
class Target:
    """A line of the table of contents; `above` is the document of the line it stands under."""

    document: str
    title: str
    kind: str
    above: str


@dataclass(frozen=True)
class Group:
    """The documents that make one page, and what the table of contents calls it."""

    title: str
    documents: tuple[Document, ...]


def read_contents(archive: Zipped, package: Package) -> tuple[Target, ...]:
    for name in package.contents:
        try:
            root = parse_xml(archive.read(name, _LARGEST_XML)) if name in archive else None
        except OSError:
            root = None
        found = _targets(root, posixpath.dirname(name)) if root is not None else ()
        if found:
            return found
    return ()


def group(
    documents: Sequence[Document], targets: Sequence[Target], package: Package
) -> tuple[Group, ...]:
    """One group for an article or a book; one for each article of a collection.

    It is a collection where it says so, or where several articles tell their own addresses and
    the whole has none. An article begins with each document that the table of contents leads
    to, and has the documents up to the next; what it leads to below an article is part of it.
    """
    read = _without_front_matter(documents, package)
    if package.is_periodical:
        read = _without_lists(read, targets)
    if not read:
        return ()
    starts = _starts(read, targets)
    addresses = {one.address for one in read if one.address}
    is_named = package.is_periodical or any(one.kind == "article" for one in targets)
    is_collection = len(starts) > 1 and (
        is_named or (not package.address and len(addresses) * 2 > len(starts) > 1 < len(addresses))
    )
    if not is_collection:
        return (Group("", tuple(read)),)
    titles = {one.document: one.title for one in reversed(targets)}
    return tuple(
        Group(titles.get(one[0].name, ""), tuple(one))
        for one in _parted(read, starts)
        if any(each.letters for each in one)
    )


def _targets(root: Element, folder: str) -> tuple[Target, ...]:
    points = list(called(root, "navpoint"))
    if points:
        return tuple(_of_ncx(point, folder) for point in points)
    toc = next((one for one in called(root, "nav") if "toc" in told(one, "type").split()), None)
    if toc is None:
        return ()
    return tuple(
        Target(_link(item, "a", "href", folder), _text(item, "a"), "", _above(item, folder))
        for item in called(toc, "li")
    )


def _of_ncx(point: Element, folder: str) -> Target:
    return Target(
        document=_link(point, "content", "src", folder),
        title=_text(point, "navlabel"),
        kind=told(point, "class"),
        above=_above(point, folder),
    )


def _above(point: Element, folder: str) -> str:
    name = local_name(point)
    above = next((one for one in point.iterancestors() if local_name(one) == name), None)
    if above is None:
        return ""
    return _link(above, *(("content", "src") if name == "navpoint" else ("a", "href")), folder)


def _link(point: Element, name: str, attribute: str, folder: str) -> str:
    found = next((one for one in point if local_name(one) == name), None)
    return resolve(folder, told(found, attribute)) if found is not None else ""


def _text(point: Element, name: str) -> str:
    found = next((one for one in point if local_name(one) == name), None)
    return said(found) if found is not None else ""


def _without_front_matter(documents: Sequence[Document], package: Package) -> list[Document]:
    """The documents without covers, title pages, tables of contents and the maker's note."""
    read = [
        one for one in documents if not (one.is_front_matter or one.is_index or one.is_empty)
    ] or [one for one in documents if one.letters]
    if len(read) > 1 and _is_title_page(read[0], package):
        read = read[1:]
    if len(read) > 1 and _is_makers_note(read[-1], package):
        read = read[:-1]
    return read


def _without_lists(documents: list[Document], targets: Sequence[Target]) -> list[Document]:
    """The documents of a newspaper without those that only lead to the articles of a section."""
    articles = {one.document for one in targets if one.kind == "article"}
    below: dict[str, set[str]] = {}
    for one in targets:
        if one.above != one.document and one.above not in articles:
            below.setdefault(one.above, set()).add(one.document)
    return [
        one for one in documents if one.name not in below or not below[one.name] <= one.leads_to
    ] or documents


def _is_title_page(document: Document, package: Package) -> bool:
    """Whether it says hardly more than the title and the names that the EPUB has."""
    if not document.is_slight or document.address:
        return False
    text = said(document.body)
    names_maker = bool(package.publisher) and package.publisher.lower() in text.lower()
    known = sorted((package.title, package.publisher, *package.people), key=len, reverse=True)
    for words in filter(None, known):
        text = text.replace(words, "")
    most = _MAKERS_NOTE if names_maker else _LITTLE_BESIDE
    return len(text) < most and package.title in said(document.body)


def _is_makers_note(document: Document, package: Package) -> bool:
    """Whether it is a last short note with a link to the publisher of the file."""
    if not document.is_slight or document.address or document.heading or not package.publisher:
        return False
    text = said(document.body)
    has_link = next(called(document.body, "a"), None) is not None
    return has_link and package.publisher.lower() in text.lower()


def _starts(documents: Sequence[Document], targets: Sequence[Target]) -> set[str]:
    names = {one.name for one in documents}
    led_to = [one for one in targets if one.document in names]
    starts = {one.document for one in led_to if one.above not in names or one.above == one.document}
    return starts or {one.name for one in documents if one.address}


def _parted(documents: Sequence[Document], starts: set[str]) -> list[list[Document]]:
    parted: list[list[Document]] = [[]]
    for document in documents:
        last = parted[-1]
        # A short page with the article's title and address goes before the article itself.
        is_led_in = (
            len(last) == 1 and last[0].is_slight and last[0].address and not document.address
        )
        if document.name in starts and last and not is_led_in:
            parted.append([])
        parted[-1].append(document)
    return parted
