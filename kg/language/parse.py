"""An article's text as one parsed spaCy Doc whose tokens keep their offsets in the text."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article

__all__ = ["parse", "parse_all"]


def parse(nlp: Language, article: Article) -> Doc:
    """The parse of an article: `token.idx` is the token's offset in `article.text`.

    What lies outside the article's blocks becomes white-space tokens, and no sentence crosses the border of a block.
    """
    return next(parse_all(nlp, [article]))


def parse_all(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """The parses of several articles, in their order, each as if it were parsed alone."""
    return nlp.pipe(_tokenised(nlp, article) for article in articles)


def _tokenised(nlp: Language, article: Article) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | None] = []
    position = 0
    for begin, end in article.blocks:
        if begin > position:  # one token of blanks stands for all that is not read
            words.append(" " * (begin - position))
            spaces.append(False)
            starts.append(True if not starts else None)
        tokens = nlp.make_doc(article.text[begin:end])
        words += [token.text for token in tokens]
        spaces += [bool(token.whitespace_) for token in tokens]
        starts += [True if token.i == 0 else None for token in tokens]
        position = end
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts)
