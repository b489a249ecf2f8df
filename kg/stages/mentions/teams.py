"""Teams that bear the name of their town: in a report of a match Mainz is who scores, not where."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from kg.language.domains import domains
from kg.language.lexicon import Lexicon
from kg.language.nouns import singular
from kg.language.words import lemma
from kg.ontology import Ontology
from kg.terms import KGX

__all__ = ["teams"]

_PARTS = ("compound", "poss", "nmod")
_PLAYS = ("nsubj", "dobj", "nsubjpass")
_SCORE = re.compile(r"\d{1,3}[-–:]\d{1,3}")


def teams(doc: Doc, places: Iterable[Span], ontology: Ontology, words: Lexicon) -> set[Span]:
    """Those of some towns' names that mean their team, in an article about sport; none in any other.

    One that plays, or whose players are told of, shows that its name is a team's; where the article says "in" before it, it is the town.
    """
    towns = list(places)
    found = {span.text for span in towns if _is_team(span, words)}
    if not found or KGX.sport not in domains(doc, ontology):
        return set()
    return {span for span in towns if span.text in found and not _is_where(span, words)}


def _is_where(span: Span, words: Lexicon) -> bool:
    return span.start > 0 and span[0].nbor(-1).lower_ in words.locatives


def _is_team(span: Span, words: Lexicon) -> bool:
    root = span.root
    while root.dep_ == "conj" and root.head != root and root.head.pos_ == "PROPN":
        root = root.head
    return _owns_player(root, words) or root.dep_ in _PLAYS and lemma(root.head) in words.game_verbs or _is_opponent(root, words) or (
        _SCORE.match(span.doc[span.end:span.end + 3].text) is not None)


def _owns_player(root: Token, words: Lexicon) -> bool:
    """Whether what a name stands before is a team's: "Mainz coach Klopp", "Dortmund's Lars Ricken"."""
    return root.dep_ in _PARTS and (singular(root.head) in words.team_nouns or root.dep_ == "poss" and root.head.ent_type_ == "PERSON")


def _is_opponent(root: Token, words: Lexicon) -> bool:
    """Whether a name stands behind "against", or behind the preposition of a game: "a 2-0 win over Mainz", "lost to Mainz"."""
    if root.dep_ != "pobj":
        return False
    game = root.head.head
    return root.head.lower_ == "against" or lemma(game) in (words.game_verbs if game.pos_ == "VERB" else words.game_nouns)
