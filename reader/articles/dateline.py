"""Read where a story was reported from out of the words it opens with."""

import re
from dataclasses import dataclass

from reader.articles.byline_parts import find_agency

_LONGEST = 160
_DASH = r"(?:--?|[—–−―‒]|\.-)"
# Not \w: the vowel signs of many scripts are none of it.
_WORD = r"[^\W\d_](?:[^\s,،;:()\[\]/|.–—―−-]|\.(?=[^\W\d_]|\s[^\W\d_]|\s?[,—–])){0,24}"
_PLACE = rf"{_WORD}(?:[ /-]{_WORD}){{0,4}}"
_MORE = r"(?:,\s{0,2}(?:(?!\s-)[^,،()\[\]/–—:;]){1,30}){0,3}"

# SEOUL, Aug. 13 (Reuters) – / Berlin (dpa) - / МОСКВА, 13 августа. /ТАСС/. / Madrid, 13 ago (EFE).-
_LATIN = re.compile(
    rf"(?P<place>{_PLACE})(?P<more>{_MORE})[.,]?\s{{0,2}}"
    rf"(?:(?:[-–—]\s)?[(\[/](?P<agency>[^()\[\]/]{{2,40}})[)\]/])?\s{{0,2}}(?P<end>{_DASH}|[|:.]|)(?:\s+|(?<=[—–]))"
)
# (ANSA) - ROMA, 13 AGO -
_AGENCY_FIRST = re.compile(
    rf"\((?P<agency>[^()]{{2,40}})\)\s?{_DASH}\s?(?:(?P<place>{_PLACE})(?P<more>{_MORE})\s?{_DASH}\s)?"
)
_BETWEEN_BRACKETS = re.compile(
    r"[【［\[(（](?P<place>[^\W\d_]{1,12}?)\s?[=＝・\s]\s?(?:\d{1,2}日\s?)?(?P<agency>[^】］\])）\d]{2,16})[】］\])）]"
)
_JAPANESE_CLOSE = re.compile(r"【(?P<place>[^\W\d_]{2,10}?)(?P<agency>共同|時事|ロイター)】")
_CHINESE = re.compile(
    r"[（(【]?(?P<agency>[\u4e00-\u9fff]{2,6}?(?:社|网|網|报|報))(?:记者|記者)?(?P<people>[\u4e00-\u9fff]{0,8}?)"
    r"(?P<place>[\u4e00-\u9fff]{2,5})\s?(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊)"
)
_DATE_LIKE = re.compile(r"\d")

# Words in capitals before a dash that are a label, not a place.
_LABELS = """
q faq tip warning claim fact background poll quiz must read related breaking exclusive update
updated live watch video photos opinion analysis correction editorial explainer review interview
podcast sponsored advertisement note summary nota eilmeldung kommentar exklusiv exclusif vidéo
actualización срочно видео обновлено factbox timeline
"""
_SMALL_WORDS = "of the de del la le les los las am an der den di da do dos el al upon"


@dataclass(frozen=True)
class Dateline:
    """Where a story comes from, by which agency; `rest` is the text behind it."""

    place: str = ""
    agency: str = ""
    rest: str = ""


def split_dateline(text: str) -> Dateline:
    """The dateline that a story's first paragraph opens with; all is `rest` where it has none."""
    opening = text[:_LONGEST].lstrip(" \t*_>\u200b")
    skipped = len(text[:_LONGEST]) - len(opening)
    for read in (_in_cjk, _behind_agency, _before_dash):
        if found := read(opening):
            dateline, end = found
            rest = text[skipped + end :].lstrip(" -–—.:|")
            return Dateline(_as_name(dateline.place), dateline.agency, rest)
    return Dateline(rest=text)


_Found = tuple[Dateline, int]


def _in_cjk(opening: str) -> _Found | None:
    for pattern in (_CHINESE, _JAPANESE_CLOSE, _BETWEEN_BRACKETS):
        match = pattern.match(opening)
        if match and (agency := find_agency(match["agency"].strip())):
            return Dateline(match["place"], agency), match.end()
    return None


def _behind_agency(opening: str) -> _Found | None:
    match = _AGENCY_FIRST.match(opening)
    agency = find_agency(match["agency"]) if match else ""
    if not match or not agency:
        return None
    place = match["place"] or ""
    if place and not _is_capitals(place):
        return Dateline("", agency), match.start("place")
    return Dateline(place, agency), match.end()


def _before_dash(opening: str) -> _Found | None:
    match = _LATIN.match(opening)
    if not match or not (match["agency"] or match["end"] or match["more"]):
        return None
    place, agency = match["place"], find_agency(match["agency"] or "")
    more = [_bare(part) for part in match["more"].split(",") if part.strip(" .")]
    regions = [part for part in more if not _DATE_LIKE.search(part)]
    if not _is_place(place) or len(regions) > 1 or not all(map(_is_place, regions)):
        return None
    if not _is_borne_out(match, agency, dated=len(regions) < len(more)):
        return None
    return Dateline(", ".join([place, *regions]), agency), match.end()


def _bare(part: str) -> str:
    bare = part.strip(" .")
    return f"{bare}." if "." in bare else bare


def _is_borne_out(match: re.Match[str], agency: str, *, dated: bool) -> bool:
    """Whether enough stands around a place to tell it from a sentence's first words."""
    rest, sign, place = match.string[match.end() :], match["end"], match["place"]
    dashed = bool(sign) and sign not in (":", ".")
    if not rest or rest[0].islower():
        # A sentence goes on; only a dateline with agency and dash is set before small letters.
        return bool(agency) and dashed
    if agency:
        return True
    if match["agency"] and not dashed:
        return not sign and _is_broadcaster(match["agency"], place)
    if sign == ":":
        return len(place) > 3 and _is_capitals(place)
    # A bare bar or full stop sets off labels as often as places.
    region = not match["agency"] and match["more"] and sign in ("—", "–")
    return dashed and sign != "|" and bool(dated or region or _is_capitals(place))


def _is_broadcaster(name: str, place: str) -> bool:
    """Whether a name in brackets is a newsroom's, not the short form of the words before."""
    first = name.split()[0]
    initials = "".join(word[0] for word in place.upper().split())
    return first.isupper() and 2 < len(first) <= 5 and first not in initials


def _is_place(text: str) -> bool:
    words = re.split(r"[ /-]+", text)
    if not words or words[0].casefold().strip(".") in _LABELS.split():
        return False
    return all(not word[:1].islower() or word in _SMALL_WORDS.split() for word in words)


def _is_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 2 and text.upper() == text and text.lower() != text


def _as_name(place: str) -> str:
    """SEOUL as Seoul, NEW YORK as New York, AUSTIN, Texas as Austin, Texas."""
    return ", ".join(
        re.sub(r"[^\W\d_]+", _titled, part) if _is_capitals(part) else part
        for part in place.split(", ")
    )


def _titled(match: re.Match[str]) -> str:
    word = match[0]
    behind_mark = match.start() and match.string[match.start() - 1] in "'’"
    if behind_mark and len(word) == 1:
        return word.lower()
    in_middle = match.start() > 0 and word.lower() in _SMALL_WORDS.split()
    return word.lower() if in_middle else word[0] + word[1:].lower()
