"""Small pages of our own, put together from the parts that real pages are made of."""

from reader.pages.saved_page import Kind, SavedPage

ADDRESS = "https://news.example.com/2026/11/harbour"

PARAGRAPHS = (
    "The harbour reopened on Monday morning after the storm, and the first boats left at dawn.",
    "Fishermen had counted every rope twice, said Ada Lund, who has run the fuel dock for years.",
    "Nobody in the town could remember such a wind, although the records speak of one in 1911.",
    "The council will decide next week whether the sea wall must be raised by another two metres.",
    "Until then the ferry sails only at high water, and the market stays where it is, on the hill.",
)


def paragraphs(count: int = len(PARAGRAPHS)) -> str:
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:count])


def html_page(body: str, head: str = "", address: str = ADDRESS) -> SavedPage:
    title = "<title>Harbour reopens after the storm | The Harbour Times</title>"
    markup = f"<!DOCTYPE html><html lang=en><head>{title}{head}</head><body>{body}</body></html>"
    return SavedPage("harbour.html", Kind.HTML, markup, address)


def story_page(around: str = "{story}", story: str = "", head: str = "") -> SavedPage:
    """A page with a headline and a story; `around` says what stands around them."""
    told = f"<h1>Harbour reopens after the storm</h1>{story or paragraphs()}"
    return html_page(around.replace("{story}", told), head)


def page_with(between: str) -> SavedPage:
    """A page with something between the second and the third paragraph of its story."""
    first = paragraphs(2)
    return story_page("<article>{story}</article>", first + between + paragraphs()[len(first) :])
