"""A question and its answer: bank, rules, scoring, draw, building, feedback text. Pure."""
