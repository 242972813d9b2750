"""The panels beside the page: the shelf on one side, tags, note and marks on the other."""
