"""Questions on the page: in a checkpoint and in a graded quiz."""
