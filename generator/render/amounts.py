"""Amounts: what a claim says in numbers, hedged as its source hedges it."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from html import escape

from babel.numbers import format_decimal
from markupsafe import Markup

from generator.model.claim import Claim, Qualifier
from generator.model.published import PublishedClaim
from generator.render.catalogues import Interface

LONG, VAST = 11, 16  # letters of a number for which large type has no room in a column


class Amounts:
    """Writes numbers as one language does."""

    def __init__(self, interface: Interface) -> None:
        """Take the language."""
        self.locale = interface.locale
        self.gettext = interface.translations.gettext
        self.written: dict[Decimal | int, str] = {}

    def number(self, value: Decimal | int) -> str:
        """Return "9,000", with every digit that was given."""
        text = self.written.get(value)
        if text is None:
            text = format_decimal(value, locale=self.locale, decimal_quantization=False)
            self.written[value] = text
        return text

    def amount(self, claim: PublishedClaim | Claim) -> str:
        """Return the claim's number or range with its hedge; "no figure given" without one."""
        if claim.value is not None:
            return self.hedged(self.number(claim.value), claim.qualifier)
        low, high = claim.low, claim.high
        if low is not None and high is not None:
            return self.hedged(self.digits(claim, str), claim.qualifier)
        if low is not None:
            return self.at_least(self.number(low), claim.qualifier)
        if high is not None:
            return self.at_most(self.number(high), claim.qualifier)
        return self.gettext("no figure given")

    def amount_html(self, claim: PublishedClaim | Claim) -> Markup:
        """Return the claim's amount, its numbers unbroken, its hedge apart from them."""
        words, digits = self.amount(claim), self.digits(claim, str)
        before, _, after = words.partition(digits) if digits else (words, "", "")
        numbers = self.digits(claim, '<span class="digits">{}</span>'.format)
        hedge = '<span class="hedge">{}</span>'.format if digits else str
        parts = (hedge(escape(before.strip())) if before else "", numbers)
        rest = hedge(escape(after.strip())) if after else ""
        return Markup(" ".join(filter(None, (*parts, rest))))  # noqa: S704 - words are escaped

    def digits(self, claim: PublishedClaim | Claim, marked: Callable[[str], str]) -> str:
        """Return the claim's numbers without a hedge, each marked; empty for none."""
        numbers = [marked(self.number(end)) for end in numbers_of(claim)]
        if len(numbers) == 1:
            return numbers[0]
        if not numbers:
            return ""
        return self.gettext("%(low)s–%(high)s") % {"low": numbers[0], "high": numbers[1]}

    def breadth(self, claims: Iterable[PublishedClaim | Claim]) -> str:
        """Return the class of how long the longest number of claims is; empty for a usual one."""
        ends = [end for claim in claims for end in numbers_of(claim)]
        longest = max((len(self.number(end)) for end in ends), default=0)
        return "vast" if longest > VAST else "long" if longest > LONG else ""

    def hedged(self, number: str, qualifier: Qualifier) -> str:
        """Return a number with its hedge."""
        match qualifier:
            case Qualifier.EXACT:
                return number
            case Qualifier.ABOUT:
                return self.gettext("about %(number)s") % {"number": number}
            case Qualifier.AT_LEAST:
                return self.gettext("at least %(number)s") % {"number": number}
            case Qualifier.MORE_THAN:
                return self.gettext("more than %(number)s") % {"number": number}
            case Qualifier.UP_TO:
                return self.gettext("up to %(number)s") % {"number": number}

    def at_least(self, number: str, qualifier: Qualifier) -> str:
        """Return a number that has only a lower end."""
        if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
            return self.hedged(number, qualifier)
        low = self.hedged(number, qualifier) if qualifier is Qualifier.ABOUT else number
        return self.gettext("%(number)s or more") % {"number": low}

    def at_most(self, number: str, qualifier: Qualifier) -> str:
        """Return a number that has only an upper end."""
        high = self.hedged(number, qualifier) if qualifier is Qualifier.ABOUT else number
        return self.hedged(high, Qualifier.UP_TO)


def numbers_of(claim: PublishedClaim | Claim) -> list[Decimal]:
    """Return the numbers that a claim says: one, or the lower and the upper end; none at all."""
    return [end for end in (claim.value, claim.low, claim.high) if end is not None]
