"""Try what a learner must not be able to do, as that learner."""

from __future__ import annotations

import json
from pathlib import Path

from academy.accounts import PASSWORDS
from rehearsal.person import Person
from rehearsal.stage import Stage
from rehearsal.steps import expect

# Runs as the learner. Prints what worked and should not have.
_ATTEMPTS = """
import json, os, sys
opened = []
def attempt(words, act):
    try:
        act()
    except PermissionError:
        return
    except OSError as error:
        words += f" ({error})"
    opened.append(words)
told = json.loads(sys.argv[1])
for path in told["folders"]:
    attempt("list " + path, lambda: os.listdir(path))
for path in told["files"]:
    attempt("read " + path, lambda: open(path, "rb").read(1))
for path in told["renames"]:
    attempt("rename " + path, lambda: os.rename(path, path + "-mine"))
for path in told["additions"]:
    attempt("write into " + path, lambda: open(path + "/mine", "x"))
print(json.dumps(opened))
"""


def attempts(stage: Stage, person: Person, others: list[Person]) -> dict[str, list[Path]]:
    """Return what no learner may reach: everything that is somebody else's."""
    hub = stage.hub
    exchange = hub.exchange / hub.course
    inbound = exchange / "inbound"
    hand_in = next(one for one in inbound.iterdir() if not one.name.startswith(person.name))
    return {
        "folders": [
            *(person.home for person in others),
            *(hub.home(hub.teacher), hub.class_folder, hub.class_folder / "bank", hub.state),
            *(inbound, exchange / "feedback"),
        ],
        "files": [
            *(person.own_file("03-core", "responses.json") for person in others),
            *(hub.class_folder / "gradebook.db", hub.class_folder / "bank" / "03-core.yaml"),
            *(hub.roster, hub.etc / PASSWORDS, hub.state / "jupyterhub.sqlite"),
        ],
        "renames": [exchange, exchange / "outbound", hand_in],
        "additions": [exchange, exchange / "outbound", exchange / "outbound" / "03-core"],
    }


def check(stage: Stage, person: Person, others: list[Person]) -> int:
    """Try everything as one learner, in a shell and through the hub; return how much was tried.

    Raises
    ------
    StepError
        With what worked.
    """
    told = {kind: list(map(str, paths)) for kind, paths in attempts(stage, person, others).items()}
    python = str(stage.hub.environment / "bin" / "python")
    opened = json.loads(stage.run_as(person.name, python, "-c", _ATTEMPTS, json.dumps(told)))
    expect(not opened, f"{person.name} could: {'; '.join(opened)}")
    strangers = [*(other.name for other in others), stage.hub.teacher]
    # Their own files come by the same way, or a refusal would say nothing.
    expect(person.ask("contents").ok, f"{person.name} does not reach their own server")
    for other in strangers:
        status = person.ask("contents", of=other).status
        expect(status in (403, 404), f"{person.name} got {status} from the server of {other}")
    return sum(map(len, told.values())) + len(strangers)
