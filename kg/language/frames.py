"""The fillers of an event's roles, found along the paths that the ontology gives its class."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Token

from kg.language.means import means
from kg.language.nouns import singular
from kg.language.syntax import Arc, arcs, phrase, with_conjuncts
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Form
from kg.ontology import Ontology, Path
from kg.terms import KG, KGX

__all__ = ["Filled", "fill", "is_kind"]


class Filled(NamedTuple):
    """A path that fits, and the token it leads to."""

    path: Path
    token: Token


def fill(trigger: Token, event_type: str, lookup: Lookup, triggers: Mapping[int, str], ontology: Ontology) -> list[Filled]:
    """What fills the roles of an event of a class whose word is `trigger`.

    `triggers` maps the tokens that may be events to their class, for the paths that lead to events. The path of the lowest class that
    fits takes a filler; a token fills one role.
    """
    pos = "verb" if trigger.pos_ in ("VERB", "AUX") else "noun"
    own = arcs(trigger, ontology)
    if _is_clipped_passive(trigger, event_type, own, lookup, ontology):
        own = tuple(Arc("obj", arc.token) if arc.label == "subj" else arc for arc in own)
    elif not phrase(trigger).isdisjoint(ontology.listed(KGX.bursting)) and all(arc.label != "obj" for arc in own):  # "the Mercedes blew up"
        own = tuple(Arc("obj", arc.token) if is_kind(arc.token, (KG.Group,), lookup, {}, ontology) else arc for arc in own)
    if ontology.is_a(event_type, KG.Harm) and lemma(trigger) != "lose" and any(lemma(arc.token) == "life" for arc in own):
        own = tuple(arc for arc in own if arc.label != "subj")  # what "claimed lives" did not die
    own += tuple(means(trigger, ontology))
    labels = {arc.label for arc in own}
    taken: dict[int, Filled] = {}
    for path in ontology.paths(event_type):
        if path.on in (None, pos) and path.steps and not labels.isdisjoint(path.steps[0]):
            for token in (_called(found, lookup) for found in _reach(trigger, path, own, lookup, ontology)):
                named = _named_in(token, lookup) if token.i not in taken and token != trigger else None
                for other in () if named is None else (token, *named):
                    fits = is_kind(other, path.fillers, lookup, triggers, ontology)
                    if fits and not (path.armed and _is_unarmed(other, lookup, ontology)):
                        taken.setdefault(other.i, Filled(path, other))
    return [taken[index] for index in sorted(taken)]


def _called(token: Token, lookup: Lookup) -> Token:
    """A word, or the apposition that tells who it is where it tells nothing: "one of them, a policewoman"."""
    if lookup.entity_at(token.i, token.idx) is not None:
        return token
    return next((child for child in token.children if child.dep_ == "appos" and lookup.entity_at(child.i, child.idx) is not None), token)


def _is_clipped_passive(verb: Token, event_type: str, own: tuple[Arc, ...], lookup: Lookup, ontology: Ontology) -> bool:
    """Whether a headline leaves out the "was" of a passive: "Nurse charged over deaths"."""
    headline = lookup.reading.article.headline
    bare = verb.tag_ in ("VBD", "VBN") and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    in_headline = headline is not None and verb.idx < headline[1]  # where an active verb stands in the present
    told = [arc for arc in own if arc.label == "obj" or arc.label == "comp" and arc.token.dep_ != "pcomp"]
    if in_headline and ontology.is_a(event_type, KG.Violence):  # "Pilot killed, five survive crash"
        told = [arc for arc in told if arc.label != "obj" or is_kind(arc.token, (KG.Actor,), lookup, {}, ontology)]
    if not bare or told:
        return False
    shares = verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.children)  # "was held and then cleared"
    lone = verb.tag_ == "VBD" and headline is not None and not in_headline and not shares  # "fired twice", told in the body
    return ontology.is_marked(event_type, KGX.transitive) and not lone or in_headline and ontology.is_a(event_type, KG.Violence)


def _named_in(token: Token, lookup: Lookup) -> list[Token]:
    """The people that an apposition names: "two nurses, Ana Ruiz and Leo Park", "two of his friends, Ana Ruiz and Leo Park"."""
    entity = lookup.entity_at(token.i, token.idx)
    if token.pos_ != "NUM" if entity is None else lookup.reading.entities[entity].kind != KG.People:
        return []
    names = [named for child in token.children if child.dep_ == "appos" for named in with_conjuncts(child)]
    return [named for named in names if lookup.entity_at(named.i, named.idx) not in (None, entity)]


def _reach(trigger: Token, path: Path, own: tuple[Arc, ...], lookup: Lookup, ontology: Ontology) -> Iterator[Token]:
    """The tokens at the end of a path; whose somebody is takes no part in what is done to him ("cleared her husband")."""
    heads = [trigger]
    for depth, labels in enumerate(path.steps):
        if depth and "poss" in labels:
            heads = [head for head in heads if not is_kind(head, (KG.Actor,), lookup, {}, ontology)]
        heads = [arc.token for head in heads for arc in (own if depth == 0 else arcs(head, ontology)) if arc.label in labels]
    yield from heads


def _is_unarmed(token: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether a token stands for something by a name that is no country's and no armed actor's in the ontology, or for the unarmed."""
    mention, entity = lookup.mention_at(token.i, token.idx), lookup.entity_at(token.i, token.idx)
    members = lookup.reading.entities[entity].mentions if entity is not None else ()
    if any(singular(token.doc[lookup.reading.mentions[one].head]) in ontology.listed(KGX.unarmedNoun) for one in members):
        return True  # "the union would strike"
    if mention is None or entity is None:
        return False
    forms = {lookup.reading.mentions[one].form for one in (mention, *(members if token.pos_ == "PRON" else ()))}
    if Form.NAME not in forms:
        return False
    known = lookup.reading.entities[entity]
    return known.key not in ontology.armed and not ontology.is_a(known.kind, KG.Country)


def is_kind(token: Token, kinds: tuple[str, ...], lookup: Lookup, triggers: Mapping[int, str], ontology: Ontology) -> bool:
    """Whether a token stands for an entity of one of the classes, or is an event of one; no class asks for any entity."""
    if token.i in triggers:  # an event takes no part in another, but as what is said, done or judged
        return any(ontology.is_a(triggers[token.i], kind) for kind in kinds)
    entity = lookup.entity_at(token.i, token.idx)
    if entity is None:
        return False
    return not kinds or any(ontology.is_a(lookup.reading.entities[entity].kind, kind) for kind in kinds)
