// What the reader says is wrong, or the same, or not the same: a list, and a file of it in Turtle for `kg build --corrections`.
(({ data: { correcting, nodes, edges }, byId, on, say, nodeOf, select }) => {
  const { articles, words, targets } = correcting;
  const KINDS = { wrong: "Rejection", same: "SameAs", "not-same": "NotSame" };
  const corrections = [];
  let waiting = null; // { kind, card }: the reader is asked for the second node
  let saved = true;

  const labels = new Map([...nodes.map((node) => [node.card, node]), ...edges.map((edge) => [edge.id, edge])]);
  const called = (card) => document.querySelector(`#text [data-card="${card}"] h3`).textContent.trim();
  const family = (card) => (dateline.data.items[card] || {}).family;
  const layer = (card) => (["event", "statement"].includes(family(card)) ? "event" : family(card) === "toll" ? "toll" : "entity");
  const two = (one, other) => one !== other && layer(one) === layer(other) && layer(one) !== "toll";

  // Whether two nodes stand in one article; what has no words stands in all.
  function together(one, other) {
    const [first, second] = [one, other].map((card) => (words[card] || []).map(([article]) => article));
    return !first.length || !second.length || first.some((article) => second.includes(article));
  }

  // --- the file

  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;
  const count = (number) => `"${number}"^^xsd:nonNegativeInteger`;

  function anchors(property, card) {
    return (words[card] || []).map(([article, begin, end, said]) =>
      ` ;\n    ${property} [ nif:referenceContext <${articles[article]}#text> ; nif:beginIndex ${count(begin)} ;` +
      ` nif:endIndex ${count(end)} ; nif:anchorOf ${quoted(said)} ]`).join("");
  }

  function turtle({ kind, subject, property, object }, who, when) {
    const iri = (card) => `<${nodeOf(card).id}>`;
    const isNode = nodeOf(object) !== undefined;
    const author = who ? ` ;\n    prov:wasAttributedTo [ a prov:Agent ; rdfs:label ${quoted(who)} ]` : "";
    return `[] a kg:${KINDS[kind]} ;\n    rdf:subject ${iri(subject)}` + (property ? ` ;\n    rdf:predicate <${property}>` : "") +
      ` ;\n    rdf:object ${isNode ? iri(object) : object}` + anchors("kg:subjectWords", subject) +
      (isNode ? anchors("kg:objectWords", object) : "") + author + (when ? ` ;\n    dcterms:date "${when}"^^xsd:date` : "") + " .\n";
  }

  function file() {
    const prefixes = Object.entries(correcting.prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`).join("");
    const who = byId("corrector").value.trim(), when = byId("corrected-on").value;
    return [prefixes, ...corrections.map((one) => turtle(one, who, when))].join("\n");
  }

  // --- the list

  function mark(card, wrong) {
    const drawn = labels.get(card);
    const set = nodeOf(card) ? dateline.nodes : dateline.edges;
    set.update({ id: drawn.id, label: wrong ? `✗ ${drawn.label}` : drawn.label });
  }

  function show() {
    byId("corrected").replaceChildren(...corrections.map((one) => {
      const line = document.createElement("li"), undo = document.createElement("button");
      undo.type = "button";
      undo.textContent = "Take back";
      undo.setAttribute("aria-label", `Take back: ${one.say}`);
      undo.addEventListener("click", () => {
        corrections.splice(corrections.indexOf(one), 1);
        if (one.kind === "wrong") mark(one.card, false);
        show();
      });
      const said = document.createElement("bdi");
      said.textContent = one.say;
      line.append(said, undo);
      return line;
    }));
    byId("corrections").hidden = corrections.length === 0;
    saved = corrections.length === 0;
  }

  function add(one) {
    const key = JSON.stringify([one.kind, one.subject, one.property, one.object]);
    if (corrections.some((known) => known.key === key)) return say("That is among your corrections already.");
    corrections.push({ ...one, key });
    if (one.kind === "wrong") mark(one.card, true);
    show();
    return say(`${one.say}. Save your corrections in the list below.`);
  }

  function reject(card) {
    const target = targets[card][byId("what-wrong").value || 0];
    const object = nodeOf(target.object) ? ` ${called(target.object)}` : "";
    add({ ...target, kind: "wrong", card, say: `Wrong: ${called(target.subject)}: ${target.say}${object}` });
  }

  function relate(kind, one, other) {
    waiting = null;
    if (!two(one, other)) return say("Only two different nodes of one sort can be the same: two events, or two of the others.");
    if (!together(one, other)) return say("These stand in different articles: a correction is about the nodes of one.");
    const says = kind === "same" ? "is the same as" : "is not the same as";
    return add({ kind, subject: one, object: other, say: `${called(one)} ${says} ${called(other)}` });
  }

  function ask(kind) {
    const [one, other] = dateline.selected;
    if (other) return relate(kind, one, other);
    waiting = { kind, card: one };
    return say(`Choose the other one, in the graph, by search or in the text. Escape gives up.`);
  }

  // --- what can be said of what is chosen

  on("select", ({ cards }) => {
    if (waiting && cards.length === 0) waiting = null;
    if (waiting && cards.length === 1 && nodeOf(cards[0]) && cards[0] !== waiting.card) {
      const { kind, card } = waiting;
      relate(kind, card, cards[0]);
      select([card, cards[0]], "corrections");
      return;
    }
    const [one, other] = cards, wrong = (cards.length === 1 && targets[one]) || [];
    byId("wrong").hidden = wrong.length === 0;
    byId("what-wrong").hidden = wrong.length < 2;
    byId("what-wrong").replaceChildren(...wrong.map(({ say: what }, number) => new Option(what, number)));
    const nodesOnly = cards.length > 0 && cards.length <= 2 && cards.every((card) => nodeOf(card) && layer(card) !== "toll");
    for (const id of ["same", "not-same"]) byId(id).hidden = !nodesOnly || (other !== undefined && !two(one, other));
  });

  byId("wrong").addEventListener("click", () => reject(dateline.selected[0]));
  for (const kind of ["same", "not-same"]) byId(kind).addEventListener("click", () => ask(kind));
  byId("save-corrections").addEventListener("click", () => {
    dateline.save("corrections.ttl", new Blob([file()], { type: "text/turtle" }));
    saved = true;
  });
  addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
  Object.assign(dateline, { corrections, correctionsFile: file });
})(dateline);
