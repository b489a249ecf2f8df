"""Whose word a token is: the speaker of the clause, the quotation or the "according to" that holds it."""

from spacy.tokens import Doc, Token

from kg.language.subjects import is_verbal
from kg.language.syntax import arcs, is_complement
from kg.language.words import lemma, lemmas
from kg.lookup import Lookup
from kg.model import Event, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["called", "scope", "speaker_of", "speakers", "speeches", "teller"]

_INSIDE = frozenset({"dobj", "pobj", "prep", "amod", "nsubjpass", "compound", "nummod"})  # how a word lies inside an object


def speaker_of(statement: Event) -> int | None:
    """The entity that says what a statement says; None where it is not told."""
    return next((role.entity for role in statement.roles if role.property == KG.speaker), None)


def speakers(reading: Reading, doc: Doc, ontology: Ontology) -> dict[int, int]:
    """Token to the entity whose word it is; the innermost speaker where speech is nested. What is nobody's word is absent."""
    lookup = Lookup(reading)
    found = _according_to(doc, lookup, ontology)
    for event in reading.events:  # in the order of the text: an inner speech follows its outer one or is inside it
        speaker = speaker_of(event)
        denies = ontology.inherited(event.type, KGX.contentRealis) == KG.Denied  # and what somebody denies is not his word
        if speaker is not None and ontology.is_a(event.type, KG.Statement) and not denies:
            token = doc[reading.mentions[event.triggers[0]].head]
            found.update((other.i, speaker) for other in scope(token))
    return found


def speeches(reading: Reading, doc: Doc, ontology: Ontology) -> dict[int, int]:
    """Token to the statement whose content it is in; the innermost where speech is nested."""
    return {
        token.i: index
        for index, event in enumerate(reading.events) if ontology.is_a(event.type, KG.Statement)
        for token in scope(doc[reading.mentions[event.triggers[0]].head])
    }


def called(entity: int, reading: Reading, doc: Doc) -> set[str]:
    """The nouns that a source is called by, in base form, and the words of its positions: "ministry", "widow", "police chief"."""
    source = reading.entities[entity]
    heads = {lemma(doc[reading.mentions[mention].head]) for mention in source.mentions}
    return heads | {word for position, _proof in source.positions for word in position.lower().split()}


def teller(word: Token, lookup: Lookup, ontology: Ontology) -> int | None:
    """Who vouches for a figure as the subject of its verb, if anybody does: "the ministry put the toll at 52"."""
    figure = word.nbor(-1) if word.i and word.dep_ not in _INSIDE and word.nbor(-1).pos_ == "NUM" else word  # "spoke of 52 dead"
    verb = figure
    while verb.dep_ in _INSIDE and not (verb != figure and is_verbal(verb)):
        verb = verb.head
    if verb == figure or ontology.listed(KGX.sourceVerb).isdisjoint(lemmas(verb)):
        return None
    named = [lookup.entity_at(arc.token.i, arc.token.idx) for arc in arcs(verb, ontology) if arc.label == "subj"]
    actors = (entity for entity in named if entity is not None and ontology.is_a(lookup.reading.entities[entity].kind, KG.Actor))
    return next(actors, None)


def scope(cue: Token) -> list[Token]:
    """The tokens of what a reporting word reports: its complement clause, or the clause that it is put into."""
    clauses = [child for child in cue.children if child.dep_ in ("ccomp", "xcomp") or child.dep_ in ("acl", "relcl") and _tells(child)]
    clauses += [inner for child in cue.children if child.lower_ == "as" for saying in child.children if saying.dep_ == "pcomp"
                for inner in saying.children if inner.dep_ == "ccomp"]  # "quoted him as saying that a bomb had gone off"
    clauses = [clause for clause in clauses if not any(child.text == ";" and clause.i < child.i < cue.i for child in cue.children)]
    if clauses:
        return [token for clause in clauses if not _is_apart(clause, cue, clauses) for token in clause.subtree]
    if cue.dep_ in ("parataxis", "advcl") and cue.head.pos_ in ("VERB", "AUX") and _ends_clause(cue):
        own = {token.i for token in cue.subtree}
        return [token for token in cue.head.subtree if token.i not in own]
    return []


def _is_apart(clause: Token, cue: Token, clauses: list[Token]) -> bool:
    """Whether a clause stands before a semicolon and the cue has a content behind it: "rebels say …; the army says five died"."""
    own = any(other.i > cue.i for other in clauses)
    return own and clause.i < cue.i and any(token.text == ";" for token in cue.doc[clause.i:cue.i])


def _tells(clause: Token) -> bool:
    return is_complement(clause) or clause.dep_ == "acl" and clause.tag_ != "VBN"


def _ends_clause(cue: Token) -> bool:
    """Whether a reporting word stands bare beside its content ("…, officials said"), without an object or conjunction of its own.

    A gerund has its speaker with it ("…, officials saying"): who sues "asking for $9 million" asks for no suit.
    """
    labels = {child.dep_ for child in cue.children}
    return labels.isdisjoint(("dobj", "mark")) and (cue.tag_ != "VBG" or "nsubj" in labels)


def _can_speak(entity: int, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether an entity is somebody: "according to reports" is nobody's word."""
    return ontology.is_a(lookup.reading.entities[entity].kind, KG.Actor)


def _according_to(doc: Doc, lookup: Lookup, ontology: Ontology) -> dict[int, int]:
    found: dict[int, int] = {}
    text = lookup.reading.article.text.lower()
    told = any(word in text for word in ontology.source_prepositions)
    for token in doc if told else ():
        if token.lower_ in ontology.source_prepositions and token.dep_ in ("prep", "advmod"):
            named = [lookup.entity_at(target.i, target.idx) for target in token.subtree if target.dep_ == "pobj"]
            speaker = next((entity for entity in named if entity is not None and _can_speak(entity, lookup, ontology)), None)
            if speaker is not None:
                found.update((other.i, speaker) for other in token.head.subtree)
    return found
