"""The parts that read a page out of a plain-text dump."""
