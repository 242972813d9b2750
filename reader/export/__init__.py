"""Hand clippings out in other forms."""
