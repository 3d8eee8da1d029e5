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
  let printing = false;
  let failed = 0;

  const styleOf = name => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    main.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };

  // Greys of a chart were chosen for white paper. On dark paper light and dark trade places; colours stay.
  const grey = /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\([^)]*\)|black|white|gr[ae]y)$/i;
  const inverted = colour => {
    if (typeof colour !== "string" || !grey.test(colour)) return colour;
    const canvas = inverted.canvas ??= document.createElement("canvas").getContext("2d");
    canvas.fillStyle = "#000";
    canvas.fillStyle = colour;
    const value = canvas.fillStyle;
    const parts = value.startsWith("#")
      ? [1, 3, 5].map(i => parseInt(value.slice(i, i + 2), 16))
      : value.match(/[\d.]+/g).map(Number);
    const [r, g, b, alpha = 1] = parts;
    if (Math.max(r, g, b) - Math.min(r, g, b) > 32) return colour;
    const turned = [r, g, b].map(channel => Math.round(232 - channel * 208 / 255));
    return `rgba(${turned.join(", ")}, ${alpha})`;
  };
  const invertGreys = node => {
    if (Array.isArray(node)) return node.map(invertGreys);
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => {
      if (key === "colorscale" || key === "meta") return [key, value];
      if (/color$/i.test(key)) return [key, Array.isArray(value) ? value.map(inverted) : inverted(value)];
      return [key, invertGreys(value)];
    }));
  };

  const isAxis = key => /^[xyz]axis\d*$/.test(key);
  const withColours = (axis, colours) => ({
    ...axis, gridcolor: colours.grid, zerolinecolor: colours.rule, linecolor: colours.rule, tickcolor: colours.rule,
  });

  // The figure as it is drawn: as wide as its frame, in the colours of the page.
  const themed = (figure, width) => {
    const dark = tortue.isDark() && !printing;
    const colours = printing
      ? { ink: "#1d2023", grid: "#e2e2e2", rule: "#8a8a8a", paper: "#ffffff" }
      : { ink: styleOf("ink"), grid: styleOf("grid"), rule: styleOf("rule"), paper: styleOf("surface") };
    const layout = dark ? invertGreys(figure.layout ?? {}) : structuredClone(figure.layout ?? {});
    delete layout.width;
    Object.assign(layout, {
      autosize: true,
      width,
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { ...layout.font, family: getComputedStyle(main).getPropertyValue("--sans"), color: colours.ink },
      hoverlabel: {
        ...layout.hoverlabel,
        bgcolor: colours.paper,
        bordercolor: colours.rule,
        font: { ...layout.hoverlabel?.font, color: colours.ink },
      },
    });
    for (const key of Object.keys(layout)) if (isAxis(key)) layout[key] = withColours(layout[key], colours);
    layout.xaxis ??= withColours({}, colours);
    layout.yaxis ??= withColours({}, colours);
    if (layout.legend) layout.legend = { ...layout.legend, bgcolor: "rgba(0,0,0,0)" };
    if (width < 520) makeNarrow(layout, width);
    return { ...figure, data: dark ? invertGreys(figure.data) : structuredClone(figure.data), layout };
  };

  // On a phone the legend goes below, and a finger that scrolls the page must not zoom the chart.
  const makeNarrow = (layout, width) => {
    layout.legend = { ...layout.legend, orientation: "h", x: 0, xanchor: "left", y: -0.25, yanchor: "top" };
    layout.margin = { ...layout.margin, l: 56, r: 12 };
    layout.font.size = Math.min(layout.font.size ?? 12, 12);
    layout.dragmode = false;
    const title = layout.title?.text;
    if (title && !title.includes("<")) {
      layout.title.text = title.replace(new RegExp(`(.{1,${Math.floor(width / 9)}})(\\s+|$)`, "g"), "$1<br>").replace(/<br>$/, "");
      layout.title.font = { ...layout.title.font, size: Math.min(layout.title.font?.size ?? 15, 15) };
    }
  };

  const draw = async chart => {
    const width = printing ? 640 : chart.frame.clientWidth;
    if (width === 0) return; // inside something folded
    chart.width = width;
    try {
      const { data, layout, frames, config } = themed(chart.figure, width);
      chart.state = "drawing";
      await Plotly.react(chart.plot, { data, layout, frames, config: { displaylogo: false, ...config, responsive: false } });
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
