"""How a body moves: the measured stride."""
