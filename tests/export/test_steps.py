"""Every format tells how far it is, part by part, and can be stopped between two parts; the next one is made."""

from __future__ import annotations

import gc
import io
import warnings
import zipfile

import pytest

from sp_app.export.formats import FORMATS
from sp_core.errors import Stopped
from tests.export.papers import PAID, told


class Heard:
    """A step that notes what it hears and stops the work at a part."""

    def __init__(self, last: int | None = None) -> None:
        self.last = last
        self.notes: list[tuple[int, int]] = []

    def __call__(self, done: int, of: int) -> None:
        if done == self.last:
            raise Stopped("no longer wanted")
        self.notes.append((done, of))


@pytest.mark.parametrize("key", FORMATS)
def test_every_part_is_told_once_and_in_order(key: str) -> None:
    heard = Heard()
    assert FORMATS[key].make(told(PAID, "en"), heard)
    (of,) = {of for _, of in heard.notes}
    assert [done for done, _ in heard.notes] == list(range(of + 1)) and of > 1


@pytest.mark.parametrize("last", [1, -1])
@pytest.mark.parametrize("key", FORMATS)
def test_what_is_stopped_leaves_nothing_behind_and_the_same_file_can_be_made_again(key: str, last: int) -> None:
    asked, counted = told(PAID, "en"), Heard()
    whole = FORMATS[key].make(asked, counted)
    parts = len(counted.notes) - 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a font file left open, a workbook left unfinished
        heard = Heard(last % (parts + 1))
        with pytest.raises(Stopped):
            FORMATS[key].make(asked, heard)
        gc.collect()
    assert len(heard.notes) == last % (parts + 1)
    again = FORMATS[key].make(asked)
    if key in ("pptx", "docx", "xlsx"):  # zip files with the hour in them
        names = [zipfile.ZipFile(io.BytesIO(made)).namelist() for made in (whole, again)]
        assert names[0] == names[1]
    else:
        assert again == whole
