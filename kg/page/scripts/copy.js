// What is chosen, as Turtle and as a query, on the clipboard.
(({ data: { copying, edges }, byId, nodeOf, say }) => {
  const { prefixes, blocks, of, queries } = copying;
  const lines = new Map(edges.map((edge) => [edge.id, edge]));

  // Only the prefixes that are used.
  function turtle(cards) {
    const body = [...new Set(cards.flatMap((card) => of[card] || []))].map((number) => blocks[number]).join("\n");
    const used = Object.entries(prefixes).filter(([prefix]) => body.includes(prefix + ":"));
    return used.map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`).join("") + "\n" + body;
  }

  function query(card) {
    const node = nodeOf(card), edge = lines.get(card);
    const values = node ? { $node: node.id } : { $from: edge.from, $to: edge.object ?? edge.to, $property: edge.property };
    return queries[node ? "node" : "edge"].replace(/\$\w+/g, (name) => `<${values[name]}>`);
  }

  // Where a page may not use the clipboard (in a notebook's frame), the old way may still be open.
  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      say(`Copied ${what}.`);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      say(document.execCommand("copy") ? `Copied ${what}.` : "This browser does not let a page copy.");
      field.remove();
    }
  }

  byId("copy-turtle").addEventListener("click", () => copy(turtle(dateline.selected), "Turtle"));
  byId("copy-query").addEventListener("click", () => copy(query(dateline.selected[0]), "a SPARQL query"));
  Object.assign(dateline, { copy, turtle, query });
})(dateline);
