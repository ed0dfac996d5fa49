"""A player that follows the QTI files gives the points that the bank gives, answer by answer."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from lxml import etree

from classroom.interchange.qti_player import Item21, score12
from classroom.interchange.whole_bank import bundles, held
from running_muscles.classroom.interchange import body_picture, qti12, qti21
from running_muscles.quiz.by_row import ROWED
from running_muscles.quiz.questions import Hotspot, Multiple, Numeric, Order, Single, Text
from running_muscles.quiz.scoring import score

QUESTIONS = held("qti21")


def answers(question: Any, lot: Random) -> Iterator[Any]:
    """Some answers of each sort, the right one among them."""
    if isinstance(question, Single):
        yield from (option.id for option in question.options)
    elif isinstance(question, Multiple):
        names = [option.id for option in question.options]
        yield [option.id for option in question.options if option.correct]
        yield names
        for _ in range(5):
            yield lot.sample(names, lot.randint(1, len(names)))
    elif isinstance(question, Order):
        names = [item.id for item in question.items]
        yield names
        yield names[::-1]
        for _ in range(5):
            yield lot.sample(names, len(names))
    elif isinstance(question, Numeric):
        for unit, factor in question.units:
            for one in (question.value, question.value + question.tolerance / 2):
                yield {"number": one / factor, "unit": unit}
            yield {
                "number": (question.value + 1.1 * question.tolerance + 0.1) / factor,
                "unit": unit,
            }
            for mistake in question.mistakes:
                yield {"number": mistake.value / factor, "unit": unit}
    elif isinstance(question, Hotspot):
        yield from (region.id for region in question.regions)
        yield next(
            one
            for one in body_picture.regions(question.view)
            if one not in {region.id for region in question.regions}
        )


@cache
def items21() -> dict[str, Item21]:
    found = {}
    for bundle in bundles():
        with zipfile.ZipFile(io.BytesIO(qti21.write(bundle).content)) as archive:
            for question in bundle.questions:
                if not isinstance(question, ROWED):  # the format has no place for them
                    found[question.id] = Item21(archive.read(f"items/{question.id}.xml"))
    return found


def test_qti21_gives_the_points_and_the_reasons_of_the_bank() -> None:
    lot = Random(1)
    for question in QUESTIONS:
        item = items21()[question.id]
        for answer in answers(question, lot):
            given = {"RESPONSE": answer}
            if isinstance(question, Numeric):
                number = [unit for unit, _ in question.units].index(answer["unit"])
                given = {"RESPONSE": answer["number"]}
                if len(question.units) > 1:
                    given["UNIT"] = f"unit-{number}"
            held = item.play(**given)
            ours = score(question, answer)
            assert held["SCORE"] == pytest.approx(ours.points, abs=0.0051), (question.id, answer)
            assert held["MAXSCORE"] == question.points
            shown = held["FEEDBACK"] if isinstance(held["FEEDBACK"], list) else [held["FEEDBACK"]]
            if not isinstance(question, Order | Numeric):
                told = "".join(item.feedback[one] for one in shown)
                for part in ours.parts:
                    assert not part.chosen or words(part.reason) <= words(told), question.id


def words(text: str) -> set[str]:
    """The words of a text without marks."""
    return {word for word in text.replace("*", "").replace("\n", " ").split(" ") if word.isalpha()}


def test_qti21_shows_the_reason_of_a_wrong_number() -> None:
    for question in QUESTIONS:
        if isinstance(question, Numeric):
            for mistake in question.mistakes:
                held = items21()[question.id].play(
                    RESPONSE=mistake.value / question.units[0][1], UNIT="unit-0"
                )
                told = items21()[question.id].feedback[held["FEEDBACK"]]
                assert words(mistake.reason) <= words(told)


def test_without_an_answer_qti21_gives_nothing() -> None:
    for question in QUESTIONS:
        assert items21()[question.id].play()["SCORE"] == 0


def test_qti12_gives_the_points_of_the_bank() -> None:
    lot = Random(2)
    for bundle in bundles():
        with zipfile.ZipFile(io.BytesIO(qti12.write(bundle).content)) as archive:
            root = etree.fromstring(archive.read(f"{bundle.name}/{bundle.name}.xml"))
        items = {item.get("ident"): item for item in root.iter("{*}item")}
        for question in bundle.questions:
            if isinstance(question, (Text, *ROWED)):
                continue
            for answer in answers(question, lot):
                ours = score(question, answer)
                if isinstance(question, Numeric):
                    if answer["unit"] != question.unit:
                        continue
                    answer = float(answer["number"])  # noqa: PLW2901
                share, shown = score12(items[question.id], answer)
                if isinstance(question, Order):
                    # All or nothing there, and said so.
                    assert share == (answer == [item.id for item in question.items])
                else:
                    assert question.points * share == pytest.approx(ours.points, abs=0.0051)
                assert shown or isinstance(question, Numeric)


def test_a_package_lists_every_file_that_it_holds() -> None:
    for writer in (qti12, qti21):
        bundle = bundles()[2]
        with zipfile.ZipFile(io.BytesIO(writer.write(bundle).content)) as archive:
            names = set(archive.namelist())
            manifest = etree.fromstring(archive.read("imsmanifest.xml"))
            listed = {one.get("href") for one in manifest.iter("{*}file")}
            assert listed == names - {"imsmanifest.xml"}
            known = {one.get("identifier") for one in manifest.iter("{*}resource")}
            assert {one.get("identifierref") for one in manifest.iter("{*}dependency")} <= known
            pictures = [name for name in names if name.endswith(".png")]
            assert pictures
            for name in pictures:
                assert archive.read(name).startswith(b"\x89PNG\r\n")


def test_an_outline_goes_around_its_regions_and_around_no_other() -> None:
    for view in ("front", "back"):
        every = body_picture.regions(view)
        for first, second in pairwise(every):
            outline = body_picture.outline(view, [first, second])
            assert body_picture.regions_in(view, outline) == [first, second]
