"""Writes docs/pack.md and docs/pack.ja.md: the shipped pack in figures, and what it covers.

.venv/bin/python docs/pack_pages.py
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salesdojo import settings
from salesdojo.authoring.analysis import Analysis, analyse
from salesdojo.authoring.comparing import compared
from salesdojo.content.catalogue import Entry, Stage
from salesdojo.content.drill_groups import drill_groups
from salesdojo.content.glossary import found, practising
from salesdojo.content.library import Library, open_library
from salesdojo.content.text import Text
from salesdojo.i18n import message

FOLDER: Final = Path(__file__).parent
PAGES: Final = {"en": "pack.md", "ja": "pack.ja.md"}

TERMS: Final = (
    "営業部門", "営業", "営業担当者", "営業マネージャー", "カスタマーサポート",
    "マーケティング", "営業戦略", "顧客管理", "クライアント", "販売促進", "フィードバック",
    "新規開拓", "商談", "成約率", "アプローチ", "リード", "セールスパイプライン",
    "クロージング", "インバウンド営業", "アウトバウンド営業",
)  # fmt: skip
"""What the explainer that the dojo grew from names: each is an entry and is practised."""

SYNONYMS: Final = (
    "営業部", "営業チーム", "営業グループ", "販売部門", "取引部門", "クライアント部門",
    "販促部門", "マーケティング部門",
)  # fmt: skip
"""Found under another entry, with the difference in a sentence."""

ROLES: Final = {
    "sales_representative": "営業担当者",
    "manager": "営業マネージャー",
    "customer_support": "カスタマーサポート",
}
"""Whom the dojo serves, by the headword in the glossary."""

FUNCTIONS: Final = (
    (
        Text.of({"ja": "顧客との接点を持つ", "en": "meets customers, understands their needs"}),
        (Stage.LEAD, Stage.APPROACH, Stage.DISCOVERY),
    ),
    (
        Text.of({"ja": "製品やサービスの提案", "en": "proposes products and services that fit"}),
        (Stage.PROPOSAL,),
    ),
    (
        Text.of({"ja": "契約や取引の管理", "en": "manages contracts and deals"}),
        (Stage.NEGOTIATION, Stage.CLOSING, Stage.CONTRACT),
    ),
    (
        Text.of({"ja": "顧客満足度の向上", "en": "gathers feedback, raises satisfaction"}),
        (Stage.FOLLOW_UP,),
    ),
)
"""What a sales department does, with the stages in which it is practised."""

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("The shipped pack", "収録パック"),
    "other": ("[日本語](pack.ja.md)", "[English](pack.md)"),
    "lead": (
        (
            "Everything here is computed from the files in `scenarios/`; a test keeps the page "
            "true. `salesdojo analyse price_copier` shows the figures of one scenario."
        ),
        (
            "このページは `scenarios/` のファイルから計算したもので、内容が古くなるとテストが"
            "失敗します。1 本ごとの数字は `salesdojo analyse price_copier` で見られます。"
        ),
    ),
    "scenarios": ("Scenarios", "シナリオ"),
    "scenarios_lead": (
        (
            "The best road always has a quality of 100; least: the worst road that ends. Random, "
            "first, longest: the mean quality of players who do not think, all exact, with the "
            "share that passes where there is one."
        ),
        (
            "最善の道の商談の質は、いつも 100 です。最低は、最後まで進む道のうち最も低い質です。"
            "ランダム・先頭・最長は、考えずに選ぶ人の質の平均（正確な値）で、合格することが"
            "あれば、その割合を添えます。"
        ),
    ),
    "scenario_head": (
        "scenario | stage | level | decisions | states | least | random | first | longest",
        "シナリオ | ステージ | レベル | 決断 | 状態 | 最低 | ランダム | 先頭 | 最長",
    ),
    "variants": ("Case B: equally hard", "ケース B：同じ難しさ"),
    "variant_head": (
        "original | case B | random mean | random pass | decisions",
        "元 | ケース B | ランダムの平均 | ランダムの合格率 | 決断",
    ),
    "drills": ("Drills", "ドリル"),
    "drills_lead": (
        "One line in thirty seconds, or a short negotiation: {count} cards by criterion.",
        "30 秒の一言か、短い交渉。評価項目ごとに、あわせて {count} 枚です。",
    ),
    "drill_head": ("drill | what it is about | level", "ドリル | 内容 | レベル"),
    "courses": ("Courses", "コース"),
    "course_head": (
        "course | for | after | scenarios | certifies",
        "コース | 対象 | 前提 | シナリオ | 認定",
    ),
    "months": ("{text}, for {months} months", "{text}（{months} か月）"),
    "journeys": ("Journeys", "ジャーニー"),
    "journey_head": ("journey | account | chapters", "ジャーニー | 取引先 | 章"),
    "functions": ("What a sales department does", "営業部門の役割"),
    "function_head": (
        "function | scenarios | case B | drills",
        "役割 | シナリオ | ケース B | ドリル",
    ),
    "roles": ("Who works there", "営業部門で働く人"),
    "role_head": ("role | courses", "職種 | コース"),
    "terms": ("Terms", "用語"),
    "terms_lead": (
        (
            "Every term of the explainer that the dojo grew from, then every other entry of the "
            "glossary, each with where it is practised."
        ),
        "もとになった解説の用語と、そのほかの用語集の項目が、それぞれどこで練習できるかの表です。",
    ),
    "term_head": (
        "term | reading | scenarios | drills",
        "用語 | 読み | シナリオ | ドリル",
    ),
    "more_terms": ("Other entries", "そのほかの項目"),
    "synonyms": ("Synonyms", "類義語"),
    "synonym_head": ("word | found under", "語 | 見出し語"),
}
"""By language: English, Japanese."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pack with the exact figures of each of its scenarios."""

    library: Library
    analyses: Mapping[str, Analysis]
    """By id; none of drills."""

    def of(self, kind: str) -> list[Entry]:
        """Return the entries of a kind, along the pipeline."""
        return [entry for entry in self.library.entries if entry.kind == kind]


def pages(library: Library) -> dict[str, str]:
    """Return both pages of a pack by their file's name."""
    long = [entry.id for entry in library.entries if entry.kind != "drill"]
    shelf = Shelf(library, {name: analyse(library.scenario(name)) for name in long})
    return {name: page(shelf, language) for language, name in PAGES.items()}


def page(shelf: Shelf, language: str) -> str:
    """Return the page in one language."""
    parts = [
        f"# {word('title', language)}",
        word("other", language),
        word("lead", language),
        *section("scenarios", language, scenario_rows, shelf, lead="scenarios_lead"),
        *section("variants", language, variant_rows, shelf),
        *drills(shelf, language),
        *section("courses", language, course_rows, shelf),
        *section("journeys", language, journey_rows, shelf),
        *section("functions", language, function_rows, shelf),
        *section("roles", language, role_rows, shelf),
        *section("terms", language, term_rows, shelf, lead="terms_lead"),
        *section("synonyms", language, synonym_rows, shelf),
    ]
    return "\n\n".join(parts) + "\n"


def word(key: str, language: str) -> str:
    """Return what the page says in `language`."""
    return WORDS[key][("en", "ja").index(language)]


def section(
    key: str,
    language: str,
    rows: Callable[[Shelf, str], Iterable[tuple[str, ...]]],
    shelf: Shelf,
    *,
    lead: str | None = None,
) -> Iterator[str]:
    """Yield a heading, what to know, and a table."""
    yield f"## {word(key, language)}"
    if lead is not None:
        yield word(lead, language)
    yield table(word(f"{key.removesuffix('s')}_head", language), rows(shelf, language))


def table(head: str, rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    cells = ["| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows]
    return "\n".join([f"| {head} |", "|" + "---|" * (head.count("|") + 1), *cells])


def scenario_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield each scenario with its exact figures."""
    for entry in shelf.library.entries:
        if entry.kind != "drill":
            analysis = shelf.analyses[entry.id]
            yield (
                f"{entry.title.spoken(language)} `{entry.id}`",
                message(f"cli.stage_{entry.stage.value}", language),
                str(entry.level),
                str(len(analysis.best_road or ())),
                f"{analysis.states:,}",
                f"{float(analysis.worst):.0f}",
                *players(analysis),
            )


def players(analysis: Analysis) -> Iterator[str]:
    """Yield the figures of those who do not think."""
    for player in analysis.players:
        if player.name != "greedy":
            passing = f" ({player.passing:.2%})" if player.passing else ""
            yield f"{player.mean:.1f}{passing}"


def variant_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield each case B beside its original."""
    for entry in shelf.of("variant"):
        original = entry.variant_of or ""
        comparison = compared(shelf.analyses[entry.id], shelf.analyses[original])
        figures = [
            f"{one.original:.2f} → {one.other:.2f}" + ("" if one.within else " !")
            for one in comparison.differences
        ]
        yield f"`{original}`", f"{entry.title.spoken(language)} `{entry.id}`", *figures


def drills(shelf: Shelf, language: str) -> Iterator[str]:
    """Yield the drills, a table a criterion."""
    groups = drill_groups(shelf.library.entries)
    if not groups:
        return
    yield f"## {word('drills', language)}"
    yield word("drills_lead", language).format(count=sum(len(group.drills) for group in groups))
    for group in groups:
        name = group.criterion.name.spoken(language) if group.criterion else group.id
        yield f"### {name} ({len(group.drills)})"
        yield table(
            word("drill_head", language),
            [(f"`{one.id}`", one.title.spoken(language), str(one.level)) for one in group.drills],
        )


def course_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the courses."""
    names = {course.id: course.name.spoken(language) for course in shelf.library.pack.courses}
    for course in shelf.library.pack.courses:
        certifies = course.certifies.spoken(language) if course.certifies else ""
        if course.valid_months:
            certifies = word("months", language).format(text=certifies, months=course.valid_months)
        yield (
            course.name.spoken(language),
            role(shelf, course.role, language),
            ", ".join(names[one] for one in course.after),
            ", ".join(f"`{one}`" for one in course.scenarios),
            certifies,
        )


def role(shelf: Shelf, name: str, language: str) -> str:
    """Return whom a course is for, as the glossary calls them."""
    return found(shelf.library.glossary, ROLES[name])[0].name.spoken(language)


def journey_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the journeys."""
    for journey in shelf.library.pack.journeys:
        yield (
            f"{journey.name.spoken(language)} `{journey.id}`",
            journey.account.spoken(language),
            " → ".join(f"`{one}`" for one in journey.scenarios),
        )


def function_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield what a sales department does, with where it is practised."""
    for function, stages in FUNCTIONS:
        yield (
            function.spoken(language),
            *(
                ids(entry.id for entry in shelf.of(kind) if entry.stage in stages)
                for kind in ("scenario", "variant", "drill")
            ),
        )


def role_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield whom the pack is for, with their courses."""
    for name in ROLES:
        courses = (one for one in shelf.library.pack.courses if one.role == name)
        yield (
            role(shelf, name, language),
            ", ".join(course.name.spoken(language) for course in courses),
        )


def term_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield every glossary entry with where it is practised, those of the explainer first."""
    entries = {term.id: term for term in shelf.library.glossary}
    for name in [*TERMS, *(name for name in entries if name not in TERMS)]:
        term = entries[name]
        practised = practising(shelf.library.entries, name)
        yield (
            f"**{term.name.spoken(language)}**" if name in TERMS else term.name.spoken(language),
            term.reading,
            ids(entry.id for entry in practised if entry.kind != "drill"),
            ids(entry.id for entry in practised if entry.kind == "drill"),
        )


def synonym_rows(shelf: Shelf, language: str) -> Iterator[tuple[str, ...]]:
    """Yield the synonyms of the explainer with the entry they are found under."""
    for name in SYNONYMS:
        term = found(shelf.library.glossary, name)[0]
        synonym = next(one for one in term.synonyms if one.name.spoken("ja") == name)
        said = synonym.name.spoken(language)
        yield f"{said}: {synonym.difference.spoken(language)}", term.name.spoken(language)


def ids(names: Iterable[str]) -> str:
    """Return ids as code, one after the other."""
    return ", ".join(f"`{name}`" for name in names)


def main() -> None:
    """Write both pages."""
    for name, text in pages(open_library(settings.shipped_pack(), None)).items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
