"""Causes and remedies of errors in English, by code."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "DB001.cause": "The database {place} has been locked by another program for {seconds} seconds.",
    "DB001.remedy": "Close the other program, or try again in a while. Nothing was lost.",
    "DB002.cause": "The disk that holds {place} is full.",
    "DB002.remedy": "Make room on the disk and try again. Every choice saved before is safe.",
    "DB003.cause": "{place} cannot be written.",
    "DB003.remedy": (
        "Allow yourself to write to the file and its folder, or name another place with --db "
        "or SALESDOJO_DB."
    ),
    "DB004.cause": "The database {place} cannot be opened: {reason}.",
    "DB004.remedy": "Check the path, or name another place with --db or SALESDOJO_DB.",
    "DB005.cause": "The database {place} has version {found}; this program needs version {needed}.",
    "DB005.remedy": "Run `salesdojo db upgrade`. It makes a backup first.",
    "DB006.cause": (
        "The database {place} has version {found}; this program knows versions up to {known}."
    ),
    "DB006.remedy": (
        "Install a newer salesdojo, or name another database with --db or SALESDOJO_DB."
    ),
    "DB007.cause": "{place} is a database of another program.",
    "DB007.remedy": "Name another place with --db or SALESDOJO_DB. This one was left as it is.",
    "DB008.cause": "The database {place} is damaged: {reason}.",
    "DB008.remedy": (
        "Put back your latest backup with `salesdojo db restore`; it keeps the damaged file "
        "aside. Make backups with `salesdojo db backup`."
    ),
    "DB009.cause": "The database {place} is only half made: it has tables but no version.",
    "DB009.remedy": (
        "Put back a backup with `salesdojo db restore`, or move the file away to begin a new one."
    ),
    "DB010.cause": "{place} is not a database, or its beginning is damaged.",
    "DB010.remedy": (
        "Put back a backup with `salesdojo db restore`, or name another place with --db or "
        "SALESDOJO_DB."
    ),
    "DB011.cause": "{url} cannot be read as the place of a database.",
    "DB011.remedy": "Give a file's path, sqlite:///PATH or postgresql://USER@HOST/NAME.",
    "DB012.cause": "Databases of the kind {kind} are not supported.",
    "DB012.remedy": "Give a file's path, sqlite:///PATH or postgresql://USER@HOST/NAME.",
    "DB013.cause": "PostgreSQL needs the driver psycopg, which is not installed.",
    "DB013.remedy": "Install it with `pip install 'salesdojo[postgres]'`.",
    "DB014.cause": "The database server at {place} cannot be reached, or does not let you in.",
    "DB014.remedy": (
        "Check host, name, user, password and network, then try again. Every choice saved "
        "before is safe."
    ),
    "DB015.cause": (
        "Another window went on with attempt {attempt}: at turn {turn} it took {stored}, not "
        "{choice}."
    ),
    "DB015.remedy": "Resume the attempt to go on from there, or close the other window.",
    "DB016.cause": "Attempt {attempt} has {saved} decisions saved; turn {turn} cannot follow them.",
    "DB016.remedy": "Resume the attempt to go on from what is saved.",
    "DB017.cause": "There is no attempt {attempt} in the database.",
    "DB017.remedy": "Check the attempt's id, and the database named with --db or SALESDOJO_DB.",
    "DB018.cause": (
        "The record of attempt {attempt} was changed after it was stored, so it can no longer "
        "be trusted."
    ),
    "DB018.remedy": "Compare it with a backup, or begin a new attempt with `--fresh`.",
    "DB019.cause": "The disk failed while the database {place} was read or written: {reason}.",
    "DB019.remedy": (
        "Check that the disk works and has room, then try again. Every choice saved before is safe."
    ),
    "DB020.cause": "The database {place} was moved or deleted while it was open.",
    "DB020.remedy": "Put the file back, then start salesdojo again.",
    "DB021.cause": "This Python comes with SQLite {found}; salesdojo needs {needed} or newer.",
    "DB021.remedy": "Use a newer Python.",
    "DB022.cause": "The database {place} reports: {reason}.",
    "DB022.remedy": (
        "Run `salesdojo db status` to see whether it is whole. Every choice saved before is safe."
    ),
    "DB023.cause": "The id {attempt} already stands for another attempt.",
    "DB023.remedy": "Start again; a new attempt gets a new id.",
    "DB024.cause": "Attempt {attempt} has nothing to retry from at turn {turn}.",
    "DB024.remedy": "Choose a turn that was played in that attempt.",
    "DB025.cause": (
        "The scenario played as revision {revision} is missing from the database, or was "
        "changed in it."
    ),
    "DB025.remedy": (
        "Put back a backup with `salesdojo db restore`, or begin a new attempt with `--fresh`."
    ),
    "DB026.cause": (
        "{place} is not a SQLite file, so it cannot be copied or replaced by this command."
    ),
    "DB026.remedy": "Use the server's own tools, such as pg_dump and pg_restore.",
    "DB027.cause": "There is no salesdojo database at {place}.",
    "DB027.remedy": "Check the path. A new database is made when you start to play.",
    "DB028.cause": "{place} is a folder or a device, not a file.",
    "DB028.remedy": "Name a file with --db or SALESDOJO_DB.",
    "DB029.cause": "You are not allowed to look for {place}: a folder on the way is closed to you.",
    "DB029.remedy": "Allow yourself to enter the folders above it, or name another place.",
    "DB030.cause": "There is no backup at {place}.",
    "DB030.remedy": "Check the path of the backup. The database was left as it is.",
    "DB031.cause": "{place} is not a backup made by salesdojo.",
    "DB031.remedy": ("Name a file made by `salesdojo db backup`. The database was left as it is."),
    "DB032.cause": "The backup {place} is damaged or cannot be read: {reason}.",
    "DB032.remedy": "Put back another backup. The database was left as it is.",
    "US021.cause": "{name} cannot be used as a person's name.",
    "US021.remedy": "Give a name of 1 to {longest} characters that can all be seen.",
    "US022.cause": "{seed} cannot be used as a seed.",
    "US022.remedy": "Give a whole number from 0 to {largest}.",
    "US023.cause": "{place} exists already.",
    "US023.remedy": "Give another name, or move that file away first.",
    "US024.cause": "{place} is the database itself.",
    "US024.remedy": "Give another file.",
    "PR001.cause": "The choice {choice} is not offered at decision {turn}.",
    "PR001.remedy": "Offered there: {offered}.",
    "PR002.cause": "The talk is over; {choice} comes too late.",
    "PR002.remedy": "Leave it out, or begin a new attempt.",
    "PR003.cause": (
        "The scenario is too large to be scored exactly: it passes {limit} states or turns."
    ),
    "PR003.remedy": "Take out a meter, a fact or choices that can be taken in any order.",
    "US002.cause": "The language {language} is not spoken here.",
    "US002.remedy": "Give --lang ja or --lang en.",
    "US003.cause": "--choose needs the scenario it is for.",
    "US003.remedy": "Name one: salesdojo play ID --choose A,B,C. `salesdojo list` shows the ids.",
    "US004.cause": "--json goes with --choose.",
    "US004.remedy": "Give the choices too: salesdojo play ID --choose A,B,C --json.",
    "US005.cause": "The talk is not over after {count} choices: it stands at {scene}.",
    "US005.remedy": "Go on with one of: {offered}.",
    "US006.cause": "Nothing in the glossary matches {word}.",
    "US006.remedy": "Run `salesdojo terms` to see every entry.",
    "US007.cause": "db restore needs the backup's file.",
    "US007.remedy": "Name it: salesdojo db restore FILE.",
    "CT001.cause": "There is no scenario {scenario}.",
    "CT001.remedy": (
        "The nearest ids are: {nearest}. `salesdojo list` shows all. A scenario of your own is "
        "named by its file, or by its id inside its pack."
    ),
    "CT002.cause": "The scenario {scenario} cannot be played. Problems found: {count}.",
    "CT002.remedy": "Mend what is listed, then try again.",
    "CT003.cause": "The stored scenario cannot be read ({reason}).",
    "CT003.remedy": "Begin a new attempt with `--fresh`.",
    "CT004.cause": "The pack {pack} has no scenario that can be played.",
    "CT004.remedy": "Run `salesdojo list` to see which files have problems.",
    "CT005.cause": "There is no pack of scenarios at {place}.",
    "CT005.remedy": "Check the path, or install salesdojo again.",
    "CT006.cause": "There is no file or folder {place}.",
    "CT006.remedy": "Check the path.",
    "CT007.cause": "There is nothing to check in the folder {place}.",
    "CT007.remedy": "Name a pack, a folder with scenarios, or a file. `salesdojo new` begins one.",
    "US008.cause": "{scenario} has an unfinished attempt, which keeps its own mode and seed: {option} cannot change it.",
    "US008.remedy": "Finish it first, or leave it behind with --fresh.",
    "US030.cause": "There is no command {word}.",
    "US030.remedy": "The nearest command is {nearest}. `salesdojo --help` shows all.",
    "US031.cause": "There is no option {option}.",
    "US031.remedy": "The nearest option is {nearest}. `{command} --help` shows all.",
    "US032.cause": "{option} needs a whole number, not {value}.",
    "US032.remedy": "Give a number such as 7. See `{command} --help`.",
    "US033.cause": "{option} needs a value.",
    "US033.remedy": "Give it after the option. See `{command} --help`.",
    "US034.cause": "{value} cannot be chosen for {option}.",
    "US034.remedy": "Choose one of: {choices}.",
    "US035.cause": "`{command}` needs one more word: {missing}.",
    "US035.remedy": "For example `{example}`; `{command} --help` tells more.",
    "US036.cause": "{word} is one word too many.",
    "US036.remedy": "Leave it out, or see `{command} --help` for what can stand there.",
    "US037.cause": "{option} takes no value.",
    "US037.remedy": "Write the option alone. See `{command} --help`.",
    "US038.cause": "--db names no place.",
    "US038.remedy": "Give a file or a URL after --db, or leave --db out to use your own records.",
    "US039.cause": "{first} and {second} do not go together.",
    "US039.remedy": "Leave one of them out. See `{command} --help`.",
    "US040.cause": "Ended by {signal}.",
    "US040.remedy": "Every choice shown as saved is kept. `salesdojo play ID` goes on from there.",
    "US041.cause": "Something went wrong inside salesdojo ({fault}).",
    "US041.remedy": "Every choice shown as saved is kept. Please report it; SALESDOJO_DEBUG=1 shows where.",
    "US042.cause": "The output cannot be written: {reason}.",
    "US042.remedy": "Check where it goes: the disk may be full. Every choice shown as saved is kept.",
    "US050.cause": "There is no code {word}.",
    "US050.remedy": "The nearest code is {nearest}: salesdojo check --explain {nearest}.",
    "US051.cause": "No code begins with {named}.",
    "US051.remedy": "Name codes or groups such as SD501 or SD3, with commas between.",
    "US060.cause": "{name} cannot be an id.",
    "US060.remedy": "Begin with a small letter and go on with small letters, digits and _, at most 40: late_delivery.",
    "US061.cause": "There is no stage {stage}.",
    "US061.remedy": "The nearest stage is {nearest}. All of them: {stages}.",
    "US062.cause": "Nothing can be begun in the language {language}.",
    "US062.remedy": "Give --lang ja, --lang en or --lang ja,en.",
    "US063.cause": "{place} exists already; nothing was written.",
    "US063.remedy": "Give another name or an empty folder, or move it away first.",
    "US064.cause": "A new scenario needs a stage, or a scenario to begin from.",
    "US064.remedy": "Give --stage with one of {stages}; or --from with an id or a file.",
    "US065.cause": "`salesdojo preview` needs a terminal to draw in.",
    "US065.remedy": "Run `salesdojo check {file}` for the file's problems, or open a terminal.",
    "US066.cause": "There is no file {file} to preview.",
    "US066.remedy": "Check the path, or begin a scenario with `salesdojo new`.",
    "US067.cause": "The editor {editor} cannot be started ({reason}).",
    "US067.remedy": "Set VISUAL or EDITOR to a command that opens your editor, such as `vim`.",
    "US070.cause": "The picture cannot be written to {place}: {reason}.",
    "US070.remedy": "Name another file after --output, or leave it out to print the picture.",
    "US071.cause": "graphlay, the library that lays out SVG pictures, is not installed.",
    "US071.remedy": "Install it with `pip install 'salesdojo[pictures]'`, or take --format text, mermaid or dot, which do without it.",
    "US072.cause": "The ending of {file} says no format.",
    "US072.remedy": "End its name with .svg, .mmd, .dot or .txt, or name the format with --format.",
    "US075.cause": "{place} cannot be read: it is missing, closed to you, or no plain file.",
    "US075.remedy": "Check the path, and that you may read the file.",
    "US076.cause": "{place} is larger than {size} MB.",
    "US076.remedy": "Export the story alone, without pictures and sounds in it.",
    "US077.cause": "{place} is neither a Twine story nor a compiled ink story, or it is damaged.",
    "US077.remedy": "Give Twine's Twee 3 source or published HTML, or the JSON that ink's compiler writes.",
    "US078.cause": "{place} was compiled for ink version {found}; versions {first} to {last} can be read.",
    "US078.remedy": "Compile it again with a current inklecate or inkjs.",
    "US079.cause": "{place} is too long for one scenario: it needs {count} scenes or more text than fits, and {most} scenes are the most.",
    "US079.remedy": "Split the story into several, one a talk.",
    "US080.cause": "--require-agreement {percent} is not a percentage.",
    "US080.remedy": "Give a whole number from 1 to 100, such as 70.",
    "US081.cause": "{name} cannot be the name of an expert's file.",
    "US081.remedy": "Use a-z, 0-9 and _, a letter first, at most 40, such as tanaka.",
    "US082.cause": "{scenario} is a scenario of the pack that ships, where no keys are kept.",
    "US082.remedy": "Give a file of your own: salesdojo keys FILE --write NAME.",
    "US083.cause": "{place} cannot be written ({reason}).",
    "US083.remedy": "Check that you may write in the scenario's folder and that the disk has room.",
    "US084.cause": "{folder} is a link that leads elsewhere, where no keys are read.",
    "US084.remedy": "Put a folder in the place of the link.",
    "US085.cause": "{place} cannot be written: {reason}.",
    "US085.remedy": "Check that the folder is yours to write to and the disk has room, or name another place.",
}
