"""Mechanisms that a learner can move: one a lesson, each worked out once, here.

A module a mechanism: its arithmetic, its drawing, its sentence, from the positions of its sliders
alone. `frames` makes plain data of all positions, which the browser shows without a kernel.
"""
