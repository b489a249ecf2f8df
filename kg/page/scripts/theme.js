// Light or dark: as the system has it, until the reader says otherwise.
(({ byId, tell }) => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  let styles = getComputedStyle(root);

  function named() {
    byId("theme").textContent = dark() ? "Light" : "Dark";
  }

  function changed() {
    styles = getComputedStyle(root);
    named();
    tell("paint");
  }

  byId("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    changed();
  });
  system.addEventListener("change", changed);
  dateline.colour = (name) => styles.getPropertyValue("--" + name).trim();
  named();
})(dateline);
