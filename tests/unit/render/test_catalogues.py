"""Catalogues: complete in every shipped language, and chained from project to program."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from generator.errors import TemplateError
from generator.render.catalogues import load_interface
from tests.tools.required import ROOT
from tests.unit.render.words import TEMPLATES

CATALOGUES = sorted(TEMPLATES.glob("locale/*/LC_MESSAGES/verbatim.po"))
LANGUAGES = [path.parts[-3] for path in CATALOGUES]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%")


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    catalog = Catalog()
    for _, _, message, _, context in extract_from_dir(
        ROOT, methods, options, directory_filter=has_words
    ):
        catalog.add(message, context=context)
    return catalog


def test_a_catalogue_is_shipped() -> None:
    assert CATALOGUES


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_a_catalogue_says_all_that_is_said_and_no_more(path: Path, extracted: Catalog) -> None:
    said = {message.id for message in extracted if message.id}
    assert {message.id for message in read(path) if message.id} == said


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_every_message_is_translated(path: Path) -> None:
    catalogue = read(path)
    assert [m.id for m in catalogue if m.id and (m.fuzzy or not all(forms(m.string)))] == []
    plurals = [m for m in catalogue if m.id and m.pluralizable]
    assert [m.id for m in plurals if len(forms(m.string)) != catalogue.num_plurals] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_a_translation_has_the_same_placeholders(path: Path) -> None:
    assert [m.id for m in read(path) if m.id and not has_same_placeholders(m)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=LANGUAGES)
def test_a_catalogue_names_no_machine_and_no_hour(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "POT-Creation-Date" not in text
    assert "Generated-By" not in text
    assert "#: " not in text


def test_a_language_without_a_catalogue_speaks_english_and_says_so() -> None:
    german = load_interface("de-AT", [TEMPLATES])
    assert german.language == "en"
    assert german.locale.language == "de"
    assert german.translations.gettext("report") == "report"


def test_a_region_takes_its_languages_catalogue() -> None:
    ukrainian = load_interface("uk-UA", [TEMPLATES])
    assert ukrainian.language == "uk-UA"
    assert ukrainian.translations.gettext("report") == "звіт"


def test_a_projects_catalogue_comes_before_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "locale" / "uk" / "LC_MESSAGES" / "verbatim.po"
    own.parent.mkdir(parents=True)
    own.write_text('msgid "report"\nmsgstr "доповідь"\n', encoding="utf-8")
    translations = load_interface("uk", [tmp_path, TEMPLATES]).translations
    assert translations.gettext("report") == "доповідь"
    assert translations.gettext("video") == "відео"


def has_words(folder: str) -> bool:
    """Whether messages are looked for in a folder; asked of every folder on the way."""
    return Path(folder).relative_to(ROOT).parts[0] in {"generator", "templates"}


def has_same_placeholders(message: Message) -> bool:
    """Whether every form of the translation asks for what one of the message's forms has."""
    asked = [sorted(PLACEHOLDER.findall(each)) for each in forms(message.id)]
    return all(sorted(PLACEHOLDER.findall(each)) in asked for each in forms(message.string))


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "report"\nmsgstr "a"\n\nmsgid "broken\n', "missing msgstr"),
        ('msgid "as of %(date)s"\nmsgstr "au %(jour)s"\n', "unknown named placeholder 'jour'"),
        ("hello\n", ":1: Unknown or misformatted"),
        ('msgid "a"\nmsgstr "\xff"\n', "no catalogue of gettext"),
    ],
)
def test_a_projects_catalogue_that_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    own = tmp_path / "templates/locale/fr/LC_MESSAGES/verbatim.po"
    own.parent.mkdir(parents=True)
    own.write_bytes(text.encode("latin-1"))
    with pytest.raises(TemplateError) as refused:
        load_interface("fr", [tmp_path / "templates", TEMPLATES])
    assert str(refused.value).startswith("templates/locale/fr/LC_MESSAGES/verbatim.po:")
    assert said in str(refused.value)
