"""Grade one class by 1, 2 and 4 graders at once on PostgreSQL, and by one on SQLite.

All runs grade the same hand-ins. Prints wall time and hand-ins a second, side by side, and that the
marks agree; starting Python is in each time, as it is for who types the command.

Run: python -m bench.graders [sizes of classes ...]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, text

from bench.grading import QUIZ, REPOSITORY, prepare

sys.path.insert(0, str(REPOSITORY / "tests"))
from classroom.postgres import running, why_not

MARKS = """
    SELECT s.student_id, c.name, g.auto_score FROM grade g
    JOIN base_cell c ON c.id = g.cell_id
    JOIN submitted_notebook n ON n.id = g.notebook_id
    JOIN submitted_assignment s ON s.id = n.assignment_id"""


def at_once(folder: Path, graders: int) -> float:
    """Start graders together; return the seconds until the last one has ended."""
    command = [str(Path(sys.executable).with_name("running-muscles")), "grade", QUIZ]
    start = time.perf_counter()
    running_now = [
        subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(graders)
    ]
    codes = [process.wait() for process in running_now]
    if any(codes):
        raise SystemExit(f"a grader has failed: {codes}")
    return time.perf_counter() - start


def marks(url: str) -> set[tuple[object, ...]]:
    """Return all automatic marks of a gradebook."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {tuple(row) for row in connection.execute(text(MARKS))}
    engine.dispose()
    return found


def main(sizes: tuple[int, ...]) -> None:
    """Run all of it and print the table."""
    if why_not():
        print(f"bench.graders: not measured. {why_not()}.")
        return
    print("gradebook    graders  hand-ins   wall s    a second  marks that differ", flush=True)
    with tempfile.TemporaryDirectory() as root, running(safe=True) as server:
        for size in sizes:
            plain = Path(root) / f"plain-{size}"
            prepare(plain, ours=True, students=size)
            wanted: set[tuple[object, ...]] = set()
            for graders in (0, 1, 2, 4):
                folder = Path(root) / "run"
                shutil.copytree(plain, folder)
                url = f"sqlite:///{folder / 'gradebook.db'}"
                if graders:
                    url = server.database(f"bench-{size}-{graders}")
                    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
                        file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
                    again = [sys.executable, "-m", "nbgrader", "generate_assignment", QUIZ]
                    subprocess.run([*again, "--force"], cwd=folder, check=True, capture_output=True)
                wall = at_once(folder, graders or 1)
                found = marks(url)
                wanted = wanted or found
                name = "PostgreSQL" if graders else "SQLite"
                print(
                    f"{name:<13}{graders or 1:>7}{size:>10}{wall:>9.1f}{size / wall:>12.1f}"
                    f"{len(found ^ wanted):>19}",
                    flush=True,
                )
                shutil.rmtree(folder)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or (240, 1000))
