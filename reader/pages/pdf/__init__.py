"""The parts that rebuild a story from the letters of a PDF."""
