"""What is wrong with a file, in English, by code and form."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, str]] = {
    "SD001": "The file cannot be read: the system reports an error.",
    "SD001.missing": "The file does not exist.",
    "SD001.denied": "You are not allowed to read it. Change its permissions, or ask whoever owns it.",
    "SD002": "The file is larger than 1 MiB. Split it into several scenarios.",
    "SD003": "The byte {byte} here is not UTF-8. Save the file as UTF-8.",
    "SD003.utf16": "The file is UTF-16. Save it as UTF-8.",
    "SD003.encoding": "The file is in {encoding}. Save it as UTF-8.",
    "SD004": (
        "The character {character} here controls the screen instead of showing something. Remove "
        "it."
    ),
    "SD004.escape": (
        "The escape {character} here stands for a character that controls the screen or does not "
        "exist. Remove it."
    ),
    "SD004.line_ends": "The lines of this file end with the character U+000D alone. Save it with the line ends LF or CRLF.",
    "SD005": "There is a tab here. Put spaces in its place: two for each level of indentation.",
    "SD006": (
        "This is not YAML. Check the indentation and the quotes of this line and the one before."
    ),
    "SD006.unclosed": "The quote that opens here is never closed.",
    "SD006.escape": "The escape {sign} does not exist. Write \\\\ for a backslash in double quotes.",
    "SD006.quote": (
        "YAML gives {sign} a meaning of its own here. If it belongs to a text, put the whole "
        "text in double quotes."
    ),
    "SD006.full_width": "The {sign} here is a full-width sign, which YAML reads as part of a text. Type it half width (a colon and a comma have a space behind them), or put the whole text in double quotes.",
    "SD006.full_width_space": "There is a full-width space here, which YAML reads as part of a text. Indent with half-width spaces.",
    "SD006.opened": "The {sign} that opens here is not closed in its line. Close it; if it belongs to a text, put the whole text in double quotes.",
    "SD006.closing": "The {sign} here closes nothing. Remove it; if it belongs to a text, put the whole text in double quotes.",
    "SD006.no_key": "This line stands among keys and has none. Write key: text, or indent it deeper if it goes on with the text above.",
    "SD006.inner": 'The " here ends the text. Write \\" for a quote inside a text in double quotes.',
    "SD006.apostrophe": "The ' here ends the text. Put the whole text in double quotes: ' can stand in them.",
    "SD006.late": "The quote that opens here is closed only in line {lower}. Close it where its text ends.",
    "SD006.deeper": "This line is indented below line {lower}, which has its value already. Give it the same {upper} spaces.",
    "SD006.indent": "Spaces before this line: {spaces}; before the lines above it: {lower} or {upper}. Give it as many as those it stands beside.",
    "SD006.indent_one": "Spaces before this line: {spaces}, as before no line above it. Give it {lower}.",
    "SD006.entry": "A - begins an entry of a list, but line {lower} beside it is a key. Remove the - and the space behind it, or indent the list below its key.",
    "SD006.no_entry": "Line {lower} beside it begins with -, and this line does not. Begin it with - too, or indent it like the lines it belongs to.",
    "SD006.bracket": (
        "This is not YAML: a comma or a closing bracket is missing before this place. If it is "
        "inside a text, put the whole text in double quotes."
    ),
    "SD006.comment": (
        "YAML takes everything from the # here for a comment, the closing bracket too. Put the "
        "whole text in double quotes."
    ),
    "SD007": (
        'YAML cut a text before "{text}": a comma ends an unquoted text in curly brackets, and a '
        "colon needs a space behind it. Put the whole text in double quotes."
    ),
    "SD007.full_width": "The {sign} here is a full-width sign, which YAML reads as part of a text. Type it half width (a colon and a comma have a space behind them), or put the whole text in double quotes.",
    "SD007.colon": "The colon behind {name} needs a space behind it. If all of it is a text, put it in double quotes.",
    "SD007.pair": "YAML reads this as a key and a value because of a colon or question mark. Put the whole text in double quotes; where a key and a value are meant, put curly brackets in place of the square ones.",
    "SD008": "The key {key} is given twice: in line {first} and in line {second}. Keep one.",
    "SD009": "A second document begins here. A file holds one.",
    "SD010": "A tag (!) is not allowed. Remove it; put a text that begins with ! in quotes.",
    "SD011": (
        "The anchor &{anchor} is not allowed. What is shared lives in rubrics/ and customers/. "
        "If & belongs to a text, put the text in quotes."
    ),
    "SD012": (
        "The alias *{alias} is not allowed. What is shared lives in rubrics/ and customers/. If *"
        " belongs to a text, put the text in quotes."
    ),
    "SD013": "The merge key << is not allowed. Write the keys out.",
    "SD014": "A line that begins with % is a YAML directive, which is not allowed. Remove it.",
    "SD015": "This is nested deeper than {limit} levels.",
    "SD016": "The file has more than {limit} keys and values. Split it into several scenarios.",
    "SD017": (
        "{number} is infinite, not a number, or too large. If it is meant as text, put it in "
        "quotes."
    ),
    "SD018": "A key must be a text, not a list or a mapping.",
    "SD019": "The key {key} holds the invisible character {character}. Type it again.",
    "SD020": "There is nothing in this file.",
    "SD021": (
        "{name} cannot be an id. Use small letters, digits and _, at most 40, beginning with a "
        "letter, and the ending .yaml."
    ),
    "SD021.extension": "{name} does not end in .yaml. Rename it; where no ending is shown, have the file manager show it.",
    "SD021.reserved": "{name} is a name that Windows keeps for a device. Choose another.",
    "SD022": "{name} is a link that leaves the pack. Put a copy in its place.",
    "SD023": "This is a folder, a device or a pipe, not a file.",
    "SD024": (
        "{name} and {first} differ only in upper and lower case: some systems take them for one "
        "file. Rename one."
    ),
    "SD025": (
        "The folder {folder} is not read: scenarios lie directly in the folder of a stage, or in "
        "drills/."
    ),
    "SD025.suggestion": "The folder {folder} is not read. Did you mean {suggestion}?",
    "SD025.file": (
        "This file is not read here: a scenario lies in the folder of its stage, or in drills/."
    ),
    "SD025.keys": "The folder {folder} is not read: blind keys lie directly in the .keys folder.",
    "SD025.scenario": "The folder {folder} holds keys of a scenario, but there is no {scenario} beside it.",
    "SD026": (
        "YAML takes everything from the # here for a comment, so the text ends before it. If it "
        "belongs to the text, put the whole text in double quotes; if it is a comment, write a "
        "space behind #."
    ),
    "SD100": "This is not allowed here: {reason}",
    "SD101": "The key {where} is unknown.",
    "SD101.suggestion": "The key {where} is unknown. Did you mean {suggestion}?",
    "SD101.language": "The key {where} is no language. Use codes of two letters such as ja and en; a key that belongs beside {parent} is indented like {parent}.",
    "SD101.full_width": "The {sign} here is a full-width sign, which YAML reads as part of a key. Type it half width: a colon with a space behind it.",
    "SD101.colon": "The colon behind {name} needs a space behind it.",
    "SD102": "The key {where} is missing.",
    "SD102.several": "{where} lacks these keys: {keys}.",
    "SD102.of_file": "The file lacks these keys: {keys}.",
    "SD103.file": "The file must be a mapping: keys with values, beginning with id.",
    "SD103.empty": "{where} has no value.",
    "SD103.string": "{where} must be a text, not {found}. Put it in quotes if it is one.",
    "SD103.integer": "{where} must be a whole number, not {found}.",
    "SD103.full_width": "{where} must be a whole number in half-width digits, not {found}. Type {suggestion}.",
    "SD103.boolean": "{where} must be true or false, not {found}.",
    "SD103.object": "{where} must be a mapping, keys with values, not {found}.",
    "SD103.array": "{where} must be a list such as [one, two], not {found}. Put square brackets around it.",
    "SD103.text": (
        "{where} must be a text, or one per language, not {found}. Put it in quotes if it is one."
    ),
    "SD103.lines": (
        "{where} must be a text, one per language, or a list of lines, not {found}. Put it in "
        "quotes if it is a text."
    ),
    "SD103.goto": "{where} must be the id of a scene, or a list of ways, not {found}.",
    "SD103.figure": "{where} must be a whole number or a text, not {found}.",
    "SD103.number": "{where} must be a number, not {found}.",
    "SD103.option": (
        "{where} must be a text, a number, or a text for each language, not {found}. Put it in "
        "quotes if it is a text."
    ),
    "SD103.meter": "{where} must be a whole number, or a mapping with start, not {found}.",
    "SD104": "{where} cannot be {found}. Use one of: {allowed}.",
    "SD104.suggestion": (
        "{where} cannot be {found}. Did you mean {suggestion}? Use one of: {allowed}."
    ),
    "SD105": "{where} is {found}; it must lie between {lowest} and {highest}.",
    "SD106": "{where} is empty. Write something, or leave the key out where that is allowed.",
    "SD107": (
        "{found} cannot be an id ({where}). Use small letters, digits and _, at most 40, "
        "beginning with a letter."
    ),
    "SD107.step": (
        "{found} is neither a choice nor a move ({where}). A move begins with propose, ask, "
        "reason, accept, walk_away or as, and names ids: propose price=118 delivery=2_wk."
    ),
    "SD108.few": "{where} has {count} entries; it needs at least {limit}.",
    "SD108.many": "{where} has {count} entries; it may have at most {limit}.",
    "SD109.two": (
        "A scene does exactly one of choices, goto, table and end; {key} is one too many in "
        "{where}."
    ),
    "SD109.none": (
        "The scene {where} does nothing after the customer has spoken. Give it choices, goto or "
        "end."
    ),
    "SD110.partner": "The key {key} needs {partner} beside it.",
    "SD110.end": "The key {key} belongs only to a scene with end.",
    "SD110.range": "The key {key} does not go with range.",
    "SD110.choices": "The key {key} belongs only to a scene with choices.",
    "SD111.too_long": "The condition is longer than 500 characters.",
    "SD111.bad_sign": (
        "{found} means nothing in a condition. Use names, whole numbers, and or not ( ) < <= > "
        ">= == != + -."
    ),
    "SD111.equals": "= means nothing in a condition. Write == to ask whether two numbers are equal.",
    "SD111.full_width": "{found} is a full-width sign, which means nothing in a condition. Type it half width.",
    "SD111.unfinished": (
        "The condition ends too early: a name, a number or a closing bracket is missing."
    ),
    "SD111.unexpected": "{found} does not fit here in the condition.",
    "SD111.too_deep": "The condition is nested too deep.",
    "SD111.chained": (
        "Two comparisons follow each other. Join them with and: 30 <= trust and trust < 60."
    ),
    "SD111.too_large": "The number {found} is too large for a condition.",
    "SD112": "{found} stands twice in {where}.",
    "SD113.amount": '{where} is {found}. Write a whole number to add, or "=50" to set the meter.',
    "SD113.quality": '{where} is {found}. Write a comparison such as ">= 95".',
    "SD113.language": "{where} is {found}. Use a language code of two letters such as ja or en.",
    "SD113.mark": "{where} is {found}. Leave here what `salesdojo keys --write` wrote, or remove it.",
    "SD113.reveals": "{where} is {found}. Write rank, values, or a fact as in fact:budget.",
    "SD113.walk_at": "{where} is {found}. Write a mood from 0 to 100, or never.",
    "SD113.long": "{where} is too long.",
    "SD201": "There is no scene {name}.",
    "SD201.suggestion": "There is no scene {name}. Did you mean {suggestion}?",
    "SD202": "The rubric has no criterion {name}.",
    "SD202.suggestion": "The rubric has no criterion {name}. Did you mean {suggestion}?",
    "SD203": "There is no fact {name}. Name it under facts.",
    "SD203.suggestion": "There is no fact {name}. Did you mean {suggestion}?",
    "SD204": "There is no meter {name}. Name it under meters.",
    "SD204.suggestion": "There is no meter {name}. Did you mean {suggestion}?",
    "SD205": "The rubric has no breach {name}.",
    "SD205.suggestion": "The rubric has no breach {name}. Did you mean {suggestion}?",
    "SD206": (
        "There is no customer {name} in customers/. Write that file, or the customer's name, company, "
        "role and manner here."
    ),
    "SD206.suggestion": "There is no customer {name} in customers/. Did you mean {suggestion}?",
    "SD206.faulty": "The customer {name} cannot be used: {file} has problems of its own.",
    "SD207": "The glossary has no term {name}.",
    "SD207.suggestion": "The glossary has no term {name}. Did you mean {suggestion}?",
    "SD208": "There is no rubric {name} in rubrics/. Name one that is there, or write that file.",
    "SD208.suggestion": "There is no rubric {name} in rubrics/. Did you mean {suggestion}?",
    "SD208.faulty": "The rubric {name} cannot be used: {file} has problems of its own.",
    "SD209": "timeout names {name}, which is no choice of this scene.",
    "SD209.suggestion": (
        "timeout names {name}, which is no choice of this scene. Did you mean {suggestion}?"
    ),
    "SD210": (
        "timeout names {name}, which is offered only under a condition. Silence needs a choice "
        "without when."
    ),
    "SD211": "The id is {id}, but the file is called {stem}.yaml. Make them equal.",
    "SD211.expert": "The expert is {id}, but the file is called {stem}.yaml. Make them equal.",
    "SD212": (
        "The choice {choice} says nothing of where it leads, and {scene} is the last scene. Give "
        "it a goto."
    ),
    "SD212.table": (
        "The table says nothing of where walked_away leads, and {scene} is the last scene. Give "
        "it a way."
    ),
    "SD213": (
        "The last entry of the list has a condition: when it does not hold, nothing is left. Add "
        "an entry without when."
    ),
    "SD214": (
        "This entry has both weight and when. A list is either drawn by weights or chosen by "
        "conditions."
    ),
    "SD214.missing": (
        "This entry has no weight, others of its list do. Give every entry a weight, or none."
    ),
    "SD215": "The weights of this list total 0. At least one must be larger.",
    "SD216": (
        "These scenes lead to each other without a decision, so the talk would never come to "
        "rest: {scenes}."
    ),
    "SD217": "The weights of the criteria total {total}; they must total 100.",
    "SD218": "The cuts must ascend, but {upper} follows {lower}.",
    "SD219": "The id {id} is already taken by {first}. Give this file and its id another name.",
    "SD220": "There is no scenario {name} in this pack.",
    "SD220.suggestion": "There is no scenario {name} in this pack. Did you mean {suggestion}?",
    "SD220.itself": "The scenario {name} cannot be a variant of itself.",
    "SD221": "{name} is neither a meter nor a fact of this scenario, nor turn.",
    "SD221.suggestion": (
        "{name} is neither a meter nor a fact of this scenario. Did you mean {suggestion}?"
    ),
    "SD221.meters": "{name} is not a meter of this scenario, and satisfaction reads only meters.",
    "SD222": "The fact {name} has the name of a meter (line {first}). Rename one.",
    "SD222.reserved": "{name} has a meaning of its own in conditions. Choose another name.",
    "SD224": "There is no course {name}.",
    "SD224.suggestion": "There is no course {name}. Did you mean {suggestion}?",
    "SD225": "The course {name} waits for itself: nobody could begin it.",
    "SD226": "This entry is never reached: entry {before} before it has no condition.",
    "SD227": "The scenario has no scene {name} with choices.",
    "SD227.suggestion": "The scenario has no scene {name} with choices. Did you mean {suggestion}?",
    "SD228": "This scene has no choice {name}.",
    "SD228.suggestion": "This scene has no choice {name}. Did you mean {suggestion}?",
}
