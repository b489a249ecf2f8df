"""Verbs that the parser leaves without their subject, or gives another's."""

from spacy.tokens import Token

from kg.language.repairs.clauses import has_own_subject, take_place
from kg.language.words import lemma
from kg.ontology import Ontology
from kg.terms import KG

__all__ = [
    "mend_after", "mend_agent", "mend_apposed", "mend_by", "mend_conjoined", "mend_lone_preposition", "mend_particle", "mend_reduced",
    "mend_said", "mend_two_subjects",
]

_COURTS = frozenset({"court", "judge", "jury", "magistrate", "panel", "tribunal"})


def mend_two_subjects(participle: Token) -> None:
    """"A bomb under a car killed two, hours after jets had hit a camp, police said": with an object and a free subject it is the verb."""
    noun = participle.head
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    verb = noun.head
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    active = any(child.dep_ == "dobj" for child in participle.children)
    if active and noun.dep_ == "nsubj" and len(own) > 1 and own[-1].i > participle.i:
        take_place(participle, verb)
        noun.head, verb.head, verb.dep_ = participle, participle, "advcl"


def mend_conjoined(verb: Token) -> None:
    """"Police arrested a mayor and his followers were beaten": the parser has both arrested; the last noun is the second verb's subject."""
    above = verb.head
    if verb.dep_ != "conj" or has_own_subject(verb) or any(child.dep_ == "cc" and child.i < verb.i for child in above.children):
        return
    first = min((child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i < verb.i), default=verb.i)
    noun = verb.doc[first - 1]
    while noun.dep_ in ("pobj", "prep") and noun.head.i > above.i:
        noun = noun.head
    if noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and noun.head.dep_ == "dobj" and noun.head.head == above:
        noun.head, noun.dep_ = verb, "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"


def mend_particle(verb: Token) -> None:
    """"He ran down people on a bridge, crashed his car and fled": the parser has the people crash it; they were run down."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ != "ccomp" or subject is None or subject.left_edge.i == 0 or verb.nbor(-1).text != ",":
        return
    particle = subject.left_edge.nbor(-1)
    if particle.dep_ == "prt" and particle.head.tag_ == "VBD" and not any(child.dep_ == "dobj" for child in particle.head.children):
        subject.head, subject.dep_ = particle.head, "dobj"
        verb.head, verb.dep_ = particle.head, "conj"


def mend_lone_preposition(preposition: Token) -> None:
    """"Rebels loyal to the former president Riek Machar had fired": the parser has Machar fire; with a subject before him, they did."""
    following = preposition.doc[preposition.i + 1:]
    noun = next((token for token in following if token.dep_ == "nsubj" and token.left_edge.i == preposition.i + 1), None)
    verb = noun.head if noun is not None else preposition
    if noun is not None and any(child.dep_ == "nsubj" and child.is_ancestor(preposition) for child in verb.children):
        noun.head, noun.dep_ = preposition, "pobj"


def mend_apposed(noun: Token) -> None:
    """"Men stormed a post in Srinagar, the capital of Kashmir, on Monday, police said": the parser has the capital speak on Monday too."""
    verb, first = noun.head, noun.left_edge.i
    speakers = [child for child in verb.children if child.dep_ == "nsubj" and noun.i < child.i < verb.i]
    content = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < noun.i), None)
    ends = noun.right_edge.i + 1 < len(noun.doc) and noun.right_edge.nbor().text == ","
    if not speakers or content is None or not ends or first < 2 or noun.doc[first - 1].text != ",":
        return
    name = noun.doc[first - 2]
    if name.pos_ != "PROPN" or not content.is_ancestor(name):
        return
    for child in [child for child in verb.children if noun.i < child.i < speakers[-1].left_edge.i and not child.is_punct]:
        child.head = content
    noun.head, noun.dep_ = name, "appos"


def mend_after(verb: Token) -> None:
    """"It came days after shelling of a market killed 54": what follows "after" is the verb's subject."""
    main = verb.head
    between = (child for child in main.children if child.dep_ == "prep" and main.i < child.i < verb.i)
    openers = [child for child in between if child.lower_ in ("after", "before")]
    subjects = [target for opener in openers[-1:] for target in opener.children if target.dep_ in ("pobj", "pcomp")]
    if subjects and not any(token.text == "," for token in verb.doc[subjects[0].i:verb.i]):
        opener, subject = openers[-1], subjects[0]
        subject.head, subject.dep_ = verb, "nsubj"
        opener.head, opener.dep_ = verb, "mark"
        if subject.tag_ == "VBG":
            subject.tag_, subject.pos_ = "NN", "NOUN"


def mend_reduced(verb: Token) -> None:
    """"When a bomb left in a van exploded": the participle is no verb of the clause; what follows it is."""
    before = [child for child in verb.head.children if child.dep_ == "advcl" and child.i < verb.i and child.tag_ in ("VBD", "VBN")]
    participle = before[-1] if before and has_own_subject(before[-1]) else None
    if participle is None or any(child.dep_ in ("dobj", "auxpass", "aux", "cc") for child in participle.children):
        return
    if any(token.text == "," or token.dep_ == "cc" for token in verb.doc[participle.i:verb.i]):
        return
    subject = next(child for child in participle.children if child.dep_ in ("nsubj", "nsubjpass"))
    for child in [child for child in participle.children if child.i < subject.i]:
        child.head = verb
    subject.head, subject.dep_, verb.dep_ = verb, "nsubj", "advcl"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"


def mend_said(verb: Token, ontology: Ontology) -> None:
    """"Police said a suspect dismounted, placed the bomb and fled": the parser makes police place it; the suspect did."""
    cue = verb.head
    told = next((child for child in cue.children if child.dep_ == "dobj" and cue.i < child.i < verb.i), None)
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in cue.children)
    if told is None or joined or lemma(cue) != "say" or ontology.nominals.get(lemma(told)) != KG.Person:
        return
    told.head, told.dep_ = verb, "nsubj"
    verb.dep_ = "ccomp"


def mend_agent(by: Token, noun: Token) -> None:
    """"Policies launched in the aftermath of the attacks by the president": he launched the policies, not the attacks.

    And by whom the second deed of "the murder of a woman and the applauding of it by pupils" was, the first need not be.
    """
    deed = noun.head.head.head if noun.dep_ == "conj" and noun.head.dep_ == "pobj" and noun.head.head.lower_ == "of" else noun
    if deed.pos_ == "NOUN" and any(child.lower_ == "of" and child.dep_ == "prep" for child in noun.children):
        noun.head = deed if deed != noun else noun.head
    if _is_court(by) and noun.dep_ == "pobj" and noun.head.head.tag_ == "VBN":  # "convicted in the bombings by a jury"
        by.head, by.dep_ = noun.head.head, "agent"
        return
    after = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = after.head.head if after.dep_ == "pobj" and after.lower_ in ("aftermath", "wake") else after
    if verb.tag_ == "VBN" and not any(child.dep_ in ("agent", "dobj") for child in verb.children):
        by.head, by.dep_ = verb, "agent"


def _is_court(by: Token) -> bool:
    return any(child.dep_ == "pobj" and lemma(child) in _COURTS for child in by.children)


def mend_by(by: Token, participle: Token) -> None:
    """"A banker kidnapped by guerrillas was released": the parser makes him kidnap and them released; they kidnapped him."""
    behind = [child for child in participle.children if child.dep_ == "conj" and child.i > by.i and has_own_subject(child)]
    victim = next((child for child in participle.children if child.dep_ == "nsubj" and child.i < participle.i), None)
    if not behind or victim is None or any(child.dep_ == "pobj" for child in by.children):
        return
    verb = behind[0]
    subject = next(child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
    if subject.left_edge.i != by.i + 1 or any(child.dep_ == "cc" for child in participle.children):
        return
    victim.head, victim.dep_ = verb, subject.dep_
    subject.head, subject.dep_ = by, "pobj"
    take_place(verb, participle)
    participle.head, participle.dep_, participle.tag_ = victim, "acl", "VBN"
