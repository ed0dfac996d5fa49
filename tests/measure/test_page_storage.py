"""Results in a browser's file: whole or as before, whatever happens in between."""

from __future__ import annotations

from contextlib import suppress

import pytest

from running_muscles.measure import database, page_storage
from running_muscles.measure.page_file import Twice, UnkeptError
from running_muscles.measure.page_storage import kept


class Slate:
    """A file of a browser, which may take only so many bytes more before the page is closed."""

    def __init__(self, data: bytes = b"", room: int = 10**9) -> None:
        self.data, self.room, self.open = data, room, True

    def read(self) -> bytes:
        return self.data

    def write(self, data: bytes) -> None:
        self.data = data[: self.room]
        self.room -= len(self.data)
        if len(self.data) < len(data):
            raise UnkeptError("closed")

    def close(self) -> None:
        self.open = False


@pytest.mark.parametrize("room", range(0, 200, 7))
@pytest.mark.parametrize("of", ["file", "spare"])
def test_a_page_closed_in_the_midst_leaves_what_was_or_what_should_be(room, of):
    file, spare = Slate(), Slate()
    Twice(file, spare).write(b"before" * 10)
    {"file": file, "spare": spare}[of].room = room
    with suppress(UnkeptError):
        Twice(file, spare).write(b"after!" * 12)
    assert Twice(file, spare).read() in (b"before" * 10, b"after!" * 12)


def test_a_new_file_is_empty_and_a_damaged_one_is_told():
    assert Twice(Slate(), Slate()).read() == b""
    with pytest.raises(UnkeptError, match="damaged"):
        Twice(Slate(b"x" * 100), Slate()).read()


def test_the_file_is_laid_and_laid_back_and_let_go(tmp_path):
    path, slate = tmp_path / "in" / "results.sqlite3", Slate(b"old")
    with kept(path, changed=True, hold=lambda name: slate):
        assert path.read_bytes() == b"old"
        path.write_bytes(b"new")
    assert slate.data == b"new"
    assert not slate.open


def test_what_went_wrong_is_not_laid_back(tmp_path):
    path, slate = tmp_path / "results.sqlite3", Slate(b"old")

    def half_done() -> None:
        with kept(path, changed=True, hold=lambda _: slate):
            path.write_bytes(b"half")
            raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        half_done()
    assert slate.data == b"old"
    assert not slate.open
    with kept(path, changed=False, hold=lambda _: slate):
        assert path.read_bytes() == b"old"


def test_anywhere_else_the_file_stays_where_it_is(tmp_path):
    with kept(tmp_path / "results.sqlite3", changed=True):
        assert not (tmp_path / "results.sqlite3").exists()


def test_the_store_of_a_page_lives_in_the_browsers_file_alone(tmp_path, monkeypatch):
    slate = Slate()
    monkeypatch.setattr(page_storage, "in_page", lambda: True)
    monkeypatch.setattr(page_storage, "_held", lambda name: slate)
    path = tmp_path / "results.sqlite3"
    with database.writing(path) as connection:
        connection.execute("INSERT INTO settings VALUES ('set:x', '1')")
    path.unlink()  # the page was closed
    with database.reading(path) as connection:
        assert connection.execute("SELECT value FROM settings").fetchone()[0] == "1"
    slate.room = 5
    with pytest.raises(database.StoreError, match="closed"), database.writing(path) as connection:
        connection.execute("INSERT INTO settings VALUES ('set:y', '2')")
