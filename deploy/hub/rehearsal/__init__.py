"""A rehearsal of the hub on one machine: real accounts, a real hub, a real browser."""
