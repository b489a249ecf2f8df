// The timeline, the map and the figures: what is chosen in one is marked in all, what the filter hides is hidden here, too.
(({ byId, on, nodeOf, endsOf, network, frame }) => {
  const views = byId("views");
  let framed = null;
  const buttons = [...document.querySelectorAll("[data-view]")];
  const marks = [...views.querySelectorAll("[data-show]")].map((element) => ({
    element, card: element.dataset.show, about: (element.dataset.about || "").split(" ").filter(Boolean),
  }));
  const rows = [...views.querySelectorAll("[data-row]")];
  const lands = [...views.querySelectorAll("[data-land]")];

  // A place is near to what is chosen where that happened in it, and an event where its place is chosen.
  function marked(cards) {
    const chosen = new Set(cards.flatMap((card) => (nodeOf(card) ? [card] : endsOf(card) || [])));
    const around = new Set(marks.filter(({ card }) => chosen.has(card)).flatMap(({ about }) => about));
    for (const { element, card, about } of marks) {
      element.classList.toggle("chosen", chosen.has(card));
      element.classList.toggle("near", !chosen.has(card) && (around.has(card) || about.some((other) => chosen.has(other))));
    }
    for (const row of rows) row.classList.toggle("chosen", chosen.has(row.dataset.row));
    for (const land of lands) land.classList.toggle("chosen", chosen.has(land.dataset.land));
  }

  // Brings what was chosen into sight inside its own view, without moving the page.
  function bring() {
    for (const view of views.querySelectorAll(".view:not([hidden])")) {
      const first = view.querySelector(".chosen, .near");
      if (!first || first.closest("#map")) continue;
      const at = first.getBoundingClientRect(), frame = view.getBoundingClientRect();
      if (at.top < frame.top || at.bottom > frame.bottom) view.scrollTop += at.top - frame.top - frame.height / 2;
    }
  }

  // A graph that was seen whole is seen whole again in the room that is left; what the reader has moved stays where it is.
  function show(name, yes) {
    const { x, y } = network.getViewPosition(), untouched = network.getScale() === framed;
    byId(name).hidden = !yes;
    byId(name).parentElement.classList.toggle("open", Boolean(views.querySelector(".view:not([hidden])")));
    for (const button of buttons) if (button.dataset.view === name) button.setAttribute("aria-pressed", String(yes));
    network.redraw();
    if (untouched) frame();
    else network.moveTo({ position: { x, y }, animation: false });
    framed = untouched ? network.getScale() : framed;
    dateline.tell("view", { name, shown: yes });
    bring();
  }

  on("select", ({ cards, origin }) => {
    marked(cards);
    if (origin !== "view") bring();
  });
  on("filter", ({ visible }) => {
    for (const { element, card } of marks) element.classList.toggle("off", !visible.has(card));
    for (const row of rows) row.hidden = !visible.has(row.dataset.row);
  });
  for (const button of buttons) {
    button.addEventListener("click", () => show(button.dataset.view, button.getAttribute("aria-pressed") !== "true"));
  }
  on("start", () => { framed = network.getScale(); });
  dateline.show = show;
})(dateline);
