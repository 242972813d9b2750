"""Tell pages that hold no story: errors, consent walls, lists of stories, mere teasers."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.articles.article import Article, Completeness
from reader.articles.measure import length
from reader.articles.no_story_words import CONSENT, CUT, ERROR, WALL, small_letters

LONGEST_EVIDENCE = 200

_LONGEST_ERROR = 1_000
# News of a web site that is down tells it in a longer sentence than the site itself.
_LONGEST_NOTICE = 200
_LONGEST_SENTENCE = 100
_LONGEST_TITLE_OF_ERROR = 70
_MOSTLY_ERROR = 0.4
_LONGEST_WALL = 4_000
_LONGEST_TEASER = 1_200
# Of the words about consent, so many a thousand letters make a wall of a text.
_DENSE = 6
_FEWEST_LINKS = 4
_MOSTLY_LINKS = 0.5
# Stories may link much, and lists tell a little of each story.
_FEWEST_CARDS = 6
_MOSTLY_CARDS = 0.4
_OFTEN_LINKS = 0.35
_LONGEST_LIST_OF_CARDS = 15_000
_LONGEST_CARD = 320

_LINK = re.compile(r"<a\b[^<>]*>(.{0,600}?)</a>", re.DOTALL)
_CARD = re.compile(
    r"<(h[2-6]|li|p)\b[^>]*>\s*(?:<[a-z]+>){0,3}<a\b[^<>]*>(?:(?!</a>).){0,600}</a>[^<]{0,12}"
    r"(?:</[a-z]+>){0,3}?\s*</\1>",
    re.DOTALL,
)
_TITLE = re.compile(r"<h[2-6]\b[^>]*>\s*(?:<[a-z]+>){0,3}<a\b[^<>]*?href=\"([^\"]{1,2000})\"")
_BLOCK = re.compile(r"<(?:h[2-6]|li|p)\b")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Judgement:
    """How complete an article is, and what told so."""

    completeness: Completeness
    evidence: str = ""


def judge_story(article: Article, size: float) -> Judgement | None:
    """What a page holds instead of a story; None where it holds one, as far as can be told.

    `size` is how much it says, counted in letters.
    """
    return (
        _judge_error(article, size)
        or judge_wall(article.text, size)
        or _judge_list(article, size)
        or _judge_teaser(article.text, size)
    )


def judge_wall(text: str, size: float) -> Judgement | None:
    """Whether a text of so many letters asks for consent and speaks of hardly anything else."""
    wall = sentence_of_wall(text) if len(text) < _LONGEST_WALL else ""
    asked = len(CONSENT.findall(small_letters(text))) if wall else 0
    is_dense = bool(wall) and asked * 1000 >= _DENSE * size
    return Judgement(Completeness.CONSENT, wall) if is_dense else None


def tells_error(title: str) -> bool:
    """Whether a title says little else than that something went wrong."""
    found = ERROR.search(small_letters(title)) if len(title) < _LONGEST_TITLE_OF_ERROR else None
    return found is not None and len(found.group()) >= _MOSTLY_ERROR * len(title)


def sentence_of_error(text: str) -> str:
    """The sentence near the top that tells of an error; further down a story may tell of one."""
    found = ERROR.search(small_letters(text), 0, len(text) // 2 + 40)
    return sentence_at(text, found.start()) if found else ""


def sentence_of_wall(text: str) -> str:
    """The sentence with which a page asks for consent; empty if it does not."""
    found = WALL.search(small_letters(text))
    return sentence_at(text, found.start()) if found else ""


def sentence_at(text: str, place: int) -> str:
    """The sentence that stands at a place, as far as it can be shown."""
    start = max(text.rfind(end, 0, place) for end in ("\n", ". ", "! ", "? ", "。")) + 1
    found = re.compile(r"[.!?](?=\s)|[。！？]|\n").search(text, place)
    sentence = " ".join(text[start : found.end() if found else len(text)].split())
    at = max(0, place - start - LONGEST_EVIDENCE // 2) if len(sentence) > LONGEST_EVIDENCE else 0
    return sentence[at : at + LONGEST_EVIDENCE].strip()


def _judge_error(article: Article, size: float) -> Judgement | None:
    if size > _LONGEST_ERROR:
        return None
    if tells_error(article.title):
        return Judgement(Completeness.ERROR, article.title)
    # What somebody wrote on some day is no error, whatever it tells of.
    is_signed = bool(article.byline and article.published)
    said = "" if is_signed else sentence_of_error(article.text)
    is_terse = size < _LONGEST_NOTICE or len(said) < _LONGEST_SENTENCE
    return Judgement(Completeness.ERROR, said) if said and is_terse else None


def _judge_list(article: Article, size: float) -> Judgement | None:
    links = _LINK.findall(article.html)
    if len(links) < _FEWEST_LINKS:
        return None
    linked = sum(length(_TAG.sub("", link)) for link in links)
    if linked > _MOSTLY_LINKS * size or _is_of_cards(article, linked, size):
        share = round(100 * linked / max(size, 1))
        return Judgement(Completeness.LIST, f"{len(links)} links, {share} % of its words")
    return None


def _is_of_cards(article: Article, linked: float, size: float) -> bool:
    """Whether it tells a little each of many stories of its own site."""
    cards = len(_CARD.findall(article.html))
    if cards < _FEWEST_CARDS or size >= _LONGEST_LIST_OF_CARDS:
        return False
    blocks = len(_BLOCK.findall(article.html))
    if cards > _MOSTLY_CARDS * blocks and linked > _OFTEN_LINKS * size:
        return True
    host = urlsplit(article.address).hostname
    titles = {
        link for link in _TITLE.findall(article.html) if host and urlsplit(link).hostname == host
    }
    return len(titles) >= _FEWEST_CARDS and size < _LONGEST_CARD * len(titles)


def _judge_teaser(text: str, size: float) -> Judgement | None:
    found = CUT.search(small_letters(text[-80:])) if size < _LONGEST_TEASER else None
    if found is None:
        return None
    return Judgement(Completeness.TEASER, sentence_at(text, len(text) - 2))
