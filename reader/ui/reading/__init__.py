"""The reading pane: an article set like a page of a good book."""
