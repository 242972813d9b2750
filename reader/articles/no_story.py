"""Tell pages that hold no story: errors, consent walls, lists of stories, mere teasers."""

import re
from dataclasses import dataclass

from reader.articles.article import Article, Completeness
from reader.articles.measure import length

LONGEST_EVIDENCE = 200

_LONGEST_ERROR = 1_000
_LONGEST_TITLE_OF_ERROR = 70
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

_ERROR = re.compile(
    r"\b(?:40[0-4]|410|429|451|50[0-4])\b.{0,24}(?:error|not found|forbidden|unavailable|gateway)"
    r"|error\W{1,3}(?:40[0-4]|410|50[0-4])\b|^\W*40[34]\W*$"
    r"|(?:page|article|site|story|url)\b.{0,24}\b(?:not found|(?:can ?not|can't|could not) be found"
    r"|no longer (?:exists|available)|does(?:n.t| not) exist)"
    r"|access (?:to this page has been )?denied|(?:checking|verifying) your browser"
    r"|verify (?:that )?you are (?:a )?human|are you a (?:robot|human)|not a robot"
    r"|unusual (?:traffic|activity) from your|^just a moment|attention required"
    r"|(?:enable|turn on|activate) (?:javascript|js)\b|javascript is (?:disabled|required)"
    r"|temporarily unavailable|bad gateway|not available in your (?:country|region|location)"
    r"|seite (?:wurde )?nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvée)"
    r"|accès refusé|página no (?:encontrada|existe)|página não (?:encontrada|existe)"
    r"|acceso denegado|acesso negado|pagina non trovata|accesso negato|pagina niet gevonden"
    r"|strony? nie (?:znaleziono|istnieje)|страница не (?:найдена|существует)|доступ запрещ[её]н"
    r"|сторінк[ау] не знайден|ページが見つかりません|页面不存在|找不到(?:页面|網頁|网页)"
    r"|페이지를 찾을 수 없|الصفحة غير موجودة|sayfa bulunamadı",
    re.IGNORECASE | re.MULTILINE,
)
_WALL = re.compile(
    r"we (?:and our (?:\d+ )?(?:\w+ )?(?:partners|vendors)|use cookies|value your privacy"
    r"|care about your privacy)|before you continue to|this (?:web)?site uses cookies"
    r"|wir (?:und unsere (?:\d+ )?partner|verwenden cookies|benötigen ihre (?:zustimmung"
    r"|einwilligung))|bevor sie (?:fortfahren|weiterlesen)|mit werbung weiterlesen"
    r"|nous (?:et nos (?:\d+ )?partenaires|utilisons des cookies)|avec votre consentement"
    r"|(?:nosotros y nuestros|utilizamos|usamos) (?:socios|cookies)|noi e (?:i nostri|terze parti)"
    r"|utilizziamo (?:i )?cookie|wij (?:en onze partners|gebruiken cookies)"
    r"|(?:my i nasi partnerzy|używamy plików cookie)|мы используем (?:файлы )?cookie"
    r"|nós e (?:os )?nossos parceiros|vi og våre partnere|vi (?:använder|bruger|bruker) cookies",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"cookie|consent|privacy|personal(?:i[sz]ed)? (?:data|ad|content)|legitimate interest|vendors"
    r"|accept all|reject all|einwillig|zustimm|datenschutz|personenbezogen|akzeptier"
    r"|données personnelles|accepter|consentimiento|datos personales|aceptar|privacidad"
    r"|privacidade|dati personali|accett|toestemming|persoonsgegevens|zgod[aęy]\b|danych osobowych"
    r"|персональн|личны[ех] данны|samtykke|samtycke|personuppgift",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})$"
    r"|(?:continue reading|read (?:more|the full (?:story|article))|keep reading|weiterlesen"
    r"|mehr lesen|lire la suite|(?:leer|seguir) (?:más|leyendo)|leggi tutto|continua a leggere"
    r"|lees (?:meer|verder)|leia mais|czytaj (?:dalej|więcej)|читать (?:далее|полностью)"
    r"|続きを読む|阅读全文|더 보기|devamını oku)\W*$",
    re.IGNORECASE,
)
_LINK = re.compile(r"<a\b[^<>]*>(.{0,600}?)</a>", re.DOTALL)
_CARD = re.compile(
    r"<(h[2-6]|li|p)\b[^>]*>\s*(?:<[a-z]+>){0,3}<a\b[^<>]*>(?:(?!</a>).){0,600}</a>[^<]{0,12}"
    r"(?:</[a-z]+>){0,3}?\s*</\1>",
    re.DOTALL,
)
_BLOCK = re.compile(r"<(?:h[2-6]|li|p)\b")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Judgement:
    """How complete an article is, and what told so."""

    completeness: Completeness
    evidence: str = ""


def judge_story(article: Article) -> Judgement | None:
    """What a page holds instead of a story; None where it holds one, as far as can be told."""
    size = length(article.text)
    return (
        _judge_error(article, size)
        or _judge_wall(article.text, size)
        or _judge_list(article.html, size)
        or _judge_teaser(article.text, size)
    )


def tells_error(title: str) -> bool:
    return len(title) < _LONGEST_TITLE_OF_ERROR and _ERROR.search(title) is not None


def sentence_of_wall(text: str) -> str:
    """The sentence with which a page asks for consent; empty if it does not."""
    found = _WALL.search(text)
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
    found = _ERROR.search(article.text)
    # Further down a story may tell of such a thing.
    if found is None or found.start() > size / 3:
        return None
    return Judgement(Completeness.ERROR, sentence_at(article.text, found.start()))


def _judge_wall(text: str, size: float) -> Judgement | None:
    wall = sentence_of_wall(text) if size < _LONGEST_WALL else ""
    is_dense = bool(wall) and len(_CONSENT.findall(text)) * 1000 >= _DENSE * size
    return Judgement(Completeness.CONSENT, wall) if is_dense else None


def _judge_list(html: str, size: float) -> Judgement | None:
    links = _LINK.findall(html)
    if len(links) < _FEWEST_LINKS:
        return None
    linked = sum(length(_TAG.sub("", link)) for link in links)
    cards, blocks = len(_CARD.findall(html)), len(_BLOCK.findall(html))
    has_cards = (
        cards >= _FEWEST_CARDS
        and cards > _MOSTLY_CARDS * blocks
        and linked > _OFTEN_LINKS * size
        and size < _LONGEST_LIST_OF_CARDS
    )
    if linked <= _MOSTLY_LINKS * size and not has_cards:
        return None
    share = round(100 * linked / max(size, 1))
    return Judgement(Completeness.LIST, f"{len(links)} links, {share} % of its words")


def _judge_teaser(text: str, size: float) -> Judgement | None:
    found = _CUT.search(text[-80:]) if size < _LONGEST_TEASER else None
    if found is None:
        return None
    return Judgement(Completeness.TEASER, sentence_at(text, len(text) - 2))
