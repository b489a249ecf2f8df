"""Whom a clause is said of: the subject of a verb, its own or one that another clause lends it, and what a relative pronoun stands for."""

from spacy.tokens import Token

from kg.language.words import lemma

__all__ = ["antecedent", "is_pluperfect", "is_verbal", "logical_subject", "surface_subject", "verb_over"]

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# prepositions whose gerund has the clause's subject
_TEMPORAL = frozenset({"after", "before", "while", "when", "since", "by", "without", "in"})
_MEANS = frozenset({"use", "employ", "wield"})


def is_verbal(token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective form of one that the parser treats as such."""
    return token.pos_ in ("VERB", "AUX")


def is_pluperfect(verb: Token) -> bool:
    """Whether a verb has "had" for an auxiliary of its own: "had reported"."""
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def verb_over(token: Token) -> Token | None:
    """The nearest verb that governs a word."""
    return next((node for node in token.ancestors if is_verbal(node)), None)


def logical_subject(verb: Token) -> tuple[str, Token] | None:
    """What the subject of a verb is to it ("subj", "obj") and the subject, its own or from the clause above; None for a whole passive."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.lower_ != "there"]
    if own:
        return ("subj", antecedent(own[-1]))
    passive = any(child.dep_ in (*_PASSIVE_SUBJECTS, "auxpass") for child in verb.children)
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD"):
        return ("obj", verb.head)
    if passive or verb.dep_ == "acl" and verb.tag_ != "VBG":
        return None if not passive else _lent_to_passive(verb)
    subject = _borrowed_subject(verb)
    if subject is None:
        return None
    participle = verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children)
    return ("obj" if participle or _shares_passive(verb) else "subj", subject)


def surface_subject(verb: Token) -> Token | None:
    """The grammatical subject of a verb, active or passive, its own or that of the clause that lends it one."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return antecedent(child)
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    return _borrowed_subject(verb)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.lower_ in _RELATIVES and token.tag_ in ("WP", "WDT", "WP$", "IN", "DT"):
        clause = token.head
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return token


def _shares_passive(verb: Token) -> bool:
    """Whether a conjunct without auxiliary continues a passive: "was shot and wounded"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    return any(child.dep_ == "auxpass" for child in verb.head.children) or verb.head.dep_ == "acl" and verb.head.tag_ == "VBN"


def _lent_to_passive(verb: Token) -> tuple[str, Token] | None:
    """Who undergoes what a passive without a subject of its own tells: "he wounded two and was shot", "before being shot"."""
    own = any(child.dep_ in _PASSIVE_SUBJECTS for child in verb.children)
    lends = None if own else verb.head if verb.dep_ == "conj" else verb.head.head if _is_temporal(verb) else None
    subject = surface_subject(lends) if lends is not None else None
    return ("obj", subject) if subject is not None else None


def _is_temporal(verb: Token) -> bool:
    return verb.dep_ == "pcomp" and verb.head.lower_ in _TEMPORAL and is_verbal(verb.head.head)


def _borrowed_subject(verb: Token) -> Token | None:
    head = verb.head
    if verb.dep_ == "acl":
        return head
    if verb.dep_ == "xcomp":
        used = lemma(head) in _MEANS  # "used drones to attack": those who use attack
        controller = [child for child in head.children if child.dep_ == "dobj" and not used]
        return antecedent(controller[0]) if controller else surface_subject(head)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP")  # such a clause has a subject of its own, though the parser may have missed it
    if is_verbal(head) and (verb.dep_ == "conj" or verb.dep_ == "advcl" and not finite):
        return None if _is_result(verb) else surface_subject(head)
    return surface_subject(head.head) if _is_temporal(verb) else None


def _is_result(verb: Token) -> bool:
    """Whether a gerund tells what came of a passive, not what its subject did: "the hall was hit by a rocket, killing two"."""
    passive = any(child.dep_ == "auxpass" for child in verb.head.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and passive and verb.nbor(-1).text == ","
