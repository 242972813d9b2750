"""How much of its story a page holds is judged by signs that can be shown."""

import pytest
from stories_made import PARAGRAPHS, html_page, paragraphs, story_page

from reader.articles.article import Article, Completeness
from reader.articles.extract import extract
from reader.articles.no_story import LONGEST_EVIDENCE, sentence_at
from reader.pages.saved_page import Kind, SavedPage


def page(title: str, body: str) -> SavedPage:
    markup = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return SavedPage("p.html", Kind.HTML, markup, "https://news.example.com/p")


def told(article: Article) -> tuple[Completeness, str]:
    return article.completeness, article.evidence


def test_a_whole_story_needs_no_evidence() -> None:
    assert told(extract(story_page("<article>{story}</article>"))) == (Completeness.WHOLE, "")


def test_a_paywall_is_told_by_its_sentence() -> None:
    wall = "<div class=box><p>This is for members. Subscribe to continue reading. Thanks!</p></div>"
    cut = story_page(f"<article>{{story}}{wall}</article>", paragraphs(2))
    assert told(extract(cut)) == (Completeness.PARTIAL, "Subscribe to continue reading.")


def test_a_paywall_is_told_by_what_the_page_declares() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline":'
        ' "Harbour reopens after the storm", "isAccessibleForFree": false}</script>'
    )
    cut = story_page("<article>{story}</article>", paragraphs(2), head)
    assert told(extract(cut)) == (Completeness.PARTIAL, "isAccessibleForFree: False")


@pytest.mark.parametrize(
    ("title", "text", "evidence"),
    [
        (
            "Page not found",
            "The harbour has many berths, but not this one. Go back to the start, or look for it.",
            "Page not found",
        ),
        (
            "The Harbour Times",
            "Sorry about this. We are verifying your browser before you go on. It takes five"
            " seconds, and you need not do anything at all meanwhile.",
            "We are verifying your browser before you go on.",
        ),
        (
            "Harbour Times",
            "Die Seite wurde nicht gefunden. Vielleicht hilft die Suche weiter, oder Sie gehen"
            " zurück zur ersten Seite dieser Zeitung.",
            "Die Seite wurde nicht gefunden.",
        ),
    ],
)
def test_an_error_page_is_told_by_its_words(title: str, text: str, evidence: str) -> None:
    assert told(extract(page(title, f"<p>{text}</p>"))) == (Completeness.ERROR, evidence)


def test_a_story_that_speaks_of_an_error_is_a_story() -> None:
    text = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]} The page was not found, he said."
    assert (
        extract(page("A diary that was lost", f"<p>{text}</p>")).completeness is Completeness.WHOLE
    )


@pytest.mark.parametrize(
    "text",
    [
        "We value your privacy. We and our partners store cookies and process personal data. You"
        " may consent to our vendors, or accept all.",
        "Wir verwenden Cookies. Ihre Einwilligung zum Datenschutz und zur Verarbeitung"
        " personenbezogener Daten können Sie widerrufen. Cookies akzeptieren?",
        "Nous utilisons des cookies. Avec votre consentement, nos partenaires traitent vos données"
        " personnelles. Vous pouvez accepter les cookies.",
    ],
)
def test_a_consent_wall_is_told_by_its_words(text: str) -> None:
    completeness, evidence = told(extract(page("The Harbour Times", f"<p>{text}</p>")))
    assert completeness is Completeness.CONSENT
    assert evidence == text.partition(". ")[0] + "."


def test_a_story_about_cookies_is_a_story() -> None:
    text = f"“We use cookies”, says each page of the harbour office. {' '.join(PARAGRAPHS)}"
    assert extract(page("Cookies", f"<p>{text}</p>")).completeness is Completeness.WHOLE


LINK = "<a href=/{n}>Ship number {n} has come into the harbour, and another one has left</a>"


@pytest.mark.parametrize(
    "card",
    [f"<p>{LINK}</p>", f"<div><h2>{LINK}</h2><p>The captain of ship {{n}} was glad.</p></div>"],
)
def test_a_list_of_stories_is_told_by_its_links(card: str) -> None:
    cards = "".join(card.format(n=number) for number in range(12))
    completeness, evidence = told(extract(page("News of the day", f"<div>{cards}</div>")))
    assert completeness is Completeness.LIST
    assert evidence.endswith("% of its words")


def test_a_story_with_many_links_is_a_story() -> None:
    linked = "".join(f"<p>{text} <a href=/x>The council</a> knows.</p>" for text in PARAGRAPHS)
    assert extract(page("The storm", linked)).completeness is Completeness.WHOLE


@pytest.mark.parametrize("end", ["and then …", "and then [...]", "and then. Lire la suite"])
def test_a_teaser_is_told_by_its_end(end: str) -> None:
    text = f"{PARAGRAPHS[0]} The boats went out, {end}"
    completeness, evidence = told(extract(page("The boats", f"<p>{text}</p>")))
    assert completeness is Completeness.TEASER
    assert evidence
    assert evidence in text


def test_a_page_with_next_to_nothing_is_empty() -> None:
    assert told(extract(html_page("<p>Nothing</p>"))) == (Completeness.EMPTY, "")


@pytest.mark.parametrize(
    ("title", "body", "evidence"),
    [
        ("403 Forbidden", "<p>nginx</p>", "403 Forbidden"),
        (
            "The Harbour Times",
            "<div class=consent><p>We value your privacy. Cookies help us, and our partners.</p>"
            "<button>Accept all</button></div>",
            "We value your privacy.",
        ),
        (
            "The boats",
            "<div class=subscription-box><p>It is yours. Subscribe to continue reading.</p></div>",
            "Subscribe to continue reading.",
        ),
    ],
)
def test_a_page_without_a_story_is_told_by_what_it_says_instead(
    title: str, body: str, evidence: str
) -> None:
    assert told(extract(page(title, body))) == (Completeness.EMPTY, evidence)


def test_evidence_is_short_enough_to_be_shown() -> None:
    text = "word " * 500 + "Subscribe to continue " + "word " * 500
    found = sentence_at(text, text.index("Subscribe"))
    assert "Subscribe to continue" in found
    assert len(found) <= LONGEST_EVIDENCE
