"""The formats of hand-outs: each made by a function `(Handout, Step) -> bytes` in a module of its own.

A module is imported when its format is asked for, so a library that is missing takes away
its own format and leaves the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from sp_app.export.handout import Handout
from sp_app.export.steps import Step, unheard
from sp_core.errors import ExportError


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its key, the file's extension and media type, and where its maker stands (`module:function`).

    `needs` names the packages that this format alone needs, as they are imported.
    """

    key: str
    extension: str
    media_type: str
    maker: str
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what this format needs and what is not installed; nothing is imported to find out."""
        return tuple(name for name in self.needs if find_spec(name) is None)

    def make(self, handout: Handout, step: Step = unheard) -> bytes:
        """Return the file; raises ExportError when a library that this format needs is not installed.

        `step` hears how far it is, and may stop it.
        """
        module, _, function = self.maker.partition(":")
        try:
            maker = getattr(import_module(module), function)
        except ModuleNotFoundError as error:
            raise ExportError(
                f"the format {self.key} needs the package {error.name}, which is not installed: "
                "pip install -r requirements.txt; the other formats work without it"
            ) from None
        made: bytes = maker(handout, step)
        return made


OFFICE = "application/vnd.openxmlformats-officedocument"
SLIDES, BRIEF = ("pptx", "icu4py"), ("docx", "pptx", "icu4py")  # charts in Word are made as those of slides are
ALL = (
    Format(
        "xlsx", "xlsx", f"{OFFICE}.spreadsheetml.sheet", "sp_app.export.live_workbook:live_workbook", ("xlsxwriter",)
    ),
    Format("csv", "zip", "application/zip", "sp_app.export.data_package:data_package"),
    Format("html", "html", "text/html", "sp_app.export.live_page:live_page"),
    Format("pptx", "pptx", f"{OFFICE}.presentationml.presentation", "sp_app.export.deck_pptx:deck_pptx", SLIDES),
    Format("docx", "docx", f"{OFFICE}.wordprocessingml.document", "sp_app.export.brief_docx:brief_docx", BRIEF),
    Format("pdf", "pdf", "application/pdf", "sp_app.export.annex_pdf:annex_pdf", ("fpdf", "icu4py")),
)
FORMATS: Mapping[str, Format] = {one.key: one for one in ALL}


def format_of(key: str) -> Format:
    """Return a format; raises ExportError that lists those there are."""
    if key not in FORMATS:
        raise ExportError(f"no format {key!r}; there are {', '.join(FORMATS)}")
    return FORMATS[key]
