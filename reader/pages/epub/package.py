"""Read what an EPUB says about itself: its title, its people, and its documents in order."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import unquote

from lxml.etree import _Element as Element

from reader.pages.epub.xml import called, local_name, parse_xml, said, told
from reader.pages.zipped import Zipped

_LARGEST_XML = 8 * 1024 * 1024
_MOST_DOCUMENTS = 5000
_ADDRESS = re.compile(r"https?://[^/\s]+/[^\s]+", re.IGNORECASE)
_AUTHORS = frozenset(("", "aut", "author"))
_MOST_PEOPLE = 20


@dataclass(frozen=True)
class Package:
    """`documents` are the names of the spine's files; `kinds` what each is said to be.

    `address` is the web address of the whole, where one is told.
    """

    title: str = ""
    people: tuple[str, ...] = ()
    publisher: str = ""
    description: str = ""
    language: str = ""
    subjects: tuple[str, ...] = ()
    address: str = ""
    published: str = ""
    modified: datetime | None = None
    is_periodical: bool = False
    documents: tuple[str, ...] = ()
    media_types: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    contents: tuple[str, ...] = ()  # the files with the table of contents, the best first


def read_package(archive: Zipped) -> Package | None:
    """None where it is no EPUB that can be read."""
    name = _package_name(archive)
    root = _parsed(archive, name)
    if root is None:
        return None
    folder = posixpath.dirname(name)
    files = {told(one, "id"): one for one in called(root, "item")}
    names = {key: resolve(folder, told(one, "href")) for key, one in files.items()}
    spine = next(called(root, "spine"), None)
    metadata = next(called(root, "metadata"), root)
    published, modified = _dates(metadata)
    return Package(
        title=_first(metadata, "title"),
        people=_people(metadata),
        publisher=_first(metadata, "publisher"),
        description=_first(metadata, "description"),
        language=_first(metadata, "language").replace("_", "-"),
        subjects=tuple(dict.fromkeys(filter(None, _all(metadata, "subject"))))[:50],
        address=_address(metadata),
        published=published,
        modified=modified,
        is_periodical=_is_periodical(metadata),
        documents=_documents(spine, names, archive),
        media_types={names[key]: told(one, "media-type") for key, one in files.items()},
        kinds=_kinds(root, folder, files, names),
        contents=_contents(spine, files, names),
    )


def resolve(folder: str, reference: str) -> str:
    """The name in the archive that a reference means, from a file in this folder."""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)).lstrip("/")


def _package_name(archive: Zipped) -> str:
    container = _parsed(archive, "META-INF/container.xml")
    files = called(container, "rootfile") if container is not None else iter(())
    named = next((told(one, "full-path") for one in files if told(one, "full-path")), "")
    if named in archive:
        return named
    return next((name for name in archive if name.lower().endswith(".opf")), "")


def _parsed(archive: Zipped, name: str) -> Element | None:
    if name not in archive:
        return None
    try:
        return parse_xml(archive.read(name, _LARGEST_XML))
    except OSError:
        return None


def _all(metadata: Element, name: str) -> list[str]:
    return [said(one) for one in called(metadata, name)]


def _first(metadata: Element, name: str) -> str:
    return next(filter(None, _all(metadata, name)), "")[:4000]


def _people(metadata: Element) -> tuple[str, ...]:
    roles = {
        told(one, "refines").lstrip("#"): said(one)
        for one in called(metadata, "meta")
        if told(one, "property") == "role"
    }
    people: list[str] = []
    for one in called(metadata, "creator"):
        role = told(one, "role") or roles.get(told(one, "id"), "")
        if role.lower() in _AUTHORS:
            people += re.split(r"\s*[;&]\s*", said(one))
    return tuple(dict.fromkeys(filter(None, people)))[:_MOST_PEOPLE]


def _address(metadata: Element) -> str:
    """The address of a page, not of a program's home."""
    stated = [*_all(metadata, "source"), *_all(metadata, "identifier"), *_all(metadata, "relation")]
    bare = (re.sub(r"^(?:url|uri)[:=]\s*(?=http)", "", one, flags=re.IGNORECASE) for one in stated)
    found = list(dict.fromkeys(one for one in bare if _ADDRESS.fullmatch(one)))
    return found[0] if len(found) == 1 else ""


def _dates(metadata: Element) -> tuple[str, datetime | None]:
    """When it was published, and when the file was made."""
    metas = [one for one in called(metadata, "meta") if told(one, "property") == "dcterms:modified"]
    changed = [moment_of(said(one)) for one in metas]
    published = ""
    for one in called(metadata, "date"):
        event = told(one, "event").lower()
        if event in ("modification", "creation"):
            changed.append(moment_of(said(one)))
        elif event in ("", "publication") and not published:
            published = said(one)
    return published, max(filter(None, changed), default=None)


def moment_of(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp.strip())
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _is_periodical(metadata: Element) -> bool:
    told_kinds = [
        told(one, "content") for one in called(metadata, "meta") if "type" in told(one, "name")
    ] + _all(metadata, "type")
    return any("periodical" in one.lower() or "newspaper" in one.lower() for one in told_kinds)


def _documents(spine: Element | None, names: Mapping[str, str], archive: Zipped) -> tuple[str, ...]:
    if spine is None:
        return ()
    linear = [one for one in called(spine, "itemref") if told(one, "linear").lower() != "no"]
    found = (names.get(told(one, "idref"), "") for one in linear[:_MOST_DOCUMENTS])
    return tuple(dict.fromkeys(name for name in found if name in archive))


def _kinds(
    root: Element, folder: str, files: Mapping[str, Element], names: Mapping[str, str]
) -> dict[str, str]:
    """What the guide of EPUB 2 and the manifest of EPUB 3 call a document."""
    guide = {
        resolve(folder, told(one, "href")): told(one, "type").lower()
        for one in called(root, "reference")
        if local_name(one.getparent()) == "guide"  # type: ignore[arg-type]  # below the root
    }
    navs = {names[key]: "toc" for key, one in files.items() if "nav" in _properties(one)}
    return guide | navs


def _contents(
    spine: Element | None, files: Mapping[str, Element], names: Mapping[str, str]
) -> tuple[str, ...]:
    navs = [names[key] for key, one in files.items() if "nav" in _properties(one)]
    ncx = names.get(told(spine, "toc"), "") if spine is not None else ""
    others = [
        names[key] for key, one in files.items() if told(one, "media-type").endswith("dtbncx+xml")
    ]
    return tuple(dict.fromkeys(filter(None, (*navs, ncx, *others))))


def _properties(file: Element) -> list[str]:
    return told(file, "properties").split()
