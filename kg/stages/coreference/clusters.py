"""Mentions that denote the same thing, gathered step by step."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.language.context import context_names
from kg.language.demonyms import country_of
from kg.language.lexicon import Lexicon, lexicon
from kg.language.nouns import is_title, singular
from kg.model import Form, Heard, Mention, Reading
from kg.ontology import KnownName, Ontology
from kg.terms import KG

__all__ = ["Clusters"]

_WINDOW = 400  # mentions looked back at: more than most articles have, so that a book takes no hours
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_FAMILIES = ("Person", "People", "Group", "Place", "Artifact")


class Clusters:
    """A partition of the mentions of entities; a cluster is named by the first of its mentions."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.reading, self.doc, self.ontology = reading, doc, ontology
        self.words: Lexicon = lexicon(ontology)
        self.entity_mentions = [i for i, mention in enumerate(reading.mentions) if ontology.is_a(mention.kind, KG.Entity)]
        self._members: dict[int, list[int]] = {i: [i] for i in self.entity_mentions}
        self._cluster: dict[int, int] = {i: i for i in self.entity_mentions}
        self._ranks = {i: rank for rank, i in enumerate(self.entity_mentions)}
        self._kinds: dict[int, str] = {}
        self._genders: dict[int, str | None] = {}
        self._names: dict[int, list[str]] = {}
        self._titled: dict[int, set[str]] = {}
        self._nouns: dict[int, frozenset[str]] = {}
        self._families: dict[str, str] = {}
        self._by_head: dict[int, int] = {}
        for i in self.entity_mentions:
            self._by_head.setdefault(reading.mentions[i].head, i)
        for i in self.of_form(Form.NAME):  # a parse may take any word of a name for its head
            for token in doc.char_span(reading.mentions[i].begin, reading.mentions[i].end) or ():
                self._by_head.setdefault(token.i, i)

    @cached_property
    def _named(self) -> frozenset[int]:
        named = (self.mention(i) for form in (Form.NAME, Form.DEMONYM) for i in self.of_form(form))
        names = [self.doc.char_span(mention.begin, mention.end) for mention in named]
        return frozenset(token.i for span in names if span is not None for token in span)

    @cached_property
    def _quoted(self) -> frozenset[int]:
        begins = {begin for begin, _ in self.reading.article.blocks}
        found: set[int] = set()
        inside = False
        for token in self.doc:
            if token.idx in begins:
                inside = False
            if token.text in _QUOTES:
                inside = token.text == "“" or token.text != "”" and not inside
            elif inside:
                found.add(token.i)
        return frozenset(found)

    @cached_property
    def doubts(self) -> frozenset[str]:
        """Adverbs that take back what they report: "wrongly", "first"."""
        return frozenset(word for cue in self.ontology.cues for word in cue.words["reportAdverb"])

    @cached_property
    def fillers(self) -> list[Heard]:
        """What the learned reader hears in the roles of incidents."""
        return [label for label in self.reading.heard if label.label in self.ontology.learned_fillers]

    def cluster(self, mention: int) -> int:
        """The cluster that a mention belongs to."""
        return self._cluster[mention]

    def members(self, cluster: int) -> list[int]:
        """The mentions of a cluster, in the order of the text."""
        return self._members[cluster]

    def since(self, cluster: int, sentence: int) -> list[int]:
        """The mentions of a cluster from a sentence on."""
        members = self._members[cluster]
        return members[bisect_left(members, sentence, key=lambda i: self.reading.mentions[i].sentence):]

    def last_before(self, cluster: int, index: int) -> Mention:
        """The last mention of a cluster that ends before another begins."""
        members, begin = self._members[cluster], self.mention(index).begin
        place = bisect_left(members, index) - 1
        while place > 0 and self.mention(members[place]).end > begin:
            place -= 1
        return self.mention(members[place])

    def before(self, index: int) -> Iterator[int]:
        """The clusters mentioned before a mention, the most recent first, without those it lies in."""
        begin, rank = self.mention(index).begin, self._ranks[index]
        seen: set[int] = set()
        for i in reversed(self.entity_mentions[max(0, rank - _WINDOW):rank]):
            cluster = self._cluster[i]
            if cluster not in seen and self.mention(i).end <= begin and self.mention(i).form != Form.PRONOUN:
                seen.add(cluster)
                yield cluster

    def near(self, index: int) -> list[int]:
        """The clusters told of before a mention in its sentence or the one before it, the most recent first; an adjective tells of none."""
        mention, rank = self.mention(index), self._ranks[index]
        found: dict[int, None] = {}
        for i in reversed(self.entity_mentions[max(0, rank - _WINDOW):rank]):
            other = self.mention(i)
            if other.sentence < mention.sentence - 1:
                break
            if other.end <= mention.begin and other.form != Form.DEMONYM:
                found[self._cluster[i]] = None
        return list(found)

    def clusters(self) -> list[int]:
        """All clusters, in the order of their first mentions."""
        return sorted(self._members)

    def join(self, one: int, other: int) -> None:
        """Puts two mentions, and all that are with them, in one cluster."""
        low, high = sorted((self._cluster[one], self._cluster[other]))
        if low != high:
            self._members[low] = sorted(self._members[low] + self._members[high])
            for i in self._members.pop(high):
                self._cluster[i] = low
            self._titled.setdefault(low, set()).update(self._titled.pop(high, ()))
            for known in (self._kinds, self._genders, self._names, self._nouns):
                known.pop(low, None)

    def mention(self, index: int) -> Mention:
        """A mention by its index."""
        return self.reading.mentions[index]

    def text(self, index: int) -> str:
        """The words of a mention, white space made single blanks."""
        return " ".join(self.reading.words_of(index).split())

    def first_token(self, index: int) -> Token:
        """The token with which a mention begins."""
        begin, i = self.mention(index).begin, self.mention(index).head
        while i > 0 and self.doc[i].idx > begin:
            i -= 1
        while self.doc[i].idx < begin:
            i += 1
        return self.doc[i]

    def within(self, index: int) -> list[int]:
        """The other mentions that lie inside a mention."""
        outer, rank = self.mention(index), self._ranks[index]
        inside = []
        for i in self.entity_mentions[rank + 1:]:
            if self.mention(i).begin >= outer.end:
                break
            if self.mention(i).end <= outer.end:
                inside.append(i)
        return inside

    def known(self, index: int) -> KnownName | None:
        """The known name that a name or demonym is; of a demonym's countries the one that the article names, itself or its capital."""
        text, form = self.text(index), self.mention(index).form
        if form == Form.NAME:
            return self.ontology.names.get(text) or self._context_names.get(text)
        if form != Form.DEMONYM:
            return None
        return country_of(text, self._countries, self.ontology)

    @cached_property
    def _context_names(self) -> Mapping[str, KnownName]:
        return context_names(self.doc, self.ontology)

    @cached_property
    def _countries(self) -> frozenset[str]:
        dateline = self.reading.text_of(self.reading.article.dateline).split(",") if self.reading.article.dateline else []
        names = [self.text(i) for i in self.of_form(Form.NAME)] + [part.strip() for part in dateline]
        known = {known.key for name in names if (known := self.ontology.names.get(name)) is not None}
        return frozenset(known | {self.words.capitals[name] for name in names if name in self.words.capitals})

    def at_head(self, token: int) -> int | None:
        """The longest mention that a token heads."""
        return self._by_head.get(token)

    def named(self, token: Token) -> bool:
        """Whether a token stands inside a name or demonym."""
        return token.i in self._named

    def quoted(self, token: Token) -> bool:
        """Whether a token stands between quotation marks."""
        return token.i in self._quoted

    def of_form(self, form: Form) -> list[int]:
        """The mentions of a form, in the order of the text."""
        return [i for i in self.entity_mentions if self.mention(i).form == form]

    def family(self, kind: str) -> str:
        """The broad class of a class: entities of different families are never one."""
        known = self._families.get(kind)
        if known is None:
            known = next((name for name in _FAMILIES if self.ontology.is_a(kind, KG[name])), "Entity")
            self._families[kind] = known
        return known

    def kind(self, cluster: int) -> str:
        """The class that the mentions of a cluster speak for: that of its names before that of its nominals, the most specific."""
        known = self._kinds.get(cluster)
        if known is None:
            known = self._kinds[cluster] = self._kind(cluster)
        return known

    def family_of(self, cluster: int) -> str:
        """The broad class of a cluster."""
        return self.family(self.kind(cluster))

    def _kind(self, cluster: int) -> str:
        mentions = [self.mention(i) for i in self._members[cluster] if self.mention(i).form != Form.PRONOUN]
        if len({mention.kind for mention in mentions}) == 1:
            return mentions[0].kind
        names = [mention for mention in mentions if mention.form in (Form.NAME, Form.DEMONYM)]
        families = Counter(self.family(mention.kind) for mention in names or mentions)
        if not families:
            return KG.Entity
        family = max(families, key=lambda name: (families[name], name))
        kinds = Counter(mention.kind for mention in names if self.family(mention.kind) == family)
        if not kinds or set(kinds) == {KG.Place}:
            kinds = Counter(mention.kind for mention in mentions if self.family(mention.kind) == family)
        return max(kinds, key=lambda kind: (self.ontology.depth(kind), kinds[kind], kind))

    def names(self, cluster: int) -> list[str]:
        """The different names of a cluster, in the order of the text."""
        if cluster not in self._names:
            self._names[cluster] = list(dict.fromkeys(self.text(i) for i in self._members[cluster] if self.mention(i).form == Form.NAME))
        return self._names[cluster]

    def head_words(self, cluster: int) -> frozenset[str]:
        """The words of its names that tell what it is, in lower case."""
        return frozenset(self.head_word(name) for name in self.names(cluster))

    @staticmethod
    def head_word(name: str) -> str:
        """The word of a name that tells what is named: the last, or that before "of" or "for" ("Ministry of Defence")."""
        words = name.lower().split()
        cut = next((n for n, word in enumerate(words) if n and word in ("of", "for")), len(words))
        return words[cut - 1]

    def entitle(self, mention: int, noun: str) -> None:
        """Keeps a noun that a title or apposition tells of someone: "the general" may take him up."""
        self._titled.setdefault(self._cluster[mention], set()).add(noun)

    def titled(self, cluster: int) -> Set[str]:
        """The nouns that titles tell of a cluster."""
        return self._titled.get(cluster, frozenset())

    def nouns(self, cluster: int) -> frozenset[str]:
        """The lemmas of the heads of its nominals, alone and with the word before them."""
        if cluster not in self._nouns:
            self._nouns[cluster] = frozenset(self._nouns_of(cluster))
        return self._nouns[cluster]

    def _nouns_of(self, cluster: int) -> set[str]:
        nominals = [self.mention(i) for i in self._members[cluster] if self.mention(i).form == Form.NOMINAL]
        heads = [self.doc[mention.head] for mention in nominals]
        return {singular(head) for head in heads} | {f"{self.doc[head.i - 1].lower_} {singular(head)}" for head in heads if head.i}

    def gender(self, cluster: int) -> str | None:
        """"Masc" or "Fem" where a noun, a form of address, a pronoun or a first name tells it."""
        if cluster not in self._genders:
            self._genders[cluster] = self._gender(cluster)
        return self._genders[cluster]

    def _gender(self, cluster: int) -> str | None:
        for i in self._members[cluster]:
            mention = self.mention(i)
            token = self.doc[mention.head]
            if mention.form == Form.PRONOUN:
                told = token.morph.get("Gender", [])
                if told and told[0] in ("Masc", "Fem"):
                    return str(told[0])
            nouns = {singular(token), token.lower_} if mention.form == Form.NOMINAL else self._address(mention)
            if nouns & self.words.feminine:
                return "Fem"
            if nouns & self.words.masculine:
                return "Masc"
        return self._gender_by_name(cluster) if self.kind(cluster) == KG.Person else None

    def _gender_by_name(self, cluster: int) -> str | None:
        first = {name.lower().split()[0] for name in self.names(cluster) if " " in name}
        by_name = {"Fem": first & self.words.womens_names, "Masc": first & self.words.mens_names}
        told = [gender for gender, names in by_name.items() if names]
        return told[0] if len(told) == 1 else None

    def _address(self, mention: Mention) -> set[str]:
        """The words right before a name that address or describe its bearer: "Mr", "policewoman Jane Doe"."""
        first = self.doc.char_span(mention.begin, mention.end)
        before = self.doc[first.start - 1] if first is not None and first.start else None
        return {before.lower_, singular(before)} if before is not None and is_title(before, self.ontology, self.words) else set()
