"""The plan builder."""

from running_muscles.widgets.plan.builder import Plan

__all__ = ["Plan"]
