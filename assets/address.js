/* The address: the whole state of the page, written here and nowhere else. A link leads to another address; for what has
   no link (a brush, a key, words in a box) the server is asked where it leads. */
(function () {
  "use strict";

  /* Going to another address without loading the page again; the page listens to popstate as for Back and Forward. */
  function go(search, replace) {
    if (search === location.search || (search === "?" && !location.search)) return;
    const url = location.pathname + (search === "?" ? "" : search);
    history[replace ? "replaceState" : "pushState"]({}, "", url);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  function select(id, replace) {
    const wanted = new URLSearchParams(location.search);
    const event = !id.startsWith("d");
    wanted.delete("at");
    wanted.delete(event ? "doc" : "sel");
    wanted.set(event ? "sel" : "doc", id);
    go("?" + wanted.toString(), replace);
  }

  /* One question at a time: two strokes of a key zoom twice. Who has gone elsewhere meanwhile is left there. */
  const moves = [];
  let asking = null;
  function ask(what, value) {
    moves.push([what, value]);
    asking = asking || answer_all().finally(() => { asking = null; });
    return asking;
  }

  async function answer_all() {
    while (moves.length) {
      const from = location.search;
      const body = JSON.stringify({ search: from, moves: moves.splice(0) });
      try {
        const answer = await fetch("move", { method: "POST", headers: { "Content-Type": "application/json" }, body });
        if (answer.ok && location.search === from) go(await answer.text());
      } catch (error) {
        /* Nobody answers: the page stays where it is. */
      }
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
  document.addEventListener("input", function (event) {
    const { id } = event.target;
    if (!(id in PAUSES)) return;
    clearTimeout(pauses.get(id));
    pauses.set(id, setTimeout(() => ask(id + ".value", document.getElementById(id).value), PAUSES[id]));
  });

  const tells = {
    clickData: Boolean,
    relayoutData: (value) => Boolean(value && "xaxis.range[0]" in value),
  };

  window.timelinePage = { go, ask, select };
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = {
    moved: function () {
      for (const { prop_id, value } of window.dash_clientside.callback_context.triggered) {
        if (tells[prop_id.split(".")[1]](value)) ask(prop_id, value);
      }
    },
  };
})();
