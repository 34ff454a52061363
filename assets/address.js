/* The address: the whole state of the page, written here and nowhere else. A link leads to another address; for what has no
   link (a brush, a key, words in a box) the server is asked where it leads. It answers with all that is shown there. */
(function () {
  "use strict";

  const page = (window.timelinePage = { go, ask, select, see, keep_up, chosen: null, mark: () => {} });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = {};

  /* Going to another address without loading the page again. */
  function go(search, replace) {
    if (!write(search, replace)) return;
    refresh();
  }

  function write(search, replace) {
    if (search === location.search || (search === "?" && !location.search)) return false;
    const url = location.pathname + (search === "?" ? "" : search);
    history[replace ? "replaceState" : "pushState"]({}, "", url);
    return true;
  }

  window.addEventListener("popstate", refresh);

  function select(id, replace) {
    const wanted = new URLSearchParams(location.search);
    const event = !id.startsWith("d");
    wanted.delete("at");
    wanted.delete(event ? "doc" : "sel");
    wanted.set(event ? "sel" : "doc", id);
    go("?" + wanted.toString(), replace);
  }

  /* How wide the stage is and whether it is dark: the server draws for that. It is asked before the page stands, for what
     the stage was in a window as wide the last time; by the time the panes are there, mostly so is what they show. */
  const KEPT = "timeline-screen";
  let screen = null;
  let stands = false;
  function see(now) {
    if (!now.width) return;
    if (!stands) {
      stands = true;
      if (list) fill();
    }
    if (JSON.stringify(now) === JSON.stringify(screen)) return;
    screen = now;
    localStorage.setItem(KEPT, JSON.stringify({ inner: innerWidth, screen }));
    refresh();
  }
  function foresee() {
    const kept = JSON.parse(localStorage.getItem(KEPT) || "null");
    if (!kept || kept.inner !== innerWidth) return;
    screen = kept.screen;
    refresh();
  }

  /* The chronology may have changed. */
  let shown = { revision: null, listed: null };
  function keep_up(revision) {
    if (shown.revision !== null && revision !== shown.revision) refresh();
  }

  /* One question at a time: two strokes of a key zoom twice. A question is called off where its answer would be too late;
     who has gone elsewhere is left there. */
  const FAILED = "This could not be shown. The window in which timeline runs says why; what you see is what was there before.";
  const POST = { method: "POST", headers: { "Content-Type": "application/json" } };
  const moves = [];
  let stale = false;
  let sent = null;
  let answering = null;

  function refresh() {
    stale = true;
    if (sent && (!sent.moves || sent.from !== location.search)) sent.call_off.abort();
    return answered();
  }

  function ask(what, value) {
    moves.push([what, value]);
    if (sent && !sent.moves) sent.call_off.abort();
    return answered();
  }

  function answered() {
    answering = answering || answer_all().finally(() => { answering = null; });
    return answering;
  }

  async function answer_all() {
    while (screen && (stale || moves.length)) {
      stale = false;
      const asked = typed();
      sent = { from: location.search, moves: moves.length, call_off: new AbortController() };
      const body = JSON.stringify({ search: sent.from, moves: moves.splice(0), screen, listed: shown.listed, boxes: asked });
      const request = { ...POST, body, signal: sent.call_off.signal };
      document.documentElement.classList.add("asking");
      try {
        const answer = await fetch("view", request);
        const told = answer.ok ? await answer.json() : null;
        if (!told) window.timelinePanes.show({ notices: { tree: [FAILED] } });
        else if (location.search === sent.from) show(told, asked);
      } catch (error) {
        /* Called off, or nobody answers: the page stays where it is. */
        if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
      }
      sent = null;
    }
    document.documentElement.classList.remove("asking");
  }

  let list = null;
  let boxes = [];
  function show(told, asked) {
    write(told.search || "?", false);
    shown = { revision: told.revision, listed: told.list.listed };
    window.timelinePanes.show(told.parts);
    list = { ...list, ...told.list };
    /* Who has typed on meanwhile is not interrupted. */
    const now = typed();
    boxes = Object.entries(told.boxes).filter(([id]) => now[id] === asked[id] && !pauses.has(id));
    if (stands) fill();
  }

  /* The list and the boxes, which are there once the page stands. */
  function fill() {
    const { listed, chosen, ...rows } = list;
    const before = page.chosen;
    page.chosen = chosen;
    list = {};
    if (rows.rowData) window.dash_clientside.set_props("events", { ...rows, selectedRows: { ids: chosen ? [chosen] : [] } });
    else if (chosen !== before) page.mark();
    for (const [id, value] of boxes) window.dash_clientside.set_props(id, { value });
    boxes = [];
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest('a[href^="?"]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.getAttribute("href"), false);
  });

  /* Words in a box are asked about once the typing pauses; what the page fills in, to say what is in force, is no typing. */
  const PAUSES = { search: 300, since: 600, until: 600 };
  const pauses = new Map();
  const typed = () => Object.fromEntries(Object.keys(PAUSES).map((id) => [id, (document.getElementById(id) || {}).value || ""]));
  document.addEventListener("input", function (event) {
    const { id } = event.target;
    if (!(id in PAUSES)) return;
    if (id !== "search") read();
    clearTimeout(pauses.get(id));
    pauses.set(id, setTimeout(() => {
      pauses.delete(id);
      ask(id + ".value", document.getElementById(id).value);
    }, PAUSES[id]));
  });

  /* How a date is read is said while it is typed. */
  async function read() {
    const boxes = JSON.stringify(typed());
    const answer = await fetch("reading", { ...POST, body: boxes });
    if (answer.ok && boxes === JSON.stringify(typed())) window.timelinePanes.show((await answer.json()).parts);
  }

  foresee();
})();
