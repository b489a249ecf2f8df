"""Mistakes that the parser makes again and again in news sentences, mended before anything is read from the parse."""

from spacy.tokens import Doc, Token

from kg.language.words import lemma
from kg.ontology import Ontology
from kg.terms import KGX

__all__ = ["repair"]

_TAKING = frozenset({"take", "hold", "keep"})
_FINDING = frozenset({"find", "hold", "declare", "deem", "pronounce", "prove", "render"})


def repair(doc: Doc, ontology: Ontology) -> Doc:
    """Mends a parse in place and returns it."""
    for token in doc:
        if token.lemma_.lower() in ontology.listed(KGX.disguiseVerb) and token.i + 1 < len(doc) and token.nbor().lower_ == "as":
            _mend_disguise(token, token.nbor())
        elif token.dep_ == "advcl" and token.tag_ == "VBG" and lemma(token) in ontology.outcomes["verb"]:
            _mend_result(token)
        elif token.dep_ == "conj" and token.tag_ == "VBD" and not _has_own_subject(token):
            if token.head.tag_ == "VB":
                _mend_conjunct(token)
            else:
                _mend_clause(token)
        elif token.dep_ == "compound" and token.tag_ in ("NN", "NNS") and token.head.lower_ == "hostage":
            _mend_hostage(token, token.head)
        elif token.lower_ == "hostage" and token.dep_ == "pobj":
            _mend_far_hostage(token)
        elif token.dep_ == "pobj" and token.head.dep_ == "prt" and not any(child.dep_ == "dobj" for child in token.head.head.children):
            token.head, token.dep_ = token.head.head, "dobj"  # "gunned down the mayor"
        elif token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and token.i > token.head.i:
            _mend_relative(token)
            _mend_verbless(token)
        elif token.lower_ == "which" and token.dep_ == "pobj" and token.head.head.dep_ == "ccomp":
            _mend_in_which(token.head.head)
        elif token.dep_ == "amod" and token.tag_ == "VBN" and token.head.dep_ == "conj" and lemma(token) in ontology.outcomes["verb"]:
            _mend_second_harm(token, token.head, ontology)
        elif token.lower_ == "more" and token.dep_ == "advmod" and token.i > token.head.i:
            _mend_more(token)
        elif token.lower_ == "free" and token.dep_ == "advmod" and token.head.i == token.i + 1:
            _mend_freeing(token, token.head)
        elif token.lower_ == "dead" and token.dep_ == "oprd" and token.i + 1 < len(doc):
            _mend_shot_dead(token.head, token)
        elif token.pos_ == "ADJ" and token.dep_ in ("ccomp", "amod"):
            _mend_small_clause(token)
    return doc


def _mend_disguise(verb: Token, as_: Token) -> None:
    """"Men disguised as nurses burst in": the parser makes the nurses burst in; they are what the men look like."""
    clause = as_.head
    if as_.dep_ != "mark" or clause == verb:
        return
    looks = next((child for child in clause.children if child.dep_ == "nsubj" and child.i > as_.i), None)
    people = verb.head if verb.dep_ == "acl" else None
    if looks is None or people is None or people.i > verb.i or clause.is_ancestor(people.head):
        return
    above, label = people.head, people.dep_
    clause.head, clause.dep_ = (clause, "ROOT") if above == people else (above, label)
    people.head, people.dep_ = clause, "nsubj"
    as_.head, as_.dep_ = verb, "prep"
    looks.head, looks.dep_ = as_, "pobj"


def _mend_result(participle: Token) -> None:
    """"Police hunt a man who left a bomb that exploded, wounding 13": what wounded is the last verb told, not the first."""
    nearer = [
        token for token in participle.doc[participle.head.i + 1:participle.i]
        if token.dep_ in ("relcl", "advcl", "pcomp") and participle.head.is_ancestor(token) and not participle.is_ancestor(token)
        and _has_own_subject(token)
        and not any(child.dep_ == "dobj" for child in token.children)
    ]
    if nearer:
        participle.head = nearer[-1]


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _mend_conjunct(verb: Token) -> None:
    """"Police foiled a plan to bomb a station and arrested four": a past form goes on from a past form, not from an infinitive."""
    above = verb.head
    while above.head != above and (above.pos_ != "VERB" or above.tag_ == "VB"):
        above = above.head
    if above != verb.head and above.tag_ in ("VBD", "VBZ", "VBP") and above.i < verb.i:
        verb.head = above


def _mend_clause(verb: Token) -> None:
    """"It paid a fine after another ferry, the Clara, ran aground": without "and", what follows "after" is the verb's subject."""
    main = verb.head
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in main.children)
    openers = [child for child in main.children if child.lower_ in ("after", "before", "until", "since") and main.i < child.i < verb.i]
    subjects = [target for opener in openers[-1:] for target in opener.children if target.dep_ == "pobj" and target.i < verb.i]
    if not joined and subjects:
        verb.dep_ = "advcl"
        subjects[0].head, subjects[0].dep_ = verb, "nsubj"
        openers[-1].head, openers[-1].dep_ = verb, "mark"


def _mend_relative(verb: Token) -> None:
    """"…, which an official attributed to rebels": the parser makes the official the one attributed; he attributes."""
    subject = verb.head
    pronoun = subject.left_edge.nbor(-1) if subject.left_edge.i > 0 else None
    if pronoun is None or pronoun.tag_ != "WDT" or pronoun.dep_ != "dep" or pronoun.i == 0:
        return
    antecedent = pronoun.nbor(-1)
    while antecedent.is_punct and antecedent.i > 0:
        antecedent = antecedent.nbor(-1)
    while antecedent.dep_ in ("pobj", "compound") and antecedent.head.pos_ != "VERB" and antecedent.head.i < antecedent.i:
        antecedent = antecedent.head if antecedent.head.pos_ != "ADP" else antecedent.head.head
    if antecedent in (subject, verb) or subject.is_ancestor(antecedent):
        return
    verb.head, verb.dep_ = antecedent, "relcl"
    subject.head, subject.dep_ = verb, "nsubj"
    pronoun.head, pronoun.dep_ = verb, "dobj"


def _mend_verbless(participle: Token) -> None:
    """"Man who stabbed banker killed by guard": in a headline without a verb the participle is what became of the first noun."""
    clause, root = participle.head.head, participle.sent.root
    of_root = participle.head.dep_ == "dobj" and clause.dep_ == "relcl" and clause.head == root and root.pos_ in ("NOUN", "PROPN")
    if of_root and any(child.dep_ == "nsubj" and child.tag_ == "WP" for child in clause.children):
        participle.head = root


def _mend_second_harm(participle: Token, people: Token, ontology: Ontology) -> None:
    """"The blast killed one person and injured scores": the parser makes it kill scores who were injured before."""
    first = people.head
    verb = first.head
    ours = first.dep_ == "dobj" and lemma(verb) in ontology.outcomes["verb"] and participle.nbor(-1).lower_ == "and"
    if ours and lemma(verb) != lemma(participle) and participle.i == people.left_edge.i:
        participle.head, participle.dep_, participle.tag_, participle.pos_ = verb, "conj", "VBD", "VERB"
        participle.nbor(-1).head = verb
        people.head, people.dep_ = participle, "dobj"


def _mend_more(more: Token) -> None:
    """"Killed 12 people and wounded 30 more": the parser has the figure count how much more it wounded."""
    verb = more.head
    figure = next((child for child in more.children if child.dep_ == "nummod"), None)
    if figure is not None and verb.pos_ == "VERB" and not any(child.dep_ == "dobj" for child in verb.children):
        figure.head, figure.dep_ = verb, "dobj"
        more.head, more.dep_ = figure, "amod"


def _mend_freeing(free: Token, participle: Token) -> None:
    """"Marines free kidnapped engineer": the parser makes the marines the kidnappers; they free him."""
    people = next((child for child in participle.children if child.dep_ == "dobj"), None)
    if people is None or participle.tag_ not in ("VBD", "VBN") or not _has_own_subject(participle):
        return
    above, label = participle.head, participle.dep_
    free.tag_, free.pos_, free.lemma_ = "VBP", "VERB", "free"
    free.head, free.dep_ = (free, "ROOT") if above == participle else (above, label)
    for child in [child for child in participle.children if child != people and child != free]:
        child.head = free
    people.head, people.dep_ = free, "dobj"
    participle.head, participle.dep_, participle.tag_ = people, "amod", "VBN"


def _mend_shot_dead(verb: Token, dead: Token) -> None:
    """"A patrol shot dead Hamada Ag Ibrahim": the parser hangs who was shot elsewhere."""
    noun = dead.nbor()
    while noun.dep_ in ("compound", "det", "amod", "nummod", "poss") and noun.head.i > noun.i:
        noun = noun.head
    subject = _has_own_subject(verb) and not any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
    if subject and noun.dep_ == "appos" and noun.pos_ in ("NOUN", "PROPN") and not noun.is_ancestor(verb):
        noun.head, noun.dep_ = verb, "dobj"


def _mend_in_which(clause: Token) -> None:
    """"It claimed a raid in May in which two died": the parser makes it claim that two died; it is told of the raid."""
    objects = [child for child in clause.head.children if child.dep_ == "dobj" and child.i < clause.left_edge.i]
    if objects:
        clause.head, clause.dep_ = objects[-1], "relcl"


def _mend_small_clause(adjective: Token) -> None:
    """"Found the guard guilty of murder", "holds the group responsible": the parser makes it modify the noun, or a clause."""
    verb = adjective.head if adjective.dep_ == "ccomp" else adjective.head.head
    if verb.lemma_ not in _FINDING:
        return
    own = next((child for child in adjective.children if child.dep_ == "nsubj"), None)
    if adjective.dep_ == "ccomp" and own is not None and own.i < adjective.i and not _has_copula(adjective):
        own.head, own.dep_ = verb, "dobj"
        adjective.dep_ = "oprd"
    elif adjective.dep_ == "amod" and adjective.i > adjective.head.i and adjective.head.dep_ == "dobj":
        adjective.head, adjective.dep_ = verb, "oprd"


def _mend_far_hostage(hostage: Token) -> None:
    """"They held nine passengers of a city bus hostage": the parser makes it the bus's hostage; the passengers are held."""
    before = hostage.nbor(-1)
    verb = next((node for node in hostage.ancestors if node.pos_ == "VERB"), None)
    if before.head != hostage or before.dep_ != "compound" or verb is None or verb.lemma_ not in _TAKING:
        return
    before.head, before.dep_ = hostage.head, "pobj"
    for child in [child for child in hostage.children if child.i < before.i]:
        child.head = before
    hostage.head, hostage.dep_ = verb, "oprd"


def _has_copula(adjective: Token) -> bool:
    return any(child.pos_ == "AUX" for child in adjective.children)


def _mend_hostage(people: Token, hostage: Token) -> None:
    """"They took two nurses hostage": the parser takes both nouns for one; the nurses are taken."""
    if people.i + 1 != hostage.i or hostage.dep_ != "dobj" or hostage.head.lemma_ not in _TAKING:
        return
    for child in list(hostage.children):
        if child.i < people.i:
            child.head = people
    people.head, people.dep_ = hostage.head, "dobj"
    hostage.head, hostage.dep_ = people.head, "oprd"
