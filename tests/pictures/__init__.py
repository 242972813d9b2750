"""Pictures of the window in its main states."""
