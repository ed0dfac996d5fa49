"""How a body moves: segments, joint angles, contacts and poses; the measured stride."""
