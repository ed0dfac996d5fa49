"""What a learner records, and what it means: results, norms, profile, plan. No widget code."""
