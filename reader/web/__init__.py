"""The one room that opens connections, and only when the reader says so."""
