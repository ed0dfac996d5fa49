"""Build quizzes and their blueprint from the banks, and tell when they have drifted apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from running_muscles.quiz import bank as banks
from running_muscles.quiz import blueprint, exam, joined, located_yaml, public
from running_muscles.quiz.notebook import as_text, notebook
from running_muscles.quiz.questions import Bank
from running_muscles.quiz.rules import Known, known, problems
from running_muscles.quiz.sitting import PLAIN, Sitting

# The edition of the worked example, whose draws anybody can work out.
OPEN = "open"
NONE_SET: Mapping[str, Sitting] = MappingProxyType({})
MEND = "Run: running-muscles quiz build"


def bank_files(assessments: Path) -> list[Path]:
    """Return the bank files of a course, in order; an academy's own come last.

    Files with a name that nothing reads are among them: `load_all` names them.
    """
    bank = assessments / "bank"
    return [*located_yaml.files_in(bank), *located_yaml.files_in(bank / joined.OWN)]


def load_all(paths: list[Path], names: Known | None = None) -> list[Bank]:
    """Load banks and hold them against the schema and the rules.

    Parameters
    ----------
    paths
        Bank files; ids must be unique across all of them. Files of one quiz are one bank.
    names
        The ids that they may name; without it, those of the course's tables.

    Raises
    ------
    BankError
        With every problem of every file.
    """
    loaded: list[Bank] = []
    misnamed = {path: located_yaml.problem_with_name(path) for path in paths}
    found = [banks.Problem(path, 1, "", told) for path, told in misnamed.items() if told]
    named = (path for path, told in misnamed.items() if not told)
    for folder, quiz in dict.fromkeys(joined.home(path) for path in named):
        try:
            loaded.append(joined.load(folder, quiz))
        except banks.BankError as error:
            found += error.problems
    found += problems(loaded, names or known())
    if found:
        raise banks.BankError(found)
    return loaded


def built(
    bank: Bank, assessments: Path, edition: str = OPEN, sitting: Sitting = PLAIN
) -> dict[Path, str]:
    """Return the files of one quiz: path -> content."""
    folder = assessments / "source" / bank.quiz
    return {
        folder / f"{bank.quiz}.ipynb": as_text(notebook(bank, sitting)),
        folder / public.FILE_NAME: as_text(public.document(bank, edition, sitting)),
    }


def everything(
    assessments: Path,
    loaded: list[Bank],
    edition: str = OPEN,
    sittings: Mapping[str, Sitting] = NONE_SET,
) -> dict[Path, str]:
    """Return all files that the build writes, the published schema and blueprint included.

    Parameters
    ----------
    sittings
        How each quiz is sat, by its name; without a clock where it is not named.
    """
    files = {
        assessments / "bank" / banks.SCHEMA_FILE: banks.schema_text(),
        assessments / blueprint.FILE_NAME: blueprint.text(loaded),
    }
    for bank in [*loaded, *exams(assessments, loaded)]:
        files |= built(bank, assessments, edition, sittings.get(bank.quiz, PLAIN))
    return files


def exams(assessments: Path, loaded: list[Bank]) -> list[Bank]:
    """Return the banks of the exams of a class, put together from those of its quizzes.

    Raises
    ------
    BankError
        When the plan of an exam cannot be followed.
    """
    banks = {bank.quiz: bank for bank in loaded if bank.slots}

    def of(quiz: str) -> Bank:
        return banks[quiz] if quiz in banks else joined.load(assessments / "bank", quiz)

    found = []
    for name in exam.names(assessments):
        plan = exam.read(assessments, name)
        if plan is not None:
            found.append(exam.composed(assessments, plan, of))
    return found


def write(files: dict[Path, str]) -> list[Path]:
    """Write what has changed; return the paths written."""
    changed = [path for path, text in files.items() if _current(path) != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def handed_out(files: dict[Path, str], assessments: Path) -> list[str]:
    """Return the quizzes that have been handed out and would be built in another way now."""
    changed = {
        path.parent.name
        for path, text in files.items()
        if path.parent.parent.name == "source" and _current(path) not in (None, text)
    }
    return sorted(quiz for quiz in changed if (assessments / "release" / quiz).is_dir())


def drift(files: dict[Path, str], assessments: Path) -> Iterator[str]:
    """Yield a sentence for each file that does not say what the banks say."""
    for path, text in files.items():
        current = _current(path)
        if current is None:
            yield f"{path} is missing. {MEND}"
        elif current != text:
            line = _first_difference(current, text)
            yield f"{path}:{line} is not what the bank says. {MEND}"
    quizzes = {path.parent for path in files if path.suffix == ".ipynb"}
    for notebook_path in sorted((assessments / "source").glob("*/*.ipynb")):
        if notebook_path.parent not in quizzes and '"running_muscles":' in (
            _current(notebook_path) or ""
        ):
            yield f"{notebook_path} has no bank any more. Delete {notebook_path.parent}"


def _current(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    for number, (left, right) in enumerate(pairs, 1):
        if left != right:
            return number
    return min(one.count("\n"), other.count("\n")) + 1
