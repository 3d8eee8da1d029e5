// Fits what a slide holds to its size: smaller type for fuller slides, down to 20 px of 1280; what is too much even then scrolls.
(() => {
  "use strict";
  const sizes = [28, 26, 24, 22, 20];
  const sizesOfText = [32, 30, ...sizes];
  const tallest = 540;

  // What is tried, best first: type of a size, and charts of a share of the height that a page gives them.
  const attempts = hasCharts => hasCharts
    ? [...sizes.slice(0, 4).map(size => [size, 1.1]), ...sizes.slice(2).map(size => [size, 0.95]), [20, 0.8], [20, 0.65]]
    : sizesOfText.map(size => [size, 1]);

  // A slide that is far away has no layout: it gets one for the moment of measuring.
  const withLayout = (face, task) => {
    const changed = [];
    for (let element = face; element && !element.matches(".slides"); element = element.parentElement) {
      if (getComputedStyle(element).display !== "none") continue;
      changed.push([element, element.style.display, element.hidden]);
      element.hidden = false;
      element.style.setProperty("display", element === face ? "flex" : "block", "important");
    }
    task();
    for (const [element, display, hidden] of changed) {
      element.style.display = display;
      element.hidden = hidden;
    }
  };

  const fitEquations = body => {
    for (const equation of body.querySelectorAll(".math-display")) {
      equation.style.fontSize = "";
      const share = equation.clientWidth / equation.scrollWidth;
      if (share < 1) equation.style.fontSize = `${Math.max(65, Math.floor(share * 98))}%`;
    }
  };

  // How many pixels are cut off, in either direction. Code and outputs may scroll.
  const excess = body => {
    const wide = [...body.querySelectorAll(".math-display, .table, .html")].map(part => part.scrollWidth - part.clientWidth);
    return Math.max(body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth, ...wide);
  };

  const charts = body => [...body.querySelectorAll("figure.chart")].map(frame => ({
    frame, height: parseFloat(frame.querySelector(".plot").style.minHeight) || 450,
  }));

  // A title on one line where that is possible.
  const fitTitle = title => {
    if (title?.tagName !== "H2") return;
    for (const size of [38, 34, 31, 34]) {
      title.style.fontSize = `${size}px`;
      if (title.clientHeight < 1.8 * size) return;
    }
  };

  const fit = face => withLayout(face, () => {
    fitTitle(face.querySelector(":scope > h2"));
    const body = face.querySelector(".body");
    const drawn = charts(body);
    delete body.dataset.over;
    body.removeAttribute("tabindex");
    for (const [size, share] of attempts(drawn.length > 0)) {
      for (const { frame, height } of drawn) frame.style.setProperty("--least", `${Math.min(tallest, height * share)}px`);
      face.style.setProperty("--size", `${size}px`);
      face.dataset.size = size;
      fitEquations(body);
      if (excess(body) <= 1) return;
    }
    body.dataset.over = Math.ceil(excess(body));
    body.tabIndex = 0;
  });

  // What scrolls must be reachable by keyboard.
  const markScrolling = face => withLayout(face, () => {
    for (const element of face.querySelectorAll("pre, .table, .html, .math-display")) {
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    }
  });

  tortue.fitSlides = () => {
    for (const face of document.querySelectorAll(".face")) {
      fit(face);
      markScrolling(face);
    }
  };
})();
