"""Find the pictures of a story, whatever way the page loads them."""
