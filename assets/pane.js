/* Contents that come as plain data (timeline/app/pane.py) become elements here, without Dash looking at each of them. */
(function () {
  "use strict";

  function element(node) {
    if (typeof node === "string") return node;
    const [tag, attributes, contents] = node;
    return React.createElement(tag, attributes, ...contents.map(element));
  }

  window.timeline = {
    Pane: React.memo(
      function ({ tree, tag, setProps, componentPath, ...attributes }) {
        return React.createElement(tag || "div", attributes, ...(tree || []).map(element));
      },
      (before, after) => Object.keys({ ...before, ...after }).every((name) => name === "setProps" || before[name] === after[name]),
    ),
  };
})();
