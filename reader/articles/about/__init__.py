"""What a page says about its story."""
