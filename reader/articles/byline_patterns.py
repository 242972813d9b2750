"""What opens, parts and ends a byline."""

import re
from functools import cache

from reader.articles.byline_words import (
    COLON_OPENERS,
    JOINERS,
    OPENERS,
    PIECES,
    SHORT_JOINERS,
    SOURCE_OPENERS,
)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# What stands before "by" in a byline; "photo by" and "reviewed by" name others.
_LEADS = (
    "an", "the", "guest", "ein", "eine", "un", "une", "article", "story", "report", "words",
    "written", "posted", "published", "analysis", "opinion", "op-ed", "essay", "column",
    "interview", "review", "medically", "contributed", "researched", "reporting",
    *(
        f"{pictures} (?:and|und|&) (?:text|words|story)"
        for pictures in ("photos?", "pictures", "images", "illustrations", "fotos?", "bilder")
    ),
    *(
        f"{text} (?:and|und|&) (?:photos?|pictures|images|photography|photographed|illustrated"
        "|fotos?|bilder)"
        for text in ("texts?", "words", "story", "written", "reported", "bilder", "artikel")
    ),
    "last updated", "updated", "recommended", "curated", "compiled", "reported", "artikel",
    "beitrag", "gastbeitrag", "text", "kommentar", "analyse", "bericht", "reportage", "kolumne",
    "geschrieben", "verfasst", "erstellt", "veröffentlicht", "gepostet", "blog", "publié", "écrit",
    "rédigé", "publicado", "escrito", "scritto", "pubblicato", "post", "news",
)  # fmt: skip
_ONE = ("une", "una", "um", "uma", "un")
_SIGNS_BEFORE = r"[\s|•·–—/(\[-]*"
_START = re.compile(rf"{_SIGNS_BEFORE}(?P<letters>.{{0,3}})", re.DOTALL)


def find_opener(text: str) -> re.Match[str] | None:
    """What the text opens with when it opens as bylines do."""
    start = _START.match(text)
    # Most lines begin otherwise; they are let go before all openers are tried on them.
    return _opener_sign().match(text) if start and _may_open(start["letters"].lower()) else None


def _may_open(start: str) -> bool:
    openings = _openings()
    if start in openings or start[:2] in openings or start[:1] in openings:
        return True
    return start[:1] == "a" and start[1:2].isspace()


@cache
def _openings() -> frozenset[str]:
    """The first three letters of all that a byline opens with."""
    return frozenset(word[:3] for word in (*OPENERS, *COLON_OPENERS, *PIECES, *_LEADS, *_ONE))


@cache
def _opener_sign() -> re.Pattern[str]:
    """What a byline opens with; made when first needed, for it takes a while."""
    return re.compile(
        rf"{_SIGNS_BEFORE}(?:(?P<source>{_either(tuple(SOURCE_OPENERS))})\s?[:：/]"
        rf"|(?:{_either(COLON_OPENERS)})\s?[:：/｜]"
        r"|(?-i:(?:By|Von|Par|Por)(?=[A-ZÀ-Þ]))"
        rf"|(?:(?:a|{'|'.join(_LEADS)})\s){{1,2}}(?:by|von|par|por|da)(?:\s?[:：])?\s"
        r"(?-i:(?=[A-ZÀ-Þ]))"
        rf"|(?:(?:{'|'.join(_ONE)})\s)?(?:{_either(PIECES)})\s(?:de|di|da|d[’'])\s?"
        r"(?-i:(?=[A-ZÀ-Þ]))"
        rf"|(?:{_either(OPENERS)})(?:\s?[:：/｜]|(?=\s|$)"
        rf"|(?<=[\u3040-\u9fff])\s?(?=[^\s的])))\s{{0,3}}",
        re.IGNORECASE,
    )


# Where the names end: a handle or an address, what stands in brackets, "for The Paper", a label.
NAMES_END = re.compile(
    r"\s[|•·–—]\s|\s-\s|\S*@[\w-]*\.\S*|@|https?://|www\.|[(\[（【<]|\t|\s{3,}"
    r"|(?<!^)\b(?:published|updated|posted|last updated|follow|veröffentlicht|aktualisiert|publié"
    r"|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|e-?mail)\b"
    r"|(?<=[a-z]{3})(?<!\bProf)\.\s(?=\S+\s\S)|\s(?:photos?|fotos?|bild(?:er)?|video|фото"
    r"|illustrations?|graphics?)\s?[:：/]"
    r"|\s(?:fotos?|photos?|bild(?:er)?|illustration(?:en|s)?|ilustraci[oó]n(?:es)?|grafik(?:en)?"
    r"|photographies?|immagini|foto[’\']?s)\s(?:von|par|by|por|de|di|door|av)\s"
    r"|\s(?:\w{5,12}ly\s)?(?:reviewed|fact[- ]checked|editing|translated|writing|photos"
    r"|photography|photographs|illustrations?|additional reporting)\sby\s"
    r"|[\s/／][\u3400-\u9fff]{2,6}(?:报道|報道|报导|報導)"
    r"|[\s/][^\W\d_]{3,16}\s?[:：]\s|\s(?:symbolbild|symbolfoto|archivbild|imago|getty)\b"
    r"|\s(?:in|from|at|for|of|aus|special to|based in|is|has|was|ist)\s",
    re.IGNORECASE,
)


@cache
def parts_sign() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[;,|/、，；،•·\n]\s*(?P<also>(?:{_either(JOINERS)})\s+)?"
        rf"|\s+(?P<and>{_either(JOINERS)})\s+",
        re.IGNORECASE,
    )


SHORT_JOIN = re.compile(rf"\s+(?:{_either(SHORT_JOINERS)})\s+", re.IGNORECASE)
# "Last updated: …" names nobody, though Last may be a name.
LABEL = re.compile(
    r"(?:last|first|originally) (?:updated|modified|edited|published|posted|reviewed)\b(?! by)",
    re.IGNORECASE,
)
# What one is called besides stands within the name: "Ida (Kit) Holm".
CALLED = re.compile(r"^([^\W\d_]{2,20}) [(\[“\"][^()\[\]“”\"\d]{1,24}[)\]”\"] (?=[A-ZÀ-Þ]\w+$)")
# Who is spoken with did not write the interview.
SPOKEN_WITH = re.compile(r"\s(?:with|mit|avec|con|com|med|met|z)\s(?=[^\W\d_]).*$")
# "Society for Old Harbours" is one name; "Ida Holm for The Harbour" is not.
OF_BODY = re.compile(
    r"[A-ZÀ-Þ]\w+ (?:for|of|in|at|für|de|pour|para|per) (?:\w+ )*[A-ZÀ-Þ]|[A-ZÀ-Þ]\w+ \d{2,4}[/ ]\w"
)
# What led up to a date that has been cut off, and a name that a link and its label say both.
TRAILING = re.compile(
    r"(?:(?:^|[\s,]+)(?:on|am|vom|le|il|el|em|den|erstellt|erschienen|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche))+$",
    re.IGNORECASE,
)
BEFORE_NUMBER = re.compile(r"(?:^|\s)(?P<word>\S{1,20})\s(?P<number>\d)")
TWICE = re.compile(r"^(.{4,60}?)\s?\1$")
STRANGE = re.compile(r"[\d@#<>{}=$€?!%©|:：→…&]")
# A lower-case word alone behind "by" is what somebody calls himself; more of them are prose.
HANDLE = re.compile(r"(?!\d+$)\w[\w.-]{2,30}")
# "(with AFP)" names somebody too; other brackets hold remarks.
IN_BRACKETS = re.compile(
    r"\s?[(\[]\s?((?:avec|with|mit|con|com|med|met)\s[^()\[\]]{2,80})[)\]]", re.IGNORECASE
)
# In Korea the place and the agency of a report stand in brackets before its writer.
OPENING_BRACKETS = re.compile(r"^\s*[(\[（【][^()\[\]（）【】]{1,30}[)\]）】]\s*(?=[^\W\d])")
# "By Ida Holm in Bergen and Bo Ek in Oslo" names both.
PLACE_BETWEEN = re.compile(
    r"\s(?:in|from|aus|à|en)\s[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){0,2}"
    r"(?=,?\s(?:and|und|et|y|e|og|och|en)\s[A-ZÀ-Þ]"
    r"|,\s[A-ZÀ-Þ]\S+\s[A-ZÀ-Þ]\S+(?:\s[A-ZÀ-Þ]\S+)?\s(?:in|from|aus|à|en|and|und|et)\s)"
)
OPENED_AGAIN = re.compile(
    r"\s*[|•·,;/]\s*(?:by|von|par|por|di|door|av|af)\s+(?-i:(?=[^\W\d_a-z]))", re.IGNORECASE
)
BRACKETS = re.compile(r"[(\[/]\s?([^()\[\]/]{2,40}?)\s?[)\]/]")
SIGNS = re.compile(r"\s*[;,|/、，；،•·\n]\s*|\s(?:and|und|et|y|e|i|och|og|и|с|with|mit|avec|con)\s")
EDGE = ' \t\n.,;:=|/\\•·–—-_*~"“”„«»()[]'
KOREAN_TITLE = re.compile(
    r"(?<=[\uac00-\ud7a3])\s?(?:(?:선임|객원|인턴|전문|수습)\s?기자|기자|특파원|논설위원|편집위원"
    r"|칼럼니스트|통신원)$|^(?:本报|本報)?(?:记者|記者)\s?"
)
AGENCY_AND_PLACE = re.compile(
    r"(?P<agency>[A-Z]{2,5}|Reuters|Bloomberg)\s?(?P<sign>[,|–-]?)\s(?P<place>[A-Z][^\d,|@]{1,40})$"
)
