"""Turn a SavedPage into an Article."""
