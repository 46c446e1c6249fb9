from pathlib import Path

import pytest

from palmetto_editor.bundle.progress import SILENT
from palmetto_editor.errors import UserError
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.session.bringing import read_files
from palmetto_editor.session.handing_on import FORMS, form_of, write_file

WORK = Reference(
    id="howard1996",
    title="A receptor in pituitary and hypothalamus",
    author=(Name(family="Howard", given="Andrew D."),),
    issued=Date(date_parts=((1996,),)),
    container_title="Science",
    DOI="10.1126/science.273.5277.974",
)


def test_the_name_of_a_file_says_its_form_and_else_the_choice_does():
    assert form_of(Path("a.RIS")) == (Path("a.RIS"), "ris")
    assert form_of(Path("list"), "csl-json") == (Path("list.json"), "csl-json")
    assert form_of(Path("v1.2")) == (Path("v1.2.bib"), "bibtex")


@pytest.mark.parametrize("form", [form for form, _, _ in FORMS])
def test_what_is_written_is_read_back(tmp_path, form):
    suffix = next(suffix for name, _, suffix in FORMS if name == form)
    path = write_file([WORK], tmp_path / f"list{suffix}", form)
    (record,) = read_files([path], SILENT).records
    read = record.reference
    assert (read.title, read.author, read.DOI) == (WORK.title, WORK.author, WORK.DOI)


def test_a_disk_that_refuses_is_told(tmp_path):
    with pytest.raises(UserError, match="could not be written"):
        write_file([WORK], tmp_path / "gone" / "list.bib", "bibtex")
