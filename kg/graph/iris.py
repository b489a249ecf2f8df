"""The IRIs of an article's graph: readable, ASCII, and made only from what the article says."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote, urlsplit

from kg.model import Article, Form, Mention, Reading
from kg.terms import local

__all__ = ["Iris", "article_iri", "slug", "web_iri"]

LONGEST = 60
_KEPT = ":/?#@!$&'()*+,;=%-._~"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BREAKS = re.compile(r"[^a-z0-9]+")
_HOST = re.compile(r"[\w.:@-]+")


def slug(words: str, longest: int = LONGEST) -> str:
    """Words as a piece of an IRI: lower-case ASCII letters and digits joined by hyphens, cut between words; a hash if none is left.

    >>> slug("Suicide bombing near Násiriyah, 14 September")
    'suicide-bombing-near-nasiriyah-14-september'
    """
    flat = unicodedata.normalize("NFKD", words.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode().lower()
    found = _BREAKS.sub("-", flat).strip("-")
    if not found:
        return _hash(words)
    if len(found) <= longest:
        return found
    return found[:longest + 1].rpartition("-")[0] or found[:longest]


def article_iri(article: Article, base: str) -> str:
    """BASE/article/DATE-HEADLINE-HASH8; the hash is of the URL where there is one, else of the NFC text."""
    headline = article.text[slice(*article.headline)] if article.headline else ""
    known = article.url or unicodedata.normalize("NFC", article.text)
    day = article.date.isoformat() if article.date else ""
    return base + "article/" + "-".join(filter(None, (day, slug(headline) if headline.strip() else "", _hash(known))))


def web_iri(url: str) -> str | None:
    """A web address as an IRI, whatever may not stand in one percent-encoded; None where it is no address.

    >>> web_iri("https://news.example/a b")
    'https://news.example/a%20b'
    """
    address = url.strip()
    try:
        parts = urlsplit(address)
    except ValueError:  # an unclosed bracket
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        return None
    return quote(_LONE_PERCENT.sub("%25", address), safe=_KEPT)


def _hash(words: str, length: int = 8) -> str:
    return sha256(words.encode()).hexdigest()[:length]


class Iris:
    """The IRI of each part of a Reading, by its index."""

    def __init__(self, reading: Reading, base: str) -> None:
        self.article = article_iri(reading.article, base)
        self.text = self.article + "#text"
        self.facts = self.article + "/facts"
        own = self.article + "/"
        self.sentences = [f"{own}sentence/{begin}-{end}" for begin, end in reading.sentences]
        self.mentions = list(_mention_iris(reading.mentions, own + "mention/"))
        self.entities = [
            f"{base}entity/{_key(entity.key)}" if entity.key else local_iri
            for entity, local_iri in zip(
                reading.entities, _numbered(("" if e.key else slug(e.label) for e in reading.entities), own + "entity/"), strict=True)
        ]
        self.events = list(_numbered((slug(event.label or local(event.type)) for event in reading.events), own + "event/"))
        self.tolls = list(_numbered((slug(f"{local(toll.outcome)} {toll.count_text}") for toll in reading.tolls), own + "toll/"))

    def evidence(self, *said: str) -> str:
        """The IRI of the evidence that says these things."""
        return f"{self.article}/evidence/{_hash(' '.join(said), 12)}"


def _key(key: str) -> str:
    return "/".join(slug(part) for part in key.split("/"))


def _numbered(slugs: Iterable[str], prefix: str) -> Iterable[str]:
    """The slugs behind a prefix, the second of a kind with -2; a slug that so comes out twice counts further."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    for name in slugs:
        seen[name] += 1
        found = name if seen[name] == 1 else f"{name}-{seen[name]}"
        while found in taken:
            seen[name] += 1
            found = f"{name}-{seen[name]}"
        taken.add(found)
        yield prefix + found


def _mention_iris(mentions: Iterable[Mention], prefix: str) -> Iterable[str]:
    """One IRI a stretch of text; where the same words stand there in two forms, the later form is told."""
    forms: dict[tuple[int, int], Form] = {}
    for mention in mentions:
        first = forms.setdefault((mention.begin, mention.end), mention.form)
        form = "" if first == mention.form else f"-{mention.form.lower()}"
        yield f"{prefix}{mention.begin}-{mention.end}{form}"
