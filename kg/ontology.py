"""The one reader of the ontology: Turtle files in, the classes, words, paths, cues and names that the stages use out."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path as FilePath

from kg.facts import Facts
from kg.lexicon import Cue, Domain, Example, KnownName, Path, Word
from kg.taxonomy import Taxonomy
from kg.terms import KG, KGX, OWL, RDF, local

__all__ = ["Cue", "Domain", "Example", "KnownName", "Ontology", "Path", "Word", "folder", "load"]


def folder() -> FilePath:
    """The ontology that comes with Dateline: in a checkout the top-level folder, in an installed wheel the copy inside the package."""
    inside = FilePath(__file__).parent / "_ontology"
    return inside if inside.is_dir() else FilePath(__file__).parent.parent / "ontology"


@lru_cache(maxsize=4)
def load(extra: tuple[FilePath, ...] = ()) -> "Ontology":
    """The ontology of Dateline with the user's own folders of Turtle beside it.

    Raises OntologyError where a file is missing or not Turtle.
    """
    return Ontology(Facts.of_folders((folder(), *extra)))


class Ontology(Taxonomy):
    """What the Turtle files say, indexed for the stages; everything is computed once, when first asked for."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self._paths: dict[str, tuple[Path, ...]] = {}
        self._may_turn_out: dict[tuple[str, str], bool] = {}
        self._inherited: dict[tuple[str, str], str | None] = {}
        self._lists: dict[str, frozenset[str]] = {}
        self._exceptions: dict[tuple[str, ...], Mapping[str, tuple[tuple[str, ...], ...]]] = {}

    # --- classes that words can tell

    def may_turn_out(self, kind: str, other: str) -> bool:
        """Whether an event told by a word of one class may turn out to be of another that is not above it (kgx:mayBe)."""
        known = self._may_turn_out.get((kind, other))
        if known is None:
            known = not self.is_a(kind, other) and any(
                self.is_a(other, may) for term in self.ancestors(kind) for may in self.facts.iris(term, KGX.mayBe)
            )
            self._may_turn_out[kind, other] = known
        return known

    def may_be_one(self, kind: str, other: str) -> bool:
        """Whether words of two classes may tell one event: one lies above the other, or may turn out to be it."""
        return any(self.is_a(one, above) or self.may_turn_out(one, above) for one, above in ((kind, other), (other, kind)))

    def settled(self, kinds: Iterable[str]) -> str:
        """The class of an event told by words of several classes: the most specific of those that no word more certain settles."""
        told = list(dict.fromkeys(kinds))
        if len(told) == 1:
            return told[0]
        sure = [kind for kind in told if not any(self.may_turn_out(kind, other) for other in told)]
        return max(sure or told, key=lambda kind: (self.depth(kind), -told.index(kind)))

    @cached_property
    def version(self) -> str:
        """The version IRI of the ontology."""
        return next(iter(self.facts.iris("https://w3id.org/dateline/ontology", OWL.versionIRI)), "")

    @cached_property
    def event_types(self) -> tuple[str, ...]:
        """All classes of events."""
        return tuple(iri for iri in self.facts.subjects(RDF.type, OWL.Class) if self.is_a(iri, KG.Event))

    # --- words

    def _words(self, owner: str) -> list[Word]:
        """The words that a class, outcome or cue lists, also those inside kgx:word nodes."""
        nodes = [(owner, frozenset[str]())]
        nodes += [(node, frozenset(self.facts.iris(node, KGX.needs))) for node in self.facts.iris(owner, KGX.word)]
        return [
            Word(tuple(text.lower().split()), pos, owner, f"{KGX.iri}{local(owner)}/{pos}/{'-'.join(text.lower().split())}", needs)
            for node, needs in nodes
            for pos in ("verb", "noun", "adjective")
            for text in self.facts.texts(node, KGX[pos])
        ]

    def _index(self, owners: tuple[str, ...], pos: str) -> Mapping[str, tuple[Word, ...]]:
        """Words of a part of speech by the lemma they are anchored at (a verb's first, else the last), longest first."""
        found: dict[str, list[Word]] = {}
        for owner in owners:
            for word in self._words(owner):
                if word.pos == pos:
                    found.setdefault(word.lemmas[0 if pos == "verb" else -1], []).append(word)
        return {lemma: tuple(sorted(words, key=lambda word: (-len(word.lemmas), word.rule))) for lemma, words in found.items()}

    @cached_property
    def verbs(self) -> Mapping[str, tuple[Word, ...]]:
        """Verbs that name events, by their lemma."""
        return self._index(self.event_types, "verb")

    @cached_property
    def nouns(self) -> Mapping[str, tuple[Word, ...]]:
        """Nouns that name events, by their head's lemma."""
        return self._index(self.event_types, "noun")

    @cached_property
    def outcomes(self) -> Mapping[str, Mapping[str, tuple[Word, ...]]]:
        """Words that tell an outcome ("kill", "dead"), by part of speech and lemma."""
        owners = self.facts.subjects(RDF.type, KG.Outcome)
        return {pos: self._index(owners, pos) for pos in ("verb", "noun", "adjective")}

    def exceptions(self, *owners: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Phrases in which words of some classes, or of those above them, do not name them, by each lemma that a phrase holds."""
        known = self._exceptions.get(owners)
        if known is None:
            above = sorted({term for owner in owners for term in self.ancestors(owner)})
            phrases = dict.fromkeys(tuple(text.lower().split()) for term in above for text in self.facts.texts(term, KGX["except"]))
            found: dict[str, list[tuple[str, ...]]] = {}
            for phrase in phrases:
                for part in dict.fromkeys(phrase):
                    found.setdefault(part, []).append(phrase)
            known = self._exceptions[owners] = {part: tuple(held) for part, held in found.items()}
        return known

    def listed(self, term: str) -> frozenset[str]:
        """All that any subject lists under a property."""
        if term not in self._lists:
            self._lists[term] = frozenset(text for iri in self.facts.subjects_of(term) for text in self.facts.texts(iri, term))
        return self._lists[term]

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """Verbs that lend their subject and adjuncts to the event noun that is their object."""
        return self.listed(KGX.lightVerb)

    @cached_property
    def happen_verbs(self) -> frozenset[str]:
        """Verbs that lend their adjuncts to the event noun that is their subject."""
        return self.listed(KGX.happenVerb)

    @cached_property
    def hit_verbs(self) -> frozenset[str]:
        """Verbs whose object is what the event noun that is their subject hit."""
        return self.listed(KGX.hitVerb)

    @cached_property
    def carrier_verbs(self) -> frozenset[str]:
        """Verbs whose subject carries a statement ("published by")."""
        return self.listed(KGX.carrierVerb)

    @cached_property
    def use_verbs(self) -> frozenset[str]:
        """Verbs whose object is used for the event that their clause tells ("used drones to attack")."""
        return self.listed(KGX.useVerb)

    @cached_property
    def series_nouns(self) -> frozenset[str]:
        """Nouns for several events of a kind, which stand in the clause for them ("a wave of attacks")."""
        return self.listed(KGX.seriesNoun)

    @cached_property
    def topic_nouns(self) -> frozenset[str]:
        """Nouns of what belongs to an event, whose noun right before them tells it too ("bombing suspect")."""
        return self.listed(KGX.topicNoun)

    @cached_property
    def animals(self) -> frozenset[str]:
        """Nouns for animals, which no toll counts."""
        return self.listed(KGX.animalNoun)

    @cached_property
    def collectives(self) -> frozenset[str]:
        """Nouns that only gather people whom "of" tells ("a group of gunmen")."""
        return self.listed(KGX.collective)

    @cached_property
    def source_prepositions(self) -> frozenset[str]:
        """The first words of the prepositions that name a source ("according" to)."""
        return frozenset(text.split()[0] for text in self.listed(KGX.sourcePreposition))

    # --- paths and frames

    def paths(self, event_type: str) -> tuple[Path, ...]:
        """The paths of a class and of those above it, the most specific class first."""
        known = self._paths.get(event_type)
        if known is None:
            classes = sorted(self.ancestors(event_type), key=lambda iri: (-self.depth(iri), iri))
            known = tuple(path for iri in classes for path in self._own_paths(iri))
            self._paths[event_type] = known
        return known

    def _own_paths(self, iri: str) -> list[Path]:
        found = [self._path(node) for node in self.facts.iris(iri, KGX.path)]
        return sorted(found, key=lambda path: (-path.confidence, path.iri))

    def _path(self, node: str) -> Path:
        facts = self.facts
        steps = tuple(frozenset(step.split("|")) for step in (facts.text(node, KGX.steps) or "").split())
        role = next(iter(facts.iris(node, KGX.role)), KG.participant)
        confidence = float(facts.text(node, KGX.confidence) or 0.8)
        armed = facts.text(node, KGX.ofArmed) == "true"
        return Path(node, role, steps, facts.iris(node, KGX.filler), facts.text(node, KGX.on), confidence, armed)

    @cached_property
    def armed(self) -> frozenset[str]:
        """The keys of the known actors that bear arms."""
        owners = self.facts.subjects_of(KGX.armed)
        return frozenset(iri.partition("/entity/")[2] for owner in owners for iri in self.facts.iris(owner, KGX.armed))

    def is_marked(self, kind: str, annotation: str) -> bool:
        """Whether an annotation (kgx:transitive, kgx:momentary) is true of a class or of one above it."""
        return any(self.facts.text(term, annotation) == "true" for term in self.ancestors(kind))

    def inherited(self, iri: str, annotation: str) -> str | None:
        """The value of an annotation on a class or on the nearest class above it that has one."""
        if (iri, annotation) not in self._inherited:
            nearest_first = sorted(self.ancestors(iri), key=lambda term: (-self.depth(term), term))
            values = (value for term in nearest_first for value in self.facts.iris(term, annotation))
            self._inherited[iri, annotation] = next(values, None)
        return self._inherited[iri, annotation]

    # --- realis

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The realis cues, sorted by IRI."""
        kinds = ("verb", "noun", "adjective", "auxiliary", "mark", "adverb", "reportAdverb", "preposition")
        return tuple(
            Cue(
                iri,
                next(iter(self.facts.iris(iri, KGX.realis)), KG.Possible),
                {kind: frozenset(self.facts.texts(iri, KGX[kind])) for kind in kinds},
                frozenset(label for text in self.facts.texts(iri, KGX.scope) for label in text.replace("|", " ").split()),
            )
            for iri in self.facts.subjects(RDF.type, KGX.Cue)
        )

    @cached_property
    def _cues_by_word(self) -> Mapping[tuple[str, str], tuple[Cue, ...]]:
        found: dict[tuple[str, str], list[Cue]] = {}
        for cue in self.cues:
            for kind, words in cue.words.items():
                for word in words:
                    found.setdefault((kind, word), []).append(cue)
        return {key: tuple(cues) for key, cues in found.items()}

    def cues_of(self, kind: str, words: Iterable[str]) -> list[Cue]:
        """The cues that list one of some words under a kind ("verb", "mark", …), sorted by IRI."""
        found = {cue.iri: cue for word in words for cue in self._cues_by_word.get((kind, word), ())}
        return [found[iri] for iri in sorted(found)]

    @cached_property
    def domains(self) -> tuple[Domain, ...]:
        """Fields of talk in which violent words are mostly figures of speech."""
        return tuple(Domain(iri, frozenset(self.facts.texts(iri, KGX.domainWord))) for iri in self.facts.subjects(RDF.type, KGX.Domain))

    # --- the learned reader

    @cached_property
    def learned(self) -> Mapping[str, str]:
        """The labels of the learned reader, to the class of event or the role that each means."""
        return self._owners(KGX.learnedAs)

    @cached_property
    def incidents(self) -> Mapping[str, str]:
        """The classes of event that the learned reader says of articles, by its name for each."""
        return self._owners(KGX.learnedIncident)

    def kin(self, iri: str) -> frozenset[str]:
        """The names of what a class of event may be told by the same word with."""
        return frozenset(text for term in self.ancestors(iri) for text in self.facts.texts(term, KGX.akin))

    @cached_property
    def learned_fillers(self) -> Mapping[str, str]:
        """The labels of the learned reader, to the class of entity that their words stand for."""
        return self._owners(KGX.learnedFiller)

    @cached_property
    def learned_names(self) -> Mapping[str, str]:
        """The labels of the learned reader for names alone, to the class of what they name."""
        return self._owners(KGX.learnedName)

    def _owners(self, term: str) -> Mapping[str, str]:
        """What any subject lists under a property, to the subject."""
        return {text: iri for iri in self.facts.subjects_of(term) for text in self.facts.texts(iri, term)}

    # --- examples

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The example sentences of all event classes."""
        facts = self.facts
        found = [Example(iri, text) for iri in self.event_types for text in facts.texts(iri, KGX.example)]
        for iri in self.event_types:
            for node in facts.iris(iri, KGX.example):
                terms = [term for term in facts.properties(node) if term.startswith(KG.iri)]
                roles = tuple((term, text) for term in terms for text in facts.texts(node, term))
                found.append(Example(iri, facts.text(node, KGX.text) or "", roles, next(iter(facts.iris(node, KG.realis)), KG.Actual)))
        return tuple(found)
