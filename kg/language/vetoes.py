"""Which words name no event, whoever proposes one: parts of names and compounds, actors and places, violence as a figure of speech."""

from spacy.tokens import Doc, Token

from kg.language.domains import domains
from kg.language.subjects import verb_over
from kg.language.syntax import arcs
from kg.language.words import lemma, matches, may_tell
from kg.lookup import Lookup
from kg.model import Form
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = [
    "harms_nobody", "is_figurative", "is_firm", "is_getaway", "is_lit_by_thing", "is_quoted", "is_violent", "is_war_of_words",
    "kills_as_thing", "names_no_event",
]


def names_no_event(token: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether a noun is part of a name or of a compound, or stands for somebody or some place ("a farming settlement")."""
    entity = lookup.entity_at(token.i)
    stands = entity is not None and any(ontology.is_a(lookup.reading.entities[entity].kind, kind) for kind in (KG.Actor, KG.Place))
    return stands or _is_named(token, lookup) or _is_hyphenated(token) or _is_christened(token)


def _is_named(token: Token, lookup: Lookup) -> bool:
    """Whether a token is part of a name ("the Battle Creek police"), where its words mean nothing."""
    mention = lookup.mention_at(-1, token.idx)
    return mention is not None and lookup.reading.mentions[mention].end - lookup.reading.mentions[mention].begin > len(token)


def _is_christened(noun: Token) -> bool:
    """Whether a capitalised noun is what somebody's thing is called: "Earthquake, our darkest roast, sells well"."""
    own = any(child.dep_ in ("det", "amod", "poss", "nummod") for child in noun.children)
    things = [child for child in noun.children if child.dep_ == "appos" and any(inner.dep_ == "poss" for inner in child.children)]
    return noun.text.istitle() and not own and any(child.pos_ == "NOUN" for child in things)


def _is_hyphenated(token: Token) -> bool:
    """Whether a token is the first part of a compound ("war-ravaged"), which its last part decides."""
    return token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_


def harms_nobody(token: Token, event: str, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether a word of violence tells of none to people: those harmed are animals, places or things, or lost a match."""
    return _harms_animals_alone(token, ontology) or _kills_no_being(token, event, lookup, ontology)


def _harms_animals_alone(token: Token, ontology: Ontology) -> bool:
    """Whether all that a word of harm has for its object are animals, or germs: who kills a parrot harms nobody."""
    harmed = [arc.token for arc in arcs(token, ontology) if arc.label == "obj"]
    if token.dep_ == "conj" and harmed and all(other.pos_ == "PRON" for other in harmed):  # "invades the cells and kills them"
        harmed = [arc.token for arc in arcs(token.head, ontology) if arc.label == "obj"]
    return bool(harmed) and all(_is_animal(other, ontology) for other in harmed)


def is_lit_by_thing(token: Token, event: str, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether it is a thing that sets something on fire: "an electric blanket set fire to a house"."""
    subjects = [arc.token for arc in arcs(token, ontology) if arc.label == "subj"] if event == KG.Arson else []
    lit = [lookup.entity_at(subject.i, subject.idx) for subject in subjects if subject.pos_ != "PRON"]
    kinds = [lookup.reading.entities[entity].kind for entity in lit if entity is not None]
    return len(lit) == len(subjects) > 0 and not any(ontology.is_a(kind, KG.Actor) for kind in kinds)


def kills_as_thing(token: Token, event: str, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether what kills is no actor, no weapon and no event: "home-made gin kills 11" tells of no attack."""
    subjects = [arc.token for arc in arcs(token, ontology) if arc.label == "subj"] if ontology.is_a(event, KG.Attack) else []
    things = [noun for noun in subjects if noun.pos_ == "NOUN" and lookup.entity_at(noun.i, noun.idx) is None]
    unknown = [noun for noun in things if lemma(noun) not in ontology.nominals and not any(matches(noun, ontology.nouns))]
    return len(unknown) == len(subjects) > 0 and lemma(token) in ("kill", "injure", "wound")


def _kills_no_being(token: Token, event: str, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether all that a word of killing has for its object are places and things: "they are murdering our farms"."""
    fatal = ontology.is_a(event, KG.Killing) or ontology.is_a(event, KG.Death)
    if fatal and any(arc.token.lower_ in ("me", "us") for arc in arcs(token, ontology) if arc.label == "obj"):
        return True  # "they murdered us in the first half"
    if not ontology.is_a(event, KG.Killing):
        return False
    found = [lookup.entity_at(arc.token.i, arc.token.idx) for arc in arcs(token, ontology) if arc.label == "obj"]
    kinds = [lookup.reading.entities[entity].kind for entity in found if entity is not None]
    return len(kinds) == len(found) > 0 and not any(ontology.is_a(kind, KG.Actor) for kind in kinds)


def is_quoted(token: Token, event: str, ontology: Ontology) -> bool:
    """Whether a word of trade gives a figure: "shares closed at $43", "sales of $3 million", "sales rose"."""
    if not ontology.is_a(event, KG.Business) or token.pos_ == "NOUN" and token.tag_ != "NNS":
        return False
    closes = ontology.is_a(event, KG.Closure)
    told = [arc.token for arc in arcs(token, ontology) if arc.label in (("at", "obj") if closes else ("of", "compound"))]
    priced = any(child.tag_ == "$" for other in told for child in other.children)
    return priced if closes else lemma(token) == "sale" and token.pos_ == "NOUN" and (priced or not told)


def is_war_of_words(token: Token, event: str, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether all who fight bear names of people or of bodies without arms ("a battle between the House and the Senate").

    Or whether a state protests.
    """
    ways = ("subj", "between", "among", "with", "against") if ontology.is_a(event, KG.Battle) else ("subj",)
    sides = [arc.token for arc in arcs(token, ontology) if arc.label in ways]
    known = [(lookup.mention_at(side.i, side.idx), lookup.entity_at(side.i, side.idx)) for side in sides]
    if ontology.is_a(event, KG.Demonstration):
        return any(who is not None and ontology.is_a(lookup.reading.entities[who].kind, KG.Country) for _, who in known)
    if not ontology.is_a(event, KG.Battle):
        return False
    told = [(mention, lookup.reading.entities[who]) for mention, who in known if mention is not None and who is not None]
    named = [who for mention, who in told if lookup.reading.mentions[mention].form == Form.NAME and who.key not in ontology.armed]
    return len(named) == len(told) > 0 and all(ontology.is_a(who.kind, KG.Person) or ontology.is_a(who.kind, KG.Group) for who in named)


def is_getaway(token: Token, ontology: Ontology) -> bool:
    """Whether those who leave did harm, by their name or by the clause that goes on so: "the gunmen fled", "shot a guard and fled"."""
    nouns = ontology.listed(KGX.agentNoun) | ontology.listed(KGX.suspectNoun)
    leaving = {arc.token for arc in arcs(token, ontology) if arc.label == "subj"}
    before = verb_over(token) if token.dep_ in ("conj", "advcl", "pcomp") else None
    doing = before is not None and any(may_tell(before, kind, ontology) for kind in (KG.Attack, KG.Robbery, KG.Kidnapping))
    if before is not None and doing and any(arc.label == "subj" and arc.token in leaving for arc in arcs(before, ontology)):
        return True
    return any(lemma(other) in nouns for other in leaving)


def _is_animal(noun: Token, ontology: Ontology) -> bool:
    before = (lemma(child) for child in noun.children if child.dep_ == "compound")
    return not ontology.animals.isdisjoint({lemma(noun), *(f"{word} {lemma(noun)}" for word in before)})


def is_firm(name: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether what bears a storm's name is said to be an organisation, or does what only people do: it buys, says, owns."""
    if name.dep_ in ("nsubj", "agent") and any(may_tell(name.head, kind, ontology) for kind in (KG.Business, KG.Contact)):
        return True
    owner = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "of" else None  # "Ahmed Abdi of Storm Kilimo"
    bearer = lookup.entity_at(owner.i, owner.idx) if owner is not None else None
    if bearer is not None and lookup.reading.entities[bearer].kind == KG.Person:
        return True
    beside = [child for child in name.children if child.dep_ in ("compound", "appos", "nmod")]
    beside += [name.head] if name.dep_ == "appos" else []
    named = [lookup.entity_at(other.i, other.idx) for other in (name, *beside)]
    kinds = [lookup.reading.entities[entity].kind for entity in named if entity is not None]
    return len(beside) > 1 and any(ontology.is_a(kind, KG.Group) for kind in kinds)


def is_violent(event: str, ontology: Ontology) -> bool:
    """Whether a class of event is one that figures of speech borrow their words from."""
    return any(ontology.is_a(event, above) for above in (KG.Violence, KG.Disaster, KG.Harm))


def is_figurative(doc: Doc, ontology: Ontology) -> bool:
    """Whether an article is of a domain (sport, trade) in which words of violence are mostly figures of speech."""
    return bool(domains(doc, ontology))
