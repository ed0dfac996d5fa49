"""``nbgrader zip_collect`` for a class: downloads of Moodle, Canvas and Blackboard, and e-mails.

Two plugins for nbgrader's ZipCollectApp. Archives lie in ``downloaded/QUIZ/archive``; whatever is
not taken stays there and in ``downloaded/QUIZ/extracted``, and is named at the end.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

from running_muscles.classroom import roster
from running_muscles.classroom.lms_files import Sorted, sort
from running_muscles.classroom.unpack import (
    OF_A_STUDENT,
    ArchiveError,
    folder_name,
    is_archive,
    unpack,
)
from running_muscles.quiz.shown_text import shown
from running_muscles.tables.sheet import SheetError


class SafeExtractor(ExtractorPlugin):  # type: ignore[misc]
    """Unpack what was downloaded, and the archives that students sent, one level deep."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.problems: list[str] = []

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack everything in a folder into another one."""
        here, there = Path(archive_path), Path(extracted_path)
        paths = [path for path in sorted(here.rglob("*")) if path.is_file()]
        if not paths:
            self.log.warning("No files found in directory: %s", archive_path)
        for path in paths:
            target = there / path.relative_to(here)
            target.parent.mkdir(parents=True, exist_ok=True)
            if not is_archive(path):
                shutil.copyfile(path, target)
                continue
            self.log.info("Extracting from: %s", path)
            folder = _free(target.with_name(folder_name(path)))
            self._unpack(path, folder, path.name)
            self._unpack_inner(folder, path.name)

    def _unpack_inner(self, folder: Path, shown_as: str) -> None:
        """Unpack what students packed; archives in those stay as they are."""
        for path in [path for path in sorted(folder.rglob("*")) if is_archive(path)]:
            if path.is_file():
                inner = _free(path.with_name(folder_name(path)))
                name = f"{shown_as}, {shown(path.relative_to(folder), 120)}"
                self._unpack(path, inner, name, OF_A_STUDENT)

    def _unpack(self, path: Path, folder: Path, name: str, *limits: Any) -> None:
        try:
            told = unpack(path, folder, *limits)
        except ArchiveError as error:
            self.problems.append(f"{name}: {error} What comes after that was not taken.")
        else:
            self.problems += [f"{name}: {sentence}" for sentence in told]


def _free(folder: Path) -> Path:
    """Return a path that nothing stands at."""
    number, free = 1, folder
    while os.path.lexists(free):
        number += 1
        free = folder.with_name(f"{folder.name} ({number})")
    return free


class HandInCollector(FileNameCollectorPlugin):  # type: ignore[misc]
    """Take answers and notebooks, each for the student of the roster who sent it.

    With a ``named_regexp`` of one's own, file names are read by that, as nbgrader does.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._sorted: Sorted | None = None
        self._kept: set[str] = set()
        if "valid_ext" not in self.config.FileNameCollectorPlugin:
            self.valid_ext = [".ipynb", ".json"]
        if hasattr(self.parent, "process_extracted_files"):
            self.parent.process_extracted_files = self._guarded(self.parent.process_extracted_files)

    def _guarded(self, process: Any) -> Any:
        def run() -> None:
            process()
            problems = list(getattr(self.parent.extractor_plugin_inst, "problems", []))
            if self._sorted is not None:
                problems += self._sorted.problems
                for note in self._sorted.notes:
                    self.log.warning(note)
            for student in sorted(self._kept):
                self.log.warning(
                    "Student '%s' has a hand-in already, which stays. To put the download in its"
                    " place: nbgrader zip_collect %s --force",
                    student, self.parent.coursedir.assignment_id,
                )  # fmt: skip
            for problem in problems:
                self.log.error(problem)
            if problems:
                self.parent.fail("Not everything was collected; see above.")

        return run

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Return whose file this is and what it is called; None for one that is not taken."""
        if self.named_regexp:
            found: dict[str, Any] | None = super().collect(submitted_file)
            return found
        if self._sorted is None:
            self._sorted = self._sort()
        part = self._sorted.parts.get(Path(submitted_file))
        if part is None:
            return None
        if part.student in self._kept or self._has_hand_in(part.student):
            self._kept.add(part.student)
            return None
        told: dict[str, Any] = {"student_id": part.student, "file_id": part.target}
        if part.moment is not None:
            told["timestamp"] = part.moment
        return told

    def _has_hand_in(self, student: str) -> bool:
        """Say whether a hand-in is there that may not be replaced; nbgrader would stop at it."""
        coursedir = self.parent.coursedir
        place = Path(
            coursedir.format_path(coursedir.submitted_directory, student, coursedir.assignment_id)
        )
        return not self.parent.force and place.is_dir() and any(place.iterdir())

    def _sort(self) -> Sorted:
        coursedir = self.parent.coursedir
        root = Path(self.parent._format_collect_path(self.parent.extracted_directory))
        files = [path for path in sorted(root.rglob("*")) if path.is_file()]
        source = Path(
            coursedir.format_path(coursedir.source_directory, ".", coursedir.assignment_id)
        )
        try:
            entries = roster.kept(Path(coursedir.root))
        except SheetError as error:
            self.parent.fail(str(error))
        return sort(root, files, entries, [path.stem for path in source.glob("*.ipynb")])
