// The theme's button, copy buttons, and the mark in the table of contents.
(() => {
  "use strict";
  const main = document.querySelector("main");
  document.querySelector("button.theme").addEventListener("click", () => tortue.toggleTheme());

  for (const code of document.querySelectorAll("pre.code")) {
    const frame = document.createElement("div");
    frame.className = "code-frame";
    code.replaceWith(frame);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = main.dataset.copy;
    button.setAttribute("aria-label", main.dataset.copyCode);
    button.addEventListener("click", async () => {
      await copy(code.textContent);
      button.textContent = main.dataset.copied;
      setTimeout(() => { button.textContent = main.dataset.copy; }, 1500);
    });
    frame.append(code, button);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages opened from disk may not use the clipboard's interface in every browser.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  // An equation that is a little too wide becomes a little smaller.
  const fit = equation => {
    equation.style.fontSize = "";
    const share = equation.clientWidth / equation.scrollWidth;
    if (share < 1 && share > 0.75) equation.style.fontSize = `${Math.floor(share * 98)}%`;
  };

  // What scrolls must be reachable by keyboard.
  const markScrolling = () => {
    for (const element of document.querySelectorAll("pre, .table, .math-display, .html")) {
      if (element.matches(".math-display")) fit(element);
      const scrolls = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    }
  };
  markScrolling();
  addEventListener("resize", markScrolling);
  document.addEventListener("toggle", markScrolling, true);

  // Nothing can be unfolded on paper. Solutions stay as their reader left them.
  const unfold = on => {
    for (const folded of document.querySelectorAll(on ? "details.fold:not([open])" : "details.fold[data-for-print]")) {
      folded.open = on;
      folded.toggleAttribute("data-for-print", on);
    }
  };
  addEventListener("beforeprint", () => unfold(true));
  addEventListener("afterprint", () => unfold(false));
  matchMedia("print").addEventListener("change", event => unfold(event.matches));

  const contents = document.querySelector("nav.contents");
  if (!contents) return;
  const details = contents.querySelector("details");
  const narrow = matchMedia("(max-width: 70rem)");
  const fold = () => { details.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  const links = new Map([...contents.querySelectorAll("ol.sections a")].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  let current = null;
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 4);
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const heading = atEnd && scrollY > 0 ? headings.at(-1) : passed.at(-1);
    const link = heading ? links.get(heading.id) : null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    if (link && !narrow.matches) {
      const { top, bottom } = link.getBoundingClientRect();
      const frame = contents.getBoundingClientRect();
      if (top < frame.top || bottom > frame.bottom) contents.scrollTop += top - frame.top - frame.height / 2;
    }
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
