"""Media: the files that events show are there."""

from collections.abc import Iterable, Mapping

from generator.model.document import Kind
from generator.model.event import Event
from generator.model.timeline import Locate
from generator.problem import Problem
from generator.problem_kinds import links
from generator.validate.suggestions import suggestion


def missing_media(
    events: Iterable[Event], files: Mapping[str, str], locate: Locate
) -> list[Problem]:
    """Return a problem for each medium whose file is not in `content/media/`."""
    problems: list[Problem] = []
    for event in events:
        for index, medium in enumerate(event.media):
            if medium.file not in files:
                field = f"media[{index}].file"
                hint = suggestion(medium.file, files) or "; put the file there"
                message = f'"{medium.file}" is not in content/media/{hint}'
                location = locate(Kind.EVENT, event.id, field)
                problems.append(Problem(links.UNKNOWN_MEDIA, location, field, message))
    return problems
