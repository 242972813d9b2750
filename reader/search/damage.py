"""IndexDamaged: what is said of an index that cannot be used."""


class IndexDamaged(Exception):
    """The index cannot be read; it must be made anew."""
