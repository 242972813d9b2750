"""Turn a file on disk into a SavedPage."""
