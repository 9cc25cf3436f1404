"""Media: the files that events show are there, and are images."""

from collections.abc import Iterable, Mapping

from generator.model.document import Kind
from generator.model.event import Event
from generator.model.media import Original
from generator.model.timeline import Locate
from generator.problem import Problem
from generator.problem_kinds import links
from generator.validate.suggestions import suggestion


def media_faults(
    events: Iterable[Event], files: Mapping[str, Original], locate: Locate
) -> list[Problem]:
    """Return a problem for each medium whose file is not there, or cannot be shown."""
    problems: list[Problem] = []
    for event in events:
        for index, medium in enumerate(event.media):
            field = f"media[{index}].file"
            original = files.get(medium.file)
            if original is None:
                hint = suggestion(medium.file, files) or "; put the file there"
                message = f'"{medium.file}" is not in content/media/{hint}'
                location = locate(Kind.EVENT, event.id, field)
                problems.append(Problem(links.UNKNOWN_MEDIA, location, field, message))
            elif original.fault:
                message = f'"{medium.file}" {original.fault}'
                location = locate(Kind.EVENT, event.id, field)
                problems.append(Problem(links.UNUSABLE_MEDIA, location, field, message))
    return problems
