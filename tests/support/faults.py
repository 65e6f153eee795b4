"""One fault a code, put into a pack in which nothing else is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from support.clean_pack import DRILL, GLOSSARY, PACK, RUBRIC, SCENARIO, TABLE
from support.packs import changed, place_of

TEXTS: Final = {
    "too_dear": DRILL,
    "renewal": TABLE,
    "quiet_line": SCENARIO,
    "listening": RUBRIC,
    "glossary": GLOSSARY,
    "pack": PACK,
}
Change = tuple[str, str]
"""A passage that is there once, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Files of the clean pack changed, and the one problem that comes of it."""

    code: str
    at: str
    """What the problem stands at."""
    changes: Mapping[str, tuple[Change, ...]]
    """By file, without folder and ending."""
    form: str = ""
    told_of: str = "quiet_line"
    """The file that the problem is told of."""

    @property
    def texts(self) -> dict[str, str]:
        """The changed files."""
        texts: dict[str, str] = {}
        for file, changes in self.changes.items():
            text = TEXTS[file]
            for old, new in changes:
                text = changed(text, old, new)
            texts[file] = text
        return texts

    @property
    def place(self) -> tuple[int, int]:
        """The line and column of the problem."""
        return place_of(self.texts.get(self.told_of, TEXTS[self.told_of]), self.at)

    def __str__(self) -> str:
        """Name the test."""
        return f"{self.code}.{self.form}" if self.form else self.code


def before(passage: str, more: str) -> Change:
    """Put `more` before a passage."""
    return passage, more + passage


def after(passage: str, more: str) -> Change:
    """Put `more` behind a passage."""
    return passage, passage + more


def _fault(code: str, at: str, *changes: Change, form: str = "") -> Fault:
    return Fault(code, at, {"quiet_line": changes}, form)


def _written(code: str, file: str, at: str, *changes: Change, form: str = "") -> Fault:
    return Fault(code, at, {file: changes}, form, file)


def _drilled(code: str, at: str, *changes: Change, form: str = "") -> Fault:
    return Fault(code, at, {"too_dear": changes}, form, "too_dear")


def _at_table(code: str, at: str, *changes: Change, form: str = "") -> Fault:
    return Fault(code, at, {"renewal": changes}, form, "renewal")


CIRCLE: Final = """\
  circle:
    customer: {ja: "おや。", en: "Oh."}
    choices:
      wait:
        say: {ja: "お待ちします。", en: "I will wait."}
        why: {ja: "待つだけでは進みません。", en: "Waiting moves nothing."}
        repeat: true
        goto: circle
"""
SECOND: Final = """\
  second:
    customer: {ja: "去年の分とです。", en: "Last year's."}
    seconds: 30
    timeout: sigh
    choices:
      compare:
        say: {ja: "並べてみましょう。", en: "Side by side, then."}
        why: {ja: "同じ物差しに載せます。", en: "One measure for both."}
        points: {objections: 3}
        goto: told
      sigh:
        say: {ja: "さようでしたか。", en: "I see."}
        why: {ja: "聞いただけで終わります。", en: "Heard, and left at that."}
        goto: left
"""
GONE: Final = """\
  gone:
    customer: {ja: "もう結構。", en: "That will do."}
    end: lost
"""
NO_DATE: Final = 'en: "No date, no next step."}\n        goto: '
SPEAKS: Final = '        say: {ja: "'
PROMISE: Final = 'quality: ">= 95", passed: true'
POLITE: Final = "[show_product, ask_usual, argue, praise, leave_open]"
WITHOUT_EXEMPLAR: Final = ("\ntests:\n", "\ntests: # noqa: SD607\n")
ANOTHER_CRITERION: Final = """\
  closing:
    name: {ja: "締め", en: "Closing"}
    weight: 10
    levels: [{ja: "一", en: "1"}, {ja: "二", en: "2"}, {ja: "三", en: "3"}, {ja: "四", en: "4"}]
"""
ANOTHER_TERM: Final = """\
  クロージング:
    reading: くろーじんぐ
    name: {ja: "クロージング", en: "closing"}
    meaning: {ja: "決めてもらうこと。", en: "Getting the decision."}
    example: {ja: "ご決断いただけますか。", en: "Shall we go ahead?"}
"""


def _breaching(reason: str) -> Change:
    return after(f'en: "{reason}"}}\n', "        breach: certain_gain\n")


CANNOT_BE_PLAYED_WELL: Final = (
    _fault("SD301", "gone:", before("\ntests:\n", GONE)),
    _fault(
        "SD302",
        "worry:\n",
        before(SPEAKS + "どなたが、", "        when: trust > 40\n"),
        before(SPEAKS + "どなたでも", "        when: trust > 40\n"),
        before(SPEAKS + "慣れの", "        when: trust > 40\n"),
        (POLITE, "[show_product, agree]"),
        form="road",
    ),
    _fault(
        "SD303",
        "circle:\n    customer",
        before("  agreed:\n", CIRCLE),
        (NO_DATE + "parted", NO_DATE + "circle"),
        ("praise, leave_open]", "praise, offer_discount]"),
        form="road",
    ),
    _fault("SD304", "trust > 90", ("{when: overtime, say", "{when: trust > 90, say")),
    _fault(
        "SD304",
        "overtime and",
        before(
            '      - {say: {ja: "まあ',
            '      - {when: overtime and trust > 30, say: {ja: "ええ。", en: "Yes."}}\n',
        ),
        form="late",
    ),
    _fault("SD305", "trust > 5\n", before(SPEAKS + "慣れの", "        when: trust > 5\n")),
    _fault(
        "SD306",
        "trust > 95\n",
        before(SPEAKS + "良い会社", "        when: trust > 95\n"),
        ("argue, praise,", "argue, move_on,"),
    ),
    _fault(
        "SD307",
        "0, to: agreed}]\n      offer",
        (NO_DATE + "parted", NO_DATE + "[{weight: 1, to: parted}, {weight: 0, to: agreed}]"),
    ),
    _fault(
        "SD308",
        '{say: {ja: "まあ',
        before(
            '      - {say: {ja: "まあ',
            '      - {when: not overtime, say: {ja: "ええ。", en: "Yes."}}\n',
        ),
    ),
)
DRILLS: Final = (
    _drilled(
        "SD310",
        "scenes:\n",
        ("        goto: told\n", "        goto: second\n"),
        before("  told:\n", SECOND),
        ("[ask_measure]", "[ask_measure, compare]"),
    ),
    _drilled(
        "SD310",
        "quote:\n    customer",
        (
            "        points: {objections: 1}\n        goto: left",
            "        goto: quote",
        ),
        form="again",
    ),
    _drilled("SD311", "quote:\n    customer", ("    seconds: 30\n    timeout: stay_silent\n", "")),
    _drilled(
        "SD410",
        "listening\ncustomer",
        ("points: {objections: 1}", "points: {objections: 3}"),
        form="drill",
    ),
    _drilled(
        "SD414", "scenes:\n", ("points: {objections: 3}", "points: {objections: 3, inquiry: 3}")
    ),
)
CANNOT_BE_SCORED_WELL: Final = (
    Fault(
        "SD401",
        "closing: -1",
        {
            "quiet_line": (("{objections: -1}\n        breach", "{closing: -1}\n        breach"),),
            "listening": (
                ("weight: 40", "weight: 30"),
                before("breaches:\n", ANOTHER_CRITERION),
            ),
        },
    ),
    Fault(
        "SD402",
        "listening\ncustomer",
        {
            "quiet_line": (
                after(
                    'en: "A pitch before the need is lost."}\n', "        points: {objections: 3}\n"
                ),
                (PROMISE, 'quality: ">= 95"'),
                WITHOUT_EXEMPLAR,
            ),
            "listening": (("    weight: 40\n", "    weight: 40\n    minimum: 4\n"),),
        },
    ),
    Fault(
        "SD403",
        "listening\ncustomer",
        {
            "quiet_line": (
                ("        breach: certain_gain\n", ""),
                ("passed: false", "passed: true"),
            ),
            "listening": (("pass: 80", "pass: 0"), ("    minimum: 2\n", "")),
            "pack": (after("languages: [ja, en]\n", "random_pass_limit: 100\n"),),
        },
    ),
    _fault(
        "SD404",
        "certain_gain\n        points: {inquiry: 3}\n        effect: {trust: 15}",
        _breaching("An open question about his day."),
        _breaching("A pitch before the need is lost."),
        _breaching("Money before need comes too early."),
        (PROMISE, 'quality: ">= 95", passed: false'),
        WITHOUT_EXEMPLAR,
    ),
    _fault(
        "SD405",
        "stalled\n  parted",
        ("satisfaction: trust\n    end: advanced", "satisfaction: trust\n    end: stalled"),
        ("trust - 10\n    end: stalled", "trust - 10\n    end: advanced"),
        ("fix_date], end: advanced", "fix_date], end: stalled"),
        ("leave_open], end: stalled", "leave_open], end: advanced"),
    ),
    _fault(
        "SD406",
        "lost\n\ntests",
        ("    end: stalled", "    end: lost"),
        ("leave_open], end: stalled", "leave_open], end: lost"),
    ),
    _fault("SD407", "scenes:\n", ("        when: overtime\n", "")),
    _fault(
        "SD408",
        "scenes:\n",
        ("月末はどんな一日ですか。", "差し支えなければ、月末がどのような一日なのか伺えますか。"),
        (
            "その残業は月に何時間ほどですか。",
            "その残業は、合わせますと月に何時間ほどになりますでしょうか。",
        ),
        ("残業と、お二人のご心配ですね。", "つまり、月末の残業と、ベテランお二人のご心配ですね。"),
        form="language",
    ),
    _fault(
        "SD409",
        "scenes:\n",
        *(
            before(f"    {line}", "    order: fixed\n")
            for line in (
                'customer: {ja: "特に',
                "customer:\n      - {when",
                'customer: {ja: "でも',
                'customer: {ja: "ベテ',
                'customer: {ja: "それで',
            )
        ),
    ),
    Fault(
        "SD410",
        "listening\ncustomer",
        {"pack": (after("languages: [ja, en]\n", "random_pass_limit: 0\n"),)},
    ),
    _fault(
        "SD411",
        "rival:",
        before("\nstart: opening", '  rival: {ja: "他社も来た。", en: "A rival came too."}\n'),
    ),
    _fault("SD412", '"む。"', ("日付のない宿題は忘れられます。", "む。")),
    _fault(
        "SD412",
        '"It fixes who and when."}\n        goto: parted',
        ("No date, no next step.", "It fixes who and when."),
        form="again",
    ),
)
LANGUAGE: Final = (
    _fault(
        "SD501",
        "title:",
        ('title: {ja: "静かなライン", en: "The quiet line"}', 'title: {ja: "静かなライン"}'),
    ),
    _written(
        "SD501",
        "listening",
        "name: {ja",
        ('name: {ja: "聞く力", en: "Listening"}', 'name: {ja: "聞く力"}'),
    ),
    _written(
        "SD501", "glossary", "meaning:", (', en: "A question about what a problem leads to."', "")
    ),
    _written("SD501", "pack", "name:", (', en: "A clean pack"', "")),
    _fault("SD502", '"訪問。"', ("工場の星課長を訪ねました。月末で忙しそうです。", "訪問。")),
    _fault("SD503", "了解しました", ("残業と、お二人の", "了解しました。残業と、お二人の")),
    _fault("SD504", "貴社", ("月末はどんな", "貴社の月末はどんな")),
    _fault("SD504", "御社", ("月末はどんな", "件名 御社の月末はどんな"), form="written"),
    Fault(
        "SD505",
        "クロージング]",
        {
            "quiet_line": (("[示唆質問]", "[示唆質問, クロージング]"),),
            "glossary": (after('Who feels it when that is late?"}\n', ANOTHER_TERM),),
        },
    ),
    _fault("SD506", "…", ("静かなライン", "静かなライン…")),
    _fault("SD506", "“静かなライン”", ('ja: "静かなライン"', "ja: “静かなライン”"), form="quotes"),
    _fault(
        "SD501",
        '"静かなラインです"',
        ('{ja: "静かなライン", en: "The quiet line"}', '"静かなラインです"'),
        form="plain",
    ),
    _fault(
        "SD507",
        '"ここに書く: 題名"',
        (
            '{ja: "静かなライン", en: "The quiet line"}',
            '{ja: "ここに書く: 題名", en: "Write here: the title"}',
        ),
        form="more",
    ),
    _fault("SD507", '"（記入）', ("静かなライン", "（記入）静かなライン")),
)
GOLDEN_PATHS: Final = (
    _fault("SD601", "zzz", ("{play: [ask_day,", "{play: [zzz,")),
    _fault("SD601", "ask_dya", ("{play: [ask_day,", "{play: [ask_dya,"), form="suggestion"),
    _fault("SD602", "[ask_day, ask_cost, explore, sum_up]", ("sum_up, fix_date]", "sum_up]")),
    _fault("SD603", "one_more", ("sum_up, fix_date]", "sum_up, fix_date, one_more]")),
    _fault("SD604", "won, quality", ("fix_date], end: advanced", "fix_date], end: won")),
    _fault("SD605", '">= 90"', ('"<= 40"', '">= 90"')),
    _fault(
        "SD606",
        "true}\n#",
        (POLITE, "[ask_day, ask_cost, argue, praise, leave_open]"),
        ("passed: false}\n", "passed: true}\n#"),
    ),
    _fault(
        "SD606",
        "false}\n  polite",
        (PROMISE, 'quality: ">= 95", passed: false'),
        WITHOUT_EXEMPLAR,
        form="passed",
    ),
    _fault(
        "SD606",
        "true}\n#",
        (POLITE, "[show_product, ask_usual, assure, praise, leave_open]"),
        ("passed: false}\n", "passed: true}\n#"),
        form="breach",
    ),
    _fault("SD606", "true}\n#", ("passed: false}\n", "passed: true}\n#"), form="minimum"),
    _fault("SD607", "tests:", ('">= 95"', '">= 90"')),
)
_BLOCK: Final = TABLE[TABLE.index("        support:") : TABLE.index("      reserve:")]
_LINES: Final = '      lines: {told: [{ja: "実は。", en: "It is {interest}"}]}\n'
_MAPPED: Final = "{claim: objections, efficiency: objections, discovery: inquiry}"
TABLES: Final = (
    _at_table(
        "SD812",
        "reserve: {ours: 2500, theirs: 9000}",
        ("{ours: 2500, theirs: 3000}", "{ours: 2500, theirs: 9000}"),
        ("[as expert], end: won", "[as expert], end: stalled"),
    ),
    _at_table(
        "SD812",
        "zone: none",
        before("      alternative:", "      zone: none\n"),
        form="declared",
    ),
    _at_table(
        "SD813",
        "issues:",
        ("to: 130, step: 4", "to: 130, step: 40"),
        (', {ja: "2週間", en: 2 wk}', ""),
        ("[0, 600, 1500]", "[0, 1500]"),
        ("[4000, 3000, 0]", "[4000, 0]"),
        (_BLOCK, ""),
    ),
    _at_table("SD411", 'lapse: {ja: "保守', ("          reveals: fact:lapse\n", "")),
    _at_table("SD503", "了解です", ("お急ぎなのは", "了解です。お急ぎなのは")),
    _at_table("SD503", "拝見させていただ", ("移行作業も", "拝見させていただき、移行作業も")),
    _at_table("SD504", "貴社", ("担当者", "貴社の担当者")),
    _at_table("SD504", "貴社", ("今の保守が", "貴社との保守が")),
    _at_table(
        "SD818",
        '"実は。"',
        after("goto: {deal: renewed, walked_away: parted}\n", _LINES),
    ),
    _at_table(
        "SD818",
        '"Ours:"',
        after(
            "goto: {deal: renewed, walked_away: parted}\n",
            _LINES.replace("told", "countered").replace(
                '"実は。", en: "It is {interest}"', '"{changes}です。", en: "Ours:"'
            ),
        ),
    ),
    _at_table("SD814", "delivery:\n          label", ("[4000, 3000, 0]", "[2900, 3000, 0]")),
    Fault(
        "SD815",
        "behaviour:",
        {
            "renewal": (
                (_MAPPED, "{relationship: inquiry, discipline: objections}"),
                ("[as expert]", "[as several]"),
                ("passed: false", "passed: true"),
            ),
            # Where knowing hardly pays, chance passes too.
            "pack": (after("languages: [ja, en]\n", "random_pass_limit: 100\n"),),
        },
        told_of="renewal",
    ),
    _at_table(
        "SD816",
        "behaviour:",
        ("end: 10", "end: 97"),
        (_MAPPED, "{claim: inquiry, relationship: objections, discovery: inquiry}"),
        ("[as expert], end: won", "[as expert]"),
    ),
)
FAULTS: Final = (
    *CANNOT_BE_PLAYED_WELL,
    *DRILLS,
    *CANNOT_BE_SCORED_WELL,
    *LANGUAGE,
    *GOLDEN_PATHS,
    *TABLES,
)
