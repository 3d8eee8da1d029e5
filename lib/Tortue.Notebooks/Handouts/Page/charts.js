// Draws the charts: those near the window first, the others when the browser has nothing else to do, all of them before printing.
(() => {
  "use strict";
  const main = document.querySelector("main");
  const charts = [...document.querySelectorAll("figure.chart")].map(frame => ({
    frame,
    plot: frame.querySelector(".plot"),
    figure: JSON.parse(frame.querySelector("script").textContent),
    state: "waiting",
  }));
  const paperWidth = 820; // as on a screen; the style sheet makes it smaller as a whole
  let printing = false;
  let failed = 0;

  const draw = async chart => {
    const width = printing ? paperWidth : chart.frame.clientWidth;
    if (width === 0) return; // inside something folded
    chart.width = width;
    try {
      const { data, layout, frames, config } = tortue.figures.themed(chart.figure, width, printing);
      chart.state = "drawing";
      chart.frame.dataset.state = "drawing";
      await Plotly.react(chart.plot, { data, layout, frames, config: { displaylogo: false, ...config, responsive: false } });
      tortue.figures.describe(chart.plot);
      tortue.figures.keepStill(chart.plot, printing);
      chart.state = "drawn";
      chart.frame.dataset.state = "drawn";
    } catch (error) {
      if (chart.state !== "failed") failed++;
      chart.state = "failed";
      chart.frame.dataset.state = "failed";
      chart.plot.textContent = chart.plot.getAttribute("aria-label");
      console.error(error);
      if (failed === 1) tortue.warn(main.dataset.chartErrors.replace("{0}", failed));
    }
  };

  const drawAll = () => Promise.all(charts.map(draw));
  const redraw = () => Promise.all(charts.filter(chart => chart.state === "drawn").map(draw));
  tortue.drawCharts = drawAll;

  if (typeof Plotly === "undefined") {
    for (const { frame, plot } of charts) {
      frame.dataset.state = "failed";
      plot.textContent = plot.getAttribute("aria-label");
    }
    tortue.warn(main.dataset.chartErrors.replace("{0}", charts.length));
    return;
  }

  const near = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const chart = charts.find(candidate => candidate.frame === target);
      if (isIntersecting && chart.state === "waiting") draw(chart);
    }
  }, { rootMargin: "50% 0px" });
  for (const { frame } of charts) near.observe(frame);

  const idle = window.requestIdleCallback ?? (task => setTimeout(task, 50));
  const drawNext = () => {
    const next = charts.find(chart => chart.state === "waiting" && chart.frame.clientWidth > 0);
    if (next) draw(next).finally(() => idle(drawNext));
  };
  addEventListener("load", () => idle(drawNext));

  new ResizeObserver(() => {
    for (const chart of charts)
      if (chart.state === "drawn" && !printing && chart.frame.clientWidth > 0 && chart.frame.clientWidth !== chart.width) draw(chart);
  }).observe(main);
  document.addEventListener("tortue:theme", redraw);

  const print = on => {
    if (printing === on) return;
    printing = on;
    if (on) drawAll();
    else redraw();
  };
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  matchMedia("print").addEventListener("change", event => print(event.matches));
})();
