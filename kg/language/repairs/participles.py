"""Participles that are the verb of their clause, whose auxiliary a headline or a second clause leaves out, or are taken for one."""

from spacy.tokens import Token

from kg.language.repairs.clauses import has_own_subject, take_place
from kg.language.words import lemma, may_harm
from kg.ontology import Ontology

__all__ = [
    "mend_bare", "mend_caused", "mend_clipped", "mend_confirmed_dead", "mend_feared", "mend_main_verb", "mend_participle", "mend_to_death",
]


def mend_bare(participle: Token, ontology: Ontology) -> None:
    """"Eight of them Americans and over 1,000 injured since Friday": a participle of harm without an object has no doer for its subject."""
    if may_harm(participle, ontology) and not any(child.dep_ == "dobj" for child in participle.children):
        mend_participle(participle)


def mend_caused(participle: Token, ontology: Ontology) -> None:
    """"He had his conviction for the murder of a banker quashed": the parser has the banker quashed; the conviction was."""
    noun = participle.head
    while noun.dep_ in ("pobj", "prep"):
        noun = noun.head
    known = (word.lemmas for word in ontology.verbs.get(lemma(participle), ()))
    if noun != participle.head and noun.dep_ == "dobj" and noun.head.lemma_ == "have" and (lemma(participle), lemma(noun)) in known:
        verb = noun.head
        noun.head, noun.dep_ = participle, "nsubjpass"
        participle.head, participle.dep_, participle.tag_ = verb, "ccomp", "VBN"


def mend_clipped(participle: Token) -> None:
    """"Nine were killed and 26 others wounded": a participle joined to a passive is one, whose auxiliary is left out."""
    passive = any(child.dep_ == "auxpass" for child in participle.head.children)
    taken = any(child.dep_ == "dobj" and child.i == participle.i + 1 or child.dep_ in ("aux", "auxpass") for child in participle.children)
    if passive and not taken:
        mend_participle(participle)


def mend_confirmed_dead(doubt: Token, dead: Token) -> None:
    """"The number of confirmed dead": the dead are counted, and "confirmed" is what they are."""
    dead.head, dead.dep_ = doubt.head, "pobj"
    doubt.head, doubt.dep_ = dead, "amod"


def mend_feared(doubt: Token, ontology: Ontology) -> None:
    """"Thirty feared drowned": in a headline the doubt is the verb, and not what those thirty are."""
    deed = doubt.nbor() if doubt.i + 1 < len(doubt.doc) else doubt
    if deed.tag_ in ("VBN", "VBD") and doubt.head.head == deed and ontology.cues_of("verb", (doubt.lemma_,)):
        subject = doubt.head
        take_place(doubt, deed)
        deed.head, deed.dep_, subject.head = doubt, "xcomp", doubt


def mend_to_death(participle: Token) -> None:
    """"An officer shot to death", "the father of a man shot dead says": without an object nobody shot; a verb behind it is his."""
    last = _deadly_end(participle)
    if last is None or any(child.dep_ in ("dobj", "aux", "auxpass") for child in participle.children):
        return
    after = last.nbor() if last.i + 1 < len(last.doc) else last
    if after.pos_ in ("NOUN", "PROPN", "DET", "NUM", "ADJ", "PRON") and after.ent_type_ not in ("DATE", "TIME"):
        return  # "a patrol shot dead three men": the parser may hang them elsewhere
    subjects = [child for child in participle.children if child.dep_ == "nsubj" and child.i < participle.i]
    behind = next((child for child in participle.children if child.dep_ == "conj" and child.i > participle.i), None)
    joined = any(child.dep_ == "cc" for child in participle.children)
    if not subjects or subjects[0].pos_ == "PRON":
        return
    noun = participle.nbor(-1)
    if behind is None or joined or has_own_subject(behind) or not any(one == noun or one.is_ancestor(noun) for one in subjects):
        mend_participle(participle)
        return
    take_place(behind, participle)
    for subject in subjects:
        subject.head = behind
    for other in subjects[1:]:  # "Sean Coll, a patrol officer shot to death, was buried"
        other.head, other.dep_ = subjects[0], "appos"
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"


def _deadly_end(verb: Token) -> Token | None:
    """The "dead" or "death" that belongs to a verb: "shot dead", "stabbed to death"."""
    for child in verb.children:
        if child.lower_ == "dead" and child.dep_ == "oprd":
            return child
        if child.lower_ == "to":
            return next((target for target in child.children if target.lower_ == "death"), None)
    return None


def mend_main_verb(participle: Token) -> None:
    """"A lorry whose brakes had failed ploughed into a market": what follows a relative clause is the verb of its noun."""
    relative = participle.head
    noun, bare = relative.head, not any(child.dep_ in ("aux", "auxpass", "nsubj") for child in participle.children)
    if relative.dep_ != "relcl" or noun.dep_ not in ("ROOT", "nsubj") or participle.i != relative.i + 1 or not bare:
        return
    for child in [child for child in (*relative.children, *noun.children) if child.i > participle.i]:
        child.head = participle
    participle.head, participle.dep_ = (participle, "ROOT") if noun.dep_ == "ROOT" else (noun.head, "ccomp")
    noun.head, noun.dep_ = participle, "nsubj"


def mend_participle(verb: Token) -> None:
    """"Warders taken hostage": a form that can be no past tense is a passive, whose auxiliary a headline leaves out."""
    if has_own_subject(verb) and not any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        verb.tag_ = "VBN"
        for child in verb.children:
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
