"""The parts that read a note in Markdown."""
