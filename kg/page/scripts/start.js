// Last of all: the first view.
(({ main, frame, overlaid, select }) => {
  frame();
  if (main && !overlaid()) select(main.card, "start");
})(dateline);
