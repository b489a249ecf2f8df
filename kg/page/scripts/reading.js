// The article's text: what is chosen is marked in it, and a quote's sentence is shown in its place. Links with `data-read` lead there.
(({ byId, on, nodeOf, endsOf, turnTo }) => {
  const reading = byId("reading");
  const means = new Map();
  for (const words of reading.querySelectorAll("[data-means]")) {
    for (const card of words.dataset.means.split(" ")) means.set(card, [...(means.get(card) || []), words]);
  }
  let marked = [];

  function mark(cards) {
    for (const words of marked) words.classList.remove("chosen");
    const meant = cards.flatMap((card) => (nodeOf(card) ? [card] : endsOf(card) || []));
    marked = meant.flatMap((card) => means.get(card) || []);
    for (const words of marked) words.classList.add("chosen");
  }

  function read(sentence) {
    for (const other of reading.querySelectorAll(".here")) other.classList.remove("here");
    turnTo("reading");
    byId("panel").classList.add("open");
    const place = byId(sentence);
    place.classList.add("here");
    place.scrollIntoView({ block: "center" });
    place.focus({ preventScroll: true });
  }

  on("select", ({ cards, origin }) => {
    mark(cards);
    if (origin !== "article" && !reading.hidden && marked.length) marked[0].scrollIntoView({ block: "center" });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-read]");
    if (!link) return;
    event.preventDefault();
    read(link.dataset.read);
  });
  dateline.read = read;
})(dateline);
