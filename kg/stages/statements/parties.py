"""Who is a party to what he tells: a side, one who is accused himself, a caller who speaks for a group."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.language.attribution import called
from kg.language.syntax import arcs
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Event, Form, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["is_accused", "is_answerable", "represented", "takes_sides"]


def represented(caller: int | None, statement: Event, lookup: Lookup, doc: Doc, ontology: Ontology) -> Iterator[int]:
    """The groups for which somebody speaks: "a man who said that he spoke for the Front", "on behalf of the Front"."""
    reading = lookup.reading
    word = doc[reading.mentions[statement.triggers[0]].head]
    mentions = reading.entities[caller].mentions if caller is not None else ()
    clauses = [child for index in mentions for child in doc[reading.mentions[index].head].children if child.dep_ in ("relcl", "acl")]
    clauses += [child for child in word.children if child.dep_ == "ccomp"]
    verbs = (verb for clause in clauses for verb in clause.subtree if lemma(verb) in ontology.listed(KGX.spokeVerb))
    targets = [arc.token for verb in verbs for arc in arcs(verb, ontology) if arc.label in ("for", "obj")]
    entities = (lookup.entity_at(token.i, token.idx) for token in (*targets, *_behalf(word)))
    yield from (entity for entity in entities if entity is not None and ontology.is_a(reading.entities[entity].kind, KG.Group))


def _behalf(word: Token) -> Iterator[Token]:
    """In whose name a clause tells something: "claimed it on behalf of the Front", "a statement in the name of the Front"."""
    for token in word.subtree:
        named = token.lower_ == "behalf" and token.head.lower_ == "on" or token.lower_ == "name" and token.head.lower_ == "in"
        of = (child for child in token.children if child.lower_ == "of") if named else ()
        yield from (target for prep in of for target in prep.children if target.dep_ == "pobj")


def takes_sides(speaker: int, reading: Reading, doc: Doc, ontology: Ontology) -> bool:
    """Whether somebody is known by a noun for those who are a party to a quarrel: "the widow", "the opposition"."""
    return bool(called(speaker, reading, doc) & ontology.listed(KGX.sideNoun))


def is_accused(speaker: int, events: Iterable[Event], ontology: Ontology) -> bool:
    """Whether somebody is accused of something himself, so that what he says of others is an accusation."""
    blamed = (event for event in events if ontology.is_a(event.type, KG.Accusation))
    said = (KG.topic, KG.patient, KGX.accused)
    return any(role.entity == speaker and role.property in said for event in blamed for role in event.roles)


def is_answerable(entity: int, reading: Reading, doc: Doc, ontology: Ontology) -> bool:
    """Whether an accusation would be one of somebody in particular: a name, an organisation, a country, its soldiers."""
    found = reading.entities[entity]
    heads = [doc[reading.mentions[index].head] for index in found.mentions]
    named = any(reading.mentions[index].form == Form.NAME for index in found.mentions)
    state = any(lemma(word) in ontology.listed(KGX.stateNoun) for head in heads for word in (head, *head.children))
    return named or state or ontology.is_a(found.kind, KG.Group) or ontology.is_a(found.kind, KG.Country)
