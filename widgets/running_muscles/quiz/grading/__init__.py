"""Grading inside nbgrader: plugged in by ``assessments/nbgrader_config.py``, run by its commands.

No kernel starts for a quiz of this course, and nothing that a student handed in is run.
"""
