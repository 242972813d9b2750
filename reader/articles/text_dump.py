"""Turn a plain-text dump of a page into its article."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.articles.article import Article, Completeness, Picture
from reader.articles.bylines import Byline
from reader.articles.capitals import without_capitals
from reader.articles.dateline import Dateline, split_dateline
from reader.articles.dump.about import find_byline, find_times, without_date
from reader.articles.dump.address import find_address
from reader.articles.dump.block import Block, Kind, count_words
from reader.articles.dump.blocks import Page, read_page
from reader.articles.dump.body_html import body_html, body_text
from reader.articles.dump.headline import find_headline
from reader.articles.dump.language import guess_language
from reader.articles.dump.lead import find_lead
from reader.articles.dump.mended import mended
from reader.articles.dump.naming import find_section, find_source
from reader.articles.dump.recognise import is_page_dump
from reader.articles.dump.signs import Sign, signs_of
from reader.articles.dump.story import Run, find_run, in_column, run_below, weigh
from reader.articles.dump.tidy import captions_above, kept_blocks
from reader.articles.dump.topics import find_topics
from reader.articles.dump.window_title import window_title
from reader.articles.measure import length
from reader.articles.no_story import LONGEST_EVIDENCE, Judgement, judge_story
from reader.pages.saved_page import SavedPage

_LONGEST_TITLE = 200
_CREDIT = re.compile(
    r"(?i)\b(?:photo(?:graph|s)?|image|picture|foto|credits?|bild)\s*(?:credit)?\s*(?:[:©]|by\s)\s*"
    r"(?P<name>[^:]{2,60})$"
)
_LABEL = re.compile(r"(?i)^(?:title|headline|titel|titre|título|titolo|标题|標題)\s?[:：]\s?(?=\S)")
_DOMAIN = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?\S*")
_FEW_WORDS = 120


def extract_text_dump(page: SavedPage) -> Article:
    """The story of a dump; of a text that is no page's dump, all of it."""
    dump = read_page(mended(page.markup))
    if not dump.blocks:
        return Article(address=page.address, completeness=Completeness.EMPTY)
    signs = signs_of(dump.blocks)
    if not is_page_dump(dump, signs):
        return _whole_text(page, dump)
    return _story(page, dump, signs)


def _whole_text(page: SavedPage, dump: Page) -> Article:
    text = body_text(dump.blocks)
    named = (block.text for block in dump.blocks if not _DOMAIN.fullmatch(block.text))
    return Article(
        title=next(named, dump.blocks[0].text)[:_LONGEST_TITLE],
        language=guess_language(text),
        address=page.address or find_address(dump.blocks, dump.addresses, ""),
        html=body_html(dump.blocks),
        text=text,
    )


def _story(page: SavedPage, dump: Page, signs: Sequence[Sign]) -> Article:
    blocks = dump.blocks
    run, headline = _find_story(dump, signs, page.address)
    lead = find_lead(blocks, signs, run, headline)
    body = kept_blocks(blocks, signs, run, lead)
    if not body:
        return _whole_text(page, dump)
    shown = _once((*captions_above(blocks, signs, lead), *body))
    text = body_text(body)
    language = guess_language(text)
    byline = without_capitals(find_byline(blocks, signs, lead, run.end), language)
    dateline = split_dateline(text)
    times = find_times(blocks, signs, lead, run.end, language)
    title = _title(blocks, signs, headline)
    article = Article(
        title=title,
        standfirst="" if lead.standfirst is None else blocks[lead.standfirst].text,
        byline=byline.line,
        people=byline.people,
        agency=byline.agency or dateline.agency,
        source=find_source(blocks, signs, window_title(blocks)),
        section=find_section(blocks, signs, lead),
        published=times.published,
        updated=times.updated,
        language=language,
        dateline=_place(byline, dateline),
        topics=find_topics(blocks, signs, run.end, text),
        address=page.address or find_address(blocks, dump.addresses, title),
        html=body_html(shown),
        text=text,
        pictures=tuple(_picture(block) for block in shown if block.kind is Kind.PICTURE),
    )
    told = _judge(article, blocks, signs, run)
    return replace(article, completeness=told.completeness, evidence=told.evidence)


def _find_story(dump: Page, signs: Sequence[Sign], address: str) -> tuple[Run, int | None]:
    """The run of the story, which its headline may set anew, and the headline."""
    weights = weigh(dump.blocks, signs)
    weights = in_column(dump.blocks, weights, find_run(dump.blocks, signs, weights))
    run = find_run(dump.blocks, signs, weights)
    headline = find_headline(dump.blocks, signs, run, address)
    if headline is not None:
        run = run_below(dump.blocks, signs, weights, headline, run)
    return run, headline


def _title(blocks: Sequence[Block], signs: Sequence[Sign], headline: int | None) -> str:
    if headline is not None:
        return without_date(_LABEL.sub("", blocks[headline].text))
    if window := window_title(blocks).parts:
        return window[0][:_LONGEST_TITLE]
    said = (block.text for block in blocks if signs[block.place] is Sign.NONE and block.words > 2)
    return next(said, blocks[0].text)[:_LONGEST_TITLE]


def _place(byline: Byline, dateline: Dateline) -> str:
    return byline.place or dateline.place


def _once(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each caption where it first stands."""
    kept: list[Block] = []
    seen: set[str] = set()
    for block in blocks:
        if block.kind is Kind.PICTURE:
            if block.plain in seen:
                continue
            seen.add(block.plain)
        kept.append(block)
    return tuple(kept)


def _picture(block: Block) -> Picture:
    credit = _CREDIT.search(block.text)
    return Picture("", caption=block.text, credit=credit["name"].strip(" .()") if credit else "")


def _judge(article: Article, blocks: Sequence[Block], signs: Sequence[Sign], run: Run) -> Judgement:
    """How much of its story the dump is, and the line that tells so."""
    text = article.text
    if not text:
        return Judgement(Completeness.EMPTY)
    cut = count_words(text) < _FEW_WORDS or text.endswith(("…", "..."))
    behind = zip(blocks[run.end : run.end + 6], signs[run.end :], strict=False)
    walls = [block.text for block, sign in behind if sign is Sign.PAYWALL]
    if cut and walls:
        return Judgement(Completeness.PARTIAL, walls[0][:LONGEST_EVIDENCE])
    return judge_story(article, length(article.text)) or Judgement(Completeness.WHOLE)
