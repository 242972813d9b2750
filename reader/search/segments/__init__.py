"""The postings of the index as arrays on disk, which Whoosh keeps by its own rules."""
