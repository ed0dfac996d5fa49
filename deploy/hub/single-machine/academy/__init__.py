"""A hub for one academy on one machine: its accounts, who may read what, how servers start."""
