"""Take away what stands before, within and after the found story without belonging to it."""
