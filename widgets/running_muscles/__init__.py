"""Running Muscles."""
