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

  /* How wide the stage is and whether it is dark: the server draws for that. */
  let screen = null;
  function see(now) {
    if (!now.width || JSON.stringify(now) === JSON.stringify(screen)) return;
    screen = now;
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
      const boxes = typed();
      sent = { from: location.search, moves: moves.length, call_off: new AbortController() };
      const body = JSON.stringify({ search: sent.from, moves: moves.splice(0), screen, listed: shown.listed, boxes });
      const request = { ...POST, body, signal: sent.call_off.signal };
      document.documentElement.classList.add("asking");
      try {
        const answer = await fetch("view", request);
        const told = answer.ok ? await answer.json() : null;
        if (!told) window.timelinePanes.show({ notices: { tree: [FAILED] } });
        else if (location.search === sent.from) show(told, boxes);
      } catch (error) {
        /* Called off, or nobody answers: the page stays where it is. */
        if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
      }
      sent = null;
    }
    document.documentElement.classList.remove("asking");
  }

  function show({ search, revision, parts, list, boxes }, asked) {
    write(search || "?", false);
    const { listed, chosen, ...rows } = list;
    const told = page.chosen;
    shown = { revision, listed };
    page.chosen = chosen;
    window.timelinePanes.show(parts);
    if (Object.keys(rows).length) window.dash_clientside.set_props("events", rows);
    if (chosen !== told) page.mark();
    /* Who has typed on meanwhile is not interrupted. */
    const now = typed();
    for (const [id, value] of Object.entries(boxes)) {
      if (now[id] === asked[id] && !pauses.has(id)) window.dash_clientside.set_props(id, { value });
    }
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
})();
