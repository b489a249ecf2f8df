// Shows the cards of what is chosen. Cards are moved as elements, never as markup. Links with `data-show` choose a card.
(({ byId, nodeOf, tiesOf, on, select }) => {
  const MOST = 12; // cards shown at once
  const panel = byId("panel");
  const shown = byId("shown");
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const cards = new Map([...document.querySelectorAll("#text [data-card]")].map((card) => [card.dataset.card, card]));

  function copyOf(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    if (nodeOf(card.dataset.card)) copy.append(tiesOf(card.dataset.card));
    return copy;
  }

  function turnTo(name) {
    for (const tab of tabs) {
      const turned = tab.id === "tab-" + name;
      tab.setAttribute("aria-selected", String(turned));
      tab.tabIndex = turned ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = !turned;
    }
  }

  on("select", ({ cards: chosen, origin, focus }) => {
    const known = chosen.filter((card) => cards.has(card));
    const copies = known.slice(0, MOST).map((card) => copyOf(cards.get(card)));
    shown.replaceChildren(...copies);
    if (known.length > MOST) shown.append(`… and ${known.length - MOST} more`);
    byId("actions").hidden = known.length === 0;
    byId("hint").hidden = known.length > 0;
    byId("tab-details").textContent = known.length > 1 ? `Details (${known.length})` : "Details";
    panel.classList.toggle("open", known.length > 0);
    if (origin !== "article") byId("details").scrollTop = 0;
    if (focus && origin !== "article") turnTo("details");
    if (focus && copies.length && !byId("details").hidden) copies[0].querySelector("h3").focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-show]");
    if (!link) return;
    event.preventDefault();
    select(link.dataset.show, link.closest("#reading") ? "article" : "list", { focus: true });
    if (!panel.contains(link)) panel.scrollIntoView({ block: "nearest" });
  });
  for (const tab of tabs) tab.addEventListener("click", () => turnTo(tab.id.slice("tab-".length)));
  document.querySelector("[role=tablist]").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tabs.find((tab) => tab.getAttribute("aria-selected") === "false");
    turnTo(other.id.slice("tab-".length));
    other.focus();
  });
  byId("close").addEventListener("click", () => {
    select([], "panel");
    panel.classList.remove("open");
  });

  Object.assign(dateline, { cards, turnTo, overlaid: () => getComputedStyle(panel).position === "fixed" });
})(dateline);
