"""Let what is stated of a page from without stand before what its own markup tells."""

from dataclasses import asdict, fields, replace

from reader.articles.article import Article, Completeness
from reader.pages.record import Stated
from reader.pages.saved_page import SavedPage


def with_stated(article: Article, stated: Stated) -> Article:
    """The article with each field that is stated; a byline that is stated replaces its people."""
    told = {name: value for name, value in asdict(stated).items() if value}
    if "byline" in told or "people" in told:
        people = stated.people
        told |= {"people": people, "byline": stated.byline or ", ".join(people), "agency": ""}
    return replace(article, **told)


def within_frame(story: Article, around: Article) -> Article:
    """The story out of a frame, with what the page around it says before what the frame says."""
    told = Stated(**{one.name: getattr(around, one.name) for one in fields(Stated)})
    return replace(
        with_stated(story, told),
        agency=around.agency if around.byline else story.agency,
        address=around.address or story.address,
    )


def link_alone(page: SavedPage) -> Article:
    """A page of which the address is known, and not the text."""
    bare = Article(address=page.address, completeness=Completeness.LINK)
    return with_stated(bare, page.record.stated)
