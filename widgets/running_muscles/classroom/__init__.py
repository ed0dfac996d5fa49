"""A class: grading inside nbgrader, states and marks. The only room that knows nbgrader.

No kernel starts for a quiz of this course, and nothing that a student handed in is run.
"""
