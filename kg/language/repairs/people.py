"""People whom the parser gives another part in what is done: captives, the disguised, the dead and the wounded."""

from spacy.tokens import Token

from kg.language.repairs.clauses import has_own_subject, take_place
from kg.language.words import lemma
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = [
    "mend_co", "mend_disguise", "mend_far_hostage", "mend_freeing", "mend_hostage", "mend_kin", "mend_many_more", "mend_more",
    "mend_name_after_death", "mend_named_official", "mend_passers_by", "mend_second_harm", "mend_shot_dead",
    "mend_who",
]

_TAKING = frozenset({"take", "hold", "keep"})
_BODIES = frozenset({"ORG", "GPE", "FAC", "LOC"})  # labels of names that are nobody's


def mend_disguise(verb: Token, as_: Token) -> None:
    """"Men disguised as nurses burst in": the parser makes the nurses burst in; they are what the men look like."""
    clause = as_.head
    if as_.dep_ != "mark" or clause == verb:
        return
    looks = next((child for child in clause.children if child.dep_ == "nsubj" and child.i > as_.i), None)
    people = verb.head if verb.dep_ == "acl" else None
    if looks is None or people is None or people.i > verb.i or clause.is_ancestor(people.head):
        return
    take_place(clause, people)
    people.head, people.dep_ = clause, "nsubj"
    as_.head, as_.dep_ = verb, "prep"
    looks.head, looks.dep_ = as_, "pobj"


def mend_hostage(people: Token, hostage: Token) -> None:
    """"They took two nurses hostage": the parser takes both nouns for one; the nurses are taken."""
    if people.i + 1 != hostage.i or hostage.dep_ != "dobj" or hostage.head.lemma_ not in _TAKING:
        return
    for child in list(hostage.children):
        if child.i < people.i:
            child.head = people
    people.head, people.dep_ = hostage.head, "dobj"
    hostage.head, hostage.dep_ = people.head, "oprd"


def mend_far_hostage(hostage: Token) -> None:
    """"They held nine passengers of a city bus hostage": the parser makes it the bus's hostage; the passengers are held."""
    before = hostage.nbor(-1)
    verb = next((node for node in hostage.ancestors if node.pos_ == "VERB"), None)
    if before.head != hostage or before.dep_ != "compound" or verb is None or verb.lemma_ not in _TAKING:
        return
    before.head, before.dep_ = hostage.head, "pobj"
    for child in [child for child in hostage.children if child.i < before.i]:
        child.head = before
    hostage.head, hostage.dep_ = verb, "oprd"


def mend_freeing(free: Token, participle: Token) -> None:
    """"Marines free kidnapped engineer": the parser makes the marines the kidnappers; they free him."""
    people = next((child for child in participle.children if child.dep_ == "dobj"), None)
    if people is None or participle.tag_ not in ("VBD", "VBN") or not has_own_subject(participle):
        return
    free.tag_, free.pos_, free.lemma_ = "VBP", "VERB", "free"
    take_place(free, participle)
    for child in [child for child in participle.children if child != people and child != free]:
        child.head = free
    people.head, people.dep_ = free, "dobj"
    participle.head, participle.dep_, participle.tag_ = people, "amod", "VBN"


def mend_kin(participle: Token, ontology: Ontology) -> None:
    """"Parents of man killed by officer sue city": the parser has the parents killed; the man was."""
    kin = participle.head
    of = next((child for child in kin.children if child.lower_ == "of" and child.dep_ == "prep"), None)
    person = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if person is not None and person.i == participle.i - 1 and lemma(kin) in ontology.listed(KGX.sideNoun):
        participle.head = person


def mend_named_official(name: Token, ontology: Ontology) -> None:
    """"A spokesman for the Front, Zahir Baloch, said": the parser takes the name for that of the Front; the spokesman bears it."""
    body = name.head
    official = body.head.head if body.dep_ == "pobj" and body.head.lower_ in ("of", "for") else body
    bears = official.tag_ == "NN" and official != body and ontology.nominals.get(lemma(official)) == KG.Person
    apart = name.left_edge.i > 0 and name.left_edge.nbor(-1).text == ","
    if bears and apart and body.ent_type_ != "PERSON" and body.tag_ in ("NNP", "NNPS"):
        name.head = official


def mend_co(co: Token, noun: Token) -> None:
    """"His co-accused was acquitted": the parser makes "co" the head; the accused is."""
    if co.dep_ in ("compound", "amod", "nmod") or not (co == noun.head or co.is_ancestor(noun)):
        return
    for child in [child for child in co.children if child != noun]:
        child.head = noun
    take_place(noun, co)
    noun.tag_, noun.pos_ = "NN", "NOUN"
    co.head, co.dep_ = noun, "compound"


def mend_passers_by(particle: Token) -> None:
    """"Nine passers-by were hurt": the parser makes the last word the head; the passers are."""
    noun = particle.nbor(-2) if particle.i > 1 and particle.nbor(-1).text == "-" else particle
    if noun.tag_ != "NNS" or noun.head != particle or noun.dep_ != "compound":
        return
    for child in [child for child in particle.children if child != noun]:
        child.head = noun
    take_place(noun, particle)
    particle.head, particle.dep_, particle.tag_, particle.pos_ = noun, "prt", "RP", "ADP"


def mend_shot_dead(verb: Token, dead: Token) -> None:
    """"A patrol shot dead Hamada Ag Ibrahim": the parser hangs who was shot elsewhere."""
    noun = dead.nbor()
    while noun.dep_ in ("compound", "det", "amod", "nummod", "poss") and noun.head.i > noun.i:
        noun = noun.head
    subject = has_own_subject(verb) and not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
    if subject and noun.dep_ == "appos" and noun.pos_ in ("NOUN", "PROPN") and not noun.is_ancestor(verb):
        noun.head, noun.dep_ = verb, "dobj"


def mend_name_after_death(death: Token) -> None:
    """"Shot to death librarian Joan Pettibone": the parser takes death for a part of her name; she is who was shot."""
    noun, to = death.head, death.nbor(-1)
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if to.lower_ == "to" and noun.head == to and noun.dep_ == "pobj" and to.head.pos_ == "VERB":
        noun.head, noun.dep_ = to.head, "dobj"
        death.head, death.dep_ = to, "pobj"


def mend_second_harm(participle: Token, people: Token, ontology: Ontology) -> None:
    """"The blast killed one person and injured scores": the parser makes it kill scores who were injured before."""
    first = people.head
    verb = first.head
    ours = first.dep_ == "dobj" and lemma(verb) in ontology.outcomes["verb"] and participle.nbor(-1).lower_ == "and"
    if ours and lemma(verb) != lemma(participle) and participle.i == people.left_edge.i:
        participle.head, participle.dep_, participle.tag_, participle.pos_ = verb, "conj", "VBD", "VERB"
        participle.nbor(-1).head = verb
        people.head, people.dep_ = participle, "dobj"


def mend_many_more(word: Token) -> None:
    """"Eight were killed and many more injured": the parser has the eight injured, how much more so; many others were."""
    more = word.tag_ == "JJ" or word.lower_ == "more" and any(child.dep_ == "amod" for child in word.children)
    if more and word.head.dep_ == "conj" and not has_own_subject(word.head):
        word.dep_ = "nsubjpass"


def mend_more(more: Token) -> None:
    """"Killed 12 people and wounded 30 more": the parser has the figure count how much more it wounded."""
    verb = more.head
    figure = next((child for child in more.children if child.dep_ == "nummod"), None)
    if figure is not None and verb.pos_ == "VERB" and not any(child.dep_ == "dobj" for child in verb.children):
        figure.head, figure.dep_ = verb, "dobj"
        more.head, more.dep_ = figure, "amod"


def mend_who(clause: Token, ontology: Ontology) -> None:
    """"A student at Uppsala University, who was detained": the parser has the university detained; "who" is the student."""
    name = clause.head
    told = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if told is None or told.lower_ != "who" or name.dep_ != "pobj" or name.ent_type_ not in _BODIES:
        return
    person = name.head.head
    if person.pos_ == "NOUN" and ontology.nominals.get(lemma(person)) == KG.Person:
        clause.head = person
