"""The catalogues of other languages: `make words`."""
