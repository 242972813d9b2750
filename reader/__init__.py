"""Clippings: a desktop reader for saved news pages."""
