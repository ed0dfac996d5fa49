"""Run several nbgrader command lines in one process, since each start costs seconds.

Reads a JSON list of {"cwd": ..., "argv": [...]} from standard input and writes a JSON list of
{"code": exit code, "log": what the command wrote} to standard output.
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
    NbGraderApp.clear_instance()
    log, code = io.StringIO(), 0
    with contextlib.redirect_stderr(log), contextlib.redirect_stdout(log):
        try:
            NbGraderApp.launch_instance(argv)
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 1
        except Exception:
            traceback.print_exc()
            code = 1
    return {"code": code or 0, "log": log.getvalue()}


if __name__ == "__main__":
    json.dump([run(**step) for step in json.load(sys.stdin)], sys.stdout)
