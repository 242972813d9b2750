"""The libraries of other programs, read as pages and links of their own."""
