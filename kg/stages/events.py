"""The arbiter: of what the voices propose, the surest class of each trigger and the roles that are sure enough become an event.

One event a trigger; which of them are the same real event is decided later, by the merging stage.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.language.cues import noun_forms
from kg.language.nouns import singular
from kg.language.voices import settled
from kg.language.words import lemma, matches, may_tell, verb_parts
from kg.lookup import Lookup
from kg.model import Event, Evidence, Form, Link, Mention, Proposal, Reading, Role
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A trigger with the proposals that won."""

    token: int
    type: Proposal
    roles: tuple[Proposal, ...]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Makes `reading.events` from `reading.proposals`, and a trigger mention for each."""
    lookup = Lookup(reading)
    drafts = _decide(reading, doc, ontology)
    first = len(reading.mentions)
    events = {draft.token: index for index, draft in enumerate(drafts)}
    mentions = [_mention(doc, draft, lookup, ontology) for draft in drafts]
    suspects = _suspects(reading, doc, lookup, ontology)
    made = tuple(
        _event(draft, doc, first + index, mention, lookup, events, suspects, ontology)
        for index, (draft, mention) in enumerate(zip(drafts, mentions, strict=True))
    )
    taking = [event for event in made if ontology.is_a(event.type, KG.Kidnapping)]
    captives = {role.entity for event in taking for role in event.roles if role.property == KG.victim}
    attackers = _attackers(reading, doc, ontology)
    if any(event.type == KG.RansomPayment for event in made):  # those for whom a ransom was paid were not arrested
        captives |= {role.entity for event in made if event.type == KG.Arrest for role in event.roles}
    taken = (_as_kidnapping(event, doc[draft.token], captives, attackers, ontology) for event, draft in zip(made, drafts, strict=True))
    return replace(reading, mentions=reading.mentions + tuple(mentions), events=_as_digital(tuple(taken), ontology))


def _as_digital(events: tuple[Event, ...], ontology: Ontology) -> tuple[Event, ...]:
    """The events, where an attack of no kind that comes after cyberattacks alone is one: "the attack was discovered on Monday"."""
    attacks = [event.type for event in events if ontology.is_a(event.type, KG.Attack) or event.type == KG.Cyberattack]
    if {*attacks} != {KG.Attack, KG.Cyberattack} or attacks[0] != KG.Cyberattack:
        return events
    return tuple(replace(event, type=KG.Cyberattack) if event.type == KG.Attack else event for event in events)


def _attackers(reading: Reading, doc: Doc, ontology: Ontology) -> set[int]:
    """The entities that are called by what they did, or by what they are and no police is: gunmen, kidnappers, rebels."""
    heads = ((index, doc[reading.mentions[mention].head]) for index, entity in enumerate(reading.entities) for mention in entity.mentions)
    captors = ontology.listed(KGX.agentNoun) | ontology.listed(KGX.captorNoun)
    return {index for index, head in heads if (noun_forms(head) | {singular(head)}) & captors}


def _as_kidnapping(event: Event, word: Token, captives: set[int], attackers: set[int], ontology: Ontology) -> Event:
    """An arrest, told by a word that may tell a kidnapping, is one by attackers, or by nobody where its patient was kidnapped."""
    if event.type != KG.Arrest or not may_tell(word, KG.Kidnapping, ontology):
        return event
    doers = {role.entity for role in event.roles if ontology.is_a(role.property, KG.agent)}
    if doers - attackers or not doers and captives.isdisjoint(role.entity for role in event.roles):
        return event
    parts = {KG.patient: KG.victim, KG.agent: KG.perpetrator}
    roles = tuple(replace(role, property=parts.get(role.property, role.property)) for role in event.roles)
    return replace(event, type=KG.Kidnapping, roles=roles)


def _decide(reading: Reading, doc: Doc, ontology: Ontology) -> list[_Draft]:
    """The class of each trigger that is sure enough, and the roles of its fillers that are."""
    kept = settled(reading, doc, ontology)
    roles: dict[int, list[Proposal]] = {}
    for proposal in kept:
        if proposal.filler is not None:
            roles.setdefault(proposal.trigger, []).append(proposal)
    return [_Draft(found.trigger, found, tuple(roles.get(found.trigger, ()))) for found in kept if found.filler is None]


def _mention(doc: Doc, draft: _Draft, lookup: Lookup, ontology: Ontology) -> Mention:
    token = doc[draft.token]
    shown = _predicate(token, draft.type.source, ontology) if token.lemma_ == "be" else token
    return Mention(shown.idx, shown.idx + len(shown), Form.TRIGGER, draft.type.type, token.i, lookup.sentence_at(token.idx))


def _predicate(copula: Token, rule: str, ontology: Ontology) -> Token:
    """The word by which a copula tells an event: the trial of "is on trial"."""
    word = next((word for word in matches(copula, ontology.verbs) if word.rule == rule), None)
    parts = verb_parts(copula, word.lemmas[1:]) if word else None
    return next((part for part in reversed(parts or ()) if part.pos_ != "ADP"), copula)


def _suspects(reading: Reading, doc: Doc, lookup: Lookup, ontology: Ontology) -> frozenset[int]:
    """The entities that the text calls suspects or alleged doers ("the alleged gunman, Ivan Petrov")."""
    doubtful = {word for cue in ontology.cues if cue.realis == KG.Possible for word in cue.words["adjective"]}
    found = set()
    for mention, entity in lookup.owners.items():
        head = doc[reading.mentions[mention].head]
        doubted = any(child.dep_ == "amod" and {lemma(child), child.lower_} & doubtful for child in head.children)
        if doubted or lemma(head) in ontology.listed(KGX.suspectNoun):
            found.add(entity)
    return frozenset(found)


def _role_of(proposal: Proposal, entity: int, lookup: Lookup, suspects: frozenset[int], ontology: Ontology) -> str:
    """A role as an entity has it: a suspect only allegedly did it, and an organisation is behind what people carry out."""
    role, kind = proposal.role or KG.participant, lookup.reading.entities[entity].kind
    if entity in suspects and ontology.is_a(role, KG.agent) and ontology.is_a(proposal.type, KG.Violence):
        return KG.allegedPerpetrator
    instead = ontology.facts.iris(role, KGX.groupRole)
    return instead[0] if instead and (ontology.is_a(kind, KG.Group) or ontology.is_a(kind, KG.Country)) else role


def _event(
    draft: _Draft, doc: Doc, index: int, mention: Mention, lookup: Lookup, events: dict[int, int], suspects: frozenset[int],
    ontology: Ontology,
) -> Event:
    here = (mention.begin, mention.end)
    roles, links = [], []
    for proposal in draft.roles:
        assert proposal.filler is not None and proposal.role is not None
        token = doc[proposal.filler]
        evidence = (Evidence(mention.sentence, proposal.source, proposal.confidence, (here, (token.idx, token.idx + len(token)))),)
        entity = lookup.entity_at(token.i, token.idx)
        if token.i in events:
            links.append(Link(proposal.role, events[token.i], evidence))
        elif entity is not None:
            role = Role(_role_of(proposal, entity, lookup, suspects, ontology), entity, evidence)
            roles += [role, *_behind(role, token, lookup, ontology)]
    proof = (Evidence(mention.sentence, draft.type.source, draft.type.confidence, (here,)),)
    return Event(draft.type.type, (index,), KG.Actual, roles=tuple(roles), links=tuple(links), evidence=proof)


def _behind(role: Role, doer: Token, lookup: Lookup, ontology: Ontology) -> Iterator[Role]:
    """The organisation for which several people fight who did harm, where the same sentence tells it: "FCF guerrillas attacked"."""
    kind, proof = lookup.reading.entities[role.entity].kind, role.evidence[0]
    if kind != KG.People or lemma(doer) not in ontology.listed(KGX.armedNoun) or not ontology.facts.iris(role.property, KGX.groupRole):
        return
    beside = {token.idx for token in doer.subtree}
    for relation in lookup.reading.relations:
        if relation.subject == role.entity and relation.property == KG.memberOf:
            told = [other for other in relation.evidence if other.words and beside.issuperset(begin for begin, _ in other.words)]
            if told:
                sure = round(proof.confidence * told[0].confidence, 2)
                words = tuple(sorted({*proof.words, *told[0].words}))
                yield Role(KG.responsibleGroup, relation.object, (Evidence(proof.sentence, told[0].rule, sure, words),))
