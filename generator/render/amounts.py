"""Amounts: what a claim says in numbers, hedged as its source hedges it."""

from decimal import Decimal

from babel.numbers import format_decimal

from generator.model.claim import Claim, Qualifier
from generator.model.published import PublishedClaim
from generator.render.catalogues import Interface


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
            message = self.gettext("%(low)s–%(high)s")
            ends = {"low": self.number(low), "high": self.number(high)}
            return self.hedged(message % ends, claim.qualifier)
        if low is not None:
            return self.at_least(self.number(low), claim.qualifier)
        if high is not None:
            return self.at_most(self.number(high), claim.qualifier)
        return self.gettext("no figure given")

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
