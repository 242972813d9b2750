"""Find the section of the paper that a story stands in."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from reader.articles.about.declared import Declared
from reader.articles.about.json_ld import Node, texts_of, types_of
from reader.articles.about.survey import Survey, names_of
from reader.articles.about.titles import compact, likeness
from reader.articles.about.visible_lines import Line, text_of

_META = ("article:section", "og:article:section", "section", "parsely-section", "article.section",
         "cxenseparse:articlesection", "dc.subject.section", "articlesection")  # fmt: skip
# Crumbs that lead home or nowhere.
_HOME = (
        "nil", "null", "none", "categories", "category", "blog", "all", "español", "english",
        "home", "homepage", "start", "startseite", "startpage", "accueil", "inicio", "início",
        "portada", "главная", "головна", "hjem", "forside", "etusivu", "hem", "stronagłówna",
        "anasayfa", "الرئيسية", "होम", "মূলপাতা", "প্রচ্ছদ", "首页", "首頁", "ホーム", "トップ", "홈",
        "trangchủ", "beranda", "domů", "domov", "főoldal", "acasă", "αρχική", "index", "www",
        "frontpage", "tophome",
)  # fmt: skip
_NO_SECTION = re.compile(r"https?|//|[<>{}=|]|^\W*\d*\W*$")
_LONGEST_SECTION = 40
_MOST_CRUMBS = 12
_MOST_WORDS = 3
_OF_SECTIONS = re.compile(
    r"kicker|categor|section-?(?:name|label|link|title)|rubri[kq]|ressort|channel-?name|seccion"
)


def find_section(
    survey: Survey, declared: Declared, lines: list[Line], title: str, sites: frozenset[str]
) -> str:
    for candidate in (*_candidates(survey, declared), *_kickers(lines)):
        section = " ".join(candidate.split()).strip(" ,/»›>|·")
        if _is_section(section, title, sites):
            return section
    return ""


def _candidates(survey: Survey, declared: Declared) -> Iterator[str]:
    for value in declared.all(*_META):
        yield value.split(",")[0]
    yield from declared.story_texts("articleSection")
    for node in declared.nodes:
        if "BreadcrumbList" in types_of(node):
            yield from _crumbs_of(node)[::-1]
    for element in survey.crumbs[:6]:
        yield from [text_of(link, 80) for link in islice(element.iter("a"), _MOST_CRUMBS)][::-1]


def _kickers(lines: list[Line]) -> Iterator[str]:
    """Short lines beside the headline that the page calls a section."""
    for line in lines:
        names = names_of(line.elements[0]) + " " + line.marks
        if len(line.text.split()) <= _MOST_WORDS and _OF_SECTIONS.search(names):
            yield line.text


def _crumbs_of(node: Node) -> list[str]:
    items = node.get("itemListElement")
    names: list[str] = []
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            names.extend((texts_of(item.get("name")) or texts_of(item.get("item")))[:1])
    return names


@cache
def _home_keys() -> frozenset[str]:
    return frozenset(map(compact, _HOME))


def _is_section(section: str, title: str, sites: frozenset[str]) -> bool:
    key = compact(section)
    if not key or len(section) > _LONGEST_SECTION or _NO_SECTION.search(section):
        return False
    return key not in _home_keys() and key not in sites and likeness(section, title) < 0.6
