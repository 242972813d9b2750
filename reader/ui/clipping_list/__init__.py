"""Show the clippings that were found, a card each."""
