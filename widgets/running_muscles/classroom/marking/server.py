"""The desk in a browser: one small server, for this machine and for whoever has its address.

It listens on the loopback interface alone. Every address below it begins with a long random word,
so that no other page, and no other person on this machine, can read or save anything.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from tornado import httpserver, web

import running_muscles
from running_muscles.classroom.folder import ClassroomError
from running_muscles.classroom.marking.desk import Desk
from running_muscles.classroom.marking.page import article, page, progress
from running_muscles.classroom.marking.replies import REFUSED, SAVED, Reply
from running_muscles.classroom.settings import SettingsError
from running_muscles.tables.sheet import SheetError

LOOPBACK = "127.0.0.1"
MAX_BODY = 100_000
_HERE = Path(__file__).parent
FILES = {
    "tokens.css": (Path(running_muscles.__file__).parent / "widgets" / "tokens.css", "text/css"),
    "desk.css": (_HERE / "desk.css", "text/css"),
    "desk.js": (_HERE / "desk.js", "text/javascript"),
}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src data:; object-src 'none'; base-uri 'none';"
        " form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
BUSY = "The gradebook is busy or cannot be written just now. Nothing was saved. Try again."


class Guarded(web.RequestHandler):
    """Answer nobody who lacks the random word, or came by another name of this machine."""

    def initialize(self, desk: Desk, token: str, hosts: frozenset[str]) -> None:
        """Take what the server knows."""
        self.desk, self._token, self._hosts = desk, token, hosts

    def prepare(self) -> None:
        """Check address, name and origin before anything else."""
        given, _, self.rest = self.request.path.removeprefix("/").partition("/")
        if not hmac.compare_digest(given.encode("utf-8"), self._token.encode("utf-8")):
            raise web.HTTPError(403)
        # A page elsewhere may give a name of its own to this machine, and would be let in by it.
        if self.request.host not in self._hosts:
            raise web.HTTPError(403)
        origin = self.request.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in self._hosts:
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        """Let the browser run nothing but what this server sends as a file."""
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say what went wrong in a sentence, and nothing about the inside."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(_SENTENCES.get(status_code, _SENTENCES[500]))

    def get(self) -> None:
        """Send the page, read anew, or one of its files."""
        if self.rest == "":
            try:
                self.desk.load()
            except (ClassroomError, SheetError, SettingsError) as error:
                self.set_status(409)
                self.set_header("Content-Type", "text/plain; charset=utf-8")
                self.finish(str(error))
                return
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page(self.desk))
        elif self.rest in FILES:
            path, kind = FILES[self.rest]
            self.set_header("Content-Type", f"{kind}; charset=utf-8")
            self.finish(path.read_bytes())
        else:
            raise web.HTTPError(404)

    def post(self) -> None:
        """Save a mark, or take the last one back."""
        if self.request.headers.get("Content-Type", "").split(";")[0] != "application/json":
            raise web.HTTPError(415)  # what a form of another page could send
        asked = _ASKED.get(self.rest)
        if asked is None:
            raise web.HTTPError(404)
        try:
            body = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise web.HTTPError(400) from None
        if not isinstance(body, dict):
            raise web.HTTPError(400)
        try:
            reply = asked(self.desk, body)
        except DBAPIError:
            reply = Reply(REFUSED, BUSY)
        except ClassroomError as error:
            reply = Reply(REFUSED, f"{error} Nothing was saved.")
        self.set_status(200 if reply.kind == SAVED else 400 if reply.kind == REFUSED else 409)
        self.finish(_as_json(self.desk, reply))


def _save(desk: Desk, body: dict[str, Any]) -> Reply:
    ticked = body.get("ticked")
    return desk.save(
        str(body.get("key")),
        str(body.get("version")),
        body.get("points"),
        body.get("comment"),
        ticked if isinstance(ticked, list) else [],
    )


def _undo(desk: Desk, _body: dict[str, Any]) -> Reply:
    return desk.undo()


_ASKED: dict[str, Callable[[Desk, dict[str, Any]], Reply]] = {"save": _save, "undo": _undo}
_SENTENCES = {
    400: "That is no request of this page. Nothing was saved.",
    403: "Use the whole address that the command has printed.",
    404: "There is nothing here.",
    415: "That is no request of this page. Nothing was saved.",
    500: "Something went wrong here, and nothing was saved. The terminal says what.",
}


def _as_json(desk: Desk, reply: Reply) -> dict[str, Any]:
    shown = reply.shown
    return {
        "kind": reply.kind,
        "told": reply.told,
        "key": shown.key if shown else "",
        "version": shown.answer.version if shown else "",
        "html": article(shown) if shown else "",
        "progress": progress(desk),
        "marked": desk.marked,
        "all": len(desk.shown),
        "may_undo": desk.may_undo,
    }


def serve(desk: Desk, port: int, started: Callable[[str], None]) -> None:
    """Serve the desk until the process is interrupted.

    Parameters
    ----------
    port
        0 takes a free one.
    started
        Called with the address once it can be opened.

    Raises
    ------
    OSError
        When the port is taken.
    """
    with socket.create_server((LOOPBACK, port)) as listening:
        listening.setblocking(False)
        asyncio.run(_serve(desk, listening, started))


async def _serve(desk: Desk, listening: socket.socket, started: Callable[[str], None]) -> None:
    bound = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    hosts = frozenset({f"{LOOPBACK}:{bound}", f"localhost:{bound}"})
    about = {"desk": desk, "token": token, "hosts": hosts}
    # Its log would hold the addresses, and with them the random word.
    app = web.Application([(r"/.*", Guarded, about)], log_function=lambda _handler: None)
    server = httpserver.HTTPServer(app, max_body_size=MAX_BODY, max_buffer_size=2 * MAX_BODY)
    server.add_socket(listening)
    started(f"http://{LOOPBACK}:{bound}/{token}/")
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
        await server.close_all_connections()
