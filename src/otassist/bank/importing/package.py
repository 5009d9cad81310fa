"""Office files are zip archives of XML: opened within limits, without entities, links or macros being followed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from ...errors import FileProblem
from .limits import damaged, limit, within

Element = ElementTree.Element
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError, OSError, RecursionError)


class Package:
    """The parts of an Office file by name. FileProblem for what is damaged or goes beyond limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _DAMAGE as problem:
            raise damaged("it is cut short or no Office file") from problem
        parts = self._zip.infolist()
        within(len(parts), "parts", "parts")
        within(sum(part.file_size for part in parts), "unpacked_bytes", "bytes when unpacked")
        if any(part.flag_bits & 1 for part in parts):
            raise FileProblem("The file is protected with a password.", "Take the password off and save it again.")
        self.names = frozenset(part.filename for part in parts)

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """One part as a stream of XML that declares no document type, so that no entity can grow or fetch anything."""
        try:
            with self._zip.open(name) as stream:
                _refuse_doctype(stream)
            with self._zip.open(name) as stream:
                yield stream
        except ElementTree.ParseError as problem:
            raise damaged(f"{name} is no XML") from problem
        except RuntimeError as problem:
            raise damaged(f"{name} cannot be unpacked") from problem
        except _DAMAGE as problem:
            raise damaged(f"{name} is damaged or missing") from problem

    def tree(self, name: str) -> Element:
        """The whole XML of a part that is not large."""
        if self._zip.NameToInfo[name].file_size > limit("xml_bytes"):
            within(self._zip.NameToInfo[name].file_size, "xml_bytes", "bytes of text")
        with self.part(name) as stream:
            depth = 0
            root: Element | None = None
            for event, element in ElementTree.iterparse(stream, ("start", "end")):
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                within(depth, "xml_depth", "levels of tables inside tables")
            return root if root is not None else Element("empty")


def _refuse_doctype(stream: IO[bytes]) -> None:
    """Reads as far as the first element, before which alone a document type can stand."""
    parser = expat.ParserCreate()
    begun: list[str] = []
    parser.StartElementHandler = lambda name, _: begun.append(name)
    declared: list[str] = []
    parser.StartDoctypeDeclHandler = lambda name, *_: declared.append(name)
    try:
        while not begun and not declared and (chunk := stream.read(4096)):
            parser.Parse(chunk, False)
    except expat.ExpatError as problem:
        if not declared:
            raise damaged("a part is no XML") from problem
    if declared:
        raise FileProblem(
            "The file declares XML entities, as only harmful Office files do.", "Save it anew in Word or Excel."
        )


def kind_of_package(data: bytes) -> str:
    """`workbook` or `document`. Raises FileProblem for any other archive."""
    names = Package(data).names
    if "xl/workbook.xml" in names:
        return "workbook"
    if "word/document.xml" in names:
        return "document"
    known = {"ppt/presentation.xml": "a PowerPoint file", "content.xml": "an OpenDocument file"}
    what = next((kind for name, kind in known.items() if name in names), "a zip archive")
    if "xl/workbook.bin" in names:
        what = "a binary workbook (XLSB)"
    raise FileProblem(f"The file is {what}, which is not read.", "Save the goal bank as XLSX or DOCX.")


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def is_struck(properties: Element) -> bool:
    """Whether the properties of a run or a font cross its text out, as Word and Excel both write it."""
    crossed = (item for item in properties if local(item) in ("strike", "dstrike"))
    return any(attribute(item, "val") not in ("0", "false", "off") for item in crossed)
