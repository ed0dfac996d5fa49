"""The body: muscle map and what it marks."""
