/* The brush over the overview: a stretch is drawn with the pointer, its edges are dragged or moved with the arrow keys.
   While that goes on it is drawn here; what it leads to is asked of the server when the hand is taken off. */
(function () {
  "use strict";

  const { ask } = window.timelinePage;
  let held = null;
  let moved_by_key = "";

  const overview = () => document.querySelector(".overview");
  const time = () => document.getElementById("brush");
  const within = (value, low, high) => Math.min(Math.max(value, low), high);

  /* Where the pointer is, in days, as far as there is time. */
  function at(event) {
    const box = time().getBoundingClientRect();
    const { first, last } = time().dataset;
    return Number(first) + within((event.clientX - box.left) / box.width, 0, 1) * (Number(last) - Number(first));
  }

  function draw(one, other) {
    const { first, last } = time().dataset;
    const share = (day) => (100 * (day - Number(first))) / (Number(last) - Number(first)) + "%";
    const ghost = document.getElementById("brushing");
    const box = time().getBoundingClientRect();
    Object.assign(ghost.style, { left: time().offsetLeft + "px", width: box.width + "px" });
    ghost.style.setProperty("--from", share(Math.min(one, other)));
    ghost.style.setProperty("--to", share(Math.max(one, other)));
    overview().classList.add("brushing");
  }

  const edges = () => Array.from(document.querySelectorAll("#brush .handle"), (handle) => Number(handle.dataset.at));

  document.addEventListener("pointerdown", function (event) {
    if (!event.target.closest(".overview") || event.button || !time().dataset.first) return;
    const handle = event.target.closest(".handle");
    const fixed = handle ? edges()[handle.id === "brush-start" ? 1 : 0] : at(event);
    held = { fixed, what: handle ? "edges" : "brush", x: event.clientX, moved: false, pointer: event.pointerId };
    overview().setPointerCapture(event.pointerId);
    event.preventDefault();
    if (handle) handle.focus();
  }, true);

  document.addEventListener("pointermove", function (event) {
    if (!held || event.pointerId !== held.pointer) return;
    held.moved = held.moved || Math.abs(event.clientX - held.x) > 3;
    if (held.moved) draw(held.fixed, at(event));
  }, true);

  async function let_go(event) {
    if (!held || event.pointerId !== held.pointer) return;
    const { fixed, what, moved } = held;
    held = null;
    if (moved && event.type === "pointerup") await ask(what, [fixed, at(event)]);
    overview().classList.remove("brushing");
  }
  document.addEventListener("pointerup", let_go, true);
  document.addEventListener("pointercancel", let_go, true);

  /* A handle comes anew with each answer: the one the keys were on keeps them. */
  window.timelinePanes.after("brush", function () {
    const handle = document.activeElement === document.body && moved_by_key && document.getElementById(moved_by_key);
    if (handle) handle.focus();
    moved_by_key = "";
  });

  /* Arrows move a handle a little, with Shift five times as far; Home and End as far as it goes. */
  document.addEventListener("keydown", function (event) {
    const handle = event.target.closest && event.target.closest("#brush .handle");
    if (!handle) return;
    const { first, last, step } = time().dataset;
    const place = handle.id === "brush-start" ? 0 : 1;
    const both = edges();
    const by = Number(step) * (event.shiftKey ? 5 : 1);
    const to = { ArrowLeft: both[place] - by, ArrowDown: both[place] - by, ArrowRight: both[place] + by, ArrowUp: both[place] + by,
      Home: Number(first), End: Number(last) }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    moved_by_key = handle.id;
    both[place] = place === 0 ? within(to, Number(first), both[1] - Number(step) / 4) : within(to, both[0] + Number(step) / 4, Number(last));
    handle.dataset.at = both[place];
    ask("edges", both);
  });
})();
