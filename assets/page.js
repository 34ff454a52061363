/* What only the browser can do: keys, its own width, scrolling, what the list tells. */
(function () {
  "use strict";

  const { ask, select, see } = window.timelinePage;
  const { after } = window.timelinePanes;

  /* Keys, off while typing. Most are the server's to answer. */
  const asked = new Set(["Escape", "[", "]", "+", "=", "-", "0", "n", "e"]);
  const typing = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  /* Known before anybody acts on the key: the Esc that closes a sheet must do nothing else. */
  let in_sheet = false;
  window.addEventListener("keydown", function () {
    in_sheet = Boolean(document.querySelector('[role="dialog"][aria-modal="true"]'));
  }, true);

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const frame = document.querySelector(".page");
    if (event.key === "Escape" && event.target.closest("#facets") && frame.classList.contains("facets-shown")) {
      return showFacets(false);
    }
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (in_sheet) return;
    const menu = document.querySelector(".menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      return menu.querySelector("summary").focus();
    }
    if (event.key === "Escape" && frame && frame.classList.contains("facets-shown")) return showFacets(false);
    if (event.key === "/") return take(event, () => document.getElementById("search").focus());
    if (event.key === "?") return take(event, () => document.getElementById("shortcuts").click());
    if (event.key === "f" || event.key === "F") return take(event, () => showFacets(true));
    if (event.key.startsWith("Arrow") && event.target.closest(".ag-root")) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      return take(event, () => step(event.key === "ArrowRight" ? 1 : -1));
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (asked.has(key)) take(event, () => ask("key", key));
  });

  /* The list, once it is there: asked for too early it is an error. */
  function grid() {
    try {
      return window.dash_ag_grid.getApi("events");
    } catch (error) {
      return null;
    }
  }

  /* To the next event of the list, at once: a key held down must not wait for an answer. */
  function step(by) {
    const list = grid();
    const last = list ? list.getDisplayedRowCount() - 1 : -1;
    if (last < 0) return;
    /* The address knows before the list does, which may still show an earlier answer. */
    const chosen = new URLSearchParams(location.search).get("sel");
    const now = (chosen && list.getRowNode(chosen)) || list.getSelectedNodes()[0];
    const to = now && now.rowIndex !== null ? now.rowIndex + by : by > 0 ? 0 : last;
    /* Over the end of a part of a long list. */
    if ((to > last && document.getElementById("list-on")) || (to < 0 && document.getElementById("list-back"))) return ask("step", by);
    const row = list.getDisplayedRowAtIndex(Math.min(Math.max(to, 0), last));
    row.setSelected(true, true);
    list.ensureNodeVisible(row);
    select(row.data.id, true);
  }

  /* Until the lanes stand for the first time, what is below them would jump. */
  function drawn(tries) {
    const lanes = document.getElementById("lanes-frame");
    const drawing = lanes && lanes.clientWidth ? lanes.querySelector(".drawing") : document.querySelector("#overview .drawing");
    const waits = !drawing || !document.querySelector("#tray a");
    if (waits && tries && !document.querySelector("#empty > *")) return setTimeout(drawn, 20, tries - 1);
    requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.classList.add("drawn")));
  }
  drawn(1000);

  function take(event, act) {
    event.preventDefault();
    act();
  }

  function showFacets(shown) {
    const frame = document.querySelector(".page");
    if (!shown && !frame.classList.contains("facets-shown")) return;
    frame.classList.toggle("facets-shown", shown);
    const button = document.getElementById("facets-open");
    button.setAttribute("aria-expanded", shown);
    const close = document.getElementById("facets-close");
    const first = close.offsetParent ? close : document.querySelector("#facets input");
    if (shown) first.focus();
    else if (button.offsetParent) button.focus();
  }

  /* On a phone the list has the room; the lanes stand above it when they are asked for. */
  function showLanes(shown) {
    document.querySelector(".page").classList.toggle("lanes-shown", shown);
    const button = document.getElementById("lanes-open");
    button.textContent = shown ? "Hide the lanes" : "Show the lanes";
    button.setAttribute("aria-expanded", shown);
  }

  /* Into the list: the chosen row or the first one, where the arrows go on. */
  function toList() {
    const list = grid();
    if (!list || !list.getDisplayedRowCount()) return document.querySelector("#tray a").focus();
    const chosen = list.getSelectedNodes()[0];
    const at = chosen && chosen.rowIndex !== null ? chosen.rowIndex : 0;
    list.ensureIndexVisible(at);
    list.setFocusedCell(at, "what");
  }

  document.addEventListener("click", function (event) {
    const frame = document.querySelector(".page");
    if (!frame) return;
    const menu = document.querySelector(".menu[open]");
    if (menu && (!menu.contains(event.target) || event.target.closest("a"))) menu.open = false;
    const stands_for = event.target.closest("[data-presses]");
    if (stands_for) return document.getElementById(stands_for.dataset.presses).click();
    if (event.target.closest("#facets-open")) return showFacets(!frame.classList.contains("facets-shown"));
    if (event.target.closest("#facets-close")) return showFacets(false);
    if (event.target.closest("#lanes-open")) return showLanes(!frame.classList.contains("lanes-shown"));
    if (event.target.closest(".skip")) return take(event, toList);
    if (frame.classList.contains("facets-shown") && !event.target.closest("#facets, .top, .chips")) showFacets(false);
  });

  /* How wide the stage is and whether it is dark: the server draws for that. */
  function screen() {
    const lanes = document.getElementById("lanes-frame");
    const overview = document.querySelector(".overview");
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
    const width = (lanes && lanes.clientWidth) || (overview && overview.clientWidth) || 0;
    return { width: Math.round(width), lanes: Boolean(lanes && lanes.clientWidth), theme: dark ? "dark" : "light" };
  }

  let waiting = 0;
  function tell() {
    clearTimeout(waiting);
    waiting = setTimeout(() => see(screen()), 120);
  }

  /* A file above the limit would be passed over without a word. */
  function weigh(event) {
    const box = event.target.closest && event.target.closest("#dropped");
    const files = event.dataTransfer ? event.dataTransfer.files : event.target.files;
    if (!box || !files) return;
    const most = Number(document.querySelector("[data-largest]").dataset.largest);
    const heavy = Array.from(files).filter((file) => file.size > most);
    const said = heavy.map((file) => `${file.name} has ${Math.ceil(file.size / 1048576)} MB`).join(", ");
    window.dash_clientside.set_props("too-large", {
      children: said && `${said}: too large for the page. In a shell, \`timeline add\` takes it.`,
    });
  }
  document.addEventListener("change", weigh, true);
  document.addEventListener("drop", weigh, true);

  const keyed = { moved: false };
  document.addEventListener("keydown", () => { keyed.moved = true; }, true);
  document.addEventListener("pointerdown", () => { keyed.moved = false; }, true);

  Object.assign(window.dash_clientside.timeline, {
    /* The page stands: it asks what to show in the room that it has. */
    start: function () {
      new ResizeObserver(tell).observe(document.getElementById("stage"));
      new MutationObserver(tell).observe(document.documentElement, { attributes: true, attributeFilter: ["data-mantine-color-scheme"] });
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
      see(screen());
      window.dash_ag_grid.getApiAsync("events").then(function (list) {
        /* Other columns come with another list; what happened before anybody listened is caught up with. */
        for (const now of ["gridSizeChanged", "gridColumnsChanged"]) list.addEventListener(now, fitColumns);
        for (const now of ["columnResized", "modelUpdated"]) list.addEventListener(now, () => window.timelinePage.fitRows(list));
        list.addEventListener("rowDataUpdated", () => window.timelinePage.rereadRows(list));
        for (const now of ["firstDataRendered", "rowDataUpdated"]) list.addEventListener(now, markRow);
        if (window.timelinePage.markHits) window.timelinePage.markHits(list);
        fitColumns({ api: list });
        setTimeout(() => { marking = true; markRow(); }, SETTLING);
      });
    },
    open_sheet: function () {
      nameUpload();
      return true;
    },
  });

  /* Where none of the selected event's marks is in view, the lanes scroll to its first. */
  let ringed = "";
  after("lanes", function ({ spots }) {
    const now = spots.rings.length ? new URLSearchParams(location.search).get("sel") : "";
    if (now && now !== ringed) showRing(spots.rings);
    ringed = now;
  });
  function showRing(places) {
    const lanes = document.getElementById("lanes-frame");
    const seen = places.some((y) => y > lanes.scrollTop + 16 && y < lanes.scrollTop + lanes.clientHeight - 16);
    if (!seen) lanes.scrollTo(0, Math.max(0, places[0] - lanes.clientHeight / 2));
  }

  /* The field for files has no name of its own and comes some time after its sheet: it is named as it comes, before it shows. */
  function nameUpload() {
    const naming = new MutationObserver(function () {
      const field = document.querySelector("#dropped input");
      if (!field) return;
      field.setAttribute("aria-label", "Files to add");
      naming.disconnect();
    });
    naming.observe(document.body, { childList: true, subtree: true });
  }

  /* The chosen row is marked, and the list scrolled as little as it takes; again once rows come that were just sent. */
  window.timelinePage.mark = markRow;
  /* The grid answers a while before its component knows of it, which chooses the first row itself and trips over another hand. */
  const SETTLING = 200;
  let marking = false;
  function markRow() {
    const list = marking && grid();
    if (!list) return;
    const { chosen } = window.timelinePage;
    const row = chosen && list.getRowNode(chosen);
    if (!row) return list.getSelectedNodes().length ? list.deselectAll() : undefined;
    if (!row.isSelected()) row.setSelected(true, true);
    list.ensureNodeVisible(row);
  }

  /* Only where one reads on elsewhere: what changes in a text that is being read, or around it, does not move it. What is
     above it is measured once all that has changed with it stands. */
  let read = null;
  after("reader", function () {
    const asked = new URLSearchParams(location.search);
    const now = ["sel", "doc", "at", "edit"].map((name) => asked.get(name) || "").join();
    if (read === now) return;
    const opened = !/yes$/.test(read);
    read = now;
    requestAnimationFrame(() => scrollToPassage(opened));
  });
  function scrollToPassage(opened) {
    const reader = document.getElementById("reader");
    const here = document.getElementById("passage-here");
    const form = reader.querySelector(".correcting");
    if (form) {
      reader.scrollTo(0, 0);
      return opened && form.querySelector("input:not([type=hidden])").focus();
    }
    if (!here) return reader.scrollTo(0, 0);
    const sticking = Array.from(reader.querySelectorAll(".bar, .derivation"));
    const above = sticking.reduce((height, part) => height + part.offsetHeight, 0);
    const top = here.getBoundingClientRect().top - reader.getBoundingClientRect().top + reader.scrollTop;
    /* A passage that shows on the first screen needs no scrolling. */
    if (top + here.offsetHeight < reader.clientHeight - 24) return reader.scrollTo(0, 0);
    reader.scrollTo(0, Math.max(0, top - above - 32));
  }

  /* The list tells which row was clicked or moved to, and drops columns where there is no room. */
  window.dashAgGridFunctions = window.dashAgGridFunctions || {};
  window.dashAgGridFunctions.pickRow = function (params) {
    if (params.data) select(params.data.id, false);
  };
  window.dashAgGridFunctions.moveToRow = function (params) {
    if (!keyed.moved || params.rowIndex === null || params.rowPinned) return;
    const row = params.api.getDisplayedRowAtIndex(params.rowIndex);
    if (row && row.data) select(row.data.id, true);
  };
  const WIDE = 520;
  const ALL = 680;
  let wide = true;
  window.dashAgGridFunctions.withWho = function ({ value, data }) {
    return wide || !data || !data.who ? value : `${value}\n– ${data.who}`;
  };
  function fitColumns({ api }) {
    const width = document.getElementById("list-frame").clientWidth;
    if (!width) return;
    const turned = width >= WIDE !== wide;
    /* Before the columns change: from then on rows are measured by it. */
    wide = width >= WIDE;
    api.setColumnsVisible(["who"], wide);
    if (turned) api.refreshCells({ columns: ["what"], force: true });
    api.setColumnsVisible(["kind", "sources"], width >= ALL);
    window.timelinePage.fitRows(api);
  }
})();
