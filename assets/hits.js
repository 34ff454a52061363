/* Words that were asked for are marked where they stand in the list, as ranges over its cells: nothing in it is drawn anew. */
(function () {
  "use strict";

  if (!window.CSS || !CSS.highlights) return;

  function ranges(list) {
    return list.getRenderedNodes().flatMap(function ({ id, data }) {
      const cell = data && data.hits && document.querySelector(`#events [row-id="${CSS.escape(id)}"] [col-id="what"]`);
      const words = cell && document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
      return (words ? data.hits : []).filter(([, end]) => end <= words.length).map(function ([start, end]) {
        const hit = new Range();
        hit.setStart(words, start);
        hit.setEnd(words, end);
        return hit;
      });
    });
  }

  /* Once the rows that have come into view stand there. */
  let due = false;
  function mark(list) {
    if (due) return;
    due = true;
    requestAnimationFrame(() => requestAnimationFrame(function () {
      due = false;
      CSS.highlights.set("hit", new Highlight(...ranges(list)));
    }));
  }

  window.timelinePage.markHits = function (list) {
    for (const now of ["firstDataRendered", "rowDataUpdated", "viewportChanged", "bodyScrollEnd"]) list.addEventListener(now, () => mark(list));
    mark(list);
  };
})();
