"""Read a picture's caption and credit out of its figure."""

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from reader.articles.measure import text_of

_CREDIT_NAME = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|source|quelle|bildquelle|photographer|photo-?by|agency"
    r"|attribution|author|fotograf)(?=$|[\s_-])",
)
_CREDIT_LINE = re.compile(
    r"(?:^|[\s(\[|.–—-])(?:(?:photo|image|picture|foto|bild|fotografie|photographie|imagen|imagem"
    r"|credits?|crédits?|crédito|copyright|quelle|source|fuente|fonte|фото|photograph)s?"
    r"(?: credit| by| courtesy(?: of)?)?\s*[:：/|]|©|\(c\)|写真[:：]|图[:：]|사진[:：=])"
    r"\s*(?P<name>[^:：]{2,100}?)[)\].]*$",
    re.IGNORECASE,
)
LONGEST_CREDIT = 120


@dataclass(frozen=True)
class Caption:
    """What is said under a picture, and whose picture it is."""

    text: str = ""
    credit: str = ""


def read_caption(figure: Element | None) -> Caption:
    if figure is None:
        return Caption()
    captions = list(figure.iter("figcaption"))
    if not captions:
        return Caption()
    said = " ".join(dict.fromkeys(filter(None, map(text_of, captions))))
    credit = next(filter(None, (_marked_credit(caption) for caption in captions)), "")
    if not credit:
        found = _CREDIT_LINE.search(said)
        credit = found.group("name").strip() if found else ""
    return Caption(said, credit)


def is_credit(text: str) -> bool:
    """Whether a line says whose picture is shown, and nothing else."""
    return len(text) < LONGEST_CREDIT and _CREDIT_LINE.match(text) is not None


def _marked_credit(caption: Element) -> str:
    for element in caption.iter("*"):
        if element is not caption and _CREDIT_NAME.search((element.get("class") or "").lower()):
            return text_of(element)
    return ""
