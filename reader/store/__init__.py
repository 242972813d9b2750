"""Keep clippings on disk."""
