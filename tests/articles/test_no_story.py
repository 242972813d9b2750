"""Pages that hold no story are told apart from short ones, in many shapes and languages."""

import pytest

from reader.articles.article import Article, Completeness
from reader.articles.extract import extract
from reader.pages.saved_page import Kind, SavedPage

NAVIGATION = "<header><nav><a href=/n>News</a><a href=/s>Sport</a></nav></header>"
FOOTER = "<footer><a href=/i>Imprint</a><p>© 2026 Harbour Times. All rights reserved.</p></footer>"


def cleaned(title: str, body: str, around: bool = True) -> Article:
    framed = f"{NAVIGATION}<main>{body}</main>{FOOTER}" if around else body
    markup = f"<html><head><title>{title}</title></head><body>{framed}</body></html>"
    return extract(SavedPage("p.html", Kind.HTML, markup, "https://news.example.com/p"))


def card(number: int) -> str:
    return f"Ferry number {number} breaks down in the harbour again"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Not Found",
            "<h1>Not Found</h1><p>The requested URL /storm.html was not found on this server.</p>"
            "<hr><address>Apache/2.4.41 (Ubuntu) Server at news.example.com Port 443</address>",
        ),
        (
            "Page not found – Harbour Times",
            "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this"
            " location. Maybe try one of the links below or a search?</p>",
        ),
        (
            "Hafenbote",
            "<h1>Diese Seite existiert nicht (mehr)</h1><p>Leider konnten wir die gewünschte Seite"
            " nicht finden. Vielleicht hilft Ihnen unsere Suche weiter.</p>",
        ),
        (
            "Le Port",
            "<h1>Oups !</h1><p>La page que vous recherchez n’existe pas ou a été supprimée. Vous"
            " pouvez revenir à la page d’accueil.</p>",
        ),
        (
            "Diario del Puerto",
            "<h1>Lo sentimos</h1><p>La página que buscas no existe o ha sido eliminada. Puedes"
            " volver a la portada o usar el buscador.</p>",
        ),
        (
            "Порт",
            "<h1>Ошибка 404</h1><p>К сожалению, запрашиваемая страница не найдена. Возможно, она"
            " была удалена или перемещена.</p>",
        ),
        (
            "الميناء",
            "<h1>خطأ 404</h1><p>عذراً، الصفحة التي تبحث عنها غير موجودة أو تم حذفها. يمكنك العودة"
            " إلى الصفحة الرئيسية.</p>",
        ),
        (
            "港新聞",
            "<h1>お探しのページは見つかりませんでした</h1><p>お探しのページは、削除されたか、名前が"
            "変更されたか、一時的に利用できない可能性があります。</p>",
        ),
        (
            "Problem loading page",
            "<h1>Hmm. We’re having trouble finding that site.</h1><p>We can’t connect to the server"
            " at news.example.com.</p><ul><li>Try again later</li><li>Check your network</li></ul>",
        ),
        (
            "news.example.com",
            "<h1>No internet</h1><p>Try:</p><ul><li>Checking the network cables, modem, and router"
            "</li><li>Reconnecting to Wi-Fi</li></ul><div>ERR_INTERNET_DISCONNECTED</div>",
        ),
        (
            "Attention Required!",
            "<h1>Sorry, you have been blocked</h1><p>This website is using a security service to"
            " protect itself from online attacks, and will not let you in.</p>",
        ),
    ],
)
def test_an_error_page_is_no_story(title: str, body: str) -> None:
    for around in (True, False):
        article = cleaned(title, body, around)
        assert article.completeness is Completeness.ERROR
        assert article.evidence


def test_an_error_page_of_few_words_says_what_went_wrong() -> None:
    article = cleaned("news.example.com", "<p>Please enable JS and disable any ad blocker</p>")
    assert article.completeness is Completeness.EMPTY
    assert article.evidence == "Please enable JS and disable any ad blocker"


def test_news_of_a_page_that_is_down_is_a_story() -> None:
    article = cleaned(
        "Town hall web page not found for days",
        "<h1>Town hall web page not found for days</h1><p>The town hall has apologised after its"
        " web site could not be reached for three days, the mayor said on Monday in the council."
        "</p><p>Citizens could not register births or cars. The fault lay with a cable that a"
        " digger had cut on Friday afternoon.</p>",
    )
    assert article.completeness is Completeness.WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Details zum jederzeit möglichen"
        " Widerruf stehen im Datenschutz-Center. Oder lesen Sie im Abo ohne Werbetracking.",
        "Le respect de votre vie privée est notre priorité. Avec nos partenaires, nous utilisons"
        " des cookies pour stocker des données personnelles. Continuer sans accepter.",
        "Nosotros y nuestros 812 socios almacenamos información en un dispositivo, tales como"
        " cookies, y procesamos datos personales. Aceptar y continuar, o rechazar y pagar.",
        "Klikając „Przejdź do serwisu” udzielasz zgody na przetwarzanie Twoich danych osobowych,"
        " w tym zapisywanych w plikach cookies, przez nas i naszych zaufanych partnerów.",
        "当サイトではCookieを使用しています。閲覧を続けるには、Cookieの使用に同意してください。"
        "個人情報の取り扱いについてはプライバシーポリシーをご覧ください。",
        "Utilizziamo cookie e, con il tuo consenso, trattiamo dati personali. Accetta, oppure"
        " rifiuta e abbonati per continuare a leggere il giornale.",
    ],
)
def test_a_page_that_asks_for_consent_is_no_story(text: str) -> None:
    article = cleaned("The Harbour Times", f"<div><p>{text}</p></div>", around=False)
    assert article.completeness is Completeness.CONSENT
    assert article.evidence in text


@pytest.mark.parametrize(
    "body",
    [
        "<ul>{}</ul>".format(
            "".join(f"<li><a href=/{n}>{card(n)}</a> – 12 May 2026</li>" for n in range(30))
        ),
        "<table>{}</table>".format(
            "".join(
                f"<tr><td>10:{n:02}</td><td><a href=/{n}>{card(n)}</a></td></tr>" for n in range(20)
            )
        ),
        "".join(
            f"<a href=/{n}><div><h2>{card(n)}</h2><p>It left at dawn with {n} people on board.</p>"
            "</div></a>"
            for n in range(10)
        ),
        "".join(
            f"<div><h3><a href=/{n}>{card(n)}</a></h3><cite>news.example.com › {n}</cite>"
            f"<p>It had left at dawn with {n} people on board, and nobody had told them where it"
            " went, or when it would be back in the harbour …</p></div>"
            for n in range(10)
        ),
    ],
)
def test_a_list_of_stories_is_shown_and_told(body: str) -> None:
    article = cleaned("Harbour", f"<h1>Harbour</h1>{body}")
    assert article.completeness is Completeness.LIST
    assert all(card(number) in article.text for number in range(10))
    assert "Imprint" not in article.text


def test_a_list_of_the_ten_best_is_a_story() -> None:
    best = "".join(
        f"<h2><a href=https://boats.example/{n}>{n}. The boat called number {n}</a></h2>"
        f"<p>She was built in 19{n}0, and has left the harbour at dawn on every day since then.</p>"
        for n in range(1, 9)
    )
    article = cleaned("Ten boats", f"<h1>Ten boats to see</h1>{best}")
    assert article.completeness is Completeness.WHOLE


@pytest.mark.parametrize(
    "link", ["Continue reading at the Harbour Times", "Zum vollständigen Artikel", "続きを読む"]
)
def test_a_text_that_goes_on_elsewhere_is_a_teaser(link: str) -> None:
    text = "The harbour reopened on Monday morning after the storm, and the boats left at dawn."
    article = cleaned("Harbour", f"<h1>Harbour</h1><p>{text}</p><p><a href=/x>{link}</a></p>")
    assert article.completeness is Completeness.TEASER
    assert link in article.evidence


@pytest.mark.parametrize(
    ("body", "around"),
    [
        ("<p>The harbour reopened on Tuesday.</p>", False),
        ("<p>港は火曜日に再開した。</p>", False),
        ("<h1>Harbour</h1><p>The first boats left at dawn.</p>", True),
    ],
)
def test_a_sentence_may_be_all_there_is_to_a_page(body: str, around: bool) -> None:
    article = cleaned("Harbour", body, around)
    assert article.completeness is Completeness.WHOLE
    assert article.text in body


@pytest.mark.parametrize("body", ["", "<p>Please wait...</p>", "<a href=/a>News</a>"])
def test_what_says_nothing_is_empty(body: str) -> None:
    assert cleaned("The Harbour Times", body).completeness is Completeness.EMPTY
