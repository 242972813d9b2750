"""The parts that read an EPUB's pages."""
