"""The faults that are nobody's bug: each one's text is a sentence for the reader."""


class ReaderError(Exception):
    """Something the reader can understand and act on; str() is shown as it stands."""


class CannotOpenPage(ReaderError):
    """A file that is no page, or one that could not be read."""


class CannotFetch(ReaderError):
    """A page of the web that could not be fetched, or must not be."""


class UnknownClipping(ReaderError):
    """An id that no clipping, or more than one, answers to."""


class LibraryBusy(ReaderError):
    """The library could not be written because another program holds it."""


class LibraryUnreadable(ReaderError):
    """The library cannot be opened: damaged, forbidden, or from a newer version."""


class Overtaken(ReaderError):
    """Nobody waits for the answer any more."""


class Cancelled(ReaderError):
    """The reader asked for the work to stop; what was done stays done."""
