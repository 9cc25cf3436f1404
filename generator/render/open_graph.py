"""Open Graph: what a page’s link is shown with where it is shared (ogp.me)."""

from babel.core import get_global


def og_locale(language: str) -> str:
    """Return a language as Open Graph writes it, with its most likely country: `uk_UA`.

    Nothing where no country is likely.
    """
    first, *others = language.split("-")
    country = next((each for each in others if len(each) == 2), "")  # noqa: PLR2004 - ISO 3166-1
    if not country:
        country = str(get_global("likely_subtags").get(first, "")).rpartition("_")[2]
    return f"{first.lower()}_{country.upper()}" if country else ""
