"""The names of HTML's elements, by what they are to a reader."""


def named(names: str) -> frozenset[str]:
    """A set of tag names out of a line of them."""
    return frozenset(names.split())


VOID = named("area base br col embed hr img input link meta param source track wbr")
HEADINGS = named("h1 h2 h3 h4 h5 h6")
BLOCKS = HEADINGS | named(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html legend li main menu nav ol p pre"
    " section summary table tbody td tfoot th thead tr ul noscript"
)
