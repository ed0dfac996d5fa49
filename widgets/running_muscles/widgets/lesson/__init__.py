"""What a lesson is made of besides its tests: cards, claims, terms, sources, checkpoints."""
