"""What the learned reader hears filling a role, and no rule finds: "dynamite", "the Las Canas bridge", "Jeffrey | Brent Ball"."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.language.heads import head_of, substance, tokens_in
from kg.language.lexicon import Lexicon
from kg.language.nouns import is_title, plural
from kg.model import Form, Heard
from kg.ontology import Ontology
from kg.stages.mentions.names import Name
from kg.stages.mentions.nominals import Phrase
from kg.terms import KG

__all__ = ["find", "renamed"]

_SURE = 0.4                  # how likely words must be a filler to stand for something on that ground alone
_NAMED = 0.5                 # how likely they must be a name to be one whatever the rules say of its parts
_BARE = frozenset({"DET", "NUM", "PUNCT", "SPACE", "PRON", "ADP", "CCONJ"})


def renamed(doc: Doc, heard: Iterable[Heard], found: list[Name], ontology: Ontology, words: Lexicon) -> list[Name]:
    """The names, in the order of the text; what the reader hears is one name, of its label's class, without a demonym before it."""
    names = found
    for label in heard:
        kind = ontology.learned_names.get(label.label)
        tokens = tokens_in(doc, label.begin, label.end) if kind and label.confidence >= _NAMED else []
        while tokens and is_title(tokens[0], ontology, words):
            tokens = tokens[1:]
        inside = [name for name in names if tokens and name.start <= tokens[-1].i and name.end > tokens[0].i]
        if kind and inside and all(_may_be(name, kind, ontology) for name in inside) and all(token.is_alpha for token in tokens):
            begin = _begin(doc, min(inside[0].start, tokens[0].i), tokens[-1].i, ontology)
            whole = Name(begin, max(inside[-1].end, tokens[-1].i + 1), kind)
            names = sorted([whole, *(name for name in names if name not in inside)], key=lambda name: name.start)
    return names


def _may_be(name: Name, kind: str, ontology: Ontology) -> bool:
    """Whether a name that no list knows may be one of a class: people's names are taken for those of places."""
    return name.known is None and any(ontology.is_a(name.kind, one) for one in (kind, KG.Place))


def _begin(doc: Doc, start: int, last: int, ontology: Ontology) -> int:
    """Where a name begins behind the demonyms before it: "Spaniard Francisco Puja"."""
    while start < last and (doc[start].text in ontology.people_names or doc[start].text in ontology.demonyms):
        start += 1
    return start


def find(doc: Doc, heard: Iterable[Heard], taken: set[int], ontology: Ontology) -> list[Phrase]:
    """Phrases of fillers that share no token with those `taken`, each of the class of its surest label."""
    found = []
    for label in sorted(heard, key=lambda label: (-label.confidence, label.begin, label.end, label.label)):
        kind = ontology.learned_fillers.get(label.label)
        if kind is None or label.confidence < _SURE:
            continue
        tokens = tokens_in(doc, label.begin, label.end)
        if not tokens:
            continue
        head = head_of(tokens)
        if kind == KG.Weapon:
            head = substance(head)
        phrase = _around(head, tokens, taken)
        if head.pos_ in ("NOUN", "PROPN") and phrase:
            taken.update(token.i for token in phrase)
            found.append(_phrase(phrase, head, kind))
    return found


def _around(head: Token, tokens: list[Token], taken: set[int]) -> list[Token]:
    """The tokens about a head up to those taken, without the determiners, figures and the like that they begin with."""
    if head not in tokens:
        return []
    at = tokens.index(head)
    begin = max((index + 1 for index in range(at) if tokens[index].i in taken), default=0)
    end = next((index for index in range(at, len(tokens)) if tokens[index].i in taken), len(tokens))
    phrase = tokens[begin:end]
    while phrase and phrase[0].pos_ in _BARE:
        phrase = phrase[1:]
    while phrase and phrase[-1].pos_ in _BARE:
        phrase = phrase[:-1]
    return phrase if head in phrase else []


def _phrase(tokens: list[Token], head: Token, kind: str) -> Phrase:
    many = kind == KG.Person and plural(head)
    form = Form.NAME if head.pos_ == "PROPN" else Form.NOMINAL
    return Phrase(tokens[0].i, tokens[-1].i + 1, head.i, KG.People if many else kind, form)
