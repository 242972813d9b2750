"""Show the library in a window."""
