"""Clauses that the parser hangs on the wrong word, or takes for something else."""

from spacy.tokens import Token

from kg.language.subjects import is_pluperfect
from kg.language.words import matches, may_tell
from kg.ontology import Ontology
from kg.terms import KG

__all__ = [
    "has_own_subject", "is_perfect", "mend_at_first", "mend_before_source", "mend_charges", "mend_clause", "mend_conjunct", "mend_content",
    "mend_day_of_report", "mend_happened", "mend_harmful", "mend_in_which", "mend_relative", "mend_reported", "mend_result", "mend_said_in",
    "mend_small_clause", "mend_that_noun", "mend_verbless", "take_place", "tells_content",
]

_FINDING = frozenset({"find", "hold", "declare", "deem", "pronounce", "prove", "render"})


def has_own_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def is_perfect(verb: Token) -> bool:
    """Whether a verb has "had", "has" or "have" of its own."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "has", "have") for child in verb.children)


def take_place(word: Token, other: Token) -> None:
    """Hangs a word where another hangs, under the same label; it becomes the root where the other is."""
    word.head, word.dep_ = (word, "ROOT") if other.head == other else (other.head, other.dep_)


def mend_reported(clause: Token, ontology: Ontology) -> None:
    """"Apologised for having reported, wrongly, that 11 had died": the parser hangs what was reported on the apology."""
    between = clause.doc[clause.head.i + 1:clause.i]
    gerund = next((token for token in between if token.dep_ == "pcomp" and may_tell(token, KG.Statement, ontology)), None)
    if gerund is not None and gerund.head.head == clause.head and not any(child.dep_ in ("ccomp", "dobj") for child in gerund.children):
        clause.head = gerund


def mend_said_in(clause: Token, ontology: Ontology) -> None:
    """"Said in a statement faxed to newspapers that it had fired": the parser hangs what is said on the statement."""
    if not any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children):
        return
    prep = next((node for node in clause.ancestors if node.dep_ == "prep" and node.lower_ == "in"), clause)
    verb = prep.head
    told = any(child.dep_ == "ccomp" for child in verb.children)
    if prep != clause and verb.lemma_ == "say" and not told and prep.i > verb.i and may_tell(verb, KG.Statement, ontology):
        clause.head, clause.dep_ = verb, "ccomp"


def mend_result(participle: Token, ontology: Ontology) -> None:
    """"Police hunt a man who left a bomb that exploded, wounding 13": what wounded is the last verb told, not the first.

    So in "officers knew the man who opened fire, wounding two"; but who "foiled an attempt to kill a judge, arresting 23" arrested them.
    And who "was found guilty of an attack, killing 15" is not said to have killed them while he was found guilty.
    """
    while _goes_on(participle.head) and participle.head.dep_ == "relcl":
        participle.head = participle.head.head if participle.head.head.pos_ == "VERB" else participle.head.head.head
    plan = participle.head.head
    behind = participle.i > participle.head.i and participle.nbor(-1).text == ","
    if behind and participle.head.tag_ == "VB" and participle.head.dep_ == "acl" and plan.dep_ == "dobj":
        participle.head = plan.head
    nearer = [
        token for token in participle.doc[participle.head.i + 1:participle.i]
        if token.dep_ in ("relcl", "advcl", "pcomp") and participle.head.is_ancestor(token) and not participle.is_ancestor(token)
        and has_own_subject(token) and not _goes_on(token)
        and (_is_violent_alone(token, participle.head, ontology) or not any(child.dep_ == "dobj" for child in token.children))
    ]
    if nearer:
        participle.head = nearer[-1]
    elif any(may_tell(participle.head, kind, ontology) for kind in (KG.Justice, KG.Statement)):
        between = participle.doc[participle.head.i + 1:participle.i]
        deeds = [noun for noun in between if noun.dep_ == "pobj" and participle.head.is_ancestor(noun) and _is_deed(noun, ontology)]
        if deeds:
            participle.head, participle.dep_ = deeds[0], "acl"


def _is_violent_alone(clause: Token, above: Token, ontology: Ontology) -> bool:
    return clause.dep_ == "relcl" and may_tell(clause, KG.Violence, ontology) and not may_tell(above, KG.Violence, ontology)


def _is_deed(noun: Token, ontology: Ontology) -> bool:
    return noun.pos_ == "NOUN" and any(ontology.is_a(word.owner, KG.Violence) for word in matches(noun, ontology.nouns))


def _goes_on(clause: Token) -> bool:
    """Whether a clause tells what was going on: "a church where people were sheltering"."""
    return clause.tag_ == "VBG" and any(child.lemma_ == "be" for child in clause.children if child.dep_ == "aux")


def mend_conjunct(verb: Token) -> None:
    """"Police foiled a plan to bomb a station and arrested four": a past form goes on from a past form, not from an infinitive.

    So in "had foiled a plan to overthrow him and had arrested eight".
    """
    above = verb.head
    while above.head != above and (above.pos_ != "VERB" or above.tag_ == "VB"):
        above = above.head
    if above != verb.head and (above.tag_ in ("VBD", "VBZ", "VBP") or is_perfect(above)) and above.i < verb.i:
        verb.head = above


def mend_clause(verb: Token) -> None:
    """"It paid a fine after another ferry, the Clara, ran aground": without "and", what follows "after" is the verb's subject."""
    main = verb.head
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in main.children)
    openers = [child for child in main.children if child.lower_ in ("after", "before", "until", "since") and main.i < child.i < verb.i]
    subjects = [target for opener in openers[-1:] for target in opener.children if target.dep_ == "pobj" and target.i < verb.i]
    if not joined and subjects:
        verb.dep_ = "advcl"
        subjects[0].head, subjects[0].dep_ = verb, "nsubj"
        openers[-1].head, openers[-1].dep_ = verb, "mark"


def mend_charges(gerund: Token, ontology: Ontology) -> None:
    """"Shot a suspect who faces charges of fraud, attacking a guard and theft": the parser has those attack who shot."""
    between = gerund.doc[gerund.head.i + 1:gerund.i]
    for prep in (token for token in between if token.lower_ in ("of", "with") and token.dep_ == "prep"):
        charged = next((child for child in prep.children if child.dep_ == "pobj" and child.i < gerund.i), None)
        last = gerund.nbor(-1)
        if charged is None or last.text != "," or not any(word.owner == KG.Charge for word in matches(prep.head, ontology.nouns)):
            continue
        if last.nbor(-1) in charged.subtree:
            gerund.head, gerund.dep_ = charged, "conj"


def mend_happened(clause: Token, ontology: Ontology) -> None:
    """"Sent to a robbery at the shop that turned out not to have happened": what happens is no shop."""
    verb = next((child for child in clause.children if child.dep_ == "xcomp"), clause)
    if verb.lemma_ not in ("happen", "occur") or any(matches(clause.head, ontology.nouns)):
        return
    before = (token for token in reversed(clause.doc[clause.sent.start:clause.head.i]) if token.pos_ == "NOUN")
    event = next((token for token in before if any(matches(token, ontology.nouns)) and not clause.is_ancestor(token)), None)
    if event is not None:
        clause.head = event


def mend_relative(verb: Token) -> None:
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


def tells_content(clause: Token) -> bool:
    """Whether what the parser takes for a relative clause begins with "that" as a mark, or has no place for it.

    So with a passive subject of its own, and behind a report with a past perfect ("a report on the radio that Bell had stepped down").
    """
    that = next((child for child in clause.children if child.lower_ == "that" and child.i < clause.i), None)
    if that is None or that.dep_ == "mark":
        return that is not None
    if that.dep_ == "nsubj":  # "a rumour that Farrant had died"
        return any(child.dep_ == "nsubj" and that.i < child.i < clause.i for child in clause.children)
    before = clause.head.dep_ in ("pobj", "nsubj") and is_pluperfect(clause)
    return that.dep_ == "dobj" and (before or any(child.dep_ == "nsubjpass" for child in clause.children))


def mend_content(clause: Token, ontology: Ontology) -> None:
    """"A report by a station that rebels had fired": "that" with a subject behind it tells what the report says, nothing of the station.

    So with "word went round the market that he had been shot".
    """
    noun = clause.head
    if ontology.cues_of("noun", (noun.lemma_,)):
        clause.dep_ = "acl"
        return
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("dobj", "dative") and may_tell(verb, KG.Statement, ontology):
        clause.head, clause.dep_ = verb, "ccomp"  # "told a newspaper that he had drowned"
        return
    around = [child for child in verb.children if child.pos_ == "NOUN" or child.dep_ == "prep" and child.i < verb.i]
    told = [noun, *(target for child in around for target in (child, *child.children))]
    for other in told:
        apart = other not in (clause, clause.head) and not clause.is_ancestor(other)
        if apart and other.pos_ == "NOUN" and ontology.cues_of("noun", (other.lemma_,)):
            clause.head, clause.dep_ = other, "acl"
            return


def mend_harmful(clause: Token, ontology: Ontology) -> None:
    """"An attack on the parliament, which killed ten", "the suspect in a bombing that wounded 29": what harmed them was the attack.

    A name has no clause with "that": "a bombing blamed on the Black Front that killed ten".
    """
    noun, subjects = clause.head, {child.lower_ for child in clause.children if child.dep_ == "nsubj"}
    if not subjects & {"which", "that"} or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if any(_is_deed(word, ontology) for word in (noun, *noun.lefts)):
        return
    above, named = noun, noun.pos_ == "PROPN" and "that" in subjects
    while above.dep_ in ("pobj", "prep", "appos") or named and above.dep_ in ("agent", "acl"):
        above = above.head
    within = [token for token in noun.doc[noun.i + 1:clause.left_edge.i] if noun.is_ancestor(token)]
    deeds = [deed for deed in (above, *reversed(within)) if deed != noun and deed.i < clause.i and _is_deed(deed, ontology)]
    if deeds and (named or deeds[0] != above or noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in", "at", "near", "against")):
        clause.head = deeds[0]


def mend_blamed(preposition: Token, verb: Token) -> None:
    """"Police blamed the attack on a bus on the rebels": who is blamed stands behind the last "on", unless it is for something."""
    around = [child for noun in (verb, preposition.head) for child in noun.children if child.dep_ == "prep" and child.i >= preposition.i]
    dated = {prep for prep in around if any(child.ent_type_ in ("DATE", "TIME") for child in prep.children)}
    later = [prep for prep in around if prep.lower_ == "on" and prep != preposition and prep not in dated]
    if preposition not in dated and not later and not any(prep.lower_ == "for" for prep in around):
        preposition.head = verb


def mend_verbless(participle: Token) -> None:
    """"Man who stabbed banker killed by guard": in a headline without a verb the participle is what became of the first noun."""
    clause, root = participle.head.head, participle.sent.root
    of_root = participle.head.dep_ == "dobj" and clause.dep_ == "relcl" and clause.head == root and root.pos_ in ("NOUN", "PROPN")
    if of_root and any(child.dep_ == "nsubj" and child.tag_ == "WP" for child in clause.children):
        participle.head = root


def mend_in_which(clause: Token) -> None:
    """"It claimed a raid in May in which two died": the parser makes it claim that two died; it is told of the raid."""
    objects = [child for child in clause.head.children if child.dep_ == "dobj" and child.i < clause.left_edge.i]
    if objects:
        clause.head, clause.dep_ = objects[-1], "relcl"


def mend_before_source(time: Token, verb: Token) -> None:
    """"It broke out near Elmak, in the hills, on Monday, police said": the parser makes Monday the day on which they said so."""
    content = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < time.i), None)
    source = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if content is not None and source is not None and time.i < source.i < verb.i:
        time.head = content


def mend_day_of_report(time: Token, verb: Token) -> None:
    """"Police said on Tuesday they had held 14": without "that" the parser makes Tuesday the day of the arrests; they said so then."""
    cue = verb.head
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    dated = any(child.ent_type_ in ("DATE", "TIME") for child in time.children)
    if verb.dep_ == "ccomp" and subject is not None and time.i == cue.i + 1 and time.i < subject.i and dated:
        time.head = cue


def mend_that_noun(noun: Token) -> None:
    """"The group claimed that bombing": the parser takes "that" for the beginning of a clause, and the noun for its verb."""
    that = next((child for child in noun.children if child.lower_ == "that" and child.dep_ in ("mark", "det")), None)
    if that is not None and noun.i == that.i + 1 and not has_own_subject(noun):
        noun.dep_, noun.tag_, noun.pos_, that.dep_ = "dobj", "NN", "NOUN", "det"


def mend_at_first(first: Token, at: Token) -> None:
    """"Said at first that": an adverb as much as "initially" is."""
    first.head, first.dep_ = at.head, "advmod"
    at.head, at.dep_ = first, "advmod"


def mend_small_clause(adjective: Token) -> None:
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


def _has_copula(adjective: Token) -> bool:
    return any(child.pos_ == "AUX" for child in adjective.children)
