"""Marking by question: the written answers of a class on one page, beside their rubric.

A small server on this machine alone; what it saves are nbgrader's own manual scores.
"""
