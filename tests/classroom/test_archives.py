"""Downloads of learning management systems: unpacked safely, each file with its student.

The names are those that Moodle's, Canvas's and Blackboard's own programs give; see
`running_muscles.classroom.lms_names`.
"""

import io
import json
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from classroom.bad.answers import FULL, GOOD, QUESTIONS, QUIZ, document
from classroom.conftest import Classroom
from running_muscles.classroom import lms_names, unpack
from running_muscles.classroom.lms_files import Sorted, sort
from running_muscles.classroom.roster import Entry, keep, kept

ANSWERS = json.dumps(document(GOOD)).encode()
OTHER = json.dumps(document({})).encode()

CLASS = {
    one.student_id: one
    for one in (
        Entry("ada", "Ada", "Lovelace", lms_id="12345"),
        Entry("bob", "Bob", "O'Brien-Smith"),
        Entry("chloe", "Chloë", "Núñez García"),
        Entry("anna1", "Anna", "Berg"),
        Entry("anna2", "Anna", "Berg", lms_id="777"),
        Entry("li_w", "Wei", "Li"),
        Entry("w", "Walter", "Zorn"),
    )
}


def unpacked(tmp_path: Path, archives: Mapping[str, Mapping[str, bytes]]) -> tuple[Path, Sorted]:
    """What the files of some archives are taken for, laid out as the extractor does it."""
    root = tmp_path / "extracted"
    for archive, files in archives.items():
        for name, data in files.items():
            path = root / archive / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    files = [path for path in root.rglob("*") if path.is_file()]
    return root, sort(root, sorted(files), CLASS, [QUIZ])


def taken(found: Sorted) -> dict[str, list[str]]:
    hand_ins: dict[str, list[str]] = {}
    for part in found.parts.values():
        hand_ins.setdefault(part.student, []).append(part.target)
    return {student: sorted(files) for student, files in hand_ins.items()}


def test_moodle_s_folders(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {"RM-Quiz-4711": {
        "Ada Lovelace_1234567_assignsubmission_file/responses.json": ANSWERS,
        f"Ada Lovelace_1234567_assignsubmission_file/{QUIZ}.ipynb": b"{}",
        "Ada Lovelace_1234567_assignsubmission_onlinetext/onlinetext.html": b"<p>Hello</p>",
        "Bob O'Brien-Smith_1234568_assignsubmission_file_/responses (1).json": ANSWERS,
        "Chloë Núñez García_1234569_assignsubmission_file/my quiz/responses.json": ANSWERS,
    }})  # fmt: skip
    assert taken(found) == {
        "ada": [f"{QUIZ}.ipynb", "responses.json"],
        "bob": ["responses (1).json"],
        "chloe": ["responses.json"],
    }
    assert found.problems == ()


def test_moodle_s_single_folder(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {"quiz": {
        "Ada Lovelace_1_assignsubmission_file_responses.json": ANSWERS,
        f"Lovelace Ada_1_assignsubmission_file_{QUIZ}.ipynb": b"{}",
        "Ada Lovelace_1_assignsubmission_onlinetext_onlinetext.html": b"",
        "Bob OBrien-Smith_2_assignsubmission_file_responses.json": ANSWERS,
    }})  # fmt: skip
    assert taken(found) == {"ada": [f"{QUIZ}.ipynb", "responses.json"], "bob": ["responses.json"]}


def test_canvas(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {"submissions": {
        "lovelaceada_LATE_12345_67890_responses-1.json": ANSWERS,
        f"lovelaceada_LATE_12345_67891_{QUIZ}-3.ipynb": b"{}",
        "obriensmithbob_12346_67892_responses.json": ANSWERS,
        "núñezgarcíachloë_late_12347_67893_responses-12.json": ANSWERS,
        "bergnora_12399_67894_text.html": b"",
    }})  # fmt: skip
    assert taken(found) == {
        "ada": [f"{QUIZ}.ipynb", "responses.json"],
        "bob": ["responses.json"],
        "chloe": ["responses.json"],
    }
    assert [note.split("'")[1] for note in found.notes] == ["ada", "chloe"]


def test_blackboard_s_last_attempt_counts_with_its_time(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {"gradebook_RM": {
        "Quiz_3_ada_attempt_2026-11-21-10-00-00.txt": b"Name: Ada",
        "Quiz_3_ada_attempt_2026-11-21-10-00-00_responses.json": OTHER,
        "Quiz_3_ada_attempt_2026-11-22-10-00-00_responses.json": ANSWERS,
        "Quiz_3_BOB_attempt_2026-11-21-09-30-00_responses.json": ANSWERS,
    }})  # fmt: skip
    assert taken(found) == {"ada": ["responses.json"], "bob": ["responses.json"]}
    (path,) = (path for path, part in found.parts.items() if part.student == "ada")
    assert path.read_bytes() == ANSWERS
    local = datetime.fromisoformat("2026-11-22T10:00:00").timestamp()
    moment = found.parts[path].moment
    assert moment is not None
    assert moment.timestamp() + moment.astimezone().utcoffset().total_seconds() == local  # type: ignore[union-attr]


def test_hand_ins_that_came_by_e_mail(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {
        "ada": {f"{QUIZ}/responses.json": ANSWERS, f"{QUIZ}/{QUIZ}.ipynb": b"{}"},
        "mails": {"bob/responses.json": ANSWERS, "nobody/responses.json": ANSWERS},
    })  # fmt: skip
    assert taken(found) == {"ada": [f"{QUIZ}.ipynb", "responses.json"], "bob": ["responses.json"]}
    (problem,) = found.problems
    assert "'mails/nobody'" in problem


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Anna Berg_5_assignsubmission_file/responses.json", "may be anna1 or anna2"),
        ("Eve Nobody_6_assignsubmission_file/responses.json", "is nobody in roster.csv"),
        ("Participant_7_assignsubmission_file/responses.json", "is nobody in roster.csv"),
        ("Bob O'Brien-Smith_12345_assignsubmission_file/responses.json", "has the number of ada"),
        ("nobodyeve_555_1_responses.json", "is nobody in roster.csv"),
        ("Quiz_li_w_attempt_2026-11-21-10-00-00_responses.json", "may be li_w or w"),
        ("Quiz_eve_attempt_2026-11-21-10-00-00_responses.json", "is nobody in roster.csv"),
    ],
)
def test_where_two_may_be_meant_or_nobody_it_is_told_and_not_guessed(
    tmp_path: Path, name: str, sentence: str
) -> None:
    _, found = unpacked(tmp_path, {"download": {name: ANSWERS}})
    assert not found.parts
    (problem,) = found.problems
    assert sentence in problem


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("Anna Berg_777_assignsubmission_file/responses.json", "anna2"),
        ("Participant_777_assignsubmission_file/responses.json", "anna2"),
        ("bergannamaria_777_1_responses.json", "anna2"),
        ("lovelaceada_999_1_responses.json", "ada"),
    ],
)
def test_the_number_tells_namesakes_apart(tmp_path: Path, name: str, student: str) -> None:
    _, found = unpacked(tmp_path, {"download": {name: ANSWERS}})
    assert taken(found) == {student: ["responses.json"]}


def test_the_end_of_a_name_does_not_choose_whose_hand_in_it_is(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {
        "moodle": {
            "Bob O'Brien-Smith_1_assignsubmission_file/"
            "Ada Lovelace_2_assignsubmission_file/responses.json": ANSWERS,
        },
        "canvas": {
            "obriensmithbob_8_1_x_ada_attempt_2026-11-21-10-00-00_responses.json": ANSWERS,
            "núñezgarcíachloë_9_2_responses.json": ANSWERS,
        },
    })  # fmt: skip
    assert set(taken(found)) == {"bob", "chloe"}


def test_a_file_that_two_systems_may_have_named_is_nobody_s(tmp_path: Path) -> None:
    name = "Quiz_bob_attempt_2026-11-21-10-00-00_12345_6_responses.json"
    _, found = unpacked(tmp_path, {"download": {name: ANSWERS}})
    assert not found.parts
    assert len(found.problems) == 1


def test_two_different_files_of_one_name_both_stay(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {"submissions": {
        "lovelaceada_12345_1_responses.json": ANSWERS,
        "lovelaceada_12345_2_responses-1.json": OTHER,
        "obriensmithbob_2_3_responses.json": ANSWERS,
        "obriensmithbob_2_4_responses-1.json": ANSWERS,
    }})  # fmt: skip
    assert taken(found) == {
        "ada": ["responses (1).json", "responses (2).json"],
        "bob": ["responses.json"],
    }


def test_what_a_mac_adds_and_what_is_no_answer_stays_behind(tmp_path: Path) -> None:
    _, found = unpacked(tmp_path, {"q": {
        "Ada Lovelace_1_assignsubmission_file/__MACOSX/._responses.json": b"x",
        "Ada Lovelace_1_assignsubmission_file/._responses.json": b"x",
        "Ada Lovelace_1_assignsubmission_file/timestamp.txt": b"2000-01-01",
        "Ada Lovelace_1_assignsubmission_file/submission_secret.txt": b"secret",
        "Ada Lovelace_1_assignsubmission_file/questions.json": b"{}",
        "Ada Lovelace_1_assignsubmission_file/key.html": b"",
        "Ada Lovelace_1_assignsubmission_file/responses.json": ANSWERS,
    }})  # fmt: skip
    assert taken(found) == {"ada": ["responses.json"]}


def archive(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.mark.parametrize(
    "name",
    ["../out.json", "a/../../out.json", "HERE/out.json", "..\\out.json", "C:\\out.json",
     "c:/out.json", "a/b\x07.json", "/".join("abcdefghijklmnop") + ".json"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_not_followed(tmp_path: Path, name: str) -> None:
    path = archive(
        tmp_path / "a.zip",
        {name.replace("HERE", str(tmp_path)): b"out", "responses.json": ANSWERS},
    )
    told = unpack.unpack(path, tmp_path / "in" / "to")
    assert len(told) == 1
    assert files_below(tmp_path) == {"a.zip", "in/to/responses.json"}


def test_links_and_locked_files_in_a_zip_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        link = zipfile.ZipInfo("key.html")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
        file.writestr("responses.json", ANSWERS)
    (told,) = unpack.unpack(path, tmp_path / "to")
    assert "'key.html' is a link" in told
    assert files_below(tmp_path / "to") == {"responses.json"}


def test_only_plain_files_come_out_of_a_tar(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE),
                           ("pipe", tarfile.FIFOTYPE), ("tape", tarfile.CHRTYPE)):  # fmt: skip
            info = tarfile.TarInfo(name)
            info.type = kind
            info.linkname = "/etc/passwd"
            tar.addfile(info)
        for name in ("../out", "q/responses.json"):
            info = tarfile.TarInfo(name)
            info.size = len(ANSWERS)
            tar.addfile(info, io.BytesIO(ANSWERS))
    assert len(unpack.unpack(path, tmp_path / "to" / "here")) == 5
    assert files_below(tmp_path) == {"a.tar.gz", "to/here/q/responses.json"}


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    zeros = bytes(30_000_000)
    path = archive(tmp_path / "a.zip", {"big.json": zeros, "responses.json": ANSWERS})
    (told,) = unpack.unpack(path, tmp_path / "one")
    assert "larger than 20 MB" in told
    assert files_below(tmp_path / "one") == {"responses.json"}

    path = archive(tmp_path / "b.zip", {f"{n}.json": zeros[:9_000_000] for n in range(10)})
    with pytest.raises(unpack.ArchiveError, match="more than 60 MB"):
        unpack.unpack(path, tmp_path / "two", unpack.OF_A_STUDENT)
    assert sum(path.stat().st_size for path in (tmp_path / "two").iterdir()) <= 60_000_000

    path = archive(tmp_path / "c.zip", {f"{n}.json": b"" for n in range(300)})
    with pytest.raises(unpack.ArchiveError, match="more than 200 files"):
        unpack.unpack(path, tmp_path / "three", unpack.OF_A_STUDENT)


def test_a_size_that_is_a_lie_is_found_out(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"big.json": bytes(30_000_000)})
    true, lie = (30_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, lie))
    try:
        told = unpack.unpack(path, tmp_path / "to")
    except unpack.ArchiveError as error:
        told = [str(error)]
    assert told
    assert sum(path.stat().st_size for path in (tmp_path / "to").iterdir()) <= 20_000_000


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and nothing more", b"\x1f\x8b cut"])
@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz"])
def test_a_damaged_archive_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(unpack.ArchiveError, match="damaged"):
        unpack.unpack(tmp_path / name, tmp_path / "to")


def test_names_without_the_mark_of_utf_8_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"Zo\u00eb.json": b"1"})
    data = bytearray(path.read_bytes())
    for start in (data.index(b"PK\x03\x04") + 7, data.index(b"PK\x01\x02") + 9):
        data[start] &= ~0x08  # the mark is bit 11 of the flags
    path.write_bytes(data)
    unpack.unpack(path, tmp_path / "to")
    assert files_below(tmp_path / "to") == {"Zo\u00eb.json"}


def test_the_roster_keeps_numbers_of_other_systems(tmp_path: Path) -> None:
    keep(tmp_path, CLASS)
    assert kept(tmp_path) == CLASS
    roster = b"student_id;Canvas ID;Extra time\r\nada;0012;30\r\n"
    (tmp_path / "roster.csv").write_bytes(roster)
    assert kept(tmp_path)["ada"].lms_id == "0012"


@pytest.mark.parametrize("text", ["responses.json", "a_b_c", "x_1_responses.json", "_attempt_", ""])
def test_other_names_are_no_hand_in(text: str) -> None:
    assert [read(text) for read in lms_names.SYSTEMS.values()] == [None, None, None]


@pytest.mark.classroom
def test_zip_collect_keeps_the_answers(small: Classroom) -> None:
    keep(small.assessments, CLASS)
    place = small.assessments / "downloaded" / QUIZ / "archive"
    place.mkdir(parents=True)
    quiz = (small.fetched("fetcher") / f"{QUIZ}.ipynb").read_bytes()
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as inner:
        inner.writestr(f"{QUIZ}/responses.json", ANSWERS)
        inner.writestr(f"{QUIZ}/{QUIZ}.ipynb", quiz)
        inner.writestr(f"{QUIZ}/../../escaped.json", b"")
    archive(place / "RM-Quiz-4711.zip", {
        "Ada Lovelace_1_assignsubmission_file/responses.json": ANSWERS,
        f"Ada Lovelace_1_assignsubmission_file/{QUIZ}.ipynb": quiz,
        f"Bob O'Brien-Smith_2_assignsubmission_file/{QUIZ}.zip": whole.getvalue(),
        "Anna Berg_3_assignsubmission_file/responses.json": ANSWERS,
    })  # fmt: skip
    archive(place / "gradebook.zip", {
        "Quiz_chloe_attempt_2026-11-21-10-00-00_responses.json": ANSWERS,
    })  # fmt: skip
    archive(place / "submissions.zip", {
        "zornwalter_LATE_31_67890_responses-2.json": ANSWERS,
        f"zornwalter_LATE_31_67891_{QUIZ}-2.ipynb": quiz,
    })  # fmt: skip
    collect = small.teach("zip_collect", QUIZ)
    collect["argv"] = ["zip_collect", QUIZ]
    (result,) = small.run(collect, codes=(1,))
    log = result["log"]
    assert "'Anna Berg' may be anna1 or anna2" in log
    assert "escaped.json' has a name that leads out of its folder" in log
    assert "Traceback" not in log
    submitted = small.assessments / "submitted"
    assert {path.name for path in submitted.iterdir()} == {"ada", "bob", "chloe", "w"}
    assert "Canvas calls the hand-in of 'w' late" in log
    for student, files in (("ada", 2), ("bob", 2), ("chloe", 2), ("w", 2)):
        folder = submitted / student / QUIZ
        assert (folder / "responses.json").read_bytes() == ANSWERS
        assert len(list(folder.iterdir())) == files
    assert "2026-11-2" in (submitted / "chloe" / QUIZ / "timestamp.txt").read_text()
    assert not list(small.root.rglob("escaped.json"))

    small.run(small.teach("autograde", QUIZ))
    for student in ("ada", "bob", "chloe", "w"):
        assert small.marks(student) == dict(zip(QUESTIONS, FULL, strict=True))

    # Once more, with one student who comes late to it: nobody's hand-in is replaced unasked.
    (submitted / "ada" / QUIZ / "responses.json").write_bytes(OTHER)
    shutil.rmtree(place.parent / "extracted")
    shutil.rmtree(submitted / "bob")
    (result,) = small.run(collect, codes=(1,))
    assert "'ada' has a hand-in already, which stays" in result["log"]
    assert (submitted / "ada" / QUIZ / "responses.json").read_bytes() == OTHER
    assert (submitted / "bob" / QUIZ / "responses.json").read_bytes() == ANSWERS
