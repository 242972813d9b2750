"""IndexDamaged: what is said of an index that cannot be used."""


class IndexDamaged(Exception):
    """The index cannot be read; it must be made anew."""


class IndexUnfinished(IndexDamaged):
    """The index is being made anew, by this program or another."""
