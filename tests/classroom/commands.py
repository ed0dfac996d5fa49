"""Run nbgrader command lines in one process, since each start costs seconds.

Each line of standard input is a JSON list of {"cwd": ..., "argv": [...]}; for each, a line of
standard output is a JSON list of {"code": exit code, "log": what the command wrote}.
"""

import contextlib
import io
import json
import os
import sys
import traceback
from typing import Any


def run(cwd: str, argv: list[str]) -> dict[str, Any]:
    from nbgrader.apps.nbgraderapp import NbGraderApp

    os.chdir(cwd)
    log, code = io.StringIO(), 0
    with contextlib.redirect_stderr(log), contextlib.redirect_stdout(log):
        try:
            NbGraderApp.launch_instance(argv)
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 1
        except Exception:
            traceback.print_exc()
            code = 1
    for app in (NbGraderApp, *(subapp for subapp, _ in NbGraderApp().subcommands.values())):
        app.clear_instance()
    return {"code": code or 0, "log": log.getvalue()}


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps([run(**step) for step in json.loads(line)]), flush=True)
