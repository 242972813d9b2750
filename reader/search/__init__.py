"""Find clippings by their words."""
