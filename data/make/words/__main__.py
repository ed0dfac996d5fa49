"""Extract every sentence, merge what is translated, compile: make words.

`make words` writes `running_muscles/locale/*.pot`, brings each catalogue up to date (what was
translated stays; what changed a little is marked fuzzy and shown in English until somebody has
looked), and compiles. `--check` compares with what is committed instead.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message, pofile
from babel.messages.mofile import write_mo

from make.words import start
from make.words.sources import DOMAINS, PACKAGE, ROOT, found

LOCALE = PACKAGE / "locale"
DOOR = ROOT / "widgets" / "door" / "src" / "catalogues.js"
# A date would change with nothing said.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# Which of a language's forms of a plural `Intl.PluralRules` calls what, in gettext's order.
PLURAL_NAMES = {2: ("one", "other")}


def template(domain: str) -> Catalog:
    """Return all sentences of a domain, untranslated."""
    made = Catalog(project="Running Muscles", version="1", charset="utf-8", fuzzy=False)
    for each in found(domain):
        where = [(each.place, each.line)] if each.line else [(each.place, None)]
        made.add(each.text, locations=where, auto_comments=[each.note] if each.note else ())
    return made


def merged(path: Path, language: str, sentences: Catalog) -> Catalog:
    """Return a language's catalogue with the sentences of today; gone ones are left out."""
    if path.exists():
        with path.open("rb") as file:
            made = pofile.read_po(file, locale=language)
    else:
        made = Catalog(locale=language, project="Running Muscles", version="1", fuzzy=False)
    made.update(sentences)
    made.obsolete.clear()
    return made


def po_text(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file, without lines and dates, which change with nothing said."""
    file = io.BytesIO()
    for message in catalogue:
        message.locations = [(place, None) for place, _ in message.locations]
    pofile.write_po(file, catalogue, width=100, omit_header=False, include_previous=False)
    kept = [line for line in file.getvalue().split(b"\n") if not line.startswith(DATED)]
    return b"\n".join(kept)


DATED = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
    b'"Last-Translator',
    b"# FIRST AUTHOR",
    b"# Copyright",
    b"# This file is distributed",
    b"# Translations template",
    b"# German translations",
)


def whole(catalogues: dict[str, Catalog]) -> None:
    """Leave every sentence of safety untranslated, where one of them is.

    A safety text is never half in one language and half in another.
    """
    grave = [
        catalogues[domain][_id(each.text)]
        for domain in DOMAINS
        for each in found(domain)
        if each.safety
    ]
    if all(_translated(message) for message in grave):
        return
    for message in grave:
        message.string = ("",) * len(_forms(message.string)) if message.pluralizable else ""


def _id(text: str | tuple[str, str]) -> str:
    return text if isinstance(text, str) else text[0]


def _translated(message: Message) -> bool:
    return bool(message.id) and not message.fuzzy and all(_forms(message.string))


def said(catalogue: Catalog) -> dict[str, Any]:
    """Return the translated sentences as a script reads them (`lib/words/say.js`)."""
    names = PLURAL_NAMES.get(catalogue.num_plurals, ())
    words: dict[str, Any] = {}
    for message in catalogue:
        if not _translated(message):
            continue
        if message.pluralizable:
            words[message.id[0]] = dict(zip(names, message.string, strict=True))
        else:
            words[message.id] = message.string
    return words


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def made(locale: Path = LOCALE) -> dict[Path, bytes]:
    """Return every file that `make words` writes, by its place."""
    templates = {domain: template(domain) for domain in DOMAINS}
    files = {locale / f"{domain}.pot": po_text(each) for domain, each in templates.items()}
    door: dict[str, Any] = {}
    for folder in sorted(locale.glob("*/LC_MESSAGES")):
        language = folder.parent.name
        catalogues = {
            domain: merged(folder / f"{domain}.po", language, each)
            for domain, each in templates.items()
        }
        for domain, catalogue in catalogues.items():
            files[folder / f"{domain}.po"] = po_text(catalogue)
        whole(catalogues)
        files |= compiled(folder, language, catalogues)
        door[language] = {"lang": language, "words": said(catalogues["door"])}
    files[DOOR] = b"/** Made by `make words`. */\nexport default " + _json(door).rstrip() + b";\n"
    return files


def compiled(folder: Path, language: str, catalogues: dict[str, Catalog]) -> dict[Path, bytes]:
    """Return what a language's catalogues are compiled to."""
    python = io.BytesIO()
    catalogues["running_muscles"].creation_date = NO_DATE
    catalogues["running_muscles"].revision_date = NO_DATE
    write_mo(python, catalogues["running_muscles"])
    page = said(catalogues["start"])
    notebook = start.translated(start.english(), lambda text: page.get(text, text), language)
    words = {"lang": language, "words": said(catalogues["widgets"])}
    return {
        folder / "running_muscles.mo": python.getvalue(),
        folder / "widgets.json": _json(words),
        start.COURSE / language / start.NAME: start.written(notebook).encode(),
    }


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def main() -> None:
    """Write the catalogues, or compare them."""
    check = "--check" in sys.argv
    drifted = False
    for path, content in made().items():
        if path.exists() and path.read_bytes() == content:
            continue
        drifted = True
        if check:
            print(f"{path.relative_to(ROOT)} is not what its source makes. Run: make words")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(path.relative_to(ROOT))
    sys.exit(1 if check and drifted else 0)


if __name__ == "__main__":
    main()
