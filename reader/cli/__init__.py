"""Use the library from a terminal."""
