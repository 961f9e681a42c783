"""A workbook, opened as what it is: XML in a zip file."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode("utf8") for name in file.namelist() if name.endswith(".xml")}


def cells(content: bytes) -> dict[str, dict[str, ElementTree.Element]]:
    """Return the cells of every sheet by address."""
    found = parts(content)
    names = [it.attrib["name"] for it in ElementTree.fromstring(found["xl/workbook.xml"]).iter(f"{NS}sheet")]
    return {
        name: {it.attrib["r"]: it for it in ElementTree.fromstring(found[f"xl/worksheets/sheet{n}.xml"]).iter(f"{NS}c")}
        for n, name in enumerate(names, start=1)
    }


def values(content: bytes) -> dict[str, dict[str, float | str]]:
    """Return what the filled cells of every sheet hold, by address: a number or a text; a formula is refused."""
    shared = ElementTree.fromstring(parts(content)["xl/sharedStrings.xml"]).iter(f"{NS}si")
    texts = ["".join(it.itertext()) for it in shared]

    def held(cell: ElementTree.Element) -> float | str:
        assert cell.find(f"{NS}f") is None
        value = cell.findtext(f"{NS}v") or ""
        return texts[int(value)] if cell.get("t") == "s" else float(value)

    return {
        name: {at: held(cell) for at, cell in sheet.items() if cell.find(f"{NS}v") is not None}
        for name, sheet in cells(content).items()
    }
