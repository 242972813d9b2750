"""Leave a link where a page embeds a video, a post, a map or a sound."""

import re
from urllib.parse import urlsplit

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from reader.articles.measure import text_of
from reader.articles.names import reason_in_names
from reader.articles.picturing.addresses import absolute
from reader.articles.picturing.sizes import shown_size
from reader.articles.removed import take_out

# Held by the link that stands for an embed, until the body is written.
MARK = "data-embed"
_POSTS = ("cite", "data-href", "data-url", "data-src", "data-permalink", "data-instgrm-permalink")
_SAY_ADDRESS = frozenset(_POSTS)
_POST_NAME = re.compile(
    r"(?:^|[\s_-])(?:posts?|videos?|media|embed\w*|tweet|status|toot|pin|widget)"
    r"(?=$|[\s_-])"
)
_FEW_WORDS = 30
_PLAYERS = ("video", "audio")
_LATE = ("src", "data-src", "data-lazy-src", "data-url", "data-iframe-src", "data-embed-url")
_LEAST = 60  # pixels; what is less wide or high is there for no reader
_MOST = 100
_LONGEST_TITLE = 120
_SHOWS = re.compile(r"embed|player|video|maps?\b|/v/|audio|podcast|chart|graphic|interactive", re.I)
_SERVES_OTHERS = re.compile(
    r"(?:^|[^a-z])(?:ads?|adserver|adservice|advert\w*|doubleclick|syndication|safeframe|banner"
    r"|track(?:er|ing)?|pixel|analytics|tagmanager|beacon|sync|(?:re|h)?captcha|consent|cookie"
    r"|log-?in|sign-?up|subscri\w*|newsletter|comments?|disqus|like|share|sso|oauth)(?:$|[^a-z])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def keep_players(body: Element) -> None:
    """Let videos and sounds stand as frames do, whose place is kept until the story is found."""
    for player in list(body.iter(*_PLAYERS)):
        if player.get("src") is None:
            source = next((one.get("src") for one in player.iter("source") if one.get("src")), None)
            if source:
                player.set("src", source)
        for child in list(player):
            player.remove(child)
        player.text, player.tag = None, "iframe"
        player.set("allowfullscreen", "")


def keep_posts(body: Element, base: str) -> None:
    """Let a post that only its own script would show stand as a frame does.

    One that brings its words is a quotation with its links, and stays one.
    """
    for post in [one for one in body.iter("blockquote", "div") if _is_post(one)]:
        address = next(filter(None, (absolute(post.get(name) or "", base) for name in _POSTS)), "")
        if not address:
            continue
        title = text_of(post)
        for child in list(post):
            post.remove(child)
        post.text, post.tag = None, "iframe"
        post.attrib.clear()
        post.attrib.update({"src": address, "title": title, "allowfullscreen": ""})


def _is_post(element: Element) -> bool:
    if _SAY_ADDRESS.isdisjoint(element.keys()):
        return False
    if not _POST_NAME.search((element.get("class") or "").lower()):
        return False
    if (
        next(element.iter("img", "iframe", "p" if element.tag == "div" else "img"), None)
        is not None
    ):
        return False
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text_of(element)) - linked < _FEW_WORDS


def link_embeds(story: Element, base: str) -> None:
    """Put a figure with a link in the place of each embed that shows something."""
    linked: set[str] = set()
    for count, frame in enumerate(list(story.iter("iframe"))):
        address = "" if count >= _MOST else _address_of(frame, base)
        poster = frame.get("poster") or ""
        if (address and address not in linked) or (poster and not address):
            linked.add(address)
            frame.addprevious(_figure(frame, address, poster))
        take_out(frame, "")


def is_for_readers(frame: Element, named: str) -> bool:
    """Whether a frame of such names is seen, and no advert, tracker or box beside the story."""
    if any(0 <= side < _LEAST for side in _sides(frame)) or _HIDDEN.search(frame.get("style", "")):
        return False
    if frame.get("hidden") is not None or frame.get("aria-hidden") == "true":
        return False
    return not (
        _SERVES_OTHERS.search(named) or reason_in_names(frame.get("class"), frame.get("id"))
    )


def _address_of(frame: Element, base: str) -> str:
    written = (frame.get(name) or "" for name in _LATE)
    address = next(filter(None, (absolute(one, base) for one in written if one)), "")
    return address if address and _is_shown(frame, address) else ""


def _is_shown(frame: Element, address: str) -> bool:
    parts = urlsplit(address)
    shows = f"{parts.netloc}{parts.path}"
    return is_for_readers(frame, shows) and bool(
        _title_of(frame) or frame.get("allowfullscreen") is not None or _SHOWS.search(shows)
    )


def _sides(frame: Element) -> tuple[int, ...]:
    """What the markup says of width and height, a nought as well."""
    width, height = shown_size(frame)
    said = ((frame.get("width"), width), (frame.get("height"), height))
    return tuple(size for text, size in said if size or (text or "").strip() in ("0", "0px"))


def _title_of(frame: Element) -> str:
    title = frame.get("title") or frame.get("aria-label") or ""
    return " ".join(title.split())[:_LONGEST_TITLE]


def _figure(frame: Element, address: str, poster: str) -> Element:
    figure = frame.makeelement("figure", {MARK: ""})
    if poster:
        SubElement(figure, "img", {"src": poster, "alt": _title_of(frame)})
    if address:
        link = SubElement(SubElement(figure, "figcaption"), "a", {"href": address})
        link.text = " – ".join(filter(None, (_title_of(frame), urlsplit(address).netloc)))
    return figure
