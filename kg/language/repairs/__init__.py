"""Mistakes that the parser makes again and again in news sentences, mended before anything is read from the parse."""

from re import fullmatch

from spacy.tokens import Doc, Token

from kg.language.repairs import clauses, participles, people, subjects
from kg.language.words import lemma, may_harm, may_tell
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["repair"]

_PARTICIPLES = ("en", "wn")  # "taken", "shown": no past tense ends so


def repair(doc: Doc, ontology: Ontology) -> Doc:
    """Mends a parse in place and returns it."""
    for token in doc:
        _mend_first(token, ontology)
        if not _mend_verb(token, ontology) and not _mend_preposition(token):
            _mend_word(token, ontology)
    return doc


def _mend_first(token: Token, ontology: Ontology) -> None:
    """Mends in any clause what hides the other mistakes."""
    if token.dep_ == "relcl":
        people.mend_who(token, ontology)
        clauses.mend_happened(token, ontology)
    if token.dep_ in ("acl", "ccomp", "relcl"):
        clauses.mend_said_in(token, ontology)
    if token.dep_ == "ccomp" and token.i > token.head.i:
        clauses.mend_reported(token, ontology)
    if token.tag_ in ("VBN", "VBD"):
        subjects.mend_conjoined(token)
        subjects.mend_particle(token)
        participles.mend_to_death(token)


def _mend_verb(token: Token, ontology: Ontology) -> bool:
    """Mends the clause of a verb; whether it was one that may need it."""
    past, gerund = token.tag_ in ("VBN", "VBD"), token.dep_ == "advcl" and token.tag_ == "VBG"
    if token.lemma_.lower() in ontology.listed(KGX.disguiseVerb) and token.i + 1 < len(token.doc) and token.nbor().lower_ == "as":
        people.mend_disguise(token, token.nbor())
    elif gerund and (lemma(token) in ontology.outcomes["verb"] or may_tell(token, KG.Violence, ontology)):
        clauses.mend_charges(token, ontology)
        if token.dep_ == "advcl":
            clauses.mend_result(token, ontology)
    elif token.dep_ == "advcl" and token.tag_ == "VBD" and any(child.lower_ == "with" and child.dep_ == "mark" for child in token.children):
        participles.mend_participle(token)  # "with two men arrested afterwards"
    elif token.dep_ == "advcl" and token.tag_ == "VBD" and not clauses.has_own_subject(token) and not token.i < token.head.i:
        subjects.mend_reduced(token)
        if not clauses.has_own_subject(token):
            subjects.mend_after(token)
    elif token.dep_ == "conj" and token.tag_ == "VBG" and token.head.tag_ == "VBD":
        clauses.mend_charges(token, ontology)
    elif token.dep_ == "conj" and token.tag_ == "VBD" and not clauses.has_own_subject(token):
        subjects.mend_reduced(token)
        subjects.mend_said(token, ontology)
        if token.dep_ == "conj":
            (clauses.mend_conjunct if token.head.tag_ == "VB" else clauses.mend_clause)(token)
    elif token.dep_ == "conj" and token.tag_ == "VBN" and token.head.tag_ == "VB" and clauses.is_perfect(token):
        clauses.mend_conjunct(token)
    elif token.dep_ == "conj" and (token.tag_ == "VBN" or token.tag_ == "VBD" and may_harm(token, ontology)):
        participles.mend_clipped(token)
    elif token.tag_ == "VBD" and token.lower_.endswith(_PARTICIPLES):
        participles.mend_participle(token)
    elif token.dep_ == "xcomp" and token.tag_ == "VBG" and lemma(token.head) == "survive":
        token.dep_, token.tag_, token.pos_ = "dobj", "NN", "NOUN"  # "survives shooting that killed his daughter"
    elif token.dep_ == "xcomp" and past:
        participles.mend_main_verb(token)
    elif token.dep_ == "ccomp" and past and token.head.lemma_ == "have":
        participles.mend_participle(token)  # "had their convictions quashed"
    elif token.dep_ == "ccomp" and token.tag_ in ("VBG", "NN", "NNS"):
        clauses.mend_that_noun(token)
    elif token.dep_ == "relcl" and clauses.tells_content(token):
        clauses.mend_content(token, ontology)
    elif token.dep_ == "relcl" and may_harm(token, ontology):
        clauses.mend_harmful(token, ontology)
    elif token.dep_ == "acl" and past and token.i > token.head.i:
        people.mend_kin(token, ontology)
        clauses.mend_relative(token)
        clauses.mend_verbless(token)
        participles.mend_caused(token, ontology)
        participles.mend_feared(token, ontology)
        subjects.mend_two_subjects(token)
    elif token.dep_ == "appos" and token.ent_type_ == "PERSON":
        people.mend_named_official(token, ontology)
    elif token.dep_ == "amod" and token.tag_ == "VBN" and token.head.dep_ == "conj" and lemma(token) in ontology.outcomes["verb"]:
        people.mend_second_harm(token, token.head, ontology)
    elif token.tag_ == "VBN":
        participles.mend_bare(token, ontology)
    else:
        return False
    return True


def _mend_preposition(token: Token) -> bool:
    """Mends what a preposition hangs on; whether it was one that may need it."""
    if token.lower_ == "by" and token.dep_ == "prep" and token.head.pos_ == "NOUN":
        subjects.mend_agent(token, token.head)
    elif token.dep_ == "agent" and token.head.tag_ in ("VBD", "VBN"):
        subjects.mend_by(token, token.head)
    elif token.lower_ == "on" and token.dep_ == "prep" and token.head.dep_ == "dobj" and token.head.head.lemma_ == "blame":
        clauses.mend_blamed(token, token.head.head)
    elif token.lower_ == "for" and token.dep_ == "prep" and token.head.lower_ == "to" and token.head.dep_ == "prep":
        token.head = token.head.head  # "sentenced to 19 years for killing"
    elif token.dep_ == "prep" and token.head.pos_ == "ADJ" and not any(token.children):
        subjects.mend_lone_preposition(token)
    elif token.dep_ == "prep" and token.i < token.head.i and token.head.pos_ == "VERB":
        clauses.mend_before_source(token, token.head)
        clauses.mend_day_of_report(token, token.head)
    else:
        return False
    return True


def _mend_word(token: Token, ontology: Ontology) -> None:
    """Mends what hangs on the wrong word by the word that it is."""
    if token.dep_ == "nsubj" and token.pos_ == "NOUN" and may_tell(token.head, KG.Statement, ontology):
        subjects.mend_apposed(token)
    elif token.dep_ == "compound" and token.tag_ in ("NN", "NNS") and token.head.lower_ == "hostage":
        people.mend_hostage(token, token.head)
    elif token.lower_ == "hostage" and token.dep_ == "pobj":
        people.mend_far_hostage(token)
    elif token.dep_ == "npadvmod" and token.i > 0 and token.nbor(-1).dep_ == "prt" and token.nbor(-1).head == token.head:
        token.dep_ = "dobj"  # "ruled out arson"
    elif token.dep_ == "pobj" and token.head.dep_ == "prt" and not any(child.dep_ == "dobj" for child in token.head.head.children):
        token.head, token.dep_ = token.head.head, "dobj"  # "gunned down the mayor"
    elif token.lower_ == "which" and token.dep_ == "pobj" and token.head.head.dep_ == "ccomp":
        clauses.mend_in_which(token.head.head)
    elif token.dep_ in ("npadvmod", "advmod") and token.i < token.head.i and token.head.tag_ == "VBN":
        people.mend_many_more(token)
    elif token.lower_ == "more" and token.dep_ == "advmod" and token.i > token.head.i:
        people.mend_more(token)
    elif token.lower_ in ("by", "on") and token.pos_ == "NOUN":
        people.mend_passers_by(token)
    elif token.dep_ == "nummod" and fullmatch(r"\d\d?[:.]\d\d", token.text) and token.nbor().is_punct and token.is_sent_start:
        token.head, token.dep_ = token.sent.root, "npadvmod"  # "13:20 - The number of wounded …"
    elif token.lower_ == "death" and token.dep_ == "compound" and token.i > 0:
        people.mend_name_after_death(token)
    elif token.lower_ == "co" and token.i + 2 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_:
        people.mend_co(token, token.nbor(2))
    elif token.lower_ == "free" and token.dep_ == "advmod" and token.head.i == token.i + 1:
        people.mend_freeing(token, token.head)
    elif token.lower_ == "dead" and token.dep_ == "oprd" and token.head.dep_ == "pcomp" and token.head.i == token.i - 1:
        participles.mend_confirmed_dead(token.head, token)
    elif token.lower_ == "dead" and token.dep_ == "oprd" and token.i + 1 < len(token.doc):
        people.mend_shot_dead(token.head, token)
    elif token.lower_ == "first" and token.dep_ in ("pcomp", "pobj") and token.head.lower_ == "at":
        clauses.mend_at_first(token, token.head)
    elif token.dep_ == "ccomp" and token.head.dep_ == "advmod" and token.head.lower_ == "far":
        token.head = token.head.head  # "there is no sign so far that …"
    elif token.pos_ == "ADJ" and token.dep_ in ("ccomp", "amod"):
        clauses.mend_small_clause(token)
