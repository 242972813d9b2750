"""Tell by names and addresses what on a page is of its story's author."""

import re
from functools import lru_cache

OF_AUTHORS = re.compile(
    r"author|byline|by-line|by_line|writer|contributor|autor|auteur|journalist|redakt|verfasser"
    r"|schrijver|forfatter|skribent|correspondent|columnist|\bavtor|\byazar|penulis|kirjoittaja"
    r"|szerzo|(?:written|posted|story|article|post|submitted)[-_]?by\b|\breporter(?:$|[\s_-]name)"
)
# So pages call users and guests as well; beside a headline they mean the writer.
OF_PERSONS = re.compile(
    r"(?:^|[\s_-])(?:user-?name|user|person|profile|fn|nickname|member|expert|staff|editor|publisher"
    r"|presenter|signature|poster|submitted|by|auth|name)(?=$|[\s_-])"
)
_OF_OTHERS = re.compile(
    r"(?:^|\s)comment|disqus|related|recommend|sidebar"
    # Below a story stands its own byline; below a page, what is said of the paper.
    r"|(?<!post)(?<!post[-_])(?<!entry)(?<!entry[-_])(?<!article[-_])(?<!story[-_])footer"
    r"|newsletter-?(?:sign|form|box|promo|widget)|popular|trending|latest|teaser"
    r"|promo|authors?-?(?:list|page|index)|reply|respond"
    r"|editor-?note|translator|fact-?check|bookmark-(?:meta|author)"
)
# What stands around a byline too; only within one does it name another.
_OF_PARTS = re.compile(
    r"photo|image|\bimg|caption|figure|avatar|(?<!nt-)\bbio\b|social|share|follow|\bcards?\b|credit"
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|writers?|contributors?|by|people|staff|journalists?"
    r"|editors|experts?|team|redactie|auteures|autori|autore|penulis|yazar(?:lar)?|members?"
    r"|reporters?|profiles?"
    r"|redaktion|redakteure?|bloggers?|columnists?|users?)/[^/]|[?&]author=|/@[\w.-]+/?(?:$|[?#])"
)
_OF_OTHER_SITES = re.compile(
    r"//[^/]*\b(?:youtube|facebook|twitter|instagram|linkedin|pinterest|flickr|vimeo|x)\.com"
)


def leads_to_person(address: str) -> bool:
    """Whether an address is one to write to, or a page on a site where people have pages."""
    return address.startswith("mailto:") or bool(_OF_OTHER_SITES.search(address))


def leads_to_author(address: str) -> bool:
    """Whether an address is that of an author's page on a site of stories."""
    return bool(_AUTHOR_LINK.search(address)) and not _OF_OTHER_SITES.search(address)


@lru_cache(maxsize=1024)
def is_of_others(marks: str) -> bool:
    if _OF_OTHERS.search(marks):
        return True
    part = _OF_PARTS.search(marks)
    return bool(part and not OF_AUTHORS.search(marks, 0, part.start()))


@lru_cache(maxsize=1024)
def is_of_authors(marks: str) -> bool:
    return bool(OF_AUTHORS.search(marks))
