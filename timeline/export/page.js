// The offline page: draws the lanes, and keeps drawing, list and passage on the same event. No framework, no network.
(() => {
  "use strict";
  const root = document.documentElement;
  const { levels, config, selected } = JSON.parse(document.getElementById("figures").textContent);
  const chart = document.getElementById("chart");
  const reader = document.querySelector(".reader");
  const rows = [...document.querySelectorAll("tr[data-event]")];
  let chosen = null;

  // Where an event stands, once per lane: its first point, or the middle of its bar.
  const places = (figure, id) => {
    const found = new Map();
    const own = figure.data.filter((trace) => trace.customdata && trace.name !== "labels");
    for (const trace of [...own.filter((one) => one.mode === "markers"), ...own.filter((one) => one.type === "bar")]) {
      trace.customdata.forEach((owner, i) => {
        if (owner !== id || found.has(trace.y[i])) return;
        found.set(trace.y[i], trace.type === "bar" ? trace.base[i] + trace.x[i] / 2 : trace.x[i]);
      });
    }
    return [...found];
  };

  const whole = levels[0].figures.light.layout.xaxis.range;
  let range = whole.slice();

  // The drawing laid out for about this zoom: looking closer, what was grouped stands apart.
  const level = () => {
    const closer = (whole[1] - whole[0]) / (range[1] - range[0]);
    return levels.filter((one) => one.room / levels[0].room <= closer * 1.3).at(-1) || levels[0];
  };

  const unseen = { type: "scatter", hoverinfo: "skip", showlegend: false };
  const ring = (figure) => {
    const at = chosen ? places(figure, chosen) : [];
    return {
      ...unseen, mode: "markers", x: at.map(([, x]) => x), y: at.map(([y]) => y),
      marker: { symbol: "circle-open", size: 23, color: figure.layout.font.color, line: { width: 1.4 } },
    };
  };

  // The ticks in view, and the month or year the view begins in when no tick in view tells it early enough.
  const ticks = (one) => {
    const [start, end] = range;
    const shown = one.ticks.filter(([at]) => at >= start && at <= end);
    const before = one.ticks.filter(([at, , whole]) => whole && at < start).at(-1);
    const next = shown.find(([, , whole]) => whole);
    if (before && (!next || next[0] - start > (160 * (end - start)) / levels[0].room)) {
      shown.unshift([start, before[2], before[2], true, true, true]);
    } else if (next) shown[shown.indexOf(next)] = [next[0], next[2], next[2], true, true, next[5]];
    return shown;
  };

  const axis = (one, shown) => [true, false].map((strong) => {
    const labels = shown.filter((tick) => tick[1] && tick[3] === strong);
    const all = one.rows.flatMap(([upper, lower]) => labels.map((tick) => [tick, tick[4] ? upper : lower]));
    const style = getComputedStyle(root);
    return {
      ...unseen, mode: "markers+text", textposition: "middle right", marker: { opacity: 0, size: 4.8 },
      textfont: { size: 11, color: style.getPropertyValue(strong ? "--ink" : "--soft") },
      x: all.map(([tick]) => tick[0]), y: all.map(([, y]) => y),
      text: all.map(([tick]) => (tick[4] ? `<b>${tick[1]}</b>` : tick[1])),
    };
  });

  const gridlines = (one, shown) => shown.filter((tick) => !tick[5]).map(([at, , , strong, upper]) => ({
    type: "line", layer: "below", x0: at, x1: at, y0: one.top + (upper ? 4 : 22), y1: one.floor,
    line: { color: getComputedStyle(root).getPropertyValue("--line"), width: strong ? 1.6 : 0.8 },
  }));

  const draw = () => {
    const one = level(), figure = one.figures[root.dataset.theme], shown = ticks(one);
    const layout = { ...figure.layout, width: levels[0].figures.light.layout.width };
    layout.xaxis = { ...layout.xaxis, range: range.slice() };
    const margin = -layout.margin.l / levels[0].room;
    layout.shapes = [...gridlines(one, shown), ...layout.shapes.map((line) => ({ ...line, x0: margin }))];
    return Plotly.react(chart, [...figure.data, ...axis(one, shown), ring(figure)], layout, config);
  };

  const choose = (id) => {
    const article = document.getElementById(id);
    if (!article) return;
    chosen = id;
    for (const other of reader.querySelectorAll("article.on")) other.classList.remove("on");
    article.classList.add("on");
    reader.classList.add("chosen");
    reader.scrollTop = 0;
    for (const row of rows) row.classList.toggle("on", row.dataset.event === id);
    if (location.hash.slice(1) !== id) history.replaceState(null, "", "#" + id);
    draw();
    if (matchMedia("(max-width: 900px)").matches) article.scrollIntoView();
  };

  const show = (start, end) => { range = [start, end]; return draw(); };
  const zoom = (factor) => {
    const middle = (range[0] + range[1]) / 2, half = ((range[1] - range[0]) / 2) * factor;
    show(middle - half, middle + half);
  };
  const all = () => show(...whole);
  const moved = (change) => {
    if ("xaxis.range[0]" in change) show(change["xaxis.range[0]"], change["xaxis.range[1]"]);
    else if ("xaxis.range" in change) show(...change["xaxis.range"]);
  };

  const clicked = (event) => {
    const owner = event.points.map((point) => point.customdata).find((data) => typeof data === "string");
    if (!owner) return;
    if (!owner.startsWith("zoom:")) return choose(owner);
    const [start, end] = owner.slice(5).split(":").map((minute) => Number(minute) / 1440);
    show(start, end);
  };

  root.classList.add("js");
  document.querySelector(".tools").hidden = false;
  const find = document.getElementById("find");
  find.hidden = false;
  find.addEventListener("input", () => {
    const words = find.value.toLocaleLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLocaleLowerCase().includes(word));
  });
  for (const row of rows) {
    row.addEventListener("click", (event) => { event.preventDefault(); choose(row.dataset.event); });
  }
  const turn = document.getElementById("theme");
  const name = () => { turn.textContent = root.dataset.theme === "dark" ? "Light" : "Dark"; };
  turn.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    name();
    draw();
  });
  document.getElementById("closer").addEventListener("click", () => zoom(0.5));
  document.getElementById("wider").addEventListener("click", () => zoom(2));
  document.getElementById("all").addEventListener("click", all);
  addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const open = rows.filter((row) => !row.hidden);
    const at = open.findIndex((row) => row.dataset.event === chosen);
    const next = open[at < 0 ? 0 : at + step];
    if (next) { event.preventDefault(); choose(next.dataset.event); next.scrollIntoView({ block: "nearest" }); }
  });
  addEventListener("hashchange", () => choose(decodeURIComponent(location.hash.slice(1))));

  name();
  draw().then(() => {
    chart.on("plotly_click", clicked);
    chart.on("plotly_doubleclick", all);
    chart.on("plotly_relayout", moved);
    choose(decodeURIComponent(location.hash.slice(1)) || selected || "");
  });
})();
