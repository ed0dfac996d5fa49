"""Programs that make a table of `data/` from its source. For development only."""
