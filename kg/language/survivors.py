"""Reported deaths of people of whom the text tells that they live, or that they died later."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.language.subjects import antecedent, is_pluperfect, is_verbal, surface_subject
from kg.language.syntax import phrase
from kg.language.victims import groups, outcome_word, tells_outcome
from kg.language.words import lemma, may_harm, may_tell
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["survivors"]

Reports = Mapping[int, Iterable[Token]]


def survivors(reports: Reports, lookup: Lookup, doc: Doc, ontology: Ontology) -> frozenset[int]:
    """The tokens of the reported deaths that are none; `reports` holds what reporting words report, by the word."""
    alive = frozenset(_alive(doc, lookup, ontology))
    events = lookup.reading.events
    deaths = [index for index, event in enumerate(events) if ontology.is_a(event.type, KG.Death)]
    found = {*_presumed(alive, doc, lookup, ontology), *_announced(alive, doc, lookup, ontology)}
    for word, content in reports.items():
        inside = {token.i for token in content}
        dead = {entity for token in content for entity in _killed(token, lookup, ontology)} | {
            role.entity for death in deaths if lookup.word_of(death) in inside
            for role in events[death].roles if role.property == KG.victim}
        if dead & alive or any(_dies_later(person, word, inside, deaths, lookup) for person in dead):
            found |= inside
        found |= _seen_after(content, dead, doc, lookup, ontology)
    return frozenset(found)


def _killed(token: Token, lookup: Lookup, ontology: Ontology) -> Iterator[int]:
    """Whom a token tells as dead."""
    word = outcome_word(token, ontology)
    if word is not None and word.owner == KG.Killed:
        yield from (group.entity for group in groups(token, lookup, ontology) if group.entity is not None)


def _alive(doc: Doc, lookup: Lookup, ontology: Ontology) -> Iterator[int]:
    """The people who are said to be alive, or to have a pulse or a condition."""
    signs = ontology.listed(KGX.lifeNoun)
    for token in doc:
        if token.lower_ == "alive":
            yield from _bearers(token, lookup)
        elif token.tag_ in ("VBD", "VBZ", "VBN") and not phrase(token).isdisjoint(ontology.listed(KGX.livingVerb)):
            subject = surface_subject(token)
            entity = lookup.entity_at(subject.i, subject.idx) if subject is not None else None
            if entity is not None:
                yield entity
        elif lemma(token) in signs:
            owners = [child for child in token.children if child.dep_ == "poss"]
            if token.dep_ == "pobj" and token.head.lower_ == "in" and is_verbal(token.head.head):  # "he was in stable condition"
                owners += [child for child in token.head.head.children if child.dep_ == "nsubj"]
            yield from (entity for owner in owners if (entity := lookup.entity_at(owner.i, owner.idx)) is not None)


def _bearers(adjective: Token, lookup: Lookup) -> Iterator[int]:
    """Whom an adjective is said of."""
    undone = is_pluperfect(adjective.head) or any(child.dep_ == "neg" for child in adjective.head.children)  # "had been dug out alive"
    if adjective.dep_ in ("acomp", "oprd", "advcl") and not undone:
        before = adjective.head.nbor(-1) if adjective.head.i > 0 else None  # an unknown name may be no subject for the parser
        for subject in (surface_subject(adjective.head), before):
            entity = lookup.entity_at(subject.i, subject.idx) if subject is not None else None
            if entity is not None:
                yield entity


def _presumed(alive: frozenset[int], doc: Doc, lookup: Lookup, ontology: Ontology) -> Iterator[int]:
    """The words that call the living dead: "whom the agency had reported dead, reached the town", "was pronounced dead, but …"."""
    for dead in (token for token in doc if token.dep_ in ("oprd", "acomp", "xcomp", "ccomp") and is_verbal(token.head)):
        verb = dead.head
        if dead.lower_ != "dead" and not (dead.tag_ == "VBN" and verb.dep_ == "relcl" and may_harm(dead, ontology)):
            continue
        if verb.lemma_ not in ontology.listed(KGX.presumingVerb):
            continue
        person = next((antecedent(child) for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
        bearer = lookup.entity_at(person.i, person.idx) if person is not None else None
        lives = bearer in alive or person is not None and _acts_after(person, verb, ontology) or _has_sign_after(dead, ontology)
        if person is not None and lives:
            yield from (dead.i, *([verb.i] if tells_outcome(verb, ontology) or may_tell(verb, KG.Harm, ontology) else []))


def _bearer(owner: Token) -> Token:
    """Whose something is: the noun before "whose"."""
    return owner.head.head.head if owner.tag_ == "WP$" and owner.head.head.dep_ == "relcl" else owner


def _has_sign_after(dead: Token, ontology: Ontology) -> bool:
    """Whether the sentence goes on to a sign of life of "him": "but a medic found his pulse"."""
    behind = (token for token in dead.doc[dead.i:dead.sent.end] if lemma(token) in ontology.listed(KGX.lifeNoun))
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for token in behind for child in token.children)


def _announced(alive: frozenset[int], doc: Doc, lookup: Lookup, ontology: Ontology) -> Iterator[int]:
    """The nouns for the death of the living that somebody tells: "a radio station announced her death"."""
    for noun in (token for token in doc if token.dep_ in ("dobj", "nsubjpass") and token.pos_ == "NOUN"):
        bearers = [_bearer(child) for child in noun.children if child.dep_ == "poss"]
        owners = {lookup.entity_at(bearer.i, bearer.idx) for bearer in bearers}
        before = any(child.lower_ == "had" for child in noun.head.children)  # ""He is alive," said a doctor after a radio had announced …"
        living = owners & alive or owners and before and any(token.lower_ == "alive" for token in noun.sent)
        if living and tells_outcome(noun, ontology) and may_tell(noun.head, KG.Statement, ontology):
            yield noun.i


def _acts_after(person: Token, clause: Token, ontology: Ontology) -> bool:
    """Whether one who "had been reported dead" does something in the clause above."""
    subject = person.head if person.dep_ == "appos" else person
    before = clause.dep_ == "relcl" and any(child.lower_ in ("had", "was") for child in clause.children)
    verb = subject.head
    return before and subject.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBZ") and not tells_outcome(verb, ontology)


def _dies_later(person: int, word: int, inside: set[int], deaths: list[int], lookup: Lookup) -> bool:
    """Whether somebody dies after the day on which a statement tells that he is dead."""
    speech = lookup.event_at(word)
    told = lookup.reading.events[speech].time if speech is not None else None
    if told is None or told.latest is None:
        return False
    others = (lookup.reading.events[death] for death in deaths if lookup.word_of(death) not in inside)
    actual = (event for event in others if event.realis == KG.Actual)
    ends = (event.time for event in actual if any(role.entity == person and role.property == KG.victim for role in event.roles))
    return any(end is not None and end.earliest is not None and told.latest < end.earliest for end in ends)


def _seen_after(content: Iterable[Token], dead: set[int], doc: Doc, lookup: Lookup, ontology: Ontology) -> set[int]:
    """The tokens of a content that a clause with "but" contradicts: "said that he had died, but a nurse said that he was eating well"."""
    tokens = sorted(content, key=lambda token: token.i)
    if not dead or not tokens:
        return set()
    behind = doc[tokens[-1].i + 1:tokens[-1].sent.end]
    but = next((token.i for token in behind[:2] if token.lower_ == "but"), None)
    clause = [token for token in behind if but is not None and token.i > but]
    subjects = [token for token in clause if token.dep_ == "nsubj"]
    verbs = [token.head for token in subjects if lookup.entity_at(token.i, token.idx) in dead or _is_taken_up(token)]
    lives = verbs and not any(map(is_pluperfect, verbs)) and not any(tells_outcome(token, ontology) for token in clause)
    return {token.i for token in tokens} if lives else set()


def _is_taken_up(pronoun: Token) -> bool:
    """Whether "he" is of whom a newcomer speaks: "but a nurse said that he was eating well"."""
    speech = pronoun.head.head if pronoun.head.dep_ == "ccomp" else pronoun
    speaker = next((child for child in speech.children if child.dep_ == "nsubj"), pronoun)
    return pronoun.lower_ in ("he", "she") and any(child.lower_ in ("a", "an") for child in speaker.children)
