// The controls of the filter: the legend, the boxes and ranges under "Filter", and what is hidden around the chosen.
(({ data: { items, edges }, byId, endsOf, on, say, filter, restrict }) => {
  const boxes = [...document.querySelectorAll("[data-facet]")];
  const fields = ["from", "to", "sure", "who", "article"].map(byId).filter(Boolean);
  const starts = new Map(fields.map((field) => [field, field.value]));

  // Of each facet the values that are switched off; a card without a value, or with one that is on, passes.
  function unticked() {
    const off = new Map();
    for (const { dataset: { facet }, value, checked } of boxes) if (!checked) off.set(facet, (off.get(facet) || new Set()).add(value));
    return off;
  }

  function byBoxes() {
    const off = [...unticked()];
    if (!off.length) return null;
    return (card) => off.every(([facet, values]) => {
      const own = [items[card][facet] || []].flat();
      return !own.length || own.some((value) => !values.has(value));
    });
  }

  // An event must overlap the days asked for, and one without a day is left out.
  function byDays(from, to) {
    if (!from && !to) return null;
    return (card) => {
      const { family, earliest, latest } = items[card];
      if (!earliest && !latest) return family !== "event";
      return (!from || !latest || latest >= from) && (!to || !earliest || earliest <= to);
    };
  }

  // What one says, and the nodes that he says it of, whoever vouches for these.
  function byWord(who) {
    if (!who) return null;
    const own = (card) => !items[card].who || items[card].who.includes(who);
    const about = new Set(edges.filter(({ id }) => items[id].who && own(id)).flatMap(({ id }) => endsOf(id)));
    return (card) => own(card) || about.has(card);
  }

  function byField() {
    const value = (id) => byId(id)?.value || "";
    const sure = Number(value("sure")) / 100, who = value("who"), article = value("article");
    filter("days", byDays(value("from"), value("to")));
    filter("sure", sure ? (card) => items[card].sure === undefined || items[card].sure >= sure : null);
    filter("who", byWord(who));
    filter("article", article ? (card) => !items[card].articles || items[card].articles.includes(Number(article)) : null);
  }

  function changed() {
    filter("boxes", byBoxes());
    byField();
    byId("sureness").value = byId("sure").value;
    const active = unticked().size + fields.filter((field) => field.value !== starts.get(field)).length;
    byId("filtered").textContent = active ? `(${active})` : "";
  }

  function reset() {
    for (const box of boxes) box.checked = true;
    for (const [field, value] of starts) field.value = value;
    changed();
  }

  for (const field of [...boxes, ...fields]) field.addEventListener("input", changed);
  for (const name of ["neighbours", "joined"]) byId(name).addEventListener("input", (event) => restrict(name, event.target.checked));
  byId("reset").addEventListener("click", reset);
  document.addEventListener("click", (event) => { if (!byId("filter").contains(event.target)) byId("filter").open = false; });
  on("reveal", ({ card }) => {
    if (!items[card] || dateline.passes(card)) return;
    reset();
    say("The filter was taken off to show what you chose.");
  });
  on("filter", ({ visible }) => {
    const shown = [...visible].filter((card) => card.startsWith("n")).length;
    byId("graph").dataset.shown = String(shown);
  });
  dateline.reset = reset;
})(dateline);
