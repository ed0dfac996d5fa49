"""Weeks of training from results, wishes and the rules in `data/plan_rules.csv`. No widget code."""
