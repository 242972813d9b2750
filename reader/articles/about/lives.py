"""Read sentences that tell of a story's writer."""

import re

from reader.articles.byline_words import TRADES
from reader.articles.bylines import Byline, read_byline

_LONGEST_HEADING = 45
_LONGEST_OPENING, _SHORT_OPENING = 400, 160
_ABOUT_AUTHOR = re.compile(
    r"^(?:(?:more )?about|meet|über|zu[rm]?|à propos d|sobre|om|over|o|a|sull[ao’']|informazioni|об"
    r"|про|biograf)[\w\s’'(]{0,16}\b(?:author|writer|autor|autorin|verfasser|verfasserin|auteur"
    r"|auteure|autrice|autora|autore|forfatteren|författaren|schrijver|autorze|автор|авторе|автора)"
    r"(?:\(?s?\)?|s)?\s?[:.]?$|^author(?:['’]s)? (?:bio|profile|info|details)\S*$|^the author:?$"
    r"|^(?:この記事を書いた人|この記事の著者|著者プロフィール|ライター|作者简介|作者簡介"
    r"|저자 소개|عن الكاتب)"
    r"|^लेखक के बारे में|^লেখক পরিচিতি",
    re.IGNORECASE,
)
_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'-]*[^\W\d]"
_NAME = rf"{_WORD}(?:\s(?:[A-Z]\.?|de|da|di|del|van|von|der|den|la|le|{_WORD})){{0,3}}\s{_WORD}"
_BEARER = rf"^(?:Author\s|Autor(?:in)?\s)?(?P<name>{_NAME})"
_DOES = (
    r",?\s(?:is|was|has|leads|writes|works|covers|ist|arbeitet|schreibt|hat|est|écrit|es|escribe"
    r"|è|é|är|er|skriver|schrijft|werkt|jest)\s"
)
_OPENS_WITH_NAME = re.compile(rf"{_BEARER}(?:{_DOES}|,\s|:|\s[–—(-])")
_TELLS_A_LIFE = re.compile(_BEARER + _DOES)
# What only people are called, and what they are.
_OF_PERSON = re.compile(
    r"\b(?:he|she|his|her|who|sie|seine?[mnrs]?|ihre?[mnrs]?|elle|lui|hij|zij"
    rf"|{'|'.join(sorted(TRADES))}|author|founder|co-founder|head|manager|director|professor|expert"
    r"|specialist|lawyer|teacher|artist|student|doctor|consultant|analyst|fellow|professional"
    r"|partner|blogger|autor\w*|auteur\w*|leiter(?:in)?|gründer(?:in)?)\b",
    re.IGNORECASE,
)
# Few lines have one of these, which are found far sooner than a whole sentence.
_BY = (" by ", " von ", " par ", " por ", " da ")
_WRITTEN_BY = re.compile(
    r"\b(?:(?:post|article|story|piece|essay|blog|guide|column|report|tutorial|page)\s"
    r"(?:(?:was|is|has been)\s)?(?:originally\s|first\s)?(?:written|authored|contributed|created"
    r"|submitted)\sby|(?:Artikel|Beitrag|Text|Gastbeitrag|Kommentar)\s(?:wurde\s|ist\s|stammt\s)?"
    r"(?:verfasst\s|geschrieben\s)?von|(?:guest (?:post|article|blog|essay|column))\s(?:is\s)?by"
    r"|(?:article|texte|billet)\s(?:a été\s)?(?:écrit|rédigé|proposé)\spar"
    r"|(?:artículo|texto|post|artigo)\s(?:fue\s|foi\s)?(?:escrito|redactado)\spor"
    r"|(?:articolo|testo)\s(?:è stato\s)?scritto\sda)\s(?:our\s|my\s|guest\s)?"
    rf"(?:[a-z]+\s){{0,3}}(?P<name>(?:Dr\.\s)?{_NAME})"
)


def heads_a_life(text: str) -> bool:
    """Whether a line is a heading like "About the author"."""
    return len(text) <= _LONGEST_HEADING and bool(_ABOUT_AUTHOR.search(text))


def read_life(text: str) -> Byline:
    """Whom a line about somebody opens with, like "Ida Holm, a writer, lives in Oslo"."""
    return _read_name(_OPENS_WITH_NAME.match(text[:_LONGEST_OPENING]))


def read_sentence_of_life(text: str) -> Byline:
    """Whom a whole sentence about somebody opens with, like "Ida Holm is a writer in Oslo"."""
    return _read_name(_TELLS_A_LIFE.match(text[:_LONGEST_OPENING]))


def is_of_person(text: str) -> bool:
    """Whether a text tells of a man or a woman, not of a thing that has a name too."""
    return bool(_OF_PERSON.search(text[:_SHORT_OPENING]))


def _read_name(match: re.Match[str] | None) -> Byline:
    byline = read_byline(match["name"]) if match else Byline()
    return byline if match and byline.people == (match["name"],) else Byline()


def name_of_writer(text: str) -> str:
    """The name in a sentence like "This post was written by Ida Holm for our readers"."""
    opening = text[:_LONGEST_OPENING]
    match = _WRITTEN_BY.search(opening) if any(map(opening.__contains__, _BY)) else None
    return match["name"] if match else ""
