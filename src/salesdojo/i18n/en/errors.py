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
    "US021.cause": "{name} cannot be used as a person's name.",
    "US021.remedy": "Give a name of 1 to {longest} characters that can all be seen.",
    "US022.cause": "{seed} cannot be used as a seed.",
    "US022.remedy": "Give a whole number from 0 to {largest}.",
    "US023.cause": "{place} exists already.",
    "US023.remedy": "Give another name, or ask to replace it.",
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
    "US001.cause": "{complaint}.",
    "US001.remedy": "See `{command} --help`.",
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
    "CT001.remedy": "The nearest ids are: {nearest}. `salesdojo list` shows all.",
    "CT002.cause": "The scenario {scenario} cannot be played: {count} problems were found.",
    "CT002.remedy": "Mend what is listed, then try again.",
    "CT003.cause": "The stored scenario cannot be read ({reason}).",
    "CT003.remedy": "Begin a new attempt with `--fresh`.",
    "CT004.cause": "The pack {pack} has no scenario that can be played.",
    "CT004.remedy": "Run `salesdojo list` to see which files have problems.",
    "CT005.cause": "There is no pack of scenarios at {place}.",
    "CT005.remedy": "Check the path, or install salesdojo again.",
}
