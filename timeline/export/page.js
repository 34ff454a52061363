// The offline page: draws the lanes, and keeps drawing, list and passage on the same event. No framework, no network.
(() => {
  "use strict";
  const root = document.documentElement;
  const { figures, config, selected } = JSON.parse(document.getElementById("figures").textContent);
  const chart = document.getElementById("chart");
  const reader = document.querySelector(".reader");
  const rows = [...document.querySelectorAll("tr[data-event]")];
  let chosen = null;

  // Where an event stands: the middle of each of its bars and points, once per lane.
  const places = (figure, id) => {
    const found = new Map();
    for (const trace of figure.data) {
      if (!trace.customdata || trace.mode === "text") continue;
      trace.customdata.forEach((owner, i) => {
        if (owner !== id) return;
        const x = trace.type === "bar" ? trace.base[i] + trace.x[i] / 2 : trace.x[i];
        if (!found.has(trace.y[i]) || trace.mode === "markers") found.set(trace.y[i], x);
      });
    }
    return [...found];
  };

  const ring = (figure) => {
    const at = chosen ? places(figure, chosen) : [];
    return {
      type: "scatter", mode: "markers", hoverinfo: "skip", showlegend: false,
      x: at.map(([, x]) => x), y: at.map(([y]) => y),
      marker: { symbol: "circle-open", size: 23, color: figure.layout.font.color, line: { width: 1.4 } },
    };
  };

  const draw = () => {
    const figure = figures[root.dataset.theme];
    const layout = { ...figure.layout };
    if (chart._fullLayout) layout.xaxis = { ...layout.xaxis, range: chart._fullLayout.xaxis.range.slice() };
    return Plotly.react(chart, [...figure.data, ring(figure)], layout, config);
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
  };

  const show = (start, end) => Plotly.relayout(chart, { "xaxis.range": [start, end] });
  const zoom = (factor) => {
    const [start, end] = chart._fullLayout.xaxis.range;
    const middle = (start + end) / 2, half = ((end - start) / 2) * factor;
    show(middle - half, middle + half);
  };
  const whole = () => show(...figures.light.layout.xaxis.range);

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
  document.getElementById("all").addEventListener("click", whole);
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
    chart.on("plotly_doubleclick", whole);
    choose(decodeURIComponent(location.hash.slice(1)) || selected || "");
  });
})();
