"""One bad example, or more, of every code: what is written, and where the problem stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from support.keys import KEYS
from support.packs import CUSTOMER, PACK, RUBRIC, SCENARIO, changed, place_of


@dataclass(frozen=True, slots=True)
class Bad:
    """A text with one thing wrong."""

    code: str
    form: str
    text: str | bytes
    line: int
    column: int

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()

    def __str__(self) -> str:
        """Name the test."""
        return f"{self.code}.{self.form}" if self.form else self.code


UNREADABLE = (
    Bad("SD002", "", "a: " + "x" * 2**20, 1, 1),
    Bad("SD003", "", b"a: b\nc: \xe3\x81\xff\n", 2, 4),
    Bad("SD003", "", b"\xef\xbb\xbfa: \xff\n", 1, 4),
    Bad("SD003", "encoding", "a: b\nc: 「はい」\n".encode("cp932"), 2, 4),
    Bad("SD003", "encoding", "a: b\nc: 「はい」\n".encode("euc_jp"), 2, 4),
    Bad("SD003", "utf16", "a: b\n".encode("utf-16"), 1, 1),
    Bad("SD004", "", "a: x\x1b[2J\n", 1, 5),
    Bad("SD004", "", "a: x\x00\n", 1, 5),
    Bad("SD004", "", "a: あ\x85b\n", 1, 5),
    Bad("SD004", "", "a: \u202eabc\n", 1, 4),
    Bad("SD004", "", "a: b\rc\n", 1, 5),
    Bad("SD004", "", "a: b\ufeff\n", 1, 5),
    Bad("SD004", "line_ends", "a: b\rc: d\r", 1, 1),
    Bad("SD004", "escape", 'a: "x\\x1b[2J"\n', 1, 6),
    Bad("SD004", "escape", 'a: "\\\\\\u202e"\n', 1, 7),
    Bad("SD004", "escape", 'a: "x\n  y\\0"\n', 2, 4),
    Bad("SD004", "escape", 'a: "\\ud83d"\n', 1, 5),
    Bad("SD004", "escape", 'a: "\\U00110000"\n', 1, 5),
    Bad("SD005", "", "a:\n\tb: c\n", 2, 1),
    Bad("SD005", "", "a: b\t# c\n", 1, 5),
    Bad("SD006", "", 'a: b\n"c"\nd: e\n', 3, 1),
    Bad("SD006", "", "a: |x\n b\n", 1, 5),
    Bad("SD006", "no_key", "a: b\nc\n", 2, 1),
    Bad("SD006", "opened", "key: [a,\n\nb: c\n", 1, 6),
    Bad("SD006", "no_entry", "a:\n - b\n c: d\n", 3, 2),
    Bad("SD006", "entry", "a:\n  b: c\n  - d: e\n", 3, 3),
    Bad("SD006", "entry", "a:\n  b:\n    c: d\n  - e: f\n", 4, 3),
    Bad("SD006", "indent", "a:\n  b:\n    c: d\n   e: f\n", 4, 4),
    Bad("SD006", "indent", "a:\n  - b: c\n   d: e\n", 3, 4),
    Bad("SD006", "indent_one", "  a:\n    b: c\n d: e\n", 3, 2),
    Bad("SD006", "deeper", "a: b\n  c: d\n", 2, 3),
    Bad("SD006", "deeper", 'a:\n  b: "c"\n\n    # why\n    d: e\n', 5, 5),
    Bad("SD006", "late", 'a: "b\nc: "d"\n', 1, 4),
    Bad("SD006", "late", 'a: "b\nc: 1\nd: "e f"\n', 1, 4),
    Bad("SD006", "opened", "a:\n  b: {c: 1\n  d: {e: 2}\n", 2, 6),
    Bad("SD006", "opened", "a: [b, c\nd: e\n", 1, 4),
    Bad("SD006", "closing", "a: {b: 1}}\nc: d\n", 1, 10),
    Bad("SD006", "no_key", "a:\n  b: c\n  why no colon\n  d: e\n", 3, 3),
    Bad("SD006", "no_key", "a:\n  b: c\n  why no colon\ne: f\n", 3, 3),
    Bad("SD006", "indent", "a:\n  b: |\n    c\n   d\n", 4, 4),
    Bad("SD006", "quote", "say: - 15%\n", 1, 6),
    Bad("SD006", "quote", "say: {smiles} well\n", 1, 6),
    Bad("SD006", "inner", 'say: "品は"いい"。"\n', 1, 9),
    Bad("SD006", "inner", 'say: {ja: "「"はい"」", en: x}\n', 1, 13),
    Bad("SD006", "apostrophe", "say: 'It's late'\n", 1, 9),
    Bad("SD006", "quote", "say: What? Yes: no\n", 1, 15),
    Bad("SD006", "quote", "say: {en: ?what}\n", 1, 11),
    Bad("SD006", "quote", "say: , well\n", 1, 6),
    Bad("SD006", "quote", "say: @you\n", 1, 6),
    Bad("SD006", "quote", "say: *15%*\n", 1, 6),
    Bad("SD006", "unclosed", "a: b\nc: 'd\ne: f\n", 2, 4),
    Bad("SD006", "unclosed", 'a: "b\n', 1, 4),
    Bad("SD006", "full_width", "a:\n  b： c\n  d: e\n", 2, 4),
    Bad("SD006", "full_width_space", "a:\n\u3000\u3000b: c\n  d: e\n", 2, 1),
    Bad("SD006", "full_width", "a: {b: 1，c: 2}\n", 1, 9),
    Bad("SD006", "full_width", 'a: {b: "x：y"，c: 2}\n', 1, 13),
    Bad("SD006", "full_width", "a: ｛b: 1｝\n", 1, 4),
    Bad("SD006", "full_width", "a: {b: 1｝\nc: d\n", 1, 9),
    Bad("SD006", "full_width", "a： b\nc: d\n", 1, 2),
    Bad("SD006", "bracket", '{a: "b" "c"}\n', 1, 9),
    Bad("SD006", "bracket", '{a: "x #1", b: "c"\n"d"}\n', 2, 1),
    Bad("SD006", "comment", "title: {en: We are #1, ja: x}\nb: c\n", 1, 20),
    Bad("SD006", "comment", "title: {ja: '当社 #2', en: It's #1}\nb: {c: d}\n", 1, 31),
    Bad("SD006", "comment", "known: [We are #1, x]\n\nb: c\n", 1, 16),
    Bad("SD006", "escape", 'a: "b\\qc"\n', 1, 6),
    Bad("SD007", "", "say: {en: Well, now, ja: さて}\n", 1, 17),
    Bad("SD007", "colon", "say: {en:Well}\n", 1, 9),
    Bad("SD007", "full_width", "say: {en：Well}\n", 1, 9),
    Bad("SD007", "pair", "known: [Price: 5]\n", 1, 9),
    Bad("SD007", "pair", "known: [?what]\n", 1, 9),
    Bad("SD008", "", "a: 1\nb: 2\na: 3\n", 3, 1),
    Bad("SD008", "", "1: a\n'1': b\n", 2, 1),
    Bad("SD009", "", "a: 1\n---\nb: 2\n", 2, 1),
    Bad("SD010", "", "a: !!python/object:os.system x\n", 1, 4),
    Bad("SD011", "", "a: &b c\n", 1, 4),
    Bad("SD012", "", "a: *b\n", 1, 4),
    Bad("SD013", "", "<<: {a: b}\nc: d\n", 1, 1),
    Bad("SD014", "", "# c\n%YAML 1.1\n---\na: b\n", 2, 1),
    Bad("SD015", "", "a: " + "[" * 32 + "]" * 32, 1, 35),
    Bad("SD016", "", "[" + "1," * 20_000 + "]", 1, 40_000),
    Bad("SD017", "", "a: .inf\n", 1, 4),
    Bad("SD017", "", "a: 1\nb: .NaN\n", 2, 4),
    Bad("SD017", "", "a: 9223372036854775808\n", 1, 4),
    Bad("SD017", "", "a: 1e999\n", 1, 4),
    Bad("SD018", "", "? [a]\n: b\n", 1, 3),
    Bad("SD019", "", "a: b\nti\u200btle: c\n", 2, 1),
    Bad("SD019", "", '"a\\U000E0041": b\n', 1, 1),
    Bad("SD020", "", "", 1, 1),
    Bad("SD020", "", "# nothing\n", 1, 1),
    Bad("SD026", "", "title: We are #1\n", 1, 15),
    Bad("SD026", "", "title: 当社は  #1です\r\n", 1, 13),
    Bad("SD026", "", "known:\n  - Well\n    known #fact\n", 3, 11),
    Bad("SD026", "", "known: [We are #1\n  ]\n", 1, 16),
)
"""Of a file that is not even plain data, or should not be."""


def _scenario(code: str, old: str, new: str, at: str, form: str = "") -> Bad:
    """Change the scenario; the problem stands where `at` begins."""
    text = changed(SCENARIO, old, new)
    return Bad(code, form, text, *place_of(text, at))


SCENARIOS = (
    # Shape.
    _scenario("SD101", "minutes: 5", "minutes: 5\nzzz: 1", "zzz"),
    _scenario(
        "SD101", "    customer: Well?", "    customer: Well?\n    hnit: x", "hnit", "suggestion"
    ),
    _scenario("SD101", "goal: A deal", "goal: {en: A deal, French: x}", "French", "language"),
    _scenario("SD101", "minutes: 5", "minutes: 5\nlearned：[]: x", "：[]", "full_width"),
    _scenario("SD101", "minutes: 5", "minutes: 5\nlearned:[]: x", ":[]", "colon"),
    _scenario("SD102", "minutes: 5\n", "", "id: talk"),
    _scenario("SD102", "        why: Too early\n", "", "push:"),
    _scenario("SD102", "level: 1\nminutes: 5\n", "", "id: talk", "of_file"),
    _scenario("SD102", "        say: Sign here\n", "", "push:"),
    _scenario(
        "SD102", "  situation: A room\n  goal: A deal\n", "  known: [x]\n", "briefing:", "several"
    ),
    _scenario("SD103", "goal: A deal", "goal:", "goal:", "empty"),
    _scenario("SD103", "goal: A deal", "goal: 5", "5\nmeters", "text"),
    _scenario("SD103", "start: opening", "start: 12", "12", "string"),
    _scenario("SD103", "level: 1", "level: high", "high", "integer"),
    _scenario("SD103", "level: 1", "level: 1.5", "1.5", "integer"),
    _scenario("SD103", "level: 1", "level: １", "１", "full_width"),
    _scenario(
        "SD103",
        "        why: Too early",
        "        why: Too early\n        repeat: no",
        "no\n",
        "boolean",
    ),
    _scenario("SD007", "{inquiry: 3}", "[inquiry: 3]", "inquiry: 3]", "pair"),
    _scenario("SD103", "{inquiry: 3}", "[inquiry]", "[inquiry]", "object"),
    _scenario("SD103", "terms: [商談]", "terms: 商談", "商談\nbriefing", "array"),
    _scenario("SD103", "customer: Well?", "customer: 5", "5\n    choices", "lines"),
    _scenario("SD103", "goto: done", "goto: 5", "5\n      push", "goto"),
    _scenario("SD103", "{trust: 10}", "{trust: [10]}", "[10]", "figure"),
    _scenario("SD103", "{trust: 40}", "{trust: high}", "high", "meter"),
    Bad("SD103", "file", "- a\n", 1, 1),
    _scenario("SD104", "motion: outbound", "motion: sideways", "sideways"),
    _scenario("SD104", "stage: approach", "stage: aproach", "aproach", "suggestion"),
    _scenario("SD105", "level: 1", "level: 6", "6\nminutes"),
    _scenario("SD105", "{trust: 40}", "{trust: 101}", "101"),
    _scenario("SD106", "say: Sign here", 'say: ""', '""'),
    _scenario("SD106", "say: Sign here", 'say: {en: "　 "}', '"　 "'),
    _scenario("SD107", "rubric: practice", "rubric: ../practice", "../practice"),
    _scenario("SD107", "id: talk", "id: Talk", "Talk"),
    _scenario("SD107", "      push:", "      Push it:", "Push it"),
    _scenario("SD108", "[{when: trust > 60, to: done}, {to: gone}]", "[]", "goto: []", "few"),
    _scenario(
        "SD108",
        "    customer: Goodbye.\n    end: lost",
        "    customer: Goodbye.\n    choices:\n"
        + "".join(f"      c{n}: {{say: x, why: y, goto: done}}\n" for n in range(10)),
        "choices:\n      c0",
        "many",
    ),
    _scenario("SD109", "    end: lost\n", "", "gone:", "none"),
    _scenario("SD109", "    end: lost\n", "    end: lost\n    goto: done\n", "end: lost", "two"),
    _scenario(
        "SD110",
        "    end: lost\n",
        "    goto: done\n    satisfaction: 5\n",
        "satisfaction: 5",
        "end",
    ),
    _scenario("SD110", "    end: lost\n", "    end: lost\n    order: fixed\n", "order", "choices"),
    _scenario(
        "SD110", "customer: Well?", "customer: Well?\n    timeout: ask", "timeout", "partner"
    ),
    _scenario("SD111", "trust > 60", '"trust > $60"', "$60", "bad_sign"),
    _scenario("SD111", "trust > 60", "trust ＞ 60", "＞", "full_width"),
    _scenario("SD111", "trust > 60", "trust = 60", "= 60", "equals"),
    _scenario("SD111", "trust > 60", "trust > (60 + 2", ", to: done", "unfinished"),
    _scenario("SD111", "trust > 60", "trust > > 60", "> 60", "unexpected"),
    _scenario("SD111", "trust > 60", "20 < trust < 60", "< 60", "chained"),
    _scenario("SD111", "trust > 60", "trust > 9999999", "9999999", "too_large"),
    _scenario("SD111", "trust > 60", f"{'(' * 30}trust{')' * 30}", "(" * 10 + "trust", "too_deep"),
    _scenario("SD111", "trust > 60", f"trust > {' ' * 492}60", "60, to", "too_long"),
    _scenario("SD111", "trust + 20", "trust + 20 and", "\n    end: won", "unfinished"),
    _scenario("SD112", "[cash]", "[cash, cash]", "cash]"),
    _scenario("SD113", "{trust: 10}", '{trust: "+10"}', '"+10"', "amount"),
    _scenario("SD113", '">= 95"', '"about 95"', '"about', "quality"),
    # References.
    _scenario("SD201", "start: opening", "start: zzz", "zzz"),
    _scenario("SD201", "goto: done", "goto: dnoe", "dnoe", "suggestion"),
    _scenario("SD201", "{to: gone}", "{to: zzz}", "zzz"),
    _scenario("SD202", "{inquiry: 3}", "{zzz: 3}", "zzz"),
    _scenario("SD202", "{inquiry: 3}", "{inqiury: 3}", "inqiury", "suggestion"),
    _scenario("SD203", "[cash]", "[zzz]", "zzz"),
    _scenario("SD203", "[cash]", "[cahs]", "cahs", "suggestion"),
    _scenario("SD204", "{trust: 10}", "{zzz: 10}", "zzz"),
    _scenario("SD204", "{trust: 10}", "{trsut: 10}", "trsut", "suggestion"),
    _scenario("SD205", "false_identity", "zzz", "zzz"),
    _scenario("SD205", "false_identity", "false_identify", "false_identify", "suggestion"),
    _scenario("SD206", "customer: someone", "customer: zzz", "zzz"),
    _scenario("SD206", "customer: someone", "customer: somebody", "somebody", "suggestion"),
    _scenario("SD207", "[商談]", "[名刺]", "名刺"),
    _scenario("SD207", "[商談]", "[商談会]", "商談会", "suggestion"),
    _scenario("SD208", "rubric: practice", "rubric: zzz", "zzz"),
    _scenario("SD208", "rubric: practice", "rubric: practise", "practise", "suggestion"),
    _scenario(
        "SD209", "customer: Well?", "customer: Well?\n    seconds: 9\n    timeout: zzz", "zzz"
    ),
    _scenario(
        "SD209",
        "customer: Well?",
        "customer: Well?\n    seconds: 9\n    timeout: aks",
        "aks",
        "suggestion",
    ),
    _scenario(
        "SD210",
        "    customer: Well?\n    choices:\n      ask:\n",
        "    customer: Well?\n    seconds: 9\n    timeout: ask\n    choices:\n      ask:\n"
        "        when: turn < 5\n",
        "ask\n    choices",
    ),
    _scenario("SD211", "id: talk", "id: walk", "walk"),
    _scenario(
        "SD212",
        "    end: lost\n",
        "    choices:\n      wave: {say: Bye, why: Polite}\n",
        "wave",
    ),
    _scenario("SD213", "{to: gone}", "{when: cash, to: gone}", "when: cash"),
    _scenario(
        "SD213",
        "customer: Well?",
        "customer:\n      - {when: cash, say: Yes?}",
        "when: cash",
    ),
    _scenario(
        "SD214",
        "[{when: trust > 60, to: done}, {to: gone}]",
        "[{weight: 1, when: cash, to: done}, {weight: 1, to: gone}]",
        "when: cash",
    ),
    _scenario(
        "SD214",
        "[{when: trust > 60, to: done}, {to: gone}]",
        "[{weight: 1, to: done}, {to: gone}]",
        "{to: gone}",
        "missing",
    ),
    _scenario(
        "SD215",
        "[{when: trust > 60, to: done}, {to: gone}]",
        "[{weight: 0, to: done}, {weight: 0, to: gone}]",
        "0, to: done",
    ),
    _scenario("SD216", "    end: lost\n", "    goto: gone\n", "goto: gone\ntests"),
    _scenario(
        "SD216",
        "    end: lost\n",
        "    goto: there\n  there:\n    customer: x\n"
        "    goto: [{when: cash, to: done}, {to: gone}]\n",
        "goto: there",
    ),
    _scenario("SD220", "minutes: 5", "minutes: 5\nvariant_of: zzz", "zzz"),
    _scenario("SD220", "minutes: 5", "minutes: 5\nvariant_of: talk", "talk\nrubric", "itself"),
    _scenario("SD221", "trust > 60", "zzz > 60", "zzz"),
    _scenario("SD221", "trust > 60", "turn > 1 and trsut > 60", "trsut", "suggestion"),
    _scenario("SD221", "trust + 20", "trust - cash", "cash\n    end", "meters"),
    _scenario("SD222", "{trust: 40}", "{trust: 40, cash: 5}", "cash: Cash"),
    _scenario("SD222", "{trust: 40}", "{trust: 40, turn: 5}", "turn", "reserved"),
    _scenario(
        "SD226",
        "[{when: trust > 60, to: done}, {to: gone}]",
        "[{to: done}, {to: gone}]",
        "{to: gone}",
    ),
)
"""Of the scenario `approach/talk.yaml` in the small pack."""


def _shared(code: str, text: str, at: str, form: str = "") -> Bad:
    return Bad(code, form, text, *place_of(text, at))


RUBRICS = (
    _shared("SD105", changed(RUBRIC, "pass: 70", "pass: 101"), "101"),
    _shared("SD108", changed(RUBRIC, "[40, 65, 85]", "[40, 65]"), "cuts", "few"),
    _shared("SD217", changed(RUBRIC, "weight: 40", "weight: 30"), "criteria"),
    _shared("SD218", changed(RUBRIC, "[40, 65, 85]", "[40, 85, 65]"), "65]"),
)
CUSTOMERS = (
    _shared("SD102", changed(CUSTOMER, "role: Buyer\n", ""), "id: someone"),
    _shared("SD101", changed(CUSTOMER, "cares: [Peace]", "facts: [secret]"), "facts"),
)
PACKS = (
    _shared("SD113", changed(PACK, "[ja, en]", "[ja, English]"), "English", "language"),
    _shared("SD220", changed(PACK, "[talk]", "[talk, zzz]"), "zzz"),
    _shared("SD220", changed(PACK, "[talk]", "[takl]"), "takl", "suggestion"),
    _shared("SD224", changed(PACK, "[talk]", "[talk]\n    after: [zzz]"), "zzz"),
    _shared("SD224", changed(PACK, "[talk]", "[talk]\n    after: [frist]"), "frist", "suggestion"),
    _shared("SD225", changed(PACK, "[talk]", "[talk]\n    after: [first]"), "after"),
)

EXPERTS = (
    _shared("SD102", "keys: {}\n", "keys", ""),
    _shared("SD103", changed(KEYS, "{ask: 3, push: -1}", ""), "opening: \n", "empty"),
    _shared("SD103", changed(KEYS, "{opening: 60}", "{opening: often}"), "often", "integer"),
    _shared("SD104", changed(KEYS, "ask: 3", "ask: 2"), "2, push"),
    _shared("SD104", changed(KEYS, "ask: 3", "ask: best"), "best"),
    _shared("SD105", changed(KEYS, "60", "101"), "101"),
    _shared("SD106", changed(KEYS, "Too early", '" "'), '" "'),
    _shared("SD107", changed(KEYS, "expert: tanaka", "expert: T. Tanaka"), "T. Tanaka"),
    _shared("SD113", f"{KEYS}wording: {{opening: w123}}\n", "w123", "mark"),
    _shared("SD211", changed(KEYS, "expert: tanaka", "expert: sato"), "sato", "expert"),
    _shared("SD227", changed(KEYS, "  opening: {ask", "  zzz: {ask"), "zzz"),
    _shared("SD227", changed(KEYS, "{opening: 60}", "{openign: 60}"), "openign", "suggestion"),
    _shared("SD227", changed(KEYS, "{opening: 60}", "{done: 60}"), "done"),
    _shared("SD228", changed(KEYS, "ask: 3", "zzz: 3"), "zzz"),
    _shared("SD228", changed(KEYS, "ask: 3", "aks: 3"), "aks", "suggestion"),
    _shared("SD228", changed(KEYS, "{push: {ja", "{psuh: {ja"), "psuh", "suggestion"),
)
"""Of the blind key `approach/talk.keys/tanaka.yaml` of that scenario."""


def all_examples() -> Iterator[Bad]:
    """Yield the examples of every kind of file."""
    yield from (*UNREADABLE, *SCENARIOS, *RUBRICS, *CUSTOMERS, *PACKS, *EXPERTS)
