"""Jupyter's settings for learners and for the teacher, laid beside ``hub.toml``.

A server reads one of the two folders, by JUPYTER_CONFIG_PATH. A home folder's own settings still
count: what is hidden here is hidden so that nobody stumbles over it. What must be out of reach is
out of reach by the modes in `places`.
"""

from __future__ import annotations

import json
from pathlib import Path
from string import Template
from typing import Any

from academy.settings import Hub

LEARNER, TEACHER = "learner", "teacher"
_MENUS = ("formgrader", "create-assignment", "course-list")
_EXTENSIONS = ("formgrader", "course_list")

_LEARNER_NBGRADER = Template('''\
"""nbgrader's settings for learners: where quizzes come from. They need nothing else."""

c = get_config()
c.CourseDirectory.course_id = $course
c.Exchange.root = $exchange
''')
# Formgrader shows an empty list, and no error, unless it reads the class's own settings.
_TEACHER_NBGRADER = Template('''\
"""nbgrader's settings for the teacher: the class's own, and where hand-ins travel."""

c = get_config()
load_subconfig($class_config)
c.Exchange.root = $exchange
''')


def files(hub: Hub) -> dict[Path, str]:
    """Return the text of every file, by its path."""
    words = {
        "course": repr(hub.course),
        "exchange": repr(str(hub.exchange)),
        "class_config": repr(str(hub.class_folder / "nbgrader_config.py")),
    }
    learner, teacher = hub.etc / LEARNER, hub.etc / TEACHER
    page = {"disabledExtensions": {f"@jupyter/nbgrader:{menu}": True for menu in _MENUS}}
    server = {
        "ServerApp": {
            "jpserver_extensions": {
                f"nbgrader.server_extensions.{name}": False for name in _EXTENSIONS
            }
        }
    }
    return {
        learner / "nbgrader_config.py": _LEARNER_NBGRADER.substitute(words),
        learner / "labconfig" / "page_config.json": _json(page),
        learner / "jupyter_server_config.json": _json(server),
        teacher / "nbgrader_config.py": _TEACHER_NBGRADER.substitute(words),
    }


def _json(content: Any) -> str:
    return json.dumps(content, indent=2) + "\n"


def lay(hub: Hub) -> list[Path]:
    """Write the files that differ, for all to read; return which."""
    changed = []
    for path, text in files(hub).items():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        changed.append(path)
    for path in files(hub):
        path.chmod(0o644)
        for folder in (path.parent, hub.etc / LEARNER, hub.etc / TEACHER):
            folder.chmod(0o755)
    return changed
