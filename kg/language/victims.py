"""Whom an outcome word counts: "52 people" of "killed", "12" of "left 12 dead", "a bomb maker and his driver"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.language.figures import figures_of, has_numeral, standing, total_of
from kg.language.once import once
from kg.language.subjects import is_verbal
from kg.language.syntax import arcs, conjuncts, with_conjuncts
from kg.language.words import lemma, matches, verb_parts, within_phrase
from kg.lookup import Lookup
from kg.model import Span
from kg.ontology import Ontology, Word
from kg.terms import KG, KGX

__all__ = ["Group", "groups", "is_clipped", "outcome_word", "tells_outcome"]

_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_HARMS = (KG.Attack, KG.Death, KG.Injury, KG.Killing)  # their exceptions are those of outcomes too ("kill off")
_MORE = frozenset({"more"})
_LIVES = "life"  # lives count people


@dataclass(frozen=True, slots=True)
class Group:
    """People that an outcome word counts or names; `minimum == maximum` for an exact figure, both None for mere names."""

    minimum: int | None
    maximum: int | None
    text: str
    span: Span
    entity: int | None
    including: tuple[int, ...] = ()
    rule: str | None = None  # by which it is told as the newest figure or as an older one


@once
def outcome_word(token: Token, ontology: Ontology) -> Word | None:
    """The word of the ontology by which a token tells an outcome, if it does."""
    kind = _KINDS.get(token.pos_)
    other = "adjective" if kind == "verb" else "verb" if token.tag_ in ("VBN", "VBD") else None
    for pos in (kind, other):
        word = next(matches(token, ontology.outcomes[pos]), None) if pos else None
        # a word of several lemmas ("death toll") is no exception of a shorter one's
        if word is not None and (len(word.lemmas) > 1 or not within_phrase(token, _exceptions(word, ontology))):
            return word
    return None


def _exceptions(word: Word, ontology: Ontology) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases in which a word of an outcome tells none: those of any harm, and of the event that the outcome is one of."""
    made = ontology.inherited(word.owner, KGX.outcomeEvent)
    return ontology.exceptions(*_HARMS, *([made] if made is not None and made not in _HARMS else []))


def is_clipped(adjective: Token) -> bool:
    """Whether an adjective that seems to modify a figure or an object tells its outcome: "52 dead", "shot dead five people"."""
    noun = adjective.head
    return noun.pos_ == "NUM" or noun.dep_ == "dobj" and any(child.dep_ == "nummod" for child in noun.children)


def tells_outcome(token: Token, ontology: Ontology) -> bool:
    """Whether a token tells what became of people."""
    return outcome_word(token, ontology) is not None


def groups(outcome: Token, lookup: Lookup, ontology: Ontology) -> Iterator[Group]:
    """The people counted or named by an outcome word, the several of a coordination as one figure where each can be counted."""
    if _is_half(outcome, ontology):
        return
    bare = _bare_figure(outcome, lookup, ontology)
    if bare is not None:
        yield bare
        return
    included = _included(outcome)
    if included:
        yield from (_uncounted(group) for head in included if (group := _group(head, lookup, ontology)) is not None)
        return
    suffering = (*_patients(outcome, ontology), *_of_deed(outcome, lookup, ontology))
    told = dict.fromkeys(figure for head in suffering for figure in _figures(head, ontology))
    whole = [head for head in told if not _is_part(head, outcome, ontology) and not _is_denied(head)]
    heads = [head for head in whole if not _tells_another(head, outcome, ontology)]
    found = [group for head in heads if (group := _group(head, lookup, ontology)) is not None]
    apart = len({head.head for head in heads if head.dep_ == "pobj"}) > 1  # "put the number of dead at 24 on Tuesday and at 26 a day later"
    exact = all(group.minimum is not None and group.minimum == group.maximum and not group.rule for group in found)
    if len(found) > 1 and exact and not apart:
        total = sum(group.minimum or 0 for group in found)
        first, last = found[0], found[-1]
        span = (min(first.span[0], last.span[0]), max(first.span[1], last.span[1]))
        named = tuple(group.entity for group in found if group.entity is not None)
        yield Group(total, total, outcome.doc.text[span[0]:span[1]], span, None, named)
        found = [_uncounted(group) for group in found]
    yield from found


def _is_half(outcome: Token, ontology: Ontology) -> bool:
    """Whether one figure is told of two outcomes at once: of "3,812 were killed and wounded" nobody knows how many died."""
    for first in (outcome, outcome.nbor(-2) if outcome.i > 1 else outcome):
        second = first.nbor(2) if first.i + 2 < len(first.doc) else first
        if outcome not in (first, second) or second == first or first.nbor().lower_ not in ("and", "or") or second.head != first:
            continue
        told = {word.owner for word in (outcome_word(first, ontology), outcome_word(second, ontology)) if word is not None}
        if told == {KG.Killed, KG.Injured} and not _is_one(outcome):
            return True
    return False


def _is_one(verb: Token) -> bool:
    """Whether a verb is told of one person: who "was wounded and died"."""
    told = [child for node in (verb, verb.head) for child in node.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return any(child.tag_ in ("NN", "NNP", "PRP") for child in told if child.dep_ != "nsubj") or not told


def _uncounted(group: Group) -> Group:
    return Group(None, None, group.text, group.span, group.entity, group.including)


def _included(noun: Token) -> list[Token]:
    """Who is told to be among those that a noun counts elsewhere: "the dead include a nurse"."""
    if noun.dep_ != "nsubj" or lemma(noun.head) != "include":
        return []
    return [other for child in noun.head.children if child.dep_ == "dobj" for other in with_conjuncts(child)]


def _bare_figure(outcome: Token, lookup: Lookup, ontology: Ontology) -> Group | None:
    """The figure that stands alone right before an outcome word: "52 dead and 91 wounded"."""
    if outcome.i == 0 or outcome.tag_ not in ("VBN", "VBD", "VBG", "JJ", "NN", "NNS"):
        return None
    before = outcome.nbor(-1)
    quantity = lookup.quantities.get(before.i)
    figure = lookup.reading.quantities[quantity] if quantity is not None else None
    if figure is None or figure.noun is not None and figure.noun != outcome.i or _is_denied(before):
        return None
    mention = lookup.reading.mentions[figure.mention]
    if not mention.begin <= before.idx < mention.end:
        return None
    span = (mention.begin, mention.end)
    within = tuple(_including(before, lookup))
    return Group(figure.minimum, figure.maximum, lookup.reading.text_of(span), span, None, within, standing(before, ontology))


def _patients(outcome: Token, ontology: Ontology) -> Iterator[Token]:
    word = outcome_word(outcome, ontology)
    total = total_of(outcome)
    if total is not None:
        yield from figures_of(total, ontology)
    elif word is not None and word.pos == "adjective":
        yield from _of_adjective(outcome)
    elif is_verbal(outcome) or outcome.tag_ in ("VBN", "VBD"):
        yield from _of_verb(outcome, word, ontology)
    if outcome.pos_ in ("NOUN", "ADJ"):
        yield from figures_of(outcome, ontology)


def _of_deed(noun: Token, lookup: Lookup, ontology: Ontology) -> list[Token]:
    """Whom the noun for a deed names behind its "of": "the murder of six priests"."""
    event = lookup.event_at(noun.i) if noun.pos_ == "NOUN" else None
    if event is None or ontology.is_a(lookup.reading.events[event].type, KG.Harm):
        return []
    return [arc.token for arc in arcs(noun, ontology) if arc.label == "of"]


def _figures(head: Token, ontology: Ontology) -> Iterator[Token]:
    """A head itself, or the figure told of its number: "the number of people killed rose to 84"."""
    total = total_of(head)
    if total is not None:
        yield from figures_of(total, ontology)
    else:
        yield head


def _of_verb(verb: Token, word: Word | None, ontology: Ontology) -> list[Token]:
    """Who suffers what a verb tells: its object, or its subject where it has none or is one that is undergone ("fled the town")."""
    own = arcs(verb, ontology)
    parts = verb_parts(verb, word.lemmas[1:]) if word is not None and word.pos == "verb" else None
    if parts and (told := _in_phrase(parts)):
        return told
    objects = [arc.token for arc in own if arc.label in ("obj", "iobj") and arc.token not in (parts or ())]
    subjects = [arc.token for arc in own if arc.label == "subj"]
    if word is not None and subjects and word.lemmas[0] in ontology.listed(KGX.undergoneVerb):
        return subjects
    takes = lemma(verb) != "lose" and any(lemma(part) == _LIVES for part in parts or ())  # whose attacks "claimed lives" did not die
    takes = takes or any(child.dep_ == "agent" for child in verb.children)  # "before being shot to death by an officer"
    return objects or (subjects if not takes and (parts or _is_intransitive(verb)) else [])  # "suffered injuries", "died"


def _in_phrase(parts: list[Token]) -> list[Token]:
    """Who is counted inside a phrase: "claimed nine lives", "took the lives of 12 men"."""
    lives = [part for part in parts if lemma(part) == _LIVES]
    if lives and has_numeral(lives[0]):
        return lives
    held = [part for part in parts if lives and part.pos_ == "ADP"]
    return [other for prep in held for child in prep.children if child.dep_ == "pobj" for other in with_conjuncts(child)]


def _is_intransitive(verb: Token) -> bool:
    """Whether the subject suffers what the verb tells: it has no object, passive or light, of its own ("died", "drowned")."""
    taken = any(child.dep_ in ("dobj", "auxpass") or child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return not taken and lemma(verb) not in ("kill", "wound", "injure")


def _of_adjective(adjective: Token) -> Iterator[Token]:
    """Its own subject, or that or the object of the verb it completes: "were confirmed dead", "left 12 people dead"."""
    # "a dozen were missing": the parse hangs the subject on the auxiliary now and then
    clause = (adjective, *(child for child in adjective.children if child.dep_ in ("aux", "auxpass")))
    own = [child for node in clause for child in node.children if child.dep_ in ("nsubj", "nsubjpass")]
    if adjective.dep_ == "amod" and is_clipped(adjective):
        own = [adjective.head]
    top = adjective
    while not own and top.dep_ == "conj" and top.head.pos_ in ("ADJ", "NOUN", "VERB"):
        top = top.head
    verb = top.head
    if not own and is_verbal(verb):
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        completes = top.dep_ in ("acomp", "oprd", "attr")  # and not a clause of its own ("are missing, said the mayor")
        own = objects or (subjects if completes else [])
    yield from (other for head in own for other in with_conjuncts(head))


def _tells_another(head: Token, outcome: Token, ontology: Ontology) -> bool:
    """Whether what a word seems to count tells an outcome of its own: "pulled nine bodies from the wreck" saves nobody."""
    word = outcome_word(head, ontology) if head != outcome else None
    return word is not None and word.owner not in {other.owner for other in [outcome_word(outcome, ontology)] if other}


def _is_denied(head: Token) -> bool:
    """Whether a figure is said not to be it: "twelve people and not 16 died"."""
    first = head.left_edge
    if any(child.dep_ == "neg" for child in head.children) and not is_verbal(head):
        return True
    return first.i > 0 and first.nbor(-1).lower_ == "not" and not first.is_sent_start


def _is_part(head: Token, outcome: Token, ontology: Ontology) -> bool:
    """Whether a figure is only part of another, or comes on top of one: "three more died"; "killed 12 and wounded 30 more" is none."""
    adds = any(child.lower_ in _MORE and child.nbor().lower_ != "than" for child in head.children if child.i + 1 < len(head.doc))
    if adds and not (outcome.dep_ in ("conj", "advcl") and _tells_another(outcome.head, outcome, ontology)):
        return True
    within = any(node.lower_ == "including" for node in (head.head, head.head.head) if node != head)
    return within or _follows_among_them(head)


def _follows_among_them(head: Token) -> bool:
    """Whether "among them" stands right before a noun phrase."""
    begin = head.left_edge.i
    return begin > 1 and head.doc[begin - 2].lower_ == "among" and head.doc[begin - 1].lower_ in ("them", "whom")


def _group(head: Token, lookup: Lookup, ontology: Ontology) -> Group | None:
    quantity = lookup.quantities.get(head.i)
    entity = lookup.entity_at(head.i, head.idx)
    if entity is not None and not ontology.is_a(lookup.reading.entities[entity].kind, KG.Actor):
        return None
    if quantity is not None:
        figure = lookup.reading.quantities[quantity]
        counted = head.doc[figure.noun] if figure.noun is not None else head
        if lemma(counted) in ontology.animals or lookup.event_at(counted.i) is not None and not tells_outcome(counted, ontology):
            return None  # "the murders of a judge and five policemen, as well as 31 bombings"
        mention = lookup.reading.mentions[figure.mention]
        span = (mention.begin, mention.end)
        within = tuple(_including(head, lookup))
        return Group(figure.minimum, figure.maximum, lookup.reading.text_of(span), span, entity, within, standing(head, ontology))
    if entity is None:
        return None
    span = (head.left_edge.idx, head.idx + len(head))
    one = lookup.reading.entities[entity].kind == KG.Person
    return Group(1 if one else None, 1 if one else None, lookup.reading.text_of(span), span, entity, tuple(_including(head, lookup)))


def _including(head: Token, lookup: Lookup) -> Iterator[int]:
    """The entities named after "including" or "among them"."""
    parts = [target for token in head.subtree if token.lower_ == "including" and token.i > head.i for target in token.children]
    parts = [target for target in parts if target.dep_ in ("pobj", "dobj")]
    above = (head, head.head, head.head.head)
    for token in {node.i: node for top in above for node in top.children if node.lower_ == "among" and node.i > head.i}.values():
        parts += [other for other in (*token.subtree, *token.head.children) if other.i > token.i + 1 and _follows_among_them(other)]
    for target in dict.fromkeys(other for part in parts for other in (part, *conjuncts(part))):
        entity = lookup.entity_at(target.i, target.idx)
        if entity is not None:
            yield entity
