"""What stands at a token: the mention it heads, the entity it denotes, the event it triggers."""

from bisect import bisect_right
from functools import cached_property

from kg.model import Form, Mention, Reading

__all__ = ["Lookup"]


class Lookup:
    """Indexes over a Reading; make one where a stage starts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def _mentions(self) -> dict[int, int]:
        """Head token to mention, of the mentions that denote entities; the longest where several share a head."""
        found: dict[int, int] = {}
        for index, mention in enumerate(self.reading.mentions):
            if index in self.owners:
                other = found.get(mention.head)
                if other is None or _length(mention) > _length(self.reading.mentions[other]):
                    found[mention.head] = index
        return found

    @cached_property
    def owners(self) -> dict[int, int]:
        """Mention to the entity that it denotes."""
        return {mention: index for index, entity in enumerate(self.reading.entities) for mention in entity.mentions}

    @cached_property
    def _events(self) -> dict[int, int]:
        return {self.reading.mentions[mention].head: index for index, event in enumerate(self.reading.events) for mention in event.triggers}

    @cached_property
    def times(self) -> dict[int, int]:
        """Head token to time expression."""
        return {self.reading.mentions[time.mention].head: index for index, time in enumerate(self.reading.times)}

    @cached_property
    def quantities(self) -> dict[int, int]:
        """Counted token to quantity, and head token of the figure to it."""
        found = {self.reading.mentions[quantity.mention].head: index for index, quantity in enumerate(self.reading.quantities)}
        found.update({quantity.noun: index for index, quantity in enumerate(self.reading.quantities) if quantity.noun is not None})
        return found

    @cached_property
    def _covers(self) -> dict[int, int]:
        """Offset to mention, for the names: any token of a name stands for it."""
        return {
            offset: index
            for index, mention in enumerate(self.reading.mentions)
            if index in self.owners and mention.form in (Form.NAME, Form.DEMONYM)
            for offset in range(mention.begin, mention.end)
        }

    def mention_at(self, token: int, offset: int | None = None) -> int | None:
        """The entity mention that a token heads, or the name that covers its offset."""
        found = self._mentions.get(token)
        return found if found is not None or offset is None else self._covers.get(offset)

    def entity_at(self, token: int, offset: int | None = None) -> int | None:
        """The entity that a token stands for."""
        mention = self.mention_at(token, offset)
        return None if mention is None else self.owners[mention]

    def event_at(self, token: int) -> int | None:
        """The event that a token triggers."""
        return self._events.get(token)

    def word_of(self, event: int) -> int:
        """The head token of the word that tells an event first."""
        return self.reading.mentions[self.reading.events[event].triggers[0]].head

    def sentence_at(self, offset: int) -> int:
        """The sentence that holds an offset, or the last one before it."""
        return max(0, bisect_right(self.reading.sentences, offset, key=lambda sentence: sentence[0]) - 1)


def _length(mention: Mention) -> int:
    return mention.end - mention.begin
