// Last of all: the first view.
(({ main, paint, frame, overlaid, select }) => {
  paint();
  frame();
  if (main && !overlaid()) select(main.card, "start");
})(dateline);
