/* Contents that come as plain data (timeline/app/pane.py) become elements here, without Dash looking at each of them. */
(function () {
  "use strict";

  const shown = {};
  const panes = {};
  const acts = {};

  /* What stands in a pane, as it was last told. */
  const part = (id) => shown[id] || {};

  /* Done whenever a pane was told something, once it stands in the page. */
  const after = (id, act) => { acts[id] = [...(acts[id] || []), act]; };

  /* All at once: React draws what has changed in one go. */
  function show(parts) {
    Object.assign(shown, parts);
    for (const id of Object.keys(parts)) for (const draw of panes[id] || []) draw();
  }

  function watch(id) {
    return function (draw) {
      const drawn = (panes[id] = panes[id] || new Set());
      drawn.add(draw);
      return () => drawn.delete(draw);
    };
  }

  function element(node) {
    if (typeof node === "string") return node;
    const [tag, attributes, contents] = node;
    return React.createElement(tag, attributes, ...contents.map(element));
  }

  const Pane = React.memo(
    function ({ id, tag, setProps, componentPath, ...attributes }) {
      const told = React.useSyncExternalStore(React.useMemo(() => watch(id), [id]), () => shown[id]);
      const { tree, spots, ...more } = told || {};
      React.useLayoutEffect(() => {
        if (told) for (const act of acts[id] || []) act(told);
      }, [told]);
      return React.createElement(tag || "div", { id, ...attributes, ...more }, ...(tree || []).map(element));
    },
    (before, after) => Object.keys({ ...before, ...after }).every((name) => name === "setProps" || before[name] === after[name]),
  );

  window.timeline = { Pane };
  window.timelinePanes = { show, part, after };
})();
