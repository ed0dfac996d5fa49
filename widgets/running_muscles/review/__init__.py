"""What answers say about learning: what is held, what is due again, and when. Pure."""
