"""The families of self-assessments: hold, count, tap, observe, calculate, run a set of steps."""
