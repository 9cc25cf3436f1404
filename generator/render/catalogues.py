"""Catalogues: the interface's words in the site's language, as gettext keeps them."""

from collections.abc import Iterator, Sequence
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from generator.errors import TemplateError

SOURCE_LANGUAGE = "en"


class Interface(Struct, frozen=True):
    """The interface's language: its words, and the locale that dates and numbers follow.

    `language` is what the words really are in: English where the site's language has no
    catalogue, although dates and numbers follow the site's language even then.
    """

    language: str
    locale: Locale
    translations: NullTranslations


def load_interface(language: str, template_folders: Sequence[Path]) -> Interface:
    """Return the interface for a site in `language`, a BCP 47 tag.

    Catalogues are `locale/LANGUAGE/LC_MESSAGES/verbatim.po` in the template folders; what the
    first lacks is looked up in the next. Raises TemplateError for one that cannot be read, or is
    not the shipped one and names what a message does not hold.
    """
    translations: NullTranslations | None = None
    for path in catalogue_paths(language, template_folders):
        is_shipped = path.is_relative_to(template_folders[-1])
        catalogue = read_catalogue(path, is_checked=not is_shipped)
        if translations is None:
            translations = catalogue
        else:
            translations.add_fallback(catalogue)
    base = language.partition("-")[0]
    is_own = translations is not None or base == SOURCE_LANGUAGE
    return Interface(
        language=language if is_own else SOURCE_LANGUAGE,
        locale=locale_of(language),
        translations=translations or NullTranslations(),
    )


def catalogue_paths(language: str, template_folders: Sequence[Path]) -> Iterator[Path]:
    """Yield the catalogues that there are, the exact language's before its base's."""
    for tag in dict.fromkeys((language, language.partition("-")[0])):
        for folder in template_folders:
            path = folder / "locale" / tag.replace("-", "_") / "LC_MESSAGES" / "verbatim.po"
            if path.is_file():
                yield path


def read_catalogue(path: Path, *, is_checked: bool) -> GNUTranslations:
    """Return a catalogue, compiled in memory; raise TemplateError with the line of a fault.

    Unless it is to be checked, a translation may hold other placeholders than its message.
    """
    # Libraries that a site in the language of the messages never needs.
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - see above
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - see above

    # As from the project's root.
    name = path.relative_to(path.parents[4])
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except PoFileError as error:
        raise TemplateError(f"{name}:{error.lineno + 1}: {error}; mend it there") from error
    except (ValueError, SyntaxError) as error:
        raise TemplateError(f"{name}: this is no catalogue of gettext: {error}") from error
    for message, errors in catalogue.check() if is_checked else ():
        text = message.id if isinstance(message.id, str) else message.id[0]
        raise TemplateError(f'{name}:{message.lineno}: "{text}": {errors[0]}; use the same names')
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def locale_of(language: str) -> Locale:
    """Return the locale of a BCP 47 tag, its base language's or English's if there is none."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(SOURCE_LANGUAGE)
