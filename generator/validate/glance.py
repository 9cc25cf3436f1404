"""Glance: most texts are told at a glance to hold none of the names that are withheld."""

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.model.transliteration import Word, gist
from generator.validate.likeness import Likeness, readings
from generator.validate.skeletons import skeleton


class Glance(Struct, frozen=True):
    """What is in every text that holds one of some names, by the ids of the people.

    `bones` are looked for in the text's skeleton, in one of ASCII the `ascii_bones` alone; of the
    `spelt` names one of each word's gists in the skeleton's gist, and how the surname may begin; of
    the `respelt` ones, which are in Latin letters, the surname in Cyrillic ones in any other text;
    `unusual` in the text itself, and the traces of all `names` where it has no skeleton.
    """

    bones: tuple[tuple[str, bytes], ...]
    ascii_bones: tuple[tuple[str, bytes], ...]
    spelt: tuple[tuple[str, Word, Word], ...]
    respelt: tuple[tuple[str, re.Pattern[bytes]], ...]
    unusual: tuple[tuple[str, re.Pattern[str]], ...]
    names: Mapping[str, Likeness]

    def suspects(self, text: bytes) -> list[str]:
        """Return the ids of the people whose names may be in a text in UTF-8."""
        plain = skeleton(text)
        if plain is None:
            read = readings(text.decode())
            names = self.names.items()
            return [id_ for id_, each in names if any(map(each.trace.search, read))]
        if plain.isascii():
            found = [id_ for id_, bones in self.ascii_bones if bones in plain]
        else:
            found = [id_ for id_, bones in self.bones if bones in plain]
            found.extend(id_ for id_, pattern in self.respelt if pattern.search(plain))
        if self.spelt:
            said = gist(plain)
            found.extend(
                id_
                for id_, surname, given in self.spelt
                if has_gist(surname, said) and has_gist(given, said) and may_begin(surname, plain)
            )
        if self.unusual:
            read = readings(text.decode())
            found.extend(id_ for id_, trace in self.unusual if any(map(trace.search, read)))
        return found


def glance_for(names: Mapping[str, Likeness], *, by_surname: bool = False) -> Glance:
    """Return what tells at a glance that texts hold none of the names, or none of the surnames."""
    bones = [(id_, bone) for id_, each in names.items() for bone in each.bones]
    spelt = (
        (id_, each.spelt[each.surname], each.spelt[each.surname if by_surname else each.last])
        for id_, each in names.items()
        if each.is_inflected
    )
    respelt = ((id_, each.respelt_bones) for id_, each in names.items())
    return Glance(
        bones=tuple(bones),
        ascii_bones=tuple((id_, each) for id_, each in bones if each.isascii()),
        spelt=tuple(spelt),
        respelt=tuple((id_, pattern) for id_, pattern in respelt if pattern is not None),
        unusual=tuple((id_, each.trace) for id_, each in names.items() if not each.bones),
        names=names,
    )


def has_gist(word: Word, said: bytes) -> bool:
    """Return whether the word may be in a text with this gist."""
    for each in word.gists:  # noqa: SIM110 - a generator would take twice the time
        if each in said:
            return True
    return False


def may_begin(word: Word, plain: bytes) -> bool:
    """Return whether a word whose gist tells little may begin somewhere in a skeleton."""
    return not word.heads or any(each in plain for each in word.heads)
