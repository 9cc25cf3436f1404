"""Names: what the interface calls the model's fixed values, languages and countries."""

from babel import Locale, UnknownLocaleError

from generator.model.published import PublishedRelation
from generator.render.catalogues import Interface
from generator.render.label_table import LABELS, REVERSED, Labelled


class Names:
    """Names things in one language; a code that nobody knows is its own name."""

    def __init__(self, interface: Interface) -> None:
        """Take the language."""
        self.locale = interface.locale
        self.gettext = interface.translations.gettext

    def label(self, value: Labelled | PublishedRelation, is_reverse: bool = False) -> str:  # noqa: FBT001, FBT002 - templates write `relation|label(true)`
        """Return the name of one of the model's fixed values.

        A relation that the other event states is worded from this event's side.
        """
        if isinstance(value, PublishedRelation):
            return self.label(value.relation, value.is_reverse)
        table = REVERSED if is_reverse else LABELS
        return self.gettext(table[type(value)][value])

    def language_name(self, code: str) -> str:
        """Return the name of a language given by its BCP 47 tag."""
        try:
            name = Locale.parse(code, sep="-").get_display_name(self.locale)
        except (UnknownLocaleError, ValueError):
            return code
        return name or code

    def country_name(self, code: str) -> str:
        """Return the name of a country given by its ISO 3166 code."""
        return str(self.locale.territories.get(code.upper(), code))


def direction(code: str) -> str:
    """Return `rtl` for languages written from right to left, otherwise `ltr`."""
    try:
        return Locale.parse(code, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
