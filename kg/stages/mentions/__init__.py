"""Stage: what stands in the text for people, groups, places and things, and the sentences it stands in."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.lexicon import lexicon
from kg.model import Article, Form, Mention, Reading, Span
from kg.ontology import Ontology
from kg.stages.mentions import heard, names, nominals

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Fills `sentences` and `mentions`, both in the order of the text; of mentions that begin together the longer comes first."""
    words = lexicon(ontology)
    sentences, sentence_of = _sentences(doc, reading.article)
    found_names = heard.renamed(doc, reading.heard, names.find(doc, reading.article, ontology, words), ontology, words)
    named = {token for name in found_names for token in range(name.start, name.end)}
    found = [
        nominals.Phrase(name.start, name.end, _head(doc, name), name.kind, name.form) for name in found_names
    ] + nominals.find(doc, named, _last_words(doc, found_names), ontology, words)
    taken = {token for phrase in found for token in range(phrase.start, phrase.end)}
    found += heard.find(doc, reading.heard, taken, ontology)
    mentions = [
        Mention(doc[phrase.start].idx, _end(doc[phrase.end - 1]), phrase.form, phrase.kind, phrase.head, sentence_of[phrase.head])
        for phrase in found
        if phrase.head in sentence_of
    ]
    mentions.sort(key=lambda mention: (mention.begin, -mention.end, mention.form))
    return replace(reading, sentences=sentences, mentions=reading.mentions + tuple(mentions))


def _last_words(doc: Doc, found: list[names.Name]) -> dict[str, str]:
    """The last words of longer names, in lower case, with their class: what "the front" may take up."""
    return {doc[name.end - 1].lower_: name.kind for name in found if name.end - name.start > 1 and name.form == Form.NAME}


def _head(doc: Doc, name: names.Name) -> int:
    """The token on which the rest of a name hangs; the last, where a bad parse gives it several."""
    roots = [token.i for token in doc[name.start:name.end] if not name.start <= token.head.i < name.end or token.head == token]
    return roots[-1]


def _end(token: Token) -> int:
    return token.idx + len(token)


def _sentences(doc: Doc, article: Article) -> tuple[tuple[Span, ...], dict[int, int]]:
    """The sentences' spans without blanks around them, and the sentence of each token.

    A break after a word, inside a block, is the parser's mistake, and no sentence ends there.
    """
    spans: list[Span] = []
    of: dict[int, int] = {}
    begins = {begin for begin, _ in article.blocks}
    for sentence in doc.sents:
        solid = [token for token in sentence if not token.is_space]
        if not solid:
            continue
        begin, end = solid[0].idx, _end(solid[-1])
        if spans and begin not in begins and article.text[spans[-1][1] - 1].isalnum() and solid[0].i == sentence.start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
        of.update((token.i, len(spans) - 1) for token in sentence)
    return tuple(spans), of
