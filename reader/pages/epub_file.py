"""Open the pages of an EPUB."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from reader.errors import CannotOpenPage
from reader.pages.epub.contents import Group, group, read_contents
from reader.pages.epub.document import Document, read_document
from reader.pages.epub.joined import join
from reader.pages.epub.package import Package, moment_of, read_package
from reader.pages.epub.xml import called, parse_xml, told
from reader.pages.file_names import said
from reader.pages.original import LARGEST_PAGE, MOST_PARTS, Original
from reader.pages.part import Part
from reader.pages.record import Record, Stated
from reader.pages.saved_page import Kind, SavedPage
from reader.pages.zipped import Zipped

# Reading programs undo these, which only keep a font from being copied.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
# What makes EPUBs of pages names itself where the name of a site or a person belongs.
_PROGRAMS = re.compile(
    r"(?i)\b(?:calibre|wallabag|readeck|pocket|instapaper|dotepub|pandoc|epub\w*|unknown)\b"
)
_NOT_LONG = timedelta(days=2)


def open_epub(original: Original, wanted: str | None = None) -> Iterator[SavedPage]:
    """The article of an EPUB, its chapters joined; each article, where it is a collection."""
    shown = said(original.name.rsplit("/", 1)[-1])
    archive = Zipped(shown, original.content)
    _refuse_locked(archive, shown)
    package = read_package(archive)
    documents = _documents(archive, package) if package is not None else []
    groups = group(documents, read_contents(archive, package), package) if package else ()
    if package is None or not groups:
        raise CannotOpenPage(
            f"“{shown}” is an EPUB without a text that can be read. Save or download it again."
        )
    parts = _pictures(archive, package)
    if len(groups) == 1:
        yield _whole(original, package, groups[0], parts)
        return
    for one in groups:
        if wanted in (None, _entry(one)):
            yield _one_of_many(original, package, one, parts)


def _refuse_locked(archive: Zipped, shown: str) -> None:
    is_locked = any(archive.is_locked(name) for name in archive)
    if is_locked or _is_protected(archive):
        raise CannotOpenPage(
            f"“{shown}” is protected, so its text cannot be read. "
            "Get it without protection, or save the page itself."
        )


def _is_protected(archive: Zipped) -> bool:
    if "META-INF/encryption.xml" not in archive:
        return False
    try:
        root = parse_xml(archive.read("META-INF/encryption.xml"))
    except OSError:
        return True
    ways = called(root, "encryptionmethod") if root is not None else iter(())
    return any(told(one, "algorithm") not in _OF_FONTS for one in ways)


def _documents(archive: Zipped, package: Package) -> list[Document]:
    found: list[Document] = []
    left = LARGEST_PAGE
    for name in package.documents:
        try:
            content = archive.read(name, left)
        except OSError:
            continue
        left -= len(content)
        document = read_document(name, content, package.kinds.get(name, ""))
        if document is not None:
            found.append(document)
    return found


def _pictures(archive: Zipped, package: Package) -> dict[str, Part]:
    names = [
        name for name, kind in package.media_types.items()
        if kind.startswith("image/") and name in archive
    ]  # fmt: skip
    return {name: archive.part(name) for name in names[:MOST_PARTS]}


def _whole(
    original: Original, package: Package, one: Group, parts: Mapping[str, Part]
) -> SavedPage:
    """What the EPUB says of itself is said of its article."""
    address = package.address or next((each.address for each in one.documents if each.address), "")
    title = package.title
    people = tuple(name for name in package.people if not _PROGRAMS.search(name))
    stated = Stated(
        title=title,
        standfirst="",
        people=people,
        source="" if _PROGRAMS.search(package.publisher) else package.publisher,
        published=_published(package, original),
        topics=package.subjects,
    )
    return _page(original, package, one, parts, (title, address, "", stated))


def _one_of_many(
    original: Original, package: Package, one: Group, parts: Mapping[str, Part]
) -> SavedPage:
    """What a collection says of itself is said of none of its articles."""
    address = next((each.address for each in one.documents if each.address), "")
    has_heading = any(each.heading for each in one.documents)
    stated = Stated(title="" if has_heading else one.title)
    return _page(original, package, one, parts, (one.title, address, _entry(one), stated))


def _entry(one: Group) -> str:
    return one.documents[0].name


def _page(
    original: Original,
    package: Package,
    one: Group,
    parts: Mapping[str, Part],
    about: tuple[str, str, str, Stated],
) -> SavedPage:
    title, address, entry, stated = about
    return SavedPage(
        name=original.name,
        kind=Kind.HTML,
        markup=join(title, _language(package, one), one.documents),
        address=address,
        saved_at=package.modified or moment_of(package.published) or original.changed_at,
        parts=parts,
        entry=entry,
        record=Record(stated=stated),
    )


def _language(package: Package, one: Group) -> str:
    """What an article's longest document says, else the whole; the text has to bear it out."""
    longest = max(one.documents, key=lambda document: document.letters)
    language = longest.language or package.language
    return "" if language.lower() in ("und", "mul", "zxx") else language


def _published(package: Package, original: Original) -> str:
    """The date, if it is not the one on which the file was made; most programs set that."""
    date = moment_of(package.published)
    made = package.modified or original.changed_at
    if date is None or made is None or abs(made - date) < _NOT_LONG:
        return ""
    return package.published
