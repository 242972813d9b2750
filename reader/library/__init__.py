"""The one door to the collection."""
