"""Where a line of Japanese may not break: JIS X 4051, for every text that is laid out."""

from typing import Final

NO_START: Final = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”»％‰〜～…‥—―"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "｡､･ｰﾞﾟ｣ｧｨｩｪｫｬｭｮｯ!),.:;?]}%"
)
"""What no line begins with: closing signs, small kana, marks of repetition."""

NO_END: Final = frozenset("（［｛〔〈《「『【〘〖〝‘“«｢([{￥＄＃$£#")
"""What no line ends with: opening signs and signs before a figure."""


def may_break(text: str, index: int) -> bool:
    """Say whether a line may end before `text[index]`."""
    return text[index] not in NO_START and text[index - 1] not in NO_END
