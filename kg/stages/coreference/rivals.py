"""What makes a pronoun's antecedent doubtful: another thing or people between, a clause whose doer is somebody else."""

from spacy.tokens import Token

from kg.language.victims import tells_outcome
from kg.language.words import matches
from kg.model import Mention
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["accuses", "denies", "has_rival", "is_elsewhere", "is_neuter", "speaks_for", "suffers", "was_harmed"]

_SUBJECT = ("nsubj", "nsubjpass")
_CONDITIONS = frozenset({"unless", "until", "if"})
_ANSWERED = frozenset({"after", "because", "as", "since"})
_BLAMES = (KG.Accusation, KG.Charge)


def is_neuter(pronoun: Token) -> bool:
    """Whether a pronoun is "it" or "its"."""
    return pronoun.morph.get("Number", []) != ["Plur"] and pronoun.morph.get("Gender", []) in ([], ["Neut"])


def has_rival(clusters: Clusters, last: Mention, pronoun: Token) -> bool:
    """Whether something that is no candidate may be meant rather than a candidate last told of at a mention.

    Of a plural: people or things between that denote nothing known. Of "it": a thing that is the subject of a clause between, or, where
    the candidate is no subject itself, of any clause from its sentence on ("an earthquake struck Iraq; it killed …").
    """
    if pronoun.morph.get("Number", []) == ["Plur"]:
        between = clusters.doc[last.head + 1:pronoun.i]
        return any(other.tag_ == "NNS" and clusters.at_head(other.i) is None and other.dep_ != "compound" for other in between)
    if not is_neuter(pronoun):
        return False
    head = clusters.doc[last.head]
    if head.is_ancestor(pronoun) or any(child.dep_ == "conj" and child.is_ancestor(pronoun) for child in head.children):
        return False  # "Iraq and its neighbours"
    begin = head.i + 1 if _is_subject(head) else head.sent.start
    return any(_is_thing(clusters, token) for token in clusters.doc[begin:pronoun.i] if not token.is_ancestor(pronoun))


def _is_subject(token: Token) -> bool:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in _SUBJECT


def _is_thing(clusters: Clusters, token: Token) -> bool:
    """Whether a word is a singular subject that denotes no human being and no organisation."""
    if token.dep_ not in _SUBJECT or token.tag_ not in ("NN", "NNP"):
        return False
    found = clusters.at_head(token.i)
    return found is None or clusters.family_of(clusters.cluster(found)) == "Place" and clusters.kind(clusters.cluster(found)) != KG.Country


def is_elsewhere(token: Token, heads: list[Token]) -> bool:
    """Whether "it" stands in a clause whose doer may be another candidate: a condition, or an act that one asks of or lays to another.

    `heads` are the words of the candidates: "Kenya warned Somalia it would … unless it withdrew", "told Somalia to withdraw its troops".
    """
    clause = token.head
    while clause.head != clause and clause.dep_ not in ("ccomp", "xcomp", "pcomp", "advcl", "relcl"):
        clause = clause.head
    if clause.dep_ == "advcl":
        return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in clause.children)
    is_finite = clause.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(child.dep_ == "aux" and child.tag_ != "TO" for child in clause.children)
    if is_finite or clause.dep_ not in ("ccomp", "xcomp", "pcomp"):
        return False
    above = clause.head.head if clause.dep_ == "pcomp" else clause.head
    return any(head.dep_ == "dobj" and head.head == above or head.dep_ == "nsubj" and head.head == clause for head in heads)


def denies(clusters: Clusters, pronoun: Token) -> bool:
    """Whether a pronoun is the subject of a denial."""
    return pronoun.dep_ == "nsubj" and _names(clusters, pronoun.head, (KG.Denial,))


def accuses(clusters: Clusters, heads: list[Token]) -> bool:
    """Whether one of a candidate's words is the subject of an accusation, so that it is the other who denies."""
    return any(head.dep_ == "nsubj" and _names(clusters, head.head, _BLAMES) for head in heads)


def _names(clusters: Clusters, verb: Token, kinds: tuple[str, ...]) -> bool:
    ontology = clusters.ontology
    return any(ontology.is_a(word.owner, kind) for word in matches(verb, ontology.verbs) for kind in kinds)


def speaks_for(clusters: Clusters, heads: list[Token], others: list[int]) -> bool:
    """Whether a candidate is somebody's, who is one too: "Hora's lawyer said he was innocent"."""
    owners = (clusters.at_head(child.i) for head in heads for child in head.children if child.dep_ == "poss")
    return any(owner is not None and clusters.cluster(owner) in others for owner in owners)


def suffers(pronoun: Token, heads: list[Token]) -> bool:
    """Whether those who do something in a clause below may be others than the candidate.

    He only suffers the act in whose course "they" do it ("two were robbed when they opened fire"), or the act answers theirs ("soldiers
    shot at protesters after they threw stones").
    """
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ != "advcl":
        return False
    if any(child.dep_ == "mark" and child.lower_ in _ANSWERED for child in clause.children):
        return True
    return any(head.dep_ == "nsubjpass" for head in heads) or any(child.dep_ == "nsubjpass" for child in clause.head.children)


def was_harmed(clusters: Clusters, heads: list[Token]) -> bool:
    """Whether one of a candidate's words is told of as harmed: "the death of a man", "a man was shot"."""
    def over(head: Token) -> Token:
        return head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head

    harmed = [head for head in heads if head.dep_ in ("nsubjpass", "dobj", "poss") or head.dep_ == "pobj" and head.head.lower_ == "of"]
    return any(tells_outcome(over(head), clusters.ontology) for head in harmed)
