"""The version of the cleaner, kept with each clipping so that an older one can be told."""

# Raise it by one whenever cleaning a page again may give another article.
ENGINE_VERSION = 6
