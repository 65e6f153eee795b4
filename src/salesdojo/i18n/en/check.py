"""What the report of a check says in English, one sentence a grammatical number."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "paths": "files, folders or packs (default: this folder)",
    "format": "how to print: text, json, github or sarif",
    "select": "only these codes or groups, such as SD3,SD501",
    "ignore": "all but these codes or groups",
    "explain": "tell what a code means, with an example",
    "require_agreement": "so many percent of at least three experts must key each choice as its points do",
    "no_cache": "check again what was clean before",
    "checking": "Checking",
    "more_error": "Learn more: salesdojo check --explain {code}",
    "more_warning": "This is a warning. Learn more: salesdojo check --explain {code}",
    "clean_none": "There was no file to check.",
    "clean_one": "No problems were found in 1 file.",
    "clean_many": "No problems were found in {files} files.",
    "errors_one_files_one": "1 error was found in 1 file.",
    "errors_many_files_one": "{errors} errors were found in 1 file.",
    "errors_many_files_many": "{errors} errors were found in {files} files.",
    "warnings_one_files_one": "1 warning was found in 1 file.",
    "warnings_many_files_one": "{warnings} warnings were found in 1 file.",
    "warnings_many_files_many": "{warnings} warnings were found in {files} files.",
    "errors_one_warnings_one_files_one": "1 error and 1 warning were found in 1 file.",
    "errors_one_warnings_one_files_many": "1 error and 1 warning were found in {files} files.",
    "errors_one_warnings_many_files_one": "1 error and {warnings} warnings were found in 1 file.",
    "errors_one_warnings_many_files_many": "1 error and {warnings} warnings were found in {files} files.",
    "errors_many_warnings_one_files_one": "{errors} errors and 1 warning were found in 1 file.",
    "errors_many_warnings_one_files_many": "{errors} errors and 1 warning were found in {files} files.",
    "errors_many_warnings_many_files_one": "{errors} errors and {warnings} warnings were found in 1 file.",
    "errors_many_warnings_many_files_many": "{errors} errors and {warnings} warnings were found in {files} files.",
}
