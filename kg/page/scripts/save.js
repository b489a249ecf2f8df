// Gives the reader files: text that a part of the page has written, and pictures of the graph.
(({ data, byId, say, colour }) => {
  // A download is no request: the bytes are the page's own.
  function save(name, blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(`Saved ${name}.`);
  }

  // The canvas has no ground of its own.
  function photograph() {
    const canvas = document.querySelector("#graph canvas");
    const copy = document.createElement("canvas");
    copy.width = canvas.width;
    copy.height = canvas.height;
    const pen = copy.getContext("2d");
    pen.fillStyle = colour("paper");
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(canvas, 0, 0);
    copy.toBlob((blob) => save("graph.png", blob), "image/png");
  }

  // The drawing as Python made it, a line a card, without what is hidden now. (Parsed here, its style would break the page's policy.)
  function drawing() {
    const cardOf = (line) => (line.match(/^<g data-card="(\w+)"/) || [])[1];
    return data.picture.split("\n").filter((line) => !cardOf(line) || dateline.visible.has(cardOf(line))).join("\n");
  }

  byId("save-png").addEventListener("click", photograph);
  byId("save-svg").addEventListener("click", () => save("graph.svg", new Blob([drawing()], { type: "image/svg+xml" })));
  Object.assign(dateline, { save });
})(dateline);
