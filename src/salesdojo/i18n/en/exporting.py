"""What exports say in English."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    "kind": "what to write: csv and parquet are a row an attempt and criterion, json a line an attempt, xapi a line a statement",
    "file": "the file; - for standard output",
    "since": "only what ended on or after this day, such as 2026-04-01",
    "until": "only what ended on or before this day",
    "person": "only this person's attempts",
    "names": "with people's names, not their ids alone",
    "bom": "csv: with the mark by which Excel knows UTF-8",
    "replace": "put the new file in the place of one that is there",
    "to": "xapi: send the statements to the learning record store at this address",
    "again": "with --to: send everything again, not only what is new",
    "xapi": "with --to: the version of xAPI that the store speaks",
    "home": "xapi: the address where people have their accounts; your company's",
    "reading": "Exporting",
    "rows": "Rows written to {file}: {rows}.",
    "lines": "Lines written to {file}: {rows}.",
    "none": "Nothing ended in that time, so there is nothing in {file} but its head.",
    "none_lines": "Nothing ended in that time, so {file} is empty.",
    "no_records": "There are no records yet, so nothing was written.",
    "sent": "Statements that the store has taken: {sent}.",
    "nothing_new": "Nothing new: the store has everything.",
    "conflicts": "Statements it did not take, because it has others under their ids: {conflicts}.",
    "conflict": "such as {ids}",
    "broken_off": "Broken off. The store has taken {sent} statements; the same command goes on from there.",
    "broken_off_file": "Broken off. {file} was not written.",
}
