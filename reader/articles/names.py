"""The names by which the makers of pages mark what is not the story, and what is."""

import re
from functools import lru_cache

# Whole words of `class` and `id`, as page makers write them in several languages. Each is weak
# evidence: what holds much of the page's text is never dropped for its name.
NAMES: dict[str, str] = {
    "comments": (
        "comments? commentlist disqus kommentare? commentaires? comentarios? commenti reacties"
        " respond discussion livefyre coral"
    ),
    "sharing": (
        "share sharing shares sharer sharebar sharetools sharedaddy social socials socialmedia"
        " addthis addtoany teilen partage partager compartir compartilhe condividi follow followus"
        " jp-relatedposts sociable shariff"
    ),
    "further stories": (
        "related relatedposts recommend recommended recommendations? recommendation outbrain"
        " taboola zergnet revcontent popular trending mostread mostviewed verwandte?"
        " similar recent recents next-prev prev-next relacionad[oa]s? connexes? recirc"
        " recirculation upnext readmore"
        " read-more read-next more-from more-stories more-news most-read most-viewed most-popular"
        " also-like also-read you-may latest-news latest-posts next-article next-post prev-post"
        " further-reading mehr-zum-thema lire-aussi a-lire-aussi leia-tambem leia-mais"
        " leggi-anche artigos-relacionados seealso see-also crosslinks? inline-links"
        " onward post-navigation nav-links nextprev"
    ),
    "subscription": (
        "newsletters? news-letter newsletter-?box subscribe subscriptions? signup sign-up mailchimp"
        " optin opt-in abonnement abo-box regwall paywall-?(?:box|prompt|message|offer|overlay)"
        " piano mc_embed_signup"
        " mailinglist mailing-list email-signup"
    ),
    "advertising": (
        "ad ads adv advert advertise advertisement advertising adsbygoogle adslot ad-slot adunit"
        " ad-unit ad-container adcontainer adbox adblock promo promos promobox promotion"
        " sponsor sponsored sponsors dfp gpt adsense publicidad publicite pubblicita werbung"
        " anzeige reklama annonce advertorial cta disclosure affiliate affiliates"
    ),
    "navigation": (
        "nav navi navbar navigation menu submenu breadcrumbs? breadcrumb-trail pagination pager"
        " toolbar toolbox sidebar side-bar sidecol skiplink skip-link masthead site-header"
        " sitemap w(?<![_-]w)idgets?"
    ),
    "about the author": (
        r"authors?(?=$|\s) author-?(?:bio|box|info|card|meta|details?|image|avatar|name|position)"
        " about-author about-the-author"
        " author-description author-profile bio biography contributor-bio"
    ),
    "topics": "tags taglist tag-list tagcloud post-tags entry-tags article-tags topics keywords",
    "consent": (
        "cookie cookies cookie-notice consent gdpr ccpa onetrust overlay modal popup pop-up"
        " lightbox dialog interstitial"
    ),
    "about the page": (
        "print-only printonly no-print noprint visually-hidden visuallyhidden sr-only"
        " screen-reader-text screenreader element-invisible copyright legal disclaimer"
        " correction-link report-error reading-time read-time readtime postmeta post-meta"
        " entry-meta article-meta meta-info byline author-name publish-date timestamp"
        " footer site-footer page-footer feedback survey poll rating ratings star-rating"
        " skiptranslate"
    ),
}

STORY_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article(?:body|text|content)?|artikel|artigo|articulo|story(?:body|text)?"
    r"|post(?:body|content)?|entry|body(?:text|copy)?|content|contenido|conteudo|contenu|text|texto"
    r"|texte|corps|copy|main|blog|page|detail|news|prose|markdown|rich-?text)(?=$|[\s_-])",
)


def _by_first_letter() -> tuple[re.Pattern[str], list[str]]:
    """A pattern that tries a word only against names of its letter; the reason of each group."""
    letters: dict[str, dict[str, list[str]]] = {}
    for reason, words in NAMES.items():
        for word in words.split():
            letters.setdefault(word[0], {}).setdefault(reason, []).append(word[1:])
    tries: list[str] = []
    reasons = [""]
    for letter, by_reason in letters.items():
        groups = "|".join(f"({'|'.join(rests)})" for rests in by_reason.values())
        tries.append(f"{letter}(?:{groups})")
        reasons += by_reason
    return re.compile(rf"(?<![^\s_-])(?:{'|'.join(tries)})(?=$|[\s_-])"), reasons


_NAME, _REASONS = _by_first_letter()
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# "has-sidebar" is said of what stands beside one; "md:hidden" and "overflow-hidden" of looks.
_OF_SOMETHING_ELSE = re.compile(
    r"\S*?[:\[(/%]"
    r"|(?:\S*--)?(?:has|have|with|without|no|not|non|w|is|and|overflow|label|contains?|show)[-_]"
)
_MADE_FROM_HEADING = re.compile(r"(?<![^\W_])(?:[^\W_]+[-_]+){3}")


def parted_names(names: str) -> str:
    """Names in small letters, with a hyphen where capitals alone began a word."""
    return _CAMEL.sub("-", names).lower()


@lru_cache(maxsize=4096)
def reason_in_names(class_names: str | None, identifier: str | None) -> str:
    """Which kind of matter a `class` or `id` speaks of, empty when of none."""
    if not class_names and not identifier:
        return ""
    # An id of many words is made from a heading, and headings speak of anything.
    if identifier and _has_many_words(identifier):
        identifier = ""
    names = f"{class_names or ''} {identifier or ''}"
    small = names.lower()
    parted = small if small == names else parted_names(names)
    if not _NAME.search(small) and (parted == small or not _NAME.search(parted)):
        return ""
    own = [name for name in parted.split() if not _OF_SOMETHING_ELSE.match(name)]
    found = _NAME.search(" ".join(own))
    return _REASONS[found.lastindex] if found and found.lastindex else ""


def _has_many_words(identifier: str) -> bool:
    signs = identifier.count("-") + identifier.count("_")
    return signs > 2 and _MADE_FROM_HEADING.search(identifier) is not None
