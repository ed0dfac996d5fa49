"""XML from strangers: nothing is fetched, no entity is made, no document type counts."""

from __future__ import annotations

from lxml import etree

from running_muscles.classroom.interchange.carried import InterchangeError

LARGEST = 50_000_000
DEEPEST = 200


def parse(content: bytes, name: str) -> etree._Element:
    """Return the root of an XML file.

    Raises
    ------
    InterchangeError
        When it is too large, too deep, no XML, or brings a document type of its own.
    """
    if len(content) > LARGEST:
        raise InterchangeError(f"{name}: larger than {LARGEST // 1_000_000} MB. Split the export.")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InterchangeError(
            f"{name}, line {error.lineno or 1}: this is not sound XML ({error.msg})."
            " Export it again, and do not edit it by hand."
        ) from error
    kind = root.getroottree().docinfo
    if kind.internalDTD is not None and kind.internalDTD.iterentities():
        raise _refused(name)
    if any(isinstance(one, etree._Entity) for one in root.iter(etree.Entity)):
        raise _refused(name)
    if _deeper_than(root, DEEPEST):
        raise InterchangeError(f"{name}: elements lie more than {DEEPEST} deep. This is no quiz.")
    return root


def _refused(name: str) -> InterchangeError:
    return InterchangeError(
        f"{name}: the file defines entities of its own, which may read other files. No quiz needs"
        " them. Export it again from the system it comes from."
    )


def _deeper_than(root: etree._Element, most: int) -> bool:
    level: list[etree._Element] = [root]
    for _ in range(most):
        level = [child for one in level for child in one]
        if not level:
            return False
    return True


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(element).localname)


def written(root: etree._Element) -> bytes:
    """Return an element as a whole XML file in UTF-8."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def without_namespaces(root: etree._Element) -> None:
    """Take the namespaces off all elements below a root, and off itself."""
    for element in root.iter(etree.Element):
        element.tag = local(element)
