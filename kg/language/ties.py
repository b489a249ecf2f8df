"""How two words of one sentence that tell events are tied to each other, or told apart."""

from re import fullmatch

from spacy.tokens import Token

from kg.language.spans import is_measured, sentence_start, tells_in_which
from kg.language.words import lemma

__all__ = ["are_told_apart", "give_other_posts", "hangs_on", "has_year", "is_measured_off", "is_rank_of", "share_object"]

_HOW_MARKS = frozenset({"when", "as", "after", "by", "in", "during", "with"})
_BETWEEN = frozenset({"later", "earlier", "after", "before"})
_LINKS = frozenset({"connection", "relation", "link"})  # "questioned in connection with the bombings"
_APART = frozenset({"since", "like", "after", "before", "than"})


def share_object(first: Token, second: Token) -> bool:
    """Whether two verbs are joined and have one object, told behind both: "shot and killed a carpenter"."""
    joined = second.dep_ == "conj" and second.head == first and second.i == first.i + 2 and first.nbor().lower_ == "and"
    return joined and any(child.dep_ == "dobj" for child in second.children)


def are_told_apart(first: Token, second: Token) -> bool:
    """Whether a sentence tells of two of a kind: "the outbreak comes a week after the end of an outbreak in the west"."""
    alike = first.pos_ == second.pos_ == "NOUN" and lemma(first) == lemma(second) and sentence_start(first) == sentence_start(second)
    indefinite = any(child.lower_ in ("a", "an") for child in second.children)
    return alike and indefinite and second.dep_ not in ("attr", "appos")


def give_other_posts(first: Token, second: Token) -> bool:
    """Whether two verbs give different posts: "appointed coach", "promoted to vice president"; a "head coach" may be a coach."""
    one, other = _post(first), _post(second)
    return bool(one and other) and not (one <= other or other <= one)


def _post(verb: Token) -> frozenset[str]:
    """The words of the post that somebody is given, in base form."""
    preps = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("as", "to")]
    posts = [child for node in (verb, *preps) for child in node.children if child.dep_ in ("oprd", "attr", "pobj") and child.pos_ == "NOUN"]
    parts = (part for post in posts[:1] for part in (post, *post.children, *(inner for child in post.children for inner in child.children)))
    return frozenset(lemma(part) for part in parts if part.pos_ in ("NOUN", "PROPN") or part.dep_ == "amod")


def has_year(noun: Token) -> bool:
    """Whether a noun says itself of which year it is: "the 1998 clinic bombing"."""
    return any(child.dep_ in ("nummod", "compound", "nmod") and fullmatch(r"(1[89]|20)\d\d", child.text) for child in noun.children)


def is_measured_off(noun: Token) -> bool:
    """Whether a noun is told by the time between it and another event: "the attack two days later", "an attack a week after the raid"."""
    behind = noun.doc[noun.i + 1:noun.i + 4]
    return len(behind) == 3 and behind[0].tag_ in ("CD", "DT") and behind[1].dep_ == "npadvmod" and behind[2].lower_ in _BETWEEN


def is_rank_of(preposition: Token) -> bool:
    """Whether a phrase tells what an event is compared with: "the deadliest attack since …", "an attack like …"."""
    return preposition.lower_ in ("since", "like") and preposition.head.pos_ == "NOUN"


def hangs_on(lower: Token, upper: Token) -> bool:
    """Whether a word stands in a clause or phrase that says how the upper came about."""
    node = lower
    for _step in range(4):
        if node.head == node:
            return False
        if node.dep_ == "relcl" and tells_in_which(node):
            return _is_below(node.head, upper)
        if node.dep_ == "advcl" and not _tells_how(node) or node.dep_ in ("relcl", "ccomp", "conj"):
            return False
        if node.dep_ in ("pobj", "pcomp") and (node.head.lower_ not in _HOW_MARKS or is_measured(node.head) or lemma(node) in _LINKS):
            return False
        node = node.head
        if node == upper:
            return True
    return False


def _tells_how(clause: Token) -> bool:
    """Whether a clause says how something came about: not "as the city was shaken by bombings, a man …", "days after a raid failed"."""
    marks = [child for child in clause.children if child.dep_ in ("mark", "advmod") and child.lower_ in _HOW_MARKS]
    beside = any(mark.lower_ == "as" and clause.i < clause.head.i or is_measured(mark) for mark in marks)
    return not beside and (clause.tag_ == "VBG" or bool(marks))


def _is_below(noun: Token, upper: Token) -> bool:
    """Whether a noun is another, or stands in its phrases: of "a raid on a barracks in May" the parser takes any for the antecedent."""
    while noun != upper and noun.dep_ == "pobj" and noun.head.lower_ not in _APART and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
    return noun == upper
