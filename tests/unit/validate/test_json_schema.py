"""The JSON Schemas say what the checks say, as far as a schema can."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.load.content import parse_document, read_file
from generator.load.discovery import find_files
from generator.model.document import Kind
from generator.model.edtf import DateError, parse_edtf
from generator.pipeline.authoring import known_ids
from generator.problem import Problem
from generator.validate.json_schema import json_schemas
from generator.validate.json_schema_texts import DATE
from tests.tools.content import content_of
from tests.tools.required import ROOT
from tests.tools.said import as_editors_read

FAULTS = sorted(path for path in (ROOT / "tests/sites_invalid").iterdir() if path.is_dir())
# What concerns the shape of one file, and can be said in a JSON Schema.
OF_SHAPE = {
    "bad-colour",
    "bad-country",
    "bad-email",
    "bad-tag",
    "bad-url",
    "coordinate-alone",
    "exclusive-fields",
    "missing-field",
    "missing-id",
    "repeated-item",
    "unknown-choice",
    "unknown-field",
    "unknown-reference",
    "url-scheme",
    "wrong-type",
    "retraction-reason",
    "bad-time",
    "bad-boolean",
    "date-month",
    "date-season",
    "empty-value",
    "text-lines",
    "text-too-long",
}
# Faults of those kinds that a pattern cannot tell from what is right.
BEYOND_A_SCHEMA = {"empty-file", "quote-too-long", "yaml-tag"}
DATES = st.one_of(
    st.from_regex(re.compile(DATE), fullmatch=True),
    st.text("0123456789-XY?~%/.[],T:Z+", max_size=24),
)


def faults_by_schema(project: Path) -> list[str]:
    """Return what the schemas say against the documents of a project."""
    schemas = json_schemas(known_ids(content_of(project)))
    said: list[str] = []
    for path, kind in find_files(project).documents:
        content = read_file(project, path)
        assert not isinstance(content, Problem)
        document, problems = parse_document(content, path, kind)
        if problems or document is None or document.root is None:
            continue
        validator = Draft202012Validator(schemas[kind.value])
        said += [
            f"{path}: {error.json_path}: {error.message}"
            for error in validator.iter_errors(as_editors_read(document.root))
        ]
    return said


@pytest.mark.parametrize("kind", list(json_schemas({})))
def test_each_schema_is_one_of_draft_2020_12(kind: str) -> None:
    Draft202012Validator.check_schema(json_schemas({})[kind])


@pytest.mark.parametrize(
    "project", [ROOT, *sorted((ROOT / "tests/sites").iterdir())], ids=lambda path: path.name
)
def test_what_is_accepted_validates(project: Path) -> None:
    assert faults_by_schema(project) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_faults_of_shape_are_refused_and_others_are_let_pass(fault: Path, tmp_path: Path) -> None:
    codes = set(
        re.findall(r"\[([a-z0-9-]+)\]$", (fault / "expected.txt").read_text(), re.MULTILINE)
    )
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/minimal", project)
    shutil.copytree(fault, project, dirs_exist_ok=True, symlinks=True)
    if codes & OF_SHAPE and fault.name not in BEYOND_A_SCHEMA:
        assert faults_by_schema(project)


@settings(deadline=None, max_examples=300)
@given(DATES)
def test_every_date_that_a_check_accepts_fits_the_pattern(text: str) -> None:
    try:
        parse_edtf(text)
    except DateError:
        return
    assert re.fullmatch(DATE, text)


def test_schemas_complete_the_projects_ids_and_name_nobody_withheld(tmp_path: Path) -> None:
    project = tmp_path / "full"
    shutil.copytree(ROOT / "tests/sites/full", project)
    assert main(["schema", "--quiet", "--project", str(project)]) == 0
    folder = project / ".verbatim/schemas"
    event: dict[str, Any] = json.loads((folder / "event.json").read_text(encoding="utf-8"))
    definitions = event["$defs"]
    assert definitions["category-ids"]["enum"] == ["people", "water", "words"]
    people = dict(
        zip(
            definitions["person-ids"]["enum"],
            definitions["person-ids"]["enumDescriptions"],
            strict=True,
        )
    )
    assert people["withheld-witness"] == "(name withheld)"
    assert definitions["event"]["properties"]["title"]["description"].startswith("What happened")
    assert (project / ".verbatim/.gitignore").read_text(encoding="utf-8").endswith("*\n")
    assert main(["check", "--quiet", "--project", str(project)]) == 0
    assert {path.stem for path in folder.iterdir()} == {kind.value for kind in Kind} - {"category"}
