/* The lanes and the overview under the pointer: what a spot says, where it leads, and time dragged along. What is drawn, and
   where the spots are, comes from the server (timeline/figure/svg_lanes.py). */
(function () {
  "use strict";

  const { ask, select } = window.timelinePage;
  const { part, after } = window.timelinePanes;
  const NEAR = 12;
  let dragged = null;

  const drawing_at = (target) => target.closest && target.closest("#lanes, #overview, .overview");
  const id_of = (drawing) => (drawing.id === "lanes" ? "lanes" : "overview");

  /* The spot nearest to the pointer; of those it is in, the smallest. */
  function spot(id, event) {
    const { boxes = [], told = [] } = part(id).spots || {};
    const frame = document.getElementById(id).getBoundingClientRect();
    const x = event.clientX - frame.left;
    const y = event.clientY - frame.top;
    let found = null;
    let least = [NEAR, Infinity];
    for (const [left, top, right, bottom, place] of boxes) {
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      const size = (right - left) * (bottom - top);
      if (away < least[0] || (away === least[0] && size <= least[1])) [found, least] = [place, [away, size]];
    }
    return found === null ? null : { leads: told[found][0], says: told[found][1] };
  }

  function say(found, event) {
    const box = document.getElementById("hover");
    if (!box) return;
    box.hidden = !found;
    if (!found) return;
    const lines = found.says.map((line) => Object.assign(document.createElement("div"), { textContent: line, dir: "auto" }));
    box.replaceChildren(...lines);
    const { clientX: x, clientY: y } = event;
    const over = y + 20 + box.offsetHeight > innerHeight;
    box.style.left = Math.max(4, Math.min(x + 14, innerWidth - box.offsetWidth - 4)) + "px";
    box.style.top = Math.max(4, over ? y - 12 - box.offsetHeight : y + 20) + "px";
  }

  function point(event) {
    const drawing = drawing_at(event.target);
    const still = drawing && !event.buttons && event.pointerType === "mouse";
    const found = still ? spot(id_of(drawing), event) : null;
    if (drawing) drawing.classList.toggle("found", Boolean(found && found.leads));
    say(found, event);
  }

  /* At most once a frame: a pointer tells more often than anything can be drawn. */
  let told = null;
  document.addEventListener("pointermove", function (event) {
    if (dragged) return drag(event);
    if (!told) requestAnimationFrame(() => { point(told); told = null; });
    told = event;
  });
  document.addEventListener("pointerleave", () => say(null));
  document.addEventListener("scroll", () => say(null), true);

  function drag(event) {
    if (event.pointerId !== dragged.pointer) return;
    dragged.by = event.clientX - dragged.x;
    dragged.moved = dragged.moved || Math.abs(dragged.by) > 3;
    if (dragged.moved) shift(dragged.by);
  }

  function shift(by) {
    const time = document.querySelector("#lanes .time");
    const labels = document.querySelector("#axis .labels");
    if (time) time.setAttribute("transform", `translate(${by} 0)`);
    if (labels) labels.style.transform = by ? `translateX(${by}px)` : "";
  }

  document.addEventListener("pointerdown", function (event) {
    const lanes = event.target.closest && event.target.closest("#lanes");
    if (!lanes || event.button) return;
    say(null);
    dragged = { x: event.clientX, by: 0, moved: false, pointer: event.pointerId };
    if (event.pointerType === "mouse") lanes.setPointerCapture(event.pointerId);
  });

  document.addEventListener("pointerup", async function (event) {
    if (!dragged || event.pointerId !== dragged.pointer) return;
    const { moved, by } = dragged;
    dragged = null;
    if (!moved) return choose(event);
    const [left, right, start, end] = part("lanes").spots.reach;
    const days = (by / (right - left)) * (end - start);
    const from = location.search;
    await ask("drag", [start - days, end - days]);
    /* Drawn anew they stand where they should; where the drag led nowhere, they go back. */
    if (location.search === from) shift(0);
  });

  document.addEventListener("pointercancel", function () {
    if (dragged) shift(0);
    dragged = null;
  });

  function choose(event) {
    const found = spot("lanes", event);
    if (!found || !found.leads) return;
    if (found.leads.startsWith("zoom:")) return ask("group", found.leads.split(":").slice(1).map(Number));
    select(found.leads, false);
  }

  after("lanes", () => shift(0));
})();
