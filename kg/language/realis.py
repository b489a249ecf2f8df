"""Whether what a word tells happened, was planned, attempted, denied …: the cues above and beside the word decide.

The order in which they win is the contract's (ONTOLOGY.md, `kg:realis`); the idea of cues as data with a direction and a scope is
ConText's (Chapman et al. 2007, https://aclanthology.org/W07-1011/).
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.language.syntax import is_verbal, phrase
from kg.language.words import lemma, lemmas
from kg.ontology import Cue, Ontology
from kg.terms import KG, KGX

__all__ = ["ORDER", "Judgement", "judge", "strongest", "tells_of_staging"]

ORDER = (KGX.Unreal, KG.Negated, KG.Attempted, KG.Threatened, KG.Planned, KG.Denied, KG.Possible, KG.Habitual, KG.Actual)
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "nothing", "neither"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_PROJECTED = frozenset({"obj", "subj", "in", "as", "during", "for", "at"})  # what a verb that only may happen would bring with it
_DEPTH = 8  # so many steps up, a cue is no longer about the word


class Judgement(NamedTuple):
    """A realis, the cue (IRI) that gave it and the token that the cue is."""

    realis: str
    cue: str
    token: Token


def judge(token: Token, ontology: Ontology, speech: bool = False) -> Judgement:
    """The realis of the event that a token tells; speech about a film or a drill is real itself."""
    found = list(_judgements(token, ontology)) + ([] if speech else list(_in_sentence(token, ontology)))
    return strongest(found) if found else Judgement(KG.Actual, KGX.default, token)


def strongest(found: list[Judgement]) -> Judgement:
    """The judgement that comes first in the contract's order, then the nearest."""
    return min(found, key=lambda judgement: ORDER.index(judgement.realis))


def _judgements(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    if _is_scare_quoted(token):
        yield Judgement(KGX.Unreal, KGX["scare-quotes"], token)
    if _is_own_tale(token):
        yield Judgement(KG.Possible, KGX["first-person"], token)
    yield from (Judgement(cue.realis, cue.iri, token) for cue in _cues(token, ontology) if "self" in cue.scope)
    yield from _below(token, ontology)
    yield from _beside(token, ontology, token)
    yield from _climb(token, ontology)


def _climb(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that govern the token, from its own governor upwards as far as their scope reaches."""
    node, carried = token, True  # carried: what is said of the governor's happening is said of the token's
    tells = False  # whether the node is a noun whose clause tells the token ("a report that …")
    for _step in range(_DEPTH):
        labels, head = _governor(node)
        if head is None or "compound" in labels and lemma(head) in ontology.topic_nouns:
            return  # what is said of a suspect is not said of the deed
        if node.pos_ == "NOUN" and tells and "obj" in labels:  # "denied a report that guards had burned huts"
            labels |= {"comp"}
        tells = "comp" in labels and head.pos_ == "NOUN"
        if "infinitive" in labels and head.lemma_ == "be" and not _is_inverted(head):
            yield Judgement(KG.Planned, KGX["be-to"], head)
        undone = _is_undone(head)
        for cue in _cues(head, ontology):
            if cue.scope & labels and not (undone and cue.realis in (KG.Attempted, KG.Denied)):
                yield Judgement(cue.realis, cue.iri, head)
        if "advcl" in labels and _is_result(node):  # "may open fire, killing many": as real as what it comes of
            yield from _beside(head, ontology, token)
        elif labels & {"relcl", "acl", "advcl"}:
            yield from _of_noun(head, ontology) if node.tag_ == "VBG" else ()
            return
        if "comp" in labels:
            yield from _by_modifier(head, "advmod", "reportAdverb", ontology)
        yield from (Judgement(cue.realis, cue.iri, head) for cue in ontology.cues_of("preposition", labels))
        carried = carried and _carries(node, head, labels, ontology)
        if carried:
            yield from _beside(head, ontology, token)
        elif is_verbal(head) and labels & _PROJECTED and not _is_definite(node):
            yield from (found for found in _beside(head, ontology, token) if found.realis in (KG.Possible, KG.Planned))
        if "subj" in labels or not is_verbal(node) and not carried and _is_definite(node):
            return
        node = head


def _is_undone(verb: Token) -> bool:
    """Whether a cue's verb is negated or failed itself: who "failed to prevent" an attack saw it happen."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    return any(child.dep_ == "neg" for child in verb.children) or above != verb and lemma(above) == "fail"


def _of_noun(noun: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues that govern the noun whose participle a word is: "reports of a gunman firing"."""
    labels, head = _governor(noun)
    if head is not None and not _is_definite(noun):
        yield from (Judgement(cue.realis, cue.iri, head) for cue in _cues(head, ontology) if cue.scope & labels and head.pos_ == "NOUN")


def _governor(node: Token) -> tuple[frozenset[str], Token | None]:
    """The labels under which a token hangs, and what it hangs on; a preposition is stepped over and gives its own label."""
    top = node
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    dep, head = top.dep_, top.head
    if head == top:
        return frozenset(), None
    if dep in ("pobj", "pcomp"):
        labels = {head.lower_} | ({"comp"} if dep == "pcomp" else set())
        return frozenset(labels), head.head if head.head != head else None
    if dep in ("xcomp", "ccomp") and _is_infinitive(top):
        return frozenset({"comp", "infinitive"}), head
    names = {"dobj": "obj", "nsubjpass": "obj", "nsubj": "subj", "xcomp": "comp", "ccomp": "comp", "attr": "attr"}
    if dep == "acl" and _is_infinitive(top):
        return frozenset({"comp"}), head
    if dep == "acl" and any(child.dep_ == "mark" for child in top.children):
        return frozenset({"comp"}), head
    if dep == "advcl" and _is_infinitive(top):  # the parser often takes "threatened … to blow up" for a purpose
        return frozenset({"comp", "advcl"}), head
    return frozenset({names.get(dep, dep)}), head


def _cues(token: Token, ontology: Ontology) -> Iterator[Cue]:
    """The cues that a governing word is: a verb with its particle, or a noun."""
    compounds = {f"{lemma(child)} {lemma(token)}" for child in token.children if child.dep_ == "compound"}
    kind, forms = ("verb", phrase(token)) if is_verbal(token) else ("noun", frozenset({lemma(token), *compounds}))
    if token.pos_ == "ADJ":
        kind = "adjective"
    yield from ontology.cues_of(kind, forms)


def _by_modifier(head: Token, dep: str, kind: str, ontology: Ontology) -> Iterator[Judgement]:
    """The cues that modifiers of a word are."""
    for child in head.children:
        if child.dep_ == dep:
            yield from (Judgement(cue.realis, cue.iri, child) for cue in ontology.cues_of(kind, (lemma(child),)))


def _carries(node: Token, head: Token, labels: frozenset[str], ontology: Ontology) -> bool:
    """Whether negation and modals of a governor are the word's own: a light verb, a happen verb, a controlled infinitive."""
    if is_verbal(node):
        return node.dep_ == "xcomp" and is_verbal(head)
    if labels & {"of", "compound"} and lemma(head) in ontology.series_nouns:
        return True
    names = phrase(head) if is_verbal(head) else frozenset()
    if "obj" in labels:
        return bool(names & ontology.light_verbs)
    return head.lemma_ == "be" or "subj" in labels and bool(names & ontology.happen_verbs)


def _beside(node: Token, ontology: Ontology, word: Token) -> Iterator[Judgement]:
    """Cues that modify a word: its negation, modal, conjunction, adverb or adjective."""
    for child in node.children:
        form = lemma(child)
        if child.dep_ == "det" and form == "no" and any(lemma(other) in ("other", "such") for other in node.children):
            yield Judgement(KGX.Unreal, KGX.comparison, child)  # "no other attack has cost so many lives" tells of no attack
            continue
        negates = child.dep_ == "neg" and (child.i < word.i or node == word)
        if negates or child.dep_ == "det" and form == "no" or form == "neither" or _is_negative(child):
            yield Judgement(KG.Negated, KGX.negation, child)
        kind = _KINDS.get(child.dep_)
        if kind and not (kind == "auxiliary" and _is_no_modal(child, node)):
            yield from (Judgement(cue.realis, cue.iri, child) for cue in ontology.cues_of(kind, (form, child.lower_)))
    if node.dep_ == "conj" and any(lemma(child) == "nor" for child in node.head.children):
        yield Judgement(KG.Negated, KGX.negation, node)
    if _is_infinitive(node) and _is_headline_future(node):
        yield Judgement(KG.Planned, KGX["be-to"], node)
    if node.dep_ == "advcl" and _is_infinitive(node):
        yield Judgement(KG.Planned, KGX.purpose, node)
    if _is_inverted(node):
        yield Judgement(KG.Possible, KGX.inversion, node)


def _is_no_modal(child: Token, verb: Token) -> bool:
    """Whether what the parser takes for a modal is a noun: "a bomb in a milk can killed 11" has no infinitive."""
    others = [other for other in verb.children if other.dep_ in ("aux", "auxpass") and other != child]
    return child.tag_ == "MD" and verb.tag_ in ("VBD", "VBN") and not others


_KINDS = {"aux": "auxiliary", "mark": "mark", "advmod": "adverb", "amod": "adjective", "det": "adverb", "compound": "adjective"}


def _is_negative(child: Token) -> bool:
    """A subject that denies its verb: "nobody", "no group"."""
    if child.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return lemma(child) in _NEGATIVE_SUBJECTS or any(lemma(other) in ("no", "neither") for other in child.children if other.dep_ == "det")


def _is_result(verb: Token) -> bool:
    """Whether a bare participle tells what an act came to."""
    return verb.tag_ == "VBG" and not any(child.dep_ in ("mark", "advmod", "nsubj", "aux") for child in verb.children)


def _is_headline_future(verb: Token) -> bool:
    """Whether an infinitive is all the verb that a headline has: "Salmon farmer to buy rival"."""
    return verb.dep_ == "ROOT" or verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "ROOT" and not is_verbal(verb.head)


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_inverted(clause: Token) -> bool:
    """A condition without "if": "were they to seize the airport", "had it gone off"."""
    first = next(iter(clause.subtree))
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return first.lower_ in ("were", "had", "should") and subject is not None and first.i < subject.i and clause.sent[-1].text != "?"


def _below(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues in a clause that modifies an event noun: "a strike which had been postponed", "a bombing foiled by police"."""
    for clause in (child for child in token.children if child.dep_ in ("relcl", "acl")):
        for verb in (clause, *(other for other in clause.children if other.dep_ in ("conj", "xcomp"))):
            passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in clause.children)
            if verb.tag_ == "VBN" or passive and not any(child.dep_ in ("nsubj", "dobj") for child in verb.children):
                yield from (Judgement(cue.realis, cue.iri, verb) for cue in _cues(verb, ontology) if "obj" in cue.scope)
        if clause.lemma_ == "be" and any(child.dep_ == "xcomp" for child in clause.children):
            yield Judgement(KG.Planned, KGX["be-to"], clause)
        yield from _by_modifier(clause, "acomp", "adjective", ontology)
    yield from _raised(token, ontology)


def _raised(noun: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues of a passive infinitive whose subject a noun is through another verb: "the rally had to be put off"."""
    if noun.dep_ in ("nsubj", "nsubjpass"):
        for verb in (child for child in noun.head.children if child.dep_ == "xcomp"):
            if any(child.dep_ == "auxpass" for child in verb.children):
                yield from (Judgement(cue.realis, cue.iri, verb) for cue in _cues(verb, ontology) if "obj" in cue.scope)


def _in_sentence(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues whose scope is the sentence: a film's plot, an exercise."""
    sentence = token.sent
    for other in sentence:
        if other.pos_ == "NOUN" and other.dep_ != "compound" and other != token:
            found = ontology.cues_of("noun", (lemma(other),))
            yield from (Judgement(cue.realis, cue.iri, other) for cue in found if "sentence" in cue.scope)
    title = _leading_title(sentence)
    if title is not None:
        fiction = [cue for cue in ontology.cues if cue.realis == KGX.Unreal and "relcl" in cue.scope]
        named = {lemma(other) for other in token.doc if other.pos_ in ("NOUN", "PROPN")}
        yield from (Judgement(cue.realis, cue.iri, title) for cue in fiction if cue.words["noun"] & named)


def _leading_title(sentence: Span) -> Token | None:
    """The title in quotation marks that a sentence begins with: 'In "Cold Harbour", a gang takes …'."""
    words = list(islice((token for token in sentence if not token.is_space), 3))
    if len(words) == 3 and words[0].lower_ == "in" and words[1].text in _QUOTES and words[2].is_title:
        return words[2]
    if len(words) == 3 and words[0].text in _QUOTES and words[1].is_title and sentence.root.tag_ == "VBZ":
        return words[1]  # '"Cold Harbour" opens with …', as plots are told in the present
    return None


def _is_definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.children)


def _is_own_tale(verb: Token) -> bool:
    """Whether a quotation's "I" or "we" tells it: irony and boast are not told as facts."""
    teller = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if teller is None or teller.lower_ not in ("i", "we"):
        return False
    return sum(other.text in _QUOTES for other in verb.doc[verb.sent.start:verb.i]) % 2 == 1


def tells_of_staging(tokens: Iterable[Token], ontology: Ontology) -> bool:
    """Whether a headline tells of a drill: a cue whose scope is the sentence, or a verb that stages what it governs."""
    for token in tokens:
        nouns = (lemma(token),) if token.pos_ == "NOUN" and token.dep_ != "compound" else ()
        verbs = lemmas(token) if token.pos_ == "VERB" else ()
        wide = [cue for cue in ontology.cues_of("noun", nouns) if "sentence" in cue.scope]
        if any(cue.realis == KGX.Unreal for cue in (*wide, *ontology.cues_of("verb", verbs))):
            return True
    return False


def _is_scare_quoted(token: Token) -> bool:
    around = [token.nbor(step).text for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return len(around) == 2 and all(text in _QUOTES for text in around)
