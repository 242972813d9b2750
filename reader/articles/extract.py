"""The steps from a saved page to its article, in their order."""

from dataclasses import dataclass, replace

from lxml.etree import XPath
from lxml.etree import _Element as Element

from reader.articles.about.declared import Declared, read_declared
from reader.articles.article import Article, Completeness, Picture
from reader.articles.boilerplate import drop_boilerplate, drop_unread
from reader.articles.completeness import judge_completeness
from reader.articles.composed import composed, composed_words
from reader.articles.cut_short import sign_of_cut
from reader.articles.dateline import split_dateline
from reader.articles.declared_body import declared_body
from reader.articles.embeds import keep_players, keep_posts, link_embeds
from reader.articles.entry_times import entry_times
from reader.articles.folded import keep_questions
from reader.articles.framed_story import documents_shown, is_story, lacks_story
from reader.articles.heading_lines import make_one_line
from reader.articles.headline import find_headline, likeness_of, words
from reader.articles.main_text import find_main_text
from reader.articles.measure import Measures
from reader.articles.metadata import Metadata, read_metadata
from reader.articles.no_story import Judgement
from reader.articles.parse import parse
from reader.articles.pictures import settle_pictures
from reader.articles.picturing.addresses import absolute
from reader.articles.picturing.lead import lead_first
from reader.articles.picturing.noscript import bring_out
from reader.articles.picturing.stand_ins import make_pictures
from reader.articles.plain_text import plain_text
from reader.articles.removed import Removed
from reader.articles.safe_html import safe_html, safe_html_of
from reader.articles.shadow_roots import ELEMENT, open_shadow_roots, written_out
from reader.articles.stated import link_alone, with_stated, within_frame
from reader.articles.streamed import put_in_place
from reader.articles.trim import trim
from reader.articles.uncollected import uncollected
from reader.pages.saved_page import Kind, SavedPage

_BASE = XPath("string(descendant::base/@href)")
# With less text than this, in characters, the page may keep its story elsewhere.
_LITTLE = 1_500
_MUCH_MORE = 2
_SHORTEST_ELSEWHERE = 150
_THE_SAME = 0.85
_OPENING = 3_000


@dataclass(frozen=True)
class _Body:
    """The story as it will be shown, and what was taken from around it."""

    html: str
    story: Element
    pictures: tuple[Picture, ...] = ()
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True)
class Cleaned:
    """The article of a page of HTML, the element its story lies in, and what was taken out."""

    article: Article
    story: Element
    removed: tuple[Removed, ...]


def extract(page: SavedPage) -> Article:
    """The article of a page."""
    if page.kind is Kind.LINK:
        return link_alone(page)
    article = _text_dump(page) if page.kind is Kind.TEXT else clean_html(page).article
    return with_stated(article, page.record.stated)


def clean_html(page: SavedPage) -> Cleaned:
    """The article of a page of HTML, and what its cleaning did."""
    with uncollected():
        cleaned = _cleaned(page)
        if len(cleaned.article.text) >= _SHORTEST_ELSEWHERE or not lacks_story(cleaned.article):
            return cleaned
        return _or_framed(cleaned, page)


def _cleaned(page: SavedPage) -> Cleaned:
    markup = written_out(page.markup)
    root = parse(markup)
    if ELEMENT in markup:  # few pages have any, and to look at all that is in one takes its time
        open_shadow_roots(root)
    # lxml makes an element anew for each step that meets it, unless somebody keeps it.
    elements = list(root.iter())
    cleaned = _clean(elements, page)
    del elements
    return cleaned


def _or_framed(cleaned: Cleaned, page: SavedPage) -> Cleaned:
    """The page, or the story in one of its frames, with what the page says about it."""
    framed = ((_cleaned(one), one) for one in documents_shown(page))
    stories = (story for story, document in framed if is_story(story.article, document, page))
    best = max(stories, key=lambda one: len(one.article.text), default=cleaned)
    if not _is_much_more(best.article.text, cleaned.article.text):
        return cleaned
    return replace(best, article=within_frame(best.article, cleaned.article))


def _text_dump(page: SavedPage) -> Article:
    # What reads the words of dumps takes long to load, and most pages are none.
    from reader.articles.text_dump import extract_text_dump

    return extract_text_dump(page)


def _after_print(body: Element) -> list[Removed]:
    from reader.articles.printed import drop_after_print  # which reads words as those of dumps

    return drop_after_print(body)


def _clean(elements: list[Element], page: SavedPage) -> Cleaned:
    root = elements[0]
    about = read_metadata(elements, page)
    address = _base(root, about.address or page.address)
    body = _read_body(root, page, about, address)
    text = plain_text(body.html)
    declared = read_declared(root, page.markup) if len(text) < _LITTLE else None
    if declared is not None:
        body, text = _or_declared(body, text, declared, address)
    dateline = split_dateline(text.partition("\n")[0])
    standfirst = about.standfirst or about.subline
    article = Article(
        title=composed(about.title),
        standfirst=composed(standfirst) if _adds(standfirst, text) else "",
        byline=about.byline,
        people=about.people,
        agency=about.agency or dateline.agency,
        source=about.source,
        section=about.section,
        published=about.published,
        updated=about.updated,
        language=about.language,
        dateline=dateline.place,
        topics=about.topics,
        address=about.address,
        html=body.html,
        text=text,
        pictures=lead_first(body.pictures, about.picture, page),
    )
    told = judge_completeness(article, body.removed, declared)
    cut = sign_of_cut(page.markup, text) if told.completeness is Completeness.WHOLE else ""
    told = Judgement(Completeness.PARTIAL, cut) if cut else told
    article = replace(article, completeness=told.completeness, evidence=told.evidence)
    return Cleaned(article, body.story, body.removed)


def _read_body(root: Element, page: SavedPage, about: Metadata, address: str) -> _Body:
    body = root.find("body")
    assert body is not None  # parse sees to it
    put_in_place(body)
    bring_out(body)
    make_pictures(body)
    keep_players(body)
    keep_posts(body, address)
    drop_unread(body)
    keep_questions(body)
    make_one_line(body)
    printed = _after_print(body) if page.kind is Kind.PRINT else []
    measures = Measures(body)
    headline = find_headline(body, about.title)
    times = entry_times(body, measures)
    boilerplate = drop_boilerplate(body, measures, headline, times)
    story = find_main_text(body, measures, headline, boilerplate.doubtful)
    trimmed = trim(story.root, measures, headline, about, times)
    link_embeds(story.root, address)
    pictures = settle_pictures(story.root, page, address, about.picture)
    shown = frozenset(one.address for one in pictures)
    html = composed_words(safe_html_of(story.root, shown, address))
    return _Body(
        html, story.root, pictures, (*printed, *boilerplate.removed, *story.removed, *trimmed)
    )


def _or_declared(body: _Body, text: str, declared: Declared, address: str) -> tuple[_Body, str]:
    """The body, or the much longer one that the page declares."""
    html = composed_words(safe_html(declared_body(declared), frozenset(), address))
    declared_text = plain_text(html)
    if not _is_much_more(declared_text, text):
        return body, text
    return replace(body, html=html), declared_text


def _is_much_more(elsewhere: str, text: str) -> bool:
    return len(elsewhere) >= _MUCH_MORE * max(len(text), _SHORTEST_ELSEWHERE)


def _adds(standfirst: str, text: str) -> bool:
    """Whether a standfirst says something that the story's opening does not."""
    said = words(standfirst)
    if not said:
        return True
    opening = words(text[:_OPENING])
    if likeness_of(said, opening[: len(said)]) >= _THE_SAME:
        return False
    # A description may be cut within its last word.
    return " ".join(said[:-1]) not in " ".join(opening) if len(said) > 1 else True


def _base(root: Element, address: str) -> str:
    """What the page's relative addresses are relative to."""
    href = str(_BASE(root))
    return (absolute(href, address) if href else "") or address
