"""Negations: words whose loss turns a sentence into its opposite."""

import re

WORDS = """
    not no never none nor neither nobody nothing nowhere without hardly cannot
    не ні ані ніколи ніхто нічого немає без
    ни нет никогда никто ничего нельзя няма
    nie bez nigdy nikt nic ani ne není nikdy nisu nije није
    nicht kein keine keinen keinem keiner nie niemals niemand ohne niet geen nooit inte ingen
    pas jamais aucun aucune sans ni nunca ningún ninguna nadie sin non mai nessuno nessuna senza
    não nenhum nenhuma sem nu niciodată fără
    değil hayır yok asla
    لا لم لن ليس ليست ما غير بدون نه نیست לא אין אל בלי
"""
ALTERNATIVES = "|".join(WORDS.split())
NEGATION = re.compile(
    rf"(?<!\w)(?:{ALTERNATIVES})(?!\w)"
    r"|\w+n't(?!\w)|(?<!\w)n'\w+",
    re.IGNORECASE,
)


def negation_in(folded: str) -> str:
    """Return the first word of a folded text that negates, empty when none does."""
    found = NEGATION.search(folded)
    return found[0] if found else ""
