"""One question or one answer each; none of them stops the hand."""
