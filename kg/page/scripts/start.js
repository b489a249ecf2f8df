// Last of all: the first view.
(({ main, frame, overlaid, select, tell }) => {
  frame();
  tell("start", {});
  if (main && !overlaid()) select(main.card, "start");
})(dateline);
