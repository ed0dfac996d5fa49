"""Measurements of timing claims, printed side by side."""
