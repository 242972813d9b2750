"""Tell whether a date stands where pages date something else than their story."""

import re

from lxml.html import HtmlElement

from reader.articles.about.visible_lines import text_of

_MOST_LEVELS, _MOST_SIBLINGS, _LONGEST_HEADING = 6, 6, 80
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SAYS_OTHER = re.compile(
    r"\b(?:deadline|valid|until|expir\w*|event|born|died|found(?:ed|ing)|established|since|joined"
    r"|member|accessed|retrieved|as of|copyright|opened|opens|opening|closes|due|register|starts?"
    r"|ends?|taken|first|gültig|geboren|gegründet|abgerufen|termin|veranstaltung|bis zum|mitglied"
    r"|jusqu|valable|naissance|consulté|inscrit|hasta|nacid\w*|consultado|miembro|vence|fino al"
    r"|nato|nata|consultato|scade|até|nascid\w*|geboren|geldig|lid sinds)\b|©|\(c\)",
    re.IGNORECASE,
)
_SAYS_DATE = re.compile(
    r"publi|veröff|erschien|erstellt|post(?:ed|é)?|date|datum|fecha|\bdata\b|dato|päiv|updat|modif"
    r"|edited|released|written|aktual|stand|gepl|geplaatst|дата|опублик|створ|tarih|ngày|日|تاريخ"
    r"|तारीख|তারিখ|날짜|등록|입력|first",
    re.IGNORECASE,
)
_HEADS_OTHERS = re.compile(
    r"\b(?:related|latest|recent|more|other|popular|trending|most|comments?|repl(?:y|ies)|responses?"
    r"|discussion|events?|upcoming|calendar|also|next|previous|sources?|references|weitere|ähnliche"
    r"|kommentar\w*|verwandte|neueste|aktuelle|termine|quellen|mehr|articles|commentaires?|voir|lire"
    r"|derniers|agenda|relacionad\w+|comentarios?|últim[ao]s|correlati|commenti|leggi|meer|reacties"
    r"|relaterte|kommentarer|похожие|комментари\w+|читайте|другие)\b|関連|コメント|相关|相關|评论|評論"
    r"|최신|관련|댓글",
    re.IGNORECASE,
)


def labels_another_day(label: str) -> bool:
    """Whether what stands before a date says that it is none of publication."""
    return bool(_SAYS_OTHER.search(label)) and not _SAYS_DATE.search(label)


def stands_elsewhere(element: HtmlElement) -> bool:
    """Whether the element lies in a menu, a caption, a site's head or foot, or a list of others."""
    current: HtmlElement | None = element
    in_story = is_labelled = False
    for _ in range(_MOST_LEVELS):
        if current is None or current.tag == "body":
            return False
        if current.tag in ("nav", "figcaption"):
            return True
        if current.tag in ("td", "dd") and not is_labelled:
            is_labelled = True
            if _is_of_another_label(current):
                return True
        in_story = in_story or current.tag in ("article", "main")
        if not in_story and (_is_aside(current) or _is_under_others(current)):
            return True
        current = current.getparent()
    return False


def _is_aside(element: HtmlElement) -> bool:
    """Whether it is a box of its own with a heading, or the head or foot of the whole page."""
    if element.tag == "aside":
        return next(element.iter(*_HEADINGS[1:]), None) is not None
    if element.tag not in ("header", "footer"):
        return False
    if next(element.iter(*_HEADINGS), None) is not None:
        return False
    return not any(one.tag in ("article", "main") for one in element.iterancestors())


def _is_under_others(element: HtmlElement) -> bool:
    """Whether the heading above it says that what follows is about other things."""
    for count, sibling in enumerate(element.itersiblings("*", preceding=True)):
        if count >= _MOST_SIBLINGS:
            return False
        if sibling.tag in _HEADINGS[1:]:
            heading = text_of(sibling, _LONGEST_HEADING)
            is_short = len(heading) < _LONGEST_HEADING // 2
            return is_short and bool(_HEADS_OTHERS.search(heading))
    return False


def _is_of_another_label(element: HtmlElement) -> bool:
    """Whether a cell of a table stands behind another label than that of a publication."""
    label = element.getprevious()
    if label is None or label.tag not in ("th", "dt"):
        return False
    return not _SAYS_DATE.search(text_of(label, _LONGEST_HEADING))


def hidden_stamps(element: HtmlElement) -> list[str]:
    """What the element says of its time to machines alone."""
    names = ("datetime", "content", "data-date", "data-datetime", "data-time", "data-timestamp")
    return [value for name in (*names, "data-published", "title") if (value := element.get(name))]
