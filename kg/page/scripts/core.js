// The page's one shared object: what was drawn, and the bus on which its parts speak to each other. A card stands for a node ("n3") or for
// an edge ("e5").
//
//   dateline.data                        what Python put into the page: nodes, edges, items (facts to find and filter by), look, …
//   dateline.byId(id)                    an element
//   dateline.nodeOf(card)                the drawn node of a card, undefined for an edge's
//   dateline.cardOf(iri)                 the card of a node's IRI
//   dateline.endsOf(card)                the cards of an edge's two nodes
//   dateline.selected                    the cards chosen now
//   dateline.on(topic, listener)         hear what happens
//   dateline.tell(topic, message)        say what happened
//   dateline.select(cards, origin)       choose one card or several, by whom ("graph", "list", "timeline", …); an empty list chooses none
//   dateline.say(text)                   tell the reader in a line below, and to those who hear the page
//   dateline.filter(name, test)          filter.js: hide the cards that a test (card => boolean) fails; null takes the test back
//   dateline.visible                     filter.js: the set of cards that are shown
//   dateline.colour(name)                theme.js: a colour of the style sheet, as it is now
//   dateline.copy(text, what)            copy.js: put a text on the clipboard
//   dateline.network, nodes, edges       network.js: vis-network and its data sets
//
// Topics: "select" {cards, origin, focus}; "filter" {visible}; "reveal" {card}: a card that may be hidden is wanted; "paint": the colours
// have changed; "start": the first view is framed; "view" {name, shown}: a view beside the graph was opened or closed.
// A part that draws the selection listens to "select" and shows it, whoever chose; a part that moves its own view leaves that out where
// `origin` is its own name.
"use strict";
const dateline = (() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const listeners = new Map();
  let fading = 0; // the timer that takes the last word to the reader away again
  const nodes = new Map(data.nodes.map((node) => [node.card, node]));
  const cards = new Map(data.nodes.map((node) => [node.id, node.card]));
  const ends = new Map(data.edges.map((edge) => [edge.id, [cards.get(edge.from), cards.get(edge.to)]]));

  function on(topic, listener) {
    listeners.set(topic, [...(listeners.get(topic) || []), listener]);
  }

  function tell(topic, message) {
    for (const listener of listeners.get(topic) || []) listener(message);
  }

  function select(chosen, origin = "", { focus = false } = {}) {
    dateline.selected = [chosen].flat();
    for (const card of dateline.selected) tell("reveal", { card });
    tell("select", { cards: dateline.selected, origin, focus });
  }

  function say(text) {
    byId("status").textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => { byId("status").textContent = ""; }, 8000);
  }

  return {
    data, byId, on, tell, select, say, selected: [],
    nodeOf: (card) => nodes.get(card), cardOf: (iri) => cards.get(iri), endsOf: (card) => ends.get(card),
  };
})();
window.dateline = dateline;
