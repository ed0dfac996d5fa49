"""What a first import costs, beside Python alone and beside the widgets it avoids.

Run: python -m bench.start
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

RUNS = 7
CODES = {
    "python alone": "pass",
    "import running_muscles": "import running_muscles",
    "one lesson's first widget": "import running_muscles as rm; rm.PlankHold",
    "import pandas, plotly": "import pandas, plotly.graph_objects",
}
HEAVY = ("pandas", "plotly", "ipywidgets", "anywidget")


def seconds(code: str) -> float:
    """Wall time of a fresh interpreter that runs this code."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def loaded(code: str) -> list[str]:
    """Return which heavy libraries the code brings in."""
    asking = (
        f"{code}\nimport sys, json; print(json.dumps([m for m in {HEAVY} if m in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asking], check=True, capture_output=True, text=True
    )
    names: list[str] = json.loads(done.stdout)
    return names


def main() -> None:
    """Print the median of several runs, taken in turn so that a busy machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in CODES}
    for _ in range(RUNS):
        for name, code in CODES.items():
            times[name].append(seconds(code))
    alone = statistics.median(times["python alone"])
    print(f"{'':28}{'ms':>7}{'added ms':>10}  heavy libraries loaded")
    for name, code in CODES.items():
        middle = statistics.median(times[name])
        libraries = ", ".join(loaded(code)) or "none"
        print(f"{name:28}{middle * 1000:7.0f}{(middle - alone) * 1000:10.0f}  {libraries}")


if __name__ == "__main__":
    main()
