// What a figure looks like on a page: its colours in light and dark and on paper, its size, and what a screen reader is told of it.
(() => {
  "use strict";
  const main = document.querySelector("main");

  const styleOf = name => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    main.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };

  // A chart with a background of its own was made for white paper: on dark paper its greys trade places, its colours stay.
  const isForWhite = layout => !/^(rgba\(.*,\s*0\)|transparent)$/.test(layout?.paper_bgcolor ?? "white");
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
    const traded = [r, g, b].map(channel => Math.round(232 - channel * 208 / 255));
    return `rgba(${traded.join(", ")}, ${alpha})`;
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
    gridcolor: colours.grid, zerolinecolor: colours.rule, linecolor: colours.rule, tickcolor: colours.rule, ...axis,
  });

  // "xaxis.title.text" as Plotly's relayout reads it.
  const assignPath = (target, path, value) => {
    const names = path.split(".");
    const last = names.pop();
    for (const name of names) target = target[name] ??= {};
    target[last] = value;
  };

  // The figure as it is drawn: as wide as its frame, in the colours of the page.
  const themed = (figure, width, printing) => {
    const turned = tortue.isDark() && !printing && isForWhite(figure.layout);
    const colours = printing
      ? { ink: "#1d2023", grid: "#e2e2e2", rule: "#8a8a8a", paper: "#ffffff" }
      : { ink: styleOf("ink"), grid: styleOf("grid"), rule: styleOf("rule"), paper: styleOf("surface") };
    const layout = turned ? invertGreys(figure.layout ?? {}) : structuredClone(figure.layout ?? {});
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
    layout.margin ??= { l: 64, r: 24, t: layout.title ? 64 : 24, b: 56 };
    const spaces = Object.keys(layout).filter(key => /^scene\d*$/.test(key)).map(key => layout[key]);
    if (spaces.length === 0) {
      layout.xaxis ??= {};
      layout.yaxis ??= {};
    }
    for (const holder of [layout, ...spaces])
      for (const key of Object.keys(holder)) if (isAxis(key)) holder[key] = withColours(holder[key], colours);
    if (width < 640) fitNarrow(layout, width);
    if (printing) delete layout.updatemenus; // nobody presses a button on paper
    const data = turned ? invertGreys(figure.data) : structuredClone(figure.data);
    // Published values to compare with are as clear as the text.
    for (const { line, marker } of data.filter(trace => trace.meta === "published"))
      for (const part of [line, marker]) if (part) part.color = colours.ink;
    return { ...figure, data, layout };
  };

  // Where a page is narrow a figure can name its own changes (meta.narrow). A finger that scrolls the page must not zoom the chart.
  const fitNarrow = (layout, width) => {
    layout.dragmode = false;
    if (layout.meta?.narrow) {
      for (const [path, value] of Object.entries(layout.meta.narrow)) assignPath(layout, path, value);
      return;
    }
    layout.legend = { ...layout.legend, orientation: "h", x: 0, xanchor: "left", y: -0.25, yanchor: "top" };
    layout.font.size = Math.min(layout.font.size ?? 12, 12);
    if (layout.title?.text) {
      const { text, font } = layout.title;
      const longest = Math.max(...text.split(/<br ?\/?>/).map(line => line.replace(/<[^>]*>/g, "").length));
      layout.title.font = { ...font, size: Math.max(11, Math.min(font?.size ?? 17, Math.floor(width / longest / 0.54))) };
    }
  };

  // The drawing is the image; Plotly's buttons beside it are not part of one.
  const describe = plot => {
    plot.setAttribute("role", "group");
    plot.querySelectorAll("svg.main-svg").forEach((svg, index) => {
      if (index > 0) return void svg.setAttribute("aria-hidden", "true");
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", plot.getAttribute("aria-label"));
    });
  };

  // Browsers leave out of a print what the graphics card has drawn: surfaces are covered with pictures of themselves.
  const keepStill = (plot, printing) => {
    for (const still of plot.querySelectorAll("img.still")) still.remove();
    if (!printing) return;
    for (const name of plot._fullLayout?._subplots?.gl3d ?? []) {
      const space = plot._fullLayout[name]._scene;
      const still = document.createElement("img");
      still.className = "still";
      still.alt = "";
      still.style.cssText = "position:absolute;inset:0;width:100%;height:100%";
      still.src = space.toImage("png");
      space.container.append(still);
    }
  };

  tortue.figures = { themed, describe, keepStill };
})();
