"""Whether the words of the ontology stand at a token: a verb with its particle or object, a noun with what comes before it."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.language.once import once
from kg.language.spans import sentence_start
from kg.ontology import Ontology, Word

__all__ = ["is_superlative", "lemma", "lemmas", "matches", "may_harm", "may_tell", "verb_parts", "within_phrase"]

_VERB_PARTS = frozenset({
    "prt", "dobj", "acomp", "oprd", "prep", "pobj", "advmod", "nsubjpass", "attr", "xcomp", "dative", "ccomp", "neg", "agent",
})
_COPULA_PARTS = _VERB_PARTS | {"nsubj"}
_SKIPPED = frozenset({"DET", "PUNCT", "SPACE"})


def lemma(token: Token) -> str:
    """A token's lemma in lower case; a capitalised noun that the tagger takes for a name loses its plural s."""
    text = token.lemma_.lower()
    if token.tag_ == "NNPS" and text.endswith("s"):
        return text[:-1]
    return text


def lemmas(token: Token) -> tuple[str, ...]:
    """A token's lemma, and for a verb the others that its ending allows: the lemmatiser takes "stages" for a form of "stag"."""
    text = token.lower_
    if token.tag_ == "VBZ" and text.endswith("s"):
        others = [text[:-1]]
    elif token.tag_ in ("VBD", "VBN") and text.endswith("ed"):
        others = [text[:-1], text[:-2], *_undoubled(text[:-2])]
    elif token.tag_ == "VBG" and text.endswith("ing"):
        others = [text[:-3] + "e", text[:-3], *_undoubled(text[:-3])]
    else:
        others = []
    return tuple(dict.fromkeys([lemma(token), *others]))


def may_tell(verb: Token, kind: str, ontology: Ontology) -> bool:
    """Whether a verb, alone or with words that need not stand here, tells an event of a class."""
    return any(ontology.is_a(word.owner, kind) for word in ontology.verbs.get(lemma(verb), ()))


def may_harm(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb by itself tells that somebody is killed, hurt, held or driven away."""
    return any(len(word.lemmas) == 1 for word in ontology.outcomes["verb"].get(lemma(verb), ()))


def _undoubled(stem: str) -> list[str]:
    return [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []  # "machinegunned"


@once
def _forms(token: Token) -> tuple[str, ...]:
    """All that a token may stand under in an index."""
    return (*lemmas(token), token.lower_)


def matches(token: Token, index: Mapping[str, tuple[Word, ...]]) -> Iterator[Word]:
    """The words of an index that stand at a token, longest first."""
    for word in next(filter(None, map(index.get, _forms(token))), ()):
        stands = verb_parts(token, word.lemmas[1:]) is not None if word.pos == "verb" else _noun_stands(token, word.lemmas[:-1])
        if stands:
            yield word


def verb_parts(verb: Token, rest: tuple[str, ...]) -> list[Token] | None:
    """The tokens that are the particle and objects belonging to a verb, in their order; None where one does not stand there."""
    if rest and rest[0] not in _beside(verb):
        return None
    last, parts = verb, []
    for part in rest:
        heads = (last,) if last.dep_ == "agent" else dict.fromkeys((verb, last))  # "hit by truck" is not "the truck was hit by …"
        around = [child for head in heads for child in head.children if child.dep_ in _parts_of(head)]
        found = next((child for child in around if part in (lemma(child), child.lower_)), None)
        if found is None or _is_joined_reflexive(found):
            return None
        last = found
        parts.append(found)
    return parts


@once
def _beside(verb: Token) -> frozenset[str]:
    """The lemmas and forms of the words that may be a verb's particle or object."""
    labels = _parts_of(verb)
    return frozenset(form for child in verb.children if child.dep_ in labels for form in (lemma(child), child.lower_))


def _parts_of(head: Token) -> frozenset[str]:
    """The labels of what may belong to a verb; to a copula also its subject: "the culprits were they" is "they were the culprits"."""
    return _COPULA_PARTS if head.pos_ == "AUX" else _VERB_PARTS


def _is_joined_reflexive(token: Token) -> bool:
    """Whether a reflexive is only one of several objects: who "killed himself and six others" did not kill himself alone."""
    return token.lower_.endswith(("self", "selves")) and any(child.dep_ == "conj" for child in token.children)


def _noun_stands(noun: Token, before: tuple[str, ...]) -> bool:
    position = noun.i
    for part in reversed(before):
        position -= 1
        while position >= 0 and noun.doc[position].text == "-":
            position -= 1
        if position < 0 or part not in (lemma(noun.doc[position]), noun.doc[position].lower_):
            return False
    return True


def is_superlative(noun: Token) -> bool:
    """Whether a noun is ranked: "the deadliest attack since …"."""
    return any(other.tag_ == "JJS" for other in noun.doc[max(sentence_start(noun), noun.i - 3):noun.i])


def within_phrase(token: Token, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    """Whether a token stands in one of some phrases of lemmas, given by each lemma they hold.

    Determiners, possessives and hyphens between the words do not count; a verb's particle and object may stand apart from it.
    """
    own = lemma(token)
    held = dict.fromkeys((*phrases.get(own, ()), *phrases.get(token.lower_, ())))
    if not held:
        return False
    spelt, here = _around(token)
    forms = {form for forms in spelt for form in forms}
    near = [phrase for phrase in held if forms.issuperset(phrase)] if here >= 0 else []
    places = ((here - at, phrase) for phrase in near for at, part in enumerate(phrase[:here + 1]) if part in spelt[here])
    if any(_spelt_at(start, phrase, spelt) for start, phrase in places):
        return True
    verbal = [phrase for phrase in held if len(phrase) > 1 and phrase[0] == own] if token.pos_ == "VERB" else []
    if token.dep_ == "acl" and token.tag_ == "VBN" and (own, lemma(token.head)) in verbal:  # "a deal struck on Thursday"
        return True
    return any(verb_parts(token, phrase[1:]) is not None for phrase in verbal)


@once
def _around(token: Token) -> tuple[list[tuple[str, str]], int]:
    """The lemmas and forms of the words around one that count, in their order, and its own place among them; -1 where it counts not."""
    around = [other for other in token.doc[max(0, token.i - 6):token.i + 7] if other.pos_ not in _SKIPPED and other.tag_ != "PRP$"]
    here = around.index(token) if token in around else -1
    # "the attack planned by the gang" is no "attack plan"
    return [(other.lower_ if other.dep_ == "acl" and other != token else lemma(other), other.lower_) for other in around], here


def _spelt_at(start: int, phrase: tuple[str, ...], spelt: list[tuple[str, str]]) -> bool:
    window = spelt[start:start + len(phrase)]
    return len(window) == len(phrase) and all(part in forms for part, forms in zip(phrase, window, strict=True))
