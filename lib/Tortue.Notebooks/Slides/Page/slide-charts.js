// Draws a slide's charts when it is shown, those of its neighbours when the browser has nothing else to do, all of them for print.
(() => {
  "use strict";
  const main = document.querySelector("main");
  const scale = 1.25; // slides.css enlarges the drawing by as much
  const smallest = 13; // type in a figure, which is thus 16 px of a slide's 1280
  const charts = [...document.querySelectorAll(".face figure.chart")].map(frame => ({
    frame,
    plot: frame.querySelector(".plot"),
    figure: JSON.parse(frame.querySelector("script").textContent),
    state: "waiting",
  }));
  const printing = new URLSearchParams(location.search).has("print-pdf");
  let failed = 0;

  // A legend that stands at a certain distance from the top of the figure keeps it in a lower one.
  const keepFromTop = (layout, designed, height, spared) => {
    for (const part of [layout.legend, ...(layout.updatemenus ?? [])]) {
      if (part?.yref === "container" && part.y > 0.5 && part.y < 1)
        part.y = Math.min(1, Math.max(0, 1 - ((1 - part.y) * designed - spared) / height));
    }
  };

  // A title that is longer than the axis beside which it stands gets a second line, from its unit on where it has one.
  const inTwoLines = text => {
    const unit = text.lastIndexOf(" (");
    const middle = [...text.matchAll(/ (?![^<]*>)/g)].map(match => match.index)
      .sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
    const end = unit > 0 ? unit : middle;
    return end === undefined ? text : `${text.slice(0, end)}<br>${text.slice(end + 1)}`;
  };
  const isLong = (text, plot) => !text.includes("<br>") && text.replace(/<[^>]*>/g, "").length * 7.4 > plot._fullLayout._size.h;
  const fitAxes = async plot => {
    const changes = {};
    for (const axis of Object.values(plot._fullLayout).filter(part => part?._id?.startsWith("y") && part._length)) {
      // The signs of a log axis are tall; those of a low panel would stand one in another.
      if (axis._length < 140 && axis.tickmode === "auto") changes[`${axis._name}.nticks`] = Math.max(2, Math.floor(axis._length / 26));
      const title = plot.querySelector(`.g-${axis._id}title`)?.getBBox();
      const text = axis.title.text ?? "";
      if (title && Math.max(title.width, title.height) > axis._length && !text.includes("<br>"))
        changes[`${axis._name}.title.text`] = inTwoLines(text);
    }
    const bars = {};
    plot._fullData.forEach((trace, index) => {
      const text = trace.colorbar?.title?.text ?? "";
      if (isLong(text, plot)) (bars[inTwoLines(text)] ??= []).push(index);
    });
    for (const [name, axis] of Object.entries(plot._fullLayout).filter(([key]) => /^coloraxis\d*$/.test(key))) {
      const text = axis.colorbar?.title?.text ?? "";
      if (isLong(text, plot)) changes[`${name}.colorbar.title.text`] = inTwoLines(text);
    }
    if (Object.keys(changes).length > 0) await Plotly.relayout(plot, changes);
    for (const [text, traces] of Object.entries(bars)) await Plotly.restyle(plot, { "colorbar.title.text": text }, traces);
  };

  // No buttons stand above a chart on a slide, so its title needs no room for them.
  const tighten = layout => {
    const spared = Math.max(0, (layout.title?.pad?.t ?? 0) - 20);
    if (spared === 0 || layout.margin?.t === undefined) return 0;
    layout.title.pad.t -= spared;
    layout.margin.t -= spared;
    return spared;
  };

  // Buttons that play a figure stand to the left of its slider, not above it.
  const oneRow = ({ sliders, updatemenus }) => {
    const buttons = updatemenus?.find(menu => menu.type === "buttons" && menu.yanchor === "top");
    if (!buttons || sliders?.length !== 1) return;
    Object.assign(sliders[0], { x: 0.2, len: 0.8, pad: { ...sliders[0].pad, t: buttons.pad?.t ?? 60 } });
    buttons.pad = { ...buttons.pad, t: (buttons.pad?.t ?? 60) + 6 };
  };

  const enlarge = ({ font, title, legend }) => {
    for (const part of [font, title?.font, legend?.font]) if (part?.size < smallest) part.size = smallest;
  };

  const sizeOf = ({ frame }) => ({ width: frame.clientWidth / scale, height: frame.clientHeight / scale });

  const draw = async chart => {
    const { width, height } = sizeOf(chart);
    if (width === 0 || height === 0) return; // on a slide that is far away
    try {
      chart.state = "drawing";
      const { data, layout, frames, config } = tortue.figures.themed(chart.figure, width, false);
      keepFromTop(layout, chart.figure.layout?.height ?? 450, height, tighten(layout));
      layout.height = height;
      enlarge(layout);
      oneRow(layout);
      layout.dragmode = false;
      const still = { displaylogo: false, ...config, displayModeBar: false, scrollZoom: false, responsive: false };
      await Plotly.react(chart.plot, { data, layout, frames, config: still });
      await fitAxes(chart.plot);
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

  const isWaiting = chart => chart.state === "waiting" && chart.frame.clientWidth > 0;
  const idle = window.requestIdleCallback ?? (task => setTimeout(task, 50));
  const drawNext = () => {
    const next = charts.find(isWaiting);
    if (next) draw(next).finally(() => idle(drawNext));
  };

  if (typeof Plotly === "undefined") {
    for (const { frame, plot } of charts) {
      frame.dataset.state = "failed";
      plot.textContent = plot.getAttribute("aria-label");
    }
    tortue.warn(main.dataset.chartErrors.replace("{0}", charts.length));
    return;
  }
  tortue.slideCharts = {
    drawOn(slide) {
      const here = charts.filter(chart => chart.state === "waiting" && slide.contains(chart.frame));
      return Promise.all(here.map(draw)).finally(() => idle(drawNext));
    },
    drawAll: () => Promise.all(charts.map(draw)),
  };
  // A finger on a slider must not turn the page.
  for (const { plot } of charts) plot.setAttribute("data-prevent-swipe", "");
  document.addEventListener("tortue:theme", () => charts.filter(chart => chart.state === "drawn").forEach(draw));
})();
