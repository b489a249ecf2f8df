"""Whether what a word tells happened, was planned, attempted, denied …: the cues above and beside the word decide.

The order in which they win is the contract's (ONTOLOGY.md, `kg:realis`); the idea of cues as data with a direction and a scope is
ConText's (Chapman et al. 2007, https://aclanthology.org/W07-1011/).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language import staging
from kg.language.cues import (
    ORDER,
    Judgement,
    below,
    beside,
    by_modifier,
    cues,
    has_harmed,
    is_definite,
    is_infinitive,
    is_inverted,
    is_prospect,
    is_undone,
    is_yet_to,
)
from kg.language.spans import is_apart
from kg.language.subjects import is_pluperfect, is_verbal
from kg.language.syntax import is_complement, phrase
from kg.language.words import lemma, may_tell
from kg.ontology import Cue, Ontology
from kg.terms import KG, KGX

__all__ = ["ORDER", "Judgement", "judge", "strongest"]

_PROJECTED = frozenset({"obj", "subj", "in", "as", "during", "for", "at"})  # what a verb that only may happen would bring with it
_DEPTH = 8  # so many steps up, a cue is no longer about the word


def judge(token: Token, ontology: Ontology, speech: bool = False) -> Judgement:
    """The realis of the event that a token tells; speech about a film or a drill is real itself."""
    found = list(_judgements(token, speech, ontology)) + ([] if speech else list(staging.in_sentence(token, ontology)))
    if speech:  # "threatened to burn the shop if …": the deed hangs on the condition, the threat is made
        found = [one for one in found if one.cue != KGX.condition]
    if any(one.realis == KG.Planned for one in found) and has_harmed(token, ontology):
        found = [one for one in found if one.realis != KG.Planned]
    return strongest(found) if found else Judgement(KG.Actual, KGX.default, token)


def strongest(found: list[Judgement]) -> Judgement:
    """The judgement that comes first in the contract's order, then the nearest."""
    return min(found, key=lambda judgement: ORDER.index(judgement.realis))


def _judgements(token: Token, speech: bool, ontology: Ontology) -> Iterator[Judgement]:
    yield from staging.at_word(token, ontology)
    yield from (Judgement(cue.realis, cue.iri, token) for cue in cues(token, ontology) if "self" in cue.scope)
    yield from below(token, ontology)
    yield from beside(token, ontology, token)
    yield from _climb(token, speech, ontology)


def _climb(token: Token, speech: bool, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that govern the token, from its own governor upwards as far as their scope reaches."""
    node, carried = token, True  # carried: what is said of the governor's happening is said of the token's
    tells = False  # whether the node is a noun whose clause tells the token ("a report that …")
    for _step in range(_DEPTH):
        labels, head = _governor(node)
        if head is None or "compound" in labels and lemma(head) in ontology.topic_nouns:
            return  # what is said of a suspect is not said of the deed
        if node.pos_ == "NOUN" and tells and "obj" in labels and "subj" not in labels:  # "denied a report that guards had burned huts"
            labels |= {"comp"}
        if not speech and node.dep_ == "ccomp" and any(child.tag_ == "WP" and child.dep_ == "nsubj" for child in node.children):
            return  # who asks "who did it" takes it for done
        tells = "comp" in labels and head.pos_ == "NOUN"
        yield from _by_governor(node, labels, head, ontology)
        if "advcl" in labels and _is_result(node):  # "may open fire, killing many": as real as what it comes of
            yield from beside(head, ontology, token)
        elif labels & {"relcl", "acl", "advcl"}:
            governing = _of_noun(head, ontology) if node.tag_ in ("VBG", "VBZ", "VBP") else ()
            yield from (found for found in governing if node.tag_ == "VBG" or found.realis == KGX.Unreal)  # "a play about a man who shoots"
            if _is_cleft(head):  # "it will be children who die"
                yield from (found for found in beside(head.head, ontology, token) if found.realis in (KG.Possible, KG.Planned))
            return
        carried = carried and _carries(node, head, labels, ontology)
        if carried:
            yield from beside(head, ontology, token)
        elif is_verbal(head) and labels & _PROJECTED and not is_definite(node):
            yield from (found for found in beside(head, ontology, token) if found.realis in (KG.Possible, KG.Planned))
        if "subj" in labels or not is_verbal(node) and not carried and is_definite(node):
            return
        node = head


def _by_governor(node: Token, labels: frozenset[str], head: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that the governor of a node is, or that stand at it."""
    if "infinitive" in labels and (head.lemma_ == "be" and not is_inverted(head) or is_yet_to(head)):
        yield Judgement(KG.Planned, KGX["be-to"], head)
    if "infinitive" in labels and head.lemma_ == "have" and any(child.lower_ in ("until", "till") for child in head.children):
        yield Judgement(KG.Possible, KGX.prospect, head)  # "have until Thursday to charge him"
    undone = is_undone(head)
    for cue in cues(head, ontology):
        if _reaches(cue, labels, node) and not (undone and cue.realis in (KG.Attempted, KG.Denied)):
            yield Judgement(cue.realis, cue.iri, head)
    if "comp" in labels:
        yield from _by_teller(node, head, ontology)
    yield from (Judgement(cue.realis, cue.iri, head) for cue in ontology.cues_of("preposition", labels))


def _by_teller(node: Token, head: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that the word is whose content a clause is, or that stand at it: "could not confirm that", "it is a lie that"."""
    yield from _by_predicate(head, ontology)
    if head.pos_ == "NOUN" and head.dep_ == "nsubj":  # "stories that survivors lynched him are untrue"
        yield from _by_predicate(head.head, ontology)
    if lemma(head) in ontology.listed(KGX.verifyingVerb) and is_undone(head):  # "could not confirm that four had resigned"
        yield Judgement(KG.Possible, KGX.unverified, head)
    yield from _by_rumour(head, ontology)
    yield from by_modifier(head, "advmod", "reportAdverb", ontology)
    if _is_superseded(head, ontology):
        yield Judgement(KG.Possible, KGX.unverified, head)
    tellers = (child for child in head.children if child.dep_ == "nsubj" and lemma(child) in ontology.listed(KGX.hearsayNoun))
    yield from (Judgement(KG.Possible, KGX.unverified, child) for child in tellers)  # "a blog said that she had been poisoned"
    if is_infinitive(node) and head.tag_ in ("VBZ", "VBP") and lemma(head) in ontology.listed(KGX.enablingVerb):  # "allows hackers"
        yield Judgement(KG.Possible, KGX.prospect, head)
    if any(child.lower_ == "but" for child in head.children):  # "early posts said that he had been killed, but a son said …"
        early = (child for child in head.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
        yield from (found for subject in early for found in by_modifier(subject, "amod", "reportAdverb", ontology))
    if _is_announced(node, head, ontology):
        yield Judgement(KG.Planned, KGX.announced, head)
    if is_prospect(node, head):
        yield Judgement(KG.Possible, KGX.prospect, head)
    if is_infinitive(node):  # "sent threats to kill": the parser hangs the infinitive on the verb
        objects = (child for child in head.children if child.dep_ == "dobj")
        yield from (Judgement(cue.realis, cue.iri, child) for child in objects for cue in cues(child, ontology) if "comp" in cue.scope)


def _is_superseded(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb tells what was said before the text knew better.

    So "a radio had reported that a bomb went off" and "she was not hit, although a station said that she had been wounded".
    """
    if not may_tell(verb, KG.Statement, ontology):
        return False
    though = verb.dep_ == "advcl" and any(child.lower_ in ("although", "though") for child in verb.children)
    return is_pluperfect(verb) and verb.dep_ == "ROOT" or though and any(child.dep_ == "neg" for child in verb.head.children)


def _by_rumour(verb: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that are the subject of a verb that says nothing itself: "rumours swept the town that he had died"."""
    if verb.tag_ == "VBN" or is_verbal(verb) and not may_tell(verb, KG.Statement, ontology):  # "a report posted online that …"
        subjects = (child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN" and verb.lemma_ != "be")
        yield from (Judgement(cue.realis, cue.iri, child) for child in subjects for cue in cues(child, ontology) if "comp" in cue.scope)


def _by_predicate(copula: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues of what a copula says of a clause: "it is a lie that rebels killed", "it is not true that …"."""
    for child in copula.children if copula.lemma_ == "be" else ():
        if child.dep_ in ("acomp", "attr"):
            yield from (Judgement(cue.realis, cue.iri, child) for cue in cues(child, ontology) if "comp" in cue.scope)
            if lemma(child) == "true" and is_undone(copula):
                yield Judgement(KG.Denied, KGX.negation, child)


def _reaches(cue: Cue, labels: frozenset[str], node: Token) -> bool:
    """Whether a cue holds under one of some labels; "spoke of an attack" doubts it, "spoke of the attack" does not."""
    return bool(cue.scope & labels) and not ("indefinite" in cue.scope and is_definite(node))


def _of_noun(noun: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that govern the noun whose participle a word is: "reports of a gunman firing"."""
    labels, head = _governor(noun)
    if head is not None and not is_definite(noun):
        yield from (Judgement(cue.realis, cue.iri, head) for cue in cues(head, ontology) if cue.scope & labels and head.pos_ == "NOUN")


def _governor(node: Token) -> tuple[frozenset[str], Token | None]:
    """The labels under which a token hangs, and what it hangs on; a preposition is stepped over and gives its own label."""
    top = node
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    dep, head = top.dep_, top.head
    if head == top or is_apart(top):
        return frozenset(), None
    if dep in ("pobj", "pcomp"):
        labels = {head.lower_} | ({"comp"} if dep == "pcomp" else set())
        return frozenset(labels), head.head if head.head != head else None
    if dep in ("xcomp", "ccomp") and is_infinitive(top):
        return frozenset({"comp", "infinitive"}), head
    names = {"dobj": "obj", "nsubjpass": "obj", "nsubj": "subj", "xcomp": "comp", "ccomp": "comp", "oprd": "comp", "attr": "attr"}
    if dep == "nsubj" and _is_clipped(head):  # "sabotage ruled out", as headlines have it
        return frozenset({"subj", "obj"}), head
    if dep in ("acl", "relcl") and (is_complement(top) or is_infinitive(top)):
        return frozenset({"comp"}), head
    if dep == "advcl" and is_infinitive(top):  # the parser often takes "threatened … to blow up" for a purpose
        return frozenset({"comp", "advcl"}), head
    return frozenset({names.get(dep, dep)}), head


def _is_clipped(verb: Token) -> bool:
    """Whether a past form without an object may be a passive that lacks its auxiliary."""
    more = ("dobj", "ccomp", "xcomp", "aux", "auxpass", "acomp")
    return verb.tag_ in ("VBD", "VBN") and not any(child.dep_ in more for child in verb.children)


def _carries(node: Token, head: Token, labels: frozenset[str], ontology: Ontology) -> bool:
    """Whether negation and modals of a governor are the word's own: a light verb, a happen verb, a controlled infinitive."""
    if is_verbal(node):
        first = node.head if node.dep_ == "conj" else node
        if is_infinitive(first) and lemma(head) in ontology.listed(KGX.causativeVerb):  # "could allow hackers to steal data"
            return True
        denies = any(cue.realis == KG.Denied for cue in cues(head, ontology))  # who "did not deny killing" him may have done it
        by = node.dep_ == "pcomp" and node.head.lower_ == "by"  # "would break the law by attacking"
        return (node.dep_ == "xcomp" or by) and is_verbal(head) and not denies
    if labels & {"of", "compound"} and lemma(head) in ontology.series_nouns:
        return True
    names = phrase(head) if is_verbal(head) else frozenset()
    if "obj" in labels:
        return bool(names & ontology.light_verbs)
    if any(f"{lemma(head)} {label}" in ontology.light_verbs for label in labels):
        return True  # "have not agreed on a ceasefire"
    return head.lemma_ == "be" and "behind" not in labels or "subj" in labels and bool(names & ontology.happen_verbs)


def _is_announced(verb: Token, cue: Token, ontology: Ontology) -> bool:
    """Whether somebody says what he himself is going to do: "said that it would close the plant"; not under a condition."""
    would = any(child.dep_ == "aux" and child.lower_ in ("would", "'d") for child in verb.children)
    own = any(child.dep_ == "nsubj" and child.pos_ == "PRON" and child.i < verb.i for child in verb.children)
    depends = any(child.dep_ == "advcl" or child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    return would and own and not depends and cue.tag_ in ("VBD", "VBN") and may_tell(cue, KG.Statement, ontology)


def _is_cleft(noun: Token) -> bool:
    """Whether a noun is what "it" is said to be, so that the clause behind it is the news."""
    be = noun.head
    return noun.dep_ == "attr" and be.lemma_ == "be" and any(child.dep_ == "nsubj" and child.lower_ == "it" for child in be.children)


def _is_result(verb: Token) -> bool:
    """Whether a bare participle tells what an act came to."""
    return verb.tag_ == "VBG" and not any(child.dep_ in ("mark", "advmod", "nsubj", "aux") for child in verb.children)
