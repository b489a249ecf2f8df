"""The times told so far: what the later ones are reckoned from, and for how long."""

from datetime import date
from re import fullmatch

from kg.stages.times.lexer import Lexeme
from kg.stages.times.tense import Outlook
from kg.stages.times.values import Anchor, Meaning

__all__ = ["Memory"]

_NEAR = 60  # lexemes, two sentences or so, over which a time of day belongs to the day told of before
_ACCOUNT = 100  # lexemes, a paragraph or two, over which figures are those of the quarter told of before
_ACCOUNTING = frozenset({"quarter", "reported"})  # rules that tell which quarter an account is of
_LONG = r"\d{4}(-\d\d)?"  # a year or a month
_QUOTED = frozenset({"DEICTIC", "TONIGHT"})  # they may be another speaker's


class Memory:
    """What was told of while a text is gone through; places are positions among its lexemes."""

    def __init__(self, published: date | None) -> None:
        self._anchor = Anchor(published)
        self._day_at = self._quarter_at = 0
        self._is_elsewhere = False  # whether a year or month was told since the last day, in which that day is not

    def anchor(self, at: int, looks: Outlook | None) -> Anchor:
        """What an expression at a place is reckoned from."""
        known = self._anchor
        near = known.told if at - self._day_at < _NEAR else None
        quarter = known.quarter if at - self._quarter_at < _ACCOUNT else None
        return Anchor(known.published, known.told, near, known.period, quarter, looks, self._is_elsewhere)

    def keep(self, at: int, rule: str, meaning: Meaning, inside: list[Lexeme]) -> None:
        """Takes in what an expression meant."""
        if meaning.first is None or meaning.type not in ("DATE", "TIME"):
            return
        known, told, quarter = self._anchor, self._anchor.told, self._anchor.quarter
        if "-Q" in meaning.value and rule in _ACCOUNTING:
            quarter, self._quarter_at = meaning.first, at
        if meaning.first == meaning.last and _QUOTED.isdisjoint(lexeme.kind for lexeme in inside):
            told, self._day_at, self._is_elsewhere = meaning.first, at, False
        elif fullmatch(_LONG, meaning.value) and meaning.last is not None and told is not None and meaning.last < told:
            self._is_elsewhere = True
        self._anchor = Anchor(known.published, told, period=meaning.first, quarter=quarter)
