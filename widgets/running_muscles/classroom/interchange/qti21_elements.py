"""Elements of QTI 2.1, and the manifest of its packages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from running_muscles.classroom.interchange.collector import slug

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
E: Any = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_M: Any = ElementMaker(namespace=_PACKAGE, nsmap={None: _PACKAGE})
# What our HTML says and QTI 2.1's does not know.
_NOT_THERE = ("target", "rel", "dir", "start", "class")


def identifier(name: str) -> str:
    """Return an id as QTI wants it: it begins with a letter."""
    return name if name[:1].isalpha() else f"i-{name}"


def html(tag: str, content: str, **attributes: str) -> etree._Element:
    """Return an element that holds HTML of ours."""
    element: etree._Element = etree.fromstring(
        f'<{tag} xmlns="{NAMESPACE}">{content}</{tag}>'.encode()
    )
    for child in element.iter(etree.Element):
        for name in _NOT_THERE:
            child.attrib.pop(name, None)
    for name, value in attributes.items():
        element.set(name, value)
    return element


def value(kind: str, content: str) -> etree._Element:
    """Return a value of a base type."""
    return E.baseValue(content, baseType=kind)


def declared(name: str, cardinality: str, kind: str, default: str = "") -> etree._Element:
    """Return the declaration of an outcome."""
    start = [E.defaultValue(E.value(default))] if default else []
    return E.outcomeDeclaration(*start, identifier=name, cardinality=cardinality, baseType=kind)


def put(name: str, content: etree._Element) -> etree._Element:
    """Return that an outcome gets a value."""
    return E.setOutcomeValue(content, identifier=name)


def when(
    test: etree._Element, then: etree._Element, otherwise: etree._Element | None = None
) -> etree._Element:
    """Return a condition and what follows."""
    parts = [E.responseIf(test, then)]
    if otherwise is not None:
        parts.append(E.responseElse(otherwise))
    return E.responseCondition(*parts)


def variable(name: str) -> etree._Element:
    """Return what a variable holds."""
    return E.variable(identifier=name)


def manifest(
    name: str,
    test: str,
    items: list[str],
    pictures: list[str],
    needs: Mapping[str, list[str]],
) -> etree._Element:
    """Return the list of what is in a package.

    Parameters
    ----------
    needs
        The pictures of each item that has some.
    """
    names = {path: f"file-{slug(path)}" for path in (test, *items, *pictures)}
    # Two paths may be long and alike: a number keeps their names apart.
    names = {path: f"{one}-{number}" for number, (path, one) in enumerate(names.items())}

    def resource(path: str, kind: str, needed: list[str]) -> etree._Element:
        return _M.resource(
            _M.file(href=path),
            *(_M.dependency(identifierref=names[one]) for one in needed),
            identifier=names[path],
            type=kind,
            href=path,
        )

    resources = [
        resource(test, "imsqti_test_xmlv2p1", items),
        *(resource(path, "imsqti_item_xmlv2p1", needs.get(path, [])) for path in items),
        *(resource(path, "webcontent", []) for path in pictures),
    ]
    return _M.manifest(
        _M.metadata(_M.schema("QTIv2.1 Package"), _M.schemaversion("1.0.0")),
        _M.organizations(),
        _M.resources(*resources),
        identifier=f"quiz-{name}",
    )
