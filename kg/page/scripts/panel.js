// Shows the cards of what is chosen. Cards are moved as elements, never as markup. Links with `data-show` choose a card.
(({ byId, on, select }) => {
  const panel = byId("panel");
  const shown = byId("shown");
  const cards = new Map([...document.querySelectorAll("#text [data-card]")].map((card) => [card.dataset.card, card]));

  function copyOf(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    return copy;
  }

  on("select", ({ cards: chosen, focus }) => {
    const copies = chosen.filter((card) => cards.has(card)).map((card) => copyOf(cards.get(card)));
    shown.replaceChildren(...copies);
    panel.classList.toggle("open", copies.length > 0);
    panel.scrollTop = 0;
    if (focus && copies.length) copies[0].querySelector("h3").focus();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-show]");
    if (!link) return;
    event.preventDefault();
    select(link.dataset.show, "list", { focus: true });
    if (!panel.contains(link)) panel.scrollIntoView({ block: "nearest" });
  });
  byId("close").addEventListener("click", () => select([], "panel"));

  Object.assign(dateline, { cards, overlaid: () => getComputedStyle(panel).position === "fixed" });
})(dateline);
