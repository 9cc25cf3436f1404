"""What keeps a file from being read: its place, its bytes, its YAML."""

from generator.problem import MOST_PROBLEMS, Problem, ProblemKind, SourceLocation

MISSING_FILE = ProblemKind(
    "missing-file",
    "Required file or folder missing",
    "A project has a folder `content/` with a file `site.yaml` in it. One of the two is missing.",
    "Create it, or name the right folder with `--project`.",
)
UNEXPECTED_FILE = ProblemKind(
    "unexpected-file",
    "File or folder where none is expected",
    "No rule says what this file is for, so it would be left out. Nothing is left out in silence.",
    "Rename or move it as the message says, or delete it.",
)
UNUSED_TEMPLATE = ProblemKind(
    "unused-template",
    "Own template that changes nothing",
    "A file in the project's `templates/` has no name of a shipped template, and none that is used "
    "asks for it; or it is a style or script that nothing loads, or a catalogue that is not read.",
    "Give it the name that the message says, include it in one of your templates, or remove it.",
)
FILE_NAME = ProblemKind(
    "file-name",
    "File name that does not travel",
    "The name is not UTF-8 in its composed form (NFC), holds an invisible character, differs from "
    "another only in capitals, is too long, or is one that Windows refuses: `con`, `a:b`. "
    "On another machine it would be another name, or none.",
    "Rename the file, best with small letters, digits and hyphens.",
)
SYMLINK_OUTSIDE = ProblemKind(
    "symlink-outside",
    "Link that leads out of the project",
    "The symbolic link points to something outside the project's folder, or to the private copies "
    "of sources; or a link in `templates/` to something outside that folder. It is not read.",
    "Replace the link with a copy of the file, or remove it.",
)
NOT_A_FILE = ProblemKind(
    "not-a-file",
    "Not an ordinary file",
    "This is a pipe, a socket, a device, or a link that leads nowhere. None of them has content.",
    "Replace it with an ordinary file, or remove it.",
)
UNREADABLE_FILE = ProblemKind(
    "unreadable-file",
    "File cannot be read",
    "The operating system refuses to open the file or folder.",
    "Change its permissions so that you may read it.",
)
FILE_TOO_LARGE = ProblemKind(
    "file-too-large",
    "Content file too large",
    "A YAML file or page holds at most 5 MB, 5,000 entries and 250,000 values, lists and mappings. "
    "Larger files are nearly always something else.",
    "Split the file, or move it to `content/media` if it is a picture.",
)
TOO_MANY_PROBLEMS = ProblemKind(
    "too-many-problems",
    "Too many problems in one file",
    "The file has more than 200 problems. What stands behind them in it was not checked.",
    "Mend those that are named, which are often one mistake repeated, and check again.",
)
NOT_UTF_8 = ProblemKind(
    "not-utf-8",
    "File is not UTF-8",
    "The file holds a byte that is not UTF-8. Its letters cannot be known for certain.",
    "Save the file as UTF-8 in your editor.",
)
CONTROL_CHARACTER = ProblemKind(
    "control-character",
    "Control character in the text",
    "The text holds an invisible character that neither YAML nor a web page allows.",
    "Delete the character; use an ordinary line break where it stood for one.",
)
FRONT_MATTER = ProblemKind(
    "front-matter",
    "Page without front matter",
    "A page begins with its fields between two lines `---`. One of the lines is missing.",
    "Begin the page with a line `---`, its fields, and another line `---`.",
)
YAML_SYNTAX = ProblemKind(
    "yaml-syntax",
    "Not valid YAML",
    "The file cannot be understood from this place on. The rest of it was not read.",
    "Do what the message says; quotes around the value help in most cases.",
)
YAML_TAB = ProblemKind(
    "yaml-tab",
    "Tab in the indentation",
    "YAML does not allow tabs in the indentation. The rest of the file was not read.",
    "Indent with spaces; most editors can be set to do so.",
)
YAML_DUPLICATE_KEY = ProblemKind(
    "yaml-duplicate-key",
    "Field given twice",
    "The same mapping has the field more than once. Only one of the values could be used.",
    "Remove one of the two, or rename it.",
)
YAML_TAG = ProblemKind(
    "yaml-tag",
    "YAML tag",
    "A word that starts with `!` gives a value a type. Verbatim reads every value as text.",
    "Remove the tag, or put the whole value in quotes if it is text.",
)
YAML_COMMENT = ProblemKind(
    "yaml-comment",
    "Words lost behind a #",
    "In an unquoted value, a `#` behind a space begins a comment: `He said #Peace` ends at “said”.",
    "Put the value in quotes; if it is a comment, write a space behind the `#`.",
)
YAML_ALIAS = ProblemKind(
    "yaml-alias",
    "Alias without its anchor",
    "A value that starts with an asterisk repeats an earlier one marked with `&`. "
    "No earlier value has that mark.",
    "Correct the name, or put the value in quotes if it is text.",
)
YAML_ALIAS_BOMB = ProblemKind(
    "yaml-alias-bomb",
    "Aliases that grow without end",
    "The aliases of the file repeat one another, or themselves, to more than 100,000 values.",
    "Write the values out instead of repeating them.",
)
YAML_MERGE = ProblemKind(
    "yaml-merge",
    "Merge of something without fields",
    "The key `<<` takes over the fields of a mapping, or of a list of them. Here it names neither.",
    'Give it an alias of a mapping, or write the key as `"<<"`.',
)
YAML_TOO_DEEP = ProblemKind(
    "yaml-too-deep",
    "Nested too deep",
    "Lists and mappings stand in one another at most 20 levels deep. No content needs more.",
    "Close the brackets, or write the content flatter.",
)
YAML_KEY = ProblemKind(
    "yaml-key",
    "Key that is no name",
    "What stands before a colon is a list, a mapping, an alias or nothing. A key is one word.",
    "Write a field's name, or put the whole value in quotes if it is text.",
)
YAML_DOCUMENTS = ProblemKind(
    "yaml-documents",
    "More than one document in a file",
    "A line of three hyphens begins a second document. A file holds one.",
    "Write the entries as one list, or give each a file of its own.",
)


def too_many_problems(location: SourceLocation) -> Problem:
    """Return what stands for every problem of a file from this place on."""
    message = f"more than {MOST_PROBLEMS} problems; mend those above, and check again"
    return Problem(TOO_MANY_PROBLEMS, location, "", message)


ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
