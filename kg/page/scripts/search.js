// Finds nodes by their names: suggestions while one types, the best first.
(({ data, byId, select }) => {
  const MOST = 8;
  const field = byId("find"), list = byId("finds");
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let known = null; // made when first needed
  let at = -1;

  function entries() {
    known ||= data.nodes.map(({ card }) => {
      const { name, kind, also = [] } = data.items[card];
      return { card, name, kind, names: [name, ...also].map(folded), rest: folded(kind) };
    });
    return known;
  }

  // A name that begins so, then one with a word that does, then one that holds it, then a kind.
  function rank({ names, rest }, asked) {
    if (names.some((name) => name.startsWith(asked))) return 0;
    if (names.some((name) => name.includes(" " + asked))) return 1;
    if (names.some((name) => name.includes(asked))) return 2;
    return rest.includes(asked) ? 3 : 4;
  }

  function found() {
    const asked = folded(field.value.trim());
    if (!asked) return [];
    const ranked = entries().map((entry) => [rank(entry, asked), entry]).filter(([place]) => place < 4);
    return ranked.sort((one, two) => one[0] - two[0]).slice(0, MOST).map(([, entry]) => entry);
  }

  function option({ card, name, kind }, number) {
    const item = document.createElement("li"), label = document.createElement("bdi"), what = document.createElement("small");
    label.textContent = name.slice(0, 200);
    what.textContent = kind.slice(0, 60);
    item.append(label, " ", what);
    Object.assign(item, { id: "find-" + number, role: "option" });
    item.dataset.found = card;
    return item;
  }

  function mark(place) {
    at = place;
    for (const [number, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(number === at));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", "find-" + at);
  }

  function open(yes) {
    list.hidden = !yes;
    field.setAttribute("aria-expanded", String(yes));
    if (!yes) mark(-1);
  }

  function suggest() {
    list.replaceChildren(...found().map(option));
    mark(list.children.length ? 0 : -1);
    open(list.children.length > 0);
  }

  function choose(item) {
    if (!item) return;
    open(false);
    field.value = "";
    select(item.dataset.found, "search");
  }

  const keys = {
    ArrowDown: () => mark((at + 1) % list.children.length),
    ArrowUp: () => mark((at + list.children.length - 1) % list.children.length),
    Enter: () => choose(list.children[at]),
    Escape: () => open(false),
  };
  field.addEventListener("input", suggest);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || !(event.key in keys)) return;
    keys[event.key]();
    event.preventDefault();
    event.stopPropagation();
  });
  field.addEventListener("blur", () => open(false));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // the field keeps the focus
    choose(event.target.closest("[data-found]"));
  });
})(dateline);
