"""What is the learner's own: results, log, profile, and how far they have come."""
