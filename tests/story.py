"""Small stories through the whole pipeline, and what is understood of them in words that a test can be read by."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg import ontology as ontologies
from kg.articles import from_text
from kg.language.model import load
from kg.model import Event, Reading, Toll
from kg.ontology import Ontology
from kg.pipeline import read
from kg.terms import KG, local

DAY = date(2017, 9, 14)  # a Thursday


@lru_cache(maxsize=512)
def tell(text: str, headline: str | None = None, day: date | None = DAY) -> "Story":
    """What is understood of a story published on Thursday 14 September 2017; paragraphs are parted by a blank line."""
    return Story(read(from_text(text, date=day, headline=headline), ontology(), load()), ontology())


def ontology() -> Ontology:
    """The ontology that comes with Dateline, the one that the fixture gives."""
    return ontologies.load()


@dataclass(frozen=True, eq=False)
class Story:
    """A Reading whose events are named by their words, and its entities by their labels."""

    reading: Reading
    ontology: Ontology

    def index(self, word: str) -> int:
        """The place of the only event one of whose triggers is a word."""
        [found] = [index for index, event in enumerate(self.reading.events) if word in self.words(event)]
        return found

    def event(self, word: str) -> Event:
        """The only event one of whose triggers is a word."""
        return self.reading.events[self.index(word)]

    def kinds(self) -> list[str]:
        """The classes of all events, in their order."""
        return [local(event.type) for event in self.reading.events]

    def words(self, event: Event) -> list[str]:
        """The triggers of an event."""
        return [self.reading.words_of(mention) for mention in event.triggers]

    def roles(self, word: str) -> set[str]:
        """The roles of an event: "perpetrator gunmen"."""
        return {f"{local(role.property)} {self.label(role.entity)}" for role in self.event(word).roles}

    def doers(self, word: str) -> set[str]:
        """Those said in any way to have done it: told as a fact, alleged, or claimed."""
        said = (KG.allegedPerpetrator, KG.claimedBy)
        roles = [role for role in self.event(word).roles if role.property in said or self.ontology.is_a(role.property, KG.agent)]
        return {f"{local(role.property)} {self.label(role.entity)}" for role in roles}

    def links(self, word: str) -> set[str]:
        """The links of an event: "partOf bombings", the other named by its first word."""
        events = self.reading.events
        return {f"{local(link.property)} {self.words(events[link.event])[0]}" for link in self.event(word).links}

    def tolls(self, word: str | None = None) -> set[str]:
        """The tolls, of all events or of one: "Killed 11", "Killed 52+", "Injured 10-15"."""
        owner = None if word is None else self.index(word)
        return {_written(toll) for toll in self.reading.tolls if owner in (None, toll.event)}

    def preferred(self) -> set[str]:
        """The tolls that count."""
        return {_written(toll) for toll in self.reading.tolls if toll.preferred}

    def toll(self, figure: str) -> Toll:
        """The only toll so written."""
        [found] = [toll for toll in self.reading.tolls if _written(toll) == figure]
        return found

    def realis(self, word: str) -> str:
        """The realis of an event."""
        return local(self.event(word).realis)

    def main(self) -> list[str]:
        """The triggers of the main event."""
        assert self.reading.main_event is not None
        return self.words(self.reading.events[self.reading.main_event])

    def label(self, entity: int) -> str:
        """The label of an entity."""
        return self.reading.entities[entity].label


def _written(toll: Toll) -> str:
    if toll.count is not None:
        figure = str(toll.count)
    elif toll.maximum is None:
        figure = f"{toll.minimum}+"
    else:
        figure = f"{'' if toll.minimum is None else toll.minimum}-{toll.maximum}"
    return f"{local(toll.outcome)} {figure}"
