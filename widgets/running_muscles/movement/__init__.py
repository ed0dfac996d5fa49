"""A body that moves: segments, joint angles, contacts, and the poses of every movement."""
