"""What a text itself takes back: a report that it calls wrong or corrects, the death of a survivor."""

from spacy.tokens import Doc, Token

from kg.language.attribution import scope
from kg.language.subjects import is_pluperfect, is_verbal, surface_subject
from kg.language.survivors import survivors
from kg.language.syntax import phrase
from kg.language.victims import tells_outcome
from kg.language.words import lemma, may_tell
from kg.lookup import Lookup
from kg.model import Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["taken_back"]

_TRUE = frozenset({"true", "so", "correct", "right"})
_PRONOUNS = frozenset({"that", "this", "it", "they", "none"})


def taken_back(reading: Reading, doc: Doc, ontology: Ontology) -> frozenset[int]:
    """The tokens of what somebody is reported to have said and the text does not stand by."""
    lookup = Lookup(reading)
    reports = _reports(lookup, doc, ontology)
    living = survivors(reports, lookup, doc, ontology)
    if not reports:
        return living
    sentences: dict[int, list[Token]] = {}
    for token in doc:
        if not token.is_space:
            sentences.setdefault(token.sent.start, []).append(token)
    found = {token.i for head, content in reports.items() if _is_revised(doc[head], ontology) for token in content}
    told: list[Token] = []  # what the sentence before reports
    for tokens in sentences.values():
        wrong = [token for token in tokens if _calls_wrong(token, ontology)]
        if wrong or _corrects(tokens, ontology):
            found.update(token.i for token in told)
        for verb in wrong:  # "said that he had drowned, but police said the story was false"
            before = [reports[token.i] for token in tokens if token.i in reports and (verb.dep_ == "relcl" or verb not in reports[token.i])]
            found.update(token.i for content in before for token in content if token.i < verb.i)
        told = [other for token in tokens for other in reports.get(token.i, ())]
    return frozenset(found) | living


def _reports(lookup: Lookup, doc: Doc, ontology: Ontology) -> dict[int, list[Token]]:
    """What reporting words report, by the word."""
    heads = (lookup.word_of(index) for index, event in enumerate(lookup.reading.events) if ontology.is_a(event.type, KG.Statement))
    told = {head: scope(doc[head]) or _announced(doc[head], ontology) for head in heads}
    return {head: content for head, content in told.items() if content and not any(_is_own(token, doc[head], lookup) for token in content)}


def _announced(cue: Token, ontology: Ontology) -> list[Token]:
    """What a word announces as its object: "announced his death"."""
    return [child for child in cue.children if child.dep_ == "dobj" and child.pos_ == "NOUN" and tells_outcome(child, ontology)]


def _is_own(token: Token, cue: Token, lookup: Lookup) -> bool:
    """Whether a speaker tells of himself: of a false "we did it" the doer is false, not the deed."""
    speaker = surface_subject(cue)
    entities = [lookup.entity_at(word.i, word.idx) if word is not None else None for word in (token, speaker)]
    one = token.lower_ in ("he", "she") and entities[1] is not None and speaker is not None and speaker.pos_ == "NOUN"
    if token.pos_ == "PRON" and (None not in entities or one) and entities[0] != entities[1]:
        return False  # "the radio said that he had resigned"
    own = token.pos_ == "PRON" or any(child.tag_ == "PRP$" for child in token.children)
    return own and token.dep_ == "nsubj" and token.head.head == cue


def _corrects(sentence: list[Token], ontology: Ontology) -> bool:
    """Whether a sentence begins with words that put right what stands before it: "in fact"."""
    opening = " ".join(token.lower_ for token in sentence[:2])
    return opening in ontology.listed(KGX.correction)


def _is_revised(cue: Token, ontology: Ontology) -> bool:
    """Whether somebody says otherwise after what had been said: "had reported that she was kidnapped, but on Wednesday it said …"."""
    but = next((child.i for child in cue.children if child.lower_ == "but"), None)
    return is_pluperfect(cue) and but is not None and any(
        child.dep_ == "conj" and child.i > but and may_tell(child, KG.Statement, ontology) for child in cue.children)


def _retracts(verb: Token, ontology: Ontology) -> bool:
    """Whether somebody takes back what he reported: "has since printed an apology", "corrected itself"."""
    forms = (form for child in verb.children if child.dep_ == "dobj" for form in (lemma(child), child.lower_))
    return any(f"{lemma(verb)} {form}" in ontology.listed(KGX.retraction) for form in forms)


def _calls_wrong(verb: Token, ontology: Ontology) -> bool:
    """Whether a clause says that what was reported just before is wrong: "that was wrong", "the report turned out to be false"."""
    if not is_verbal(verb):
        return False
    if _retracts(verb, ontology):
        return True
    reports = ontology.listed(KGX.reportNoun)
    if verb.dep_ == "relcl" and verb.head.dep_ == "appos" and lemma(verb.head) in reports:  # "…, a report his office called a fabrication"
        return not {lemma(child) for child in verb.children if child.dep_ in ("dobj", "oprd")}.isdisjoint(ontology.listed(KGX.wrongWord))
    if any(cue.iri == KGX["cue-invented"] for cue in ontology.cues_of("verb", phrase(verb))):  # "who said so invented the story"
        return any(child.dep_ == "dobj" and lemma(child) in reports for child in verb.children)
    said = {lemma(child) for child in verb.children if child.dep_ in ("acomp", "attr", "oprd") or child.lower_ == "so"}
    denied = any(child.dep_ == "neg" for child in verb.children)
    if said.isdisjoint(_TRUE) if denied else said.isdisjoint(ontology.listed(KGX.wrongWord)):
        return False  # "that was never true", "that was wrong"
    subject = surface_subject(verb)
    return subject is not None and (subject.lower_ in _PRONOUNS or lemma(subject) in reports)
