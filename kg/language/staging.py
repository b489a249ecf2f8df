"""What is acted, invented, drilled or boasted of: words at it, in its sentence or in the headline by which an act is none."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Span, Token

from kg.language.cues import Judgement, noun_forms
from kg.language.nouns import noun_kind
from kg.language.victims import outcome_word
from kg.language.words import lemma, lemmas
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["at_word", "in_sentence", "tells_of_staging"]

_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_APART = frozenset({"unlike", "besides", "after", "before", "since"})  # what follows is another matter than the sentence's own
_PRESENT = frozenset({"VBZ", "VBP", "VB", "VBG"})  # the tense in which plots are told


def at_word(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    """What stands at the word itself: quotation marks around it alone, or an "I" in a quotation that boasts of it or died of it."""
    if _is_scare_quoted(token):
        yield Judgement(KGX.Unreal, KGX["scare-quotes"], token)
    if _is_own_tale(token, ontology):
        yield Judgement(KG.Possible, KGX["first-person"], token)


def in_sentence(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues whose scope is the sentence: an exercise, a film in which or of which it is told, the title of one."""
    sentence = token.sent
    for other in sentence:
        if other.pos_ == "NOUN" and other.dep_ != "compound" and other != token:
            found = [cue for cue in ontology.cues_of("noun", noun_forms(other)) if cue.realis == KGX.Unreal]
            wide = [cue for cue in found if "sentence" in cue.scope and not _is_apart(other)]
            tales = [cue for cue in found if "tale" in cue.scope and _tells(other, token)]
            yield from (Judgement(cue.realis, cue.iri, other) for cue in (*wide, *tales))
    title = _leading_title(sentence)
    if title is not None:
        fiction = [cue for cue in ontology.cues if cue.realis == KGX.Unreal and "relcl" in cue.scope]
        named = {lemma(other) for other in token.doc if other.pos_ in ("NOUN", "PROPN")}
        yield from (Judgement(cue.realis, cue.iri, title) for cue in fiction if cue.words["noun"] & named)


def _is_apart(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in _APART


def _tells(tale: Token, token: Token) -> bool:
    """Whether a film or a book is what tells a word: "in the film, a gang kills", "a film about a gang that kills".

    Plots are told in the present; what the article tells of the film itself mostly is not.
    """
    clause = next((node for node in (token, *token.ancestors) if node.pos_ in ("VERB", "AUX")), token)
    tenses = {clause.tag_, *(child.tag_ for child in clause.children if child.dep_ in ("aux", "auxpass"))}
    if tenses.isdisjoint(_PRESENT) or any(node.dep_ == "pobj" and node.head.lower_ in _APART for node in (token, *token.ancestors)):
        return False
    if tale.dep_ == "pobj" and tale.head.lower_ in ("in", "throughout"):
        return tale.head.head == token or tale.head.head.is_ancestor(token)
    above = tale.head if tale.dep_ == "nsubj" and tale.head.tag_ in ("VBZ", "VBP") else tale
    return above != token and above.is_ancestor(token)


def _leading_title(sentence: Span) -> Token | None:
    """The title in quotation marks that a sentence begins with: 'In "Cold Harbour", a gang takes …'."""
    words = list(islice((token for token in sentence if not token.is_space), 3))
    if len(words) == 3 and words[0].lower_ == "in" and words[1].text in _QUOTES and words[2].is_title:
        return words[2]
    if len(words) == 3 and words[0].text in _QUOTES and words[1].is_title and sentence.root.tag_ == "VBZ":
        return words[1]  # '"Cold Harbour" opens with …', as plots are told in the present
    return None


def _is_own_tale(verb: Token, ontology: Ontology) -> bool:
    """Whether a quotation's "I" or "we" tells it: irony and boast are not told as facts, and nobody tells of his own death."""
    teller = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    outcome = outcome_word(verb, ontology) if teller is not None and teller.dep_ == "nsubjpass" else None
    if teller is None or teller.lower_ not in ("i", "we") or teller.dep_ == "nsubjpass" and not (outcome and outcome.owner == KG.Killed):
        return False
    return sum(other.text in _QUOTES for other in verb.doc[verb.sent.start:verb.i]) % 2 == 1


def _is_scare_quoted(token: Token) -> bool:
    around = [token.nbor(step).text for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return len(around) == 2 and all(text in _QUOTES for text in around)


def _has_people(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb has somebody for its object: who "trained commandos" staged nothing."""
    kinds = [noun_kind(child, ontology) for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return any(kind is not None and ontology.is_a(kind, KG.Actor) for kind in kinds)


def tells_of_staging(tokens: Iterable[Token], ontology: Ontology) -> bool:
    """Whether a headline tells of a drill: a cue whose scope is the sentence, or a verb that stages what it governs."""
    for token in tokens:
        nouns = noun_forms(token) if token.pos_ == "NOUN" and token.dep_ != "compound" else ()
        verbs = lemmas(token) if token.pos_ == "VERB" and token.dep_ != "amod" and not _has_people(token, ontology) else ()
        wide = [cue for cue in ontology.cues_of("noun", nouns) if "sentence" in cue.scope]
        if any(cue.realis == KGX.Unreal for cue in (*wide, *ontology.cues_of("verb", verbs))):
            return True
    return False
