"""Results leave a learner's page only when they ask for it by name.

What a cell shows is saved into the notebook, and from there it goes into exports, pages and
repositories. So the live page shows results, and what is saved says where they are.
"""

from __future__ import annotations

import os

from running_muscles.translation.spoken import N_

SHOW_RESULTS = "RUNNING_MUSCLES_SHOW_RESULTS"
NOT_SAVED = N_(
    "Your results stay in your results file and are not saved in this notebook. "
    "Run this cell to see them."
)


def results_asked_for() -> bool:
    """Return whether what is made now is to hold the learner's results."""
    return os.environ.get(SHOW_RESULTS) == "1"
