"""Watched folders: what is new in them, and whether it is complete."""
