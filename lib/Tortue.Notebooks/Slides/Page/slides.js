// Starts reveal.js, and connects it with what is on the slides.
(() => {
  "use strict";
  const root = document.documentElement;
  const main = document.querySelector("main");
  const slides = document.querySelector(".slides");
  if (typeof Reveal === "undefined") return;
  const printing = new URLSearchParams(location.search).has("print-pdf");
  if (printing) root.dataset.theme = "light";

  // A link to what is on no slide leads to the handout, which has it.
  for (const link of slides.querySelectorAll('a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && slides.contains(target) && !target.closest("aside")) continue;
    if (main.dataset.handout) {
      link.href = main.dataset.handout + link.hash;
      link.target = "_blank";
    } else {
      link.replaceWith(...link.childNodes);
    }
  }

  // Keys belong to what has the focus: to a button, a fold, a chart's controls, a text that scrolls.
  const own = "summary, button, a, input, select, textarea, [tabindex='0'], .plot";
  const isFree = event => event.key === "Escape" || event.key === "PageDown" || event.key === "PageUp" || !document.activeElement?.closest(own);

  const deck = Reveal;
  deck.on("ready", ({ currentSlide }) => {
    if (printing) return;
    tortue.slideCharts?.drawOn(currentSlide);
  });
  deck.on("slidechanged", ({ currentSlide }) => {
    document.activeElement?.closest(".face")?.contains(document.activeElement) && document.activeElement.blur();
    for (const open of slides.querySelectorAll("details.fold[open]")) open.open = false;
    tortue.slideCharts?.drawOn(currentSlide);
  });
  deck.on("overviewshown", () => tortue.slideCharts?.drawOn(slides));
  deck.on("pdf-ready", async () => {
    await tortue.slideCharts?.drawAll();
    root.dataset.state = "printable";
  });

  document.querySelector("button.theme").addEventListener("click", () => {
    tortue.toggleTheme();
    document.activeElement.blur();
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && document.activeElement?.closest("details.fold[open]")) {
      const fold = document.activeElement.closest("details.fold");
      fold.open = false;
      fold.querySelector("summary").focus();
      event.stopPropagation();
    }
  }, true);

  const start = async () => {
    await document.fonts.ready;
    tortue.fitSlides();
    await deck.initialize({
      width: 1280,
      height: 720,
      margin: 0,
      center: false,
      hash: true,
      navigationMode: "linear",
      slideNumber: "c/t",
      controlsTutorial: false,
      transition: "none",
      backgroundTransition: "none",
      scrollActivationWidth: null,
      keyboardCondition: isFree,
      pdfSeparateFragments: false,
      pdfMaxPagesPerSlide: 1,
      plugins: typeof RevealNotes === "undefined" ? [] : [RevealNotes],
    });
    root.dataset.deck = "ready";
  };
  start();
})();
