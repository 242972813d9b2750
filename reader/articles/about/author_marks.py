"""Tell by names and addresses what on a page is of its story's author."""

import re
from functools import lru_cache

# Each alternative begins with a letter: thus the engine looks only where one of those stands, and
# most of what is called anything is called otherwise.
OF_AUTHORS = re.compile(
    r"author(?!i[tsz])|byline|by-line|by_line|writer|contributor|autor|auteur|journalist|redakt|verfasser"
    r"|schrijver|forfatter|skribent|correspondent|columnist|penulis|kirjoittaja|szerzo"
    r"|avtor(?<=\bavtor)|yazar(?<=\byazar)|reporter(?<=\breporter)(?:$|[\s_-]name)"
    r"|written[-_]?by\b|posted[-_]?by\b|story[-_]?by\b|article[-_]?by\b|post[-_]?by\b|submitted[-_]?by\b"
    r"|reader-credits\b"  # of Firefox's reading view
)
# What is said of an author is not his name. Bounded, for pages may call things what they like.
OF_ROLES = re.compile(
    r"(?:author|writer|contributor|byline|autor|auteur)[^\W_]{0,12}[-_]{1,2}"
    r"(?:[^\W_]{1,16}[-_]{1,2}){0,2}(?:desc|description"
    r"|bio|biography|role|job|job-?title|position|about|profession|occupation|credentials?)(?:$|[\s_])"
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
    r"|promo(?!ted)|authors?-?(?:list|page|index)|reply|respond"
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
    r"|redaktion|redakteure?|bloggers?|columnists?|users?|user-?profiles?)/[^/]|[?&]author=|/@[\w.-]+/?(?:$|[?#])"
)
_OF_OTHER_SITES = re.compile(
    r"//[^/]*\b(?:youtube|facebook|twitter|instagram|linkedin|pinterest|flickr|vimeo|x)\.com"
)
# Where a site has its clips and its licence, which have addresses like those of authors.
_OF_NOBODY = re.compile(
    r"//[^/]*\b(?:tiktok\.com|snapchat\.com|threads\.(?:com|net)|creativecommons\.org|t\.me)/"
)


def leads_to_person(address: str) -> bool:
    """Whether an address is one to write to, or a page on a site where people have pages."""
    return address.startswith("mailto:") or bool(_OF_OTHER_SITES.search(address))


def leads_to_author(address: str) -> bool:
    """Whether an address is that of an author's page on a site of stories."""
    if not _AUTHOR_LINK.search(address):
        return False
    return not _OF_OTHER_SITES.search(address) and not _OF_NOBODY.search(address)


@lru_cache(maxsize=1024)
def belongs_to_others(marks: str) -> bool:
    """Whether it is of other stories or of the page, whatever is said within it."""
    return bool(_OF_OTHERS.search(marks))


@lru_cache(maxsize=1024)
def is_of_others(marks: str) -> bool:
    if _OF_OTHERS.search(marks):
        return True
    part = _OF_PARTS.search(marks)
    return bool(part and not OF_AUTHORS.search(marks, 0, part.start()))


@lru_cache(maxsize=1024)
def is_of_authors(marks: str) -> bool:
    return bool(OF_AUTHORS.search(marks))
