/* How high a row of the list is: as many lines as its fullest cell takes. The grid itself would draw every cell first and
   then ask the page how high it has become, which takes as long as all the rest of drawing the list. */
(function () {
  "use strict";

  const LINE = 18.2;
  const AROUND = 13;
  const LEAST = 36;
  const MANY = 5000;
  const BESIDE = { when: 31, what: 20, who: 20 };

  const letters = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  let font = "";

  function width(word) {
    let wide = widths.get(word);
    if (wide === undefined) {
      wide = letters.measureText(word).width;
      widths.set(word, wide);
    }
    return wide;
  }

  /* Words end at blanks and after the hyphens inside them; where letters need no blanks, each is a word. */
  const WORDS = /[\u2e80-\ud7ff\uf900-\ufaff]|[^ \u2e80-\ud7ff\uf900-\ufaff]+?(?:-(?=\p{L})|(?= |$|[\u2e80-\ud7ff\uf900-\ufaff]))| +/gu;

  function lines(text, room) {
    if (width(text) <= room) return 1;
    let count = 1;
    let at = 0;
    for (const [word] of text.matchAll(WORDS)) {
      const wide = width(word);
      if (word[0] === " ") at += wide;
      else if (at + wide <= room) at += wide;
      else {
        if (at) count += 1;
        count += Math.ceil(wide / room) - 1;
        at = wide % room || room;
      }
    }
    return count;
  }

  function height({ api, data }) {
    if (!font) letters.font = font = `13px ${getComputedStyle(document.getElementById("list-frame")).fontFamily}`;
    measured.add(room(api));
    words.set(data.id, said(data));
    let most = 1;
    for (const [field, beside] of Object.entries(BESIDE)) {
      const column = api.getColumn(field);
      if (!column || !column.isVisible()) continue;
      const room = column.getActualWidth() - beside - 1;
      const text = field === "what" ? window.dashAgGridFunctions.withWho({ value: data.what, data }) : data[field];
      const count = String(text || "").split("\n").reduce((sum, part) => sum + lines(part, room), 0);
      most = Math.max(most, count);
    }
    return Math.max(LEAST, Math.ceil(most * LINE + AROUND));
  }

  const room = (api) => Object.keys(BESIDE).map((field) => {
    const column = api.getColumn(field);
    return column && column.isVisible() ? column.getActualWidth() : 0;
  }).join(" ");

  /* Columns get their widths after the rows their heights, some of which are not asked for before they come into view. */
  const measured = new Set();
  function fit(api) {
    if (measured.size > 1 || (measured.size === 1 && !measured.has(room(api)))) anew(api);
  }

  function anew(api) {
    measured.clear();
    words.clear();
    api.resetRowHeights();
  }

  /* A row that stays may say more than it did: counted from an event, on another clock. */
  const words = new Map();
  const said = (data) => Object.keys(BESIDE).map((field) => data[field]).join("\n");
  function reread(api) {
    let same = true;
    api.forEachNode(({ id, data }) => { same = same && (!words.has(id) || words.get(id) === said(data)); });
    if (!same) anew(api);
    else if (words.size > MANY) words.clear();
  }

  window.dashAgGridFunctions = window.dashAgGridFunctions || {};
  window.dashAgGridFunctions.rowHeight = height;
  Object.assign(window.timelinePage, { fitRows: fit, rereadRows: reread });
})();
