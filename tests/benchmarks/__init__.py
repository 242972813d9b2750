"""What is measured: start, memory, smoothness, the command line."""
