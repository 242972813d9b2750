"""Read whom the page's head declares as the story's authors."""

import re

from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import Node, addresses_of, texts_of, types_of
from reader.articles.about.titles import compact
from reader.articles.bylines import Byline, read_author

_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator",
    "byl", "cxenseparse:author", "article:author_name", "og:author", "og:article:author",
    "creator", "article.author", "rnews:author",
    "authors", "author_name", "author-name", "article:author:name", "article.authors",
    "content-author", "news_authors", "dcsext.author", "vr:author", "mediator_author", "bt:author",
    "bi3dartauthor", "page-author", "citation_author", "shareaholic:article_author_name",
    "dc.contributor",
)  # fmt: skip
# A name beside an address of mail, in either order.
_MAILED = re.compile(r"^\S+@\S+\s\((?P<behind>[^()@]+)\)$|^(?P<before>[^<>@]+?)\s?<\S+@\S+>$")
_MOST_AUTHORS, _SHORTEST_SITE = 20, 5
_LONGEST_ADDRESS = 300
# An address, or the name of a value that a template has left unfilled.
_NO_NAME = re.compile(r"://|@|^[a-z_]+(?:\.[a-z_]+){2,}$|^(?:true|false|\d+)$")
_IN_ADDRESS = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|writers?|people|staff|contributors?|journalists?"
    r"|profiles?)/(?P<name>[a-z]{2,15}(?:-[a-z]{1,15}){1,2})/?(?:$|[?#]|\.html?$)"
)
_OF_READERS = frozenset(("Review", "Comment", "Answer", "Question", "UserReview"))
_OF_PERSON = re.compile(r"/schema/person/|/authors?/")


def declared_authors(declared: Declared, sites: frozenset[str]) -> Byline:
    """The declared people; a desk or the site itself is a line that names nobody."""
    people: list[str] = []
    others: list[str] = []
    agency = ""
    for name, is_person in _names(declared)[:_MOST_AUTHORS]:
        byline = read_author(_turned(name))
        persons = [one for one in byline.people if not _is_site(one, is_person, sites)]
        if not is_person and persons == [*byline.people] and _opens_with_site(name, sites):
            persons = []
        if persons:
            people.extend(persons)
        elif byline.line:
            agency = agency or byline.agency
            others.append(byline.line)
    named = tuple(dict.fromkeys(people))
    return Byline(", ".join(named or dict.fromkeys(others)), named, agency)


def authors_in_addresses(declared: Declared) -> Byline:
    """Those who are named by nothing but the addresses of their pages, without accents."""
    addresses = (
        *addresses_of(declared.story.get("author")),
        *declared.all("article:author"),
        *declared.links.get("author", ()),
    )
    found = (_IN_ADDRESS.search(address[:_LONGEST_ADDRESS]) for address in addresses)
    names = dict.fromkeys(one["name"].replace("-", " ").title() for one in found if one)
    return read_author(", ".join(names))


def _opens_with_site(name: str, sites: frozenset[str]) -> bool:
    """Whether the paper's own name, which may hold an "and", opens what is declared."""
    key = compact(name)
    return any(len(site) > _SHORTEST_SITE and key.startswith(site) for site in sites)


def _is_site(name: str, is_person: bool, sites: frozenset[str]) -> bool:
    key, words = compact(name), name.split()
    if len(words) > 1 and "".join(word[0] for word in words).casefold() in sites:
        return True
    if is_person and len(words) > 1:
        return False
    return key in sites or any(len(site) > _SHORTEST_SITE and site in key for site in sites)


def _names(declared: Declared) -> list[tuple[str, bool]]:
    """Each declared name, and whether it is surely a person's."""
    for key in ("author", "creator"):
        if found := _of_node(declared.story.get(key), declared.nodes):
            return found
    for names in (
        map(_unmailed, declared.all(*_META)),
        _labelled(declared),
        _known_person(declared),
        _known_author(declared),
    ):
        if told := [name for name in dict.fromkeys(names) if not _NO_NAME.search(name)]:
            return [(name, False) for name in told]
    return []


def _unmailed(name: str) -> str:
    mailed = _MAILED.match(name) if len(name) <= _LONGEST_ADDRESS else None
    return (mailed["behind"] or mailed["before"]) if mailed else name


def _of_node(value: object, nodes: tuple[Node, ...]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    if isinstance(value, dict):
        value = value.get("@list") or value
    for author in value if isinstance(value, list) else [value]:
        node = _resolved(author, nodes)
        is_person = isinstance(node, dict) and "Person" in types_of(node)
        found.extend((name, is_person) for name in texts_of(node) if not _NO_NAME.search(name))
    return list(dict.fromkeys(found))


def _known_person(declared: Declared) -> tuple[str, ...]:
    """The only person whom the page describes, when it does so as an author."""
    people = [node for node in declared.nodes if types_of(node) == ("Person",)]
    told = {
        name
        for node in people
        if _OF_PERSON.search(f"{node.get('@id')} {node.get('url')}")
        for name in texts_of(node.get("name"))
    }
    return tuple(told) if len(told) == 1 else ()


def _known_author(declared: Declared) -> tuple[str, ...]:
    """The only author of whatever the page describes besides what its readers write."""
    told = {
        texts_of(node["author"])
        for node in declared.nodes
        if isinstance(node.get("author"), dict) and not _OF_READERS.intersection(types_of(node))
    }
    return next(iter(told)) if len(told) == 1 else ()


def _resolved(author: object, nodes: tuple[Node, ...]) -> object:
    """The author itself, or the node elsewhere on the page that it points to."""
    if not isinstance(author, dict) or author.get("name"):
        return author
    parts = [part for key in ("givenName", "familyName") for part in texts_of(author.get(key))]
    if len(parts) == 2:
        return {**author, "name": " ".join(parts)}
    if not author.get("@id"):
        return author
    return next(
        (node for node in nodes if node.get("@id") == author["@id"] and node.get("name")), author
    )


def _labelled(declared: Declared) -> tuple[str, ...]:
    """What WordPress says in pairs of a label and its value, for previews in chats."""
    for number in ("1", "2"):
        label = declared.first(f"twitter:label{number}").casefold()
        if label and not any(
            sign in label for sign in ("time", "zeit", "durée", "tiempo", "tempo")
        ):
            value = declared.first(f"twitter:data{number}")
            if value and not any(sign.isdigit() for sign in value):
                return (value,)
    return ()


def _turned(name: str) -> str:
    """Ida Holm for a name given as "Holm, Ida", the way libraries do."""
    family, comma, given = name.partition(", ")
    is_turned = comma and "," not in given and len(family.split()) == 1 and len(given.split()) <= 2
    is_degree = given.isupper() and not given.endswith(".")
    return f"{given} {family}" if is_turned and not is_degree else name
