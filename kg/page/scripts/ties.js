// The lines of a node, each leading to its own card. They are made when asked for: in a large graph they are most of what there is to tell.
(({ data, endsOf }) => {
  const SVG = "http://www.w3.org/2000/svg";
  let known = null; // by node, made when first needed

  function linesOf(card) {
    if (!known) {
      known = new Map();
      for (const edge of data.edges) for (const end of new Set(endsOf(edge.id))) {
        if (!known.has(end)) known.set(end, []);
        known.get(end).push(edge);
      }
    }
    return known.get(card) || [];
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.append(text);
    return made;
  }

  function icon(line) {
    const drawn = document.createElementNS(SVG, "svg"), use = document.createElementNS(SVG, "use");
    drawn.setAttribute("class", "line line-" + line);
    drawn.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#line-" + line);
    drawn.append(use);
    return drawn;
  }

  // "target → fish market", or "police reports → this" from the other end.
  function tie(card, edge) {
    const [from, to] = endsOf(edge.id), forward = from === card;
    const role = dateline.cards.get(edge.id).querySelector("h3").textContent;
    const name = element("bdi", data.items[forward ? to : from].name), words = document.createElement("span");
    words.append(...(forward ? [element("em", role + " →"), " ", name] : [name, " ", element("em", role + " → this")]));
    const link = document.createElement("a");
    link.href = "#" + edge.id;
    link.dataset.show = edge.id;
    link.append(icon(edge.paint), words);
    return element("li", link);
  }

  dateline.tiesOf = (card) => {
    const list = element("ul", "");
    list.className = "ties";
    list.append(...linesOf(card).map((edge) => tie(card, edge)));
    return list;
  };
})(dateline);
