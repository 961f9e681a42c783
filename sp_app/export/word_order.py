"""Properties of Word in the order of its schema: Word may refuse a document in which they stand otherwise."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook"
)
CELL = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
ORDERS = {qn(f"w:{name}"): names for name, names in (("rPr", RUN), ("tblPr", TABLE), ("tcPr", CELL))}
PLACES = {owner: {qn(f"w:{name}"): at for at, name in enumerate(names.split())} for owner, names in ORDERS.items()}


def put_in_order(root: Any) -> None:
    """Sort the properties of runs, tables and cells below `root`, in place."""
    for owner, places in PLACES.items():
        for properties in root.iter(owner):
            properties[:] = sorted(properties, key=lambda child, places=places: places.get(child.tag, len(places)))
