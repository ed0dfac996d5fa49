"""nbgrader's exchange for a class: what students hand in is looked at before it is taken.

Two plugins for nbgrader's ExchangeFactory; ``nbgrader collect``, ``nbgrader release_feedback``
and Formgrader's buttons use them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import check_mode, notebook_hash

from running_muscles.classroom import inbound, stamps
from running_muscles.classroom.exam_time import refuse_while_open
from running_muscles.classroom.feedback_files import SECRET
from running_muscles.classroom.folder import ClassroomError, handled
from running_muscles.classroom.inbound import KeptAside, Sent
from running_muscles.classroom.safe_copy import copy_hand_in
from running_muscles.quiz.responses import UnreadableError, content
from running_muscles.quiz.safe_folder import UnsafeError
from running_muscles.quiz.shown_text import shown

LONGEST_SECRET = 4_000
LARGEST_PAGE = 50_000_000


class SafeCollect(ExchangeCollect):  # type: ignore[misc]
    """Collect as nbgrader does, but only plain files, and for each student only their own.

    What is odd stays in the exchange and is named at the end, which is an error then. Everybody
    else's hand-in is collected; of a student with several, the newest sound one.
    """

    def init_src(self) -> None:
        """Look through the exchange."""
        if not self.coursedir.course_id:
            self.fail("No course id specified. Re-run with --course flag.")
        self.course_path = os.path.join(self.root, self.coursedir.course_id)
        self.inbound_path = os.path.join(self.course_path, "inbound")
        if not os.path.isdir(self.inbound_path):
            self.fail(f"Course not found: {self.inbound_path}")
        if not check_mode(self.inbound_path, read=True, execute=True):
            self.fail(f"You don't have read permissions for the directory: {self.inbound_path}")
        found = inbound.look(
            Path(self.inbound_path),
            self.coursedir.assignment_id,
            self.coursedir.student_id or "*",
            self.check_owner,
        )
        self.aside: list[KeptAside] = found.aside
        self.remark = found.note
        due = self._due() if self.before_duedate else None
        self.src_records = [
            next((one for one in sent if due is None or one.moment <= due), sent[0])
            for sent in found.sent.values()
        ]

    def _due(self) -> Any:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                return gradebook.find_assignment(self.coursedir.assignment_id).duedate
            except MissingEntry:
                return None

    def copy_files(self) -> None:
        """Collect, and name what was kept aside.

        Raises
        ------
        ExchangeError
            At the end, when something was kept aside.
        """
        assignment = self.coursedir.assignment_id
        what = f"of '{assignment}' for course '{self.coursedir.course_id}'"
        if self.src_records:
            self.log.info("Processing %d submissions %s", len(self.src_records), what)
        else:
            self.log.warning("No submissions %s to collect", what)
        if self.remark:
            self.log.warning(self.remark)
        for sent in self.src_records:
            place = Path(
                self.coursedir.format_path(
                    self.coursedir.submitted_directory, sent.student, assignment
                )
            )
            if not self._is_wanted(sent, place):
                continue
            try:
                self._take(sent, place)
            except UnsafeError as error:
                self.aside.append(KeptAside(sent.student, sent.path, str(error)))
        for kept in self.aside:
            self.log.error("Not collected. %s", kept)
        if self.aside:
            raise ExchangeError("\n".join(map(str, self.aside)))

    def _is_wanted(self, sent: Sent, place: Path) -> bool:
        """Say whether a hand-in is collected, by nbgrader's rules for --update and due dates."""
        if not place.is_dir():
            self.log.info("Collecting submission: %s %s", sent.student, place.name)
            return True
        # An unreadable time stamp of what is there already says nothing against a newer one.
        before = stamps.stamp_of(place).moment
        newer = self.update and (before is None or sent.moment > before)
        if newer or (self.before_duedate and before != sent.moment):
            self.log.info("Updating submission: %s %s", sent.student, place.name)
            return True
        told = (
            "No newer submission to collect"
            if self.update
            else ("Submission already exists, use --update to update")
        )
        self.log.info("%s: %s %s", told, sent.student, place.name)
        return False

    def _take(self, sent: Sent, place: Path) -> None:
        """Copy a hand-in beside its place, then move it there: a cut-off run loses nothing."""
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".collecting-", dir=self.coursedir.root) as stage:
            new = Path(stage) / "new"
            copy_hand_in(sent.path, new, self.coursedir.ignore)
            self._stamp(sent, new)
            if self.coursedir.groupshared:
                self.set_perms(new, 0o664, 0o2770)
            if place.exists():
                place.rename(Path(stage) / "old")
            new.rename(place)

    def _stamp(self, sent: Sent, folder: Path) -> None:
        """Make the time stamp say what the name of the hand-in says, which nbgrader goes by."""
        stamp = stamps.stamp_of(folder)
        if stamp.moment == sent.moment:
            return
        if stamp.text:
            said = stamp.problem or f"{stamps.FILE_NAME} says {shown(stamp.text, 60)!r}."
            self.log.warning(
                "Student '%s': %s It was handed in at %s, and that is taken.",
                sent.student, said, sent.stamp,
            )  # fmt: skip
        path = folder / stamps.FILE_NAME
        if path.is_dir():
            shutil.rmtree(path)
        path.write_text(sent.stamp, encoding="utf-8")


class SafeReleaseFeedback(ExchangeReleaseFeedback):  # type: ignore[misc]
    """Give back the pages of the assignment's own notebooks, and no other file.

    A hand-in that cannot get its page through the exchange is named at the end, which is an error
    then; everybody else gets theirs.
    """

    def copy_files(self) -> None:
        """Give the feedback back.

        Raises
        ------
        ExchangeError
            At once while an exam is open, and at the end when a hand-in was odd.
        """
        coursedir = self.coursedir
        try:
            refuse_while_open(coursedir, coursedir.assignment_id)
        except ClassroomError as error:
            self.fail(str(error))
        excluded = set((coursedir.student_id_exclude or "").split(","))
        folders = handled(
            coursedir, "feedback", coursedir.assignment_id, coursedir.student_id or "*"
        )
        notebooks = self._notebooks()
        told: list[str] = []
        for student, folder in folders.items():
            if student not in excluded:
                told += [f"Student '{shown(student, 80)}': {why}"
                         for why in self._give_back(student, folder, notebooks)]  # fmt: skip
        for sentence in told:
            self.log.error(sentence)
        if told:
            raise ExchangeError("\n".join(told))

    def _notebooks(self) -> list[str]:
        coursedir = self.coursedir
        with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
            try:
                assignment = gradebook.find_assignment(coursedir.assignment_id)
            except MissingEntry:
                self.fail(
                    f"The gradebook has no assignment {coursedir.assignment_id!r}, so it has no"
                    " feedback to give back."
                )
            return sorted(notebook.name for notebook in assignment.notebooks)

    def _give_back(self, student: str, folder: Path, notebooks: list[str]) -> list[str]:
        """Give one student's pages back; return sentences about what kept them."""
        pages = [name for name in notebooks if os.path.lexists(folder / f"{name}.html")]
        if not pages:
            return []
        try:
            secret = _text(folder / SECRET)
        except UnreadableError:
            return [
                f"There is no readable {SECRET} in {folder}, as when a hand-in came by e-mail or"
                " from an archive. Send the page from there to the student yourself."
            ]
        told = []
        stamp = stamps.stamp_of(folder)
        if stamp.moment is None:
            told.append(
                stamp.problem
                or f"There is no readable {stamps.FILE_NAME} in {folder}."
                " The feedback was given back all the same."
            )
        for name in pages:
            try:
                page = content(folder / f"{name}.html", LARGEST_PAGE)
            except UnreadableError:
                told.append(f"{folder / name}.html is no page of feedback. Generate it again.")
                continue
            self._publish(page, notebook_hash(secret=secret, notebook_id=name))
            self.log.info("Releasing feedback for student '%s' on '%s/%s' (%s)",
                          student, self.coursedir.assignment_id, name, stamp.text)  # fmt: skip
        return told

    def _publish(self, page: bytes, name: str) -> None:
        """Put a page into the exchange in one go, readable for its student."""
        temporary = Path(self.dest_path) / f"{name}-tmp.html"
        temporary.write_bytes(page)
        temporary.chmod(0o664 if self.coursedir.groupshared else 0o644)
        temporary.replace(temporary.with_name(f"{name}.html"))


def _text(path: Path) -> str:
    """Return a short text as Python's own ``open`` reads it, which nbgrader does on both sides.

    Raises
    ------
    UnreadableError
    """
    try:
        text = content(path, LONGEST_SECRET).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{path.name} is no text.") from error
    if not text:
        raise UnreadableError(f"{path.name} is empty.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
