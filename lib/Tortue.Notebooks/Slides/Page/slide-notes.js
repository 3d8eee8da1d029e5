// Formulas of the notes in MathML: the speaker's window shows the notes without this page's style sheets.
(() => {
  "use strict";
  for (const formula of document.querySelectorAll("aside.notes [data-tex]")) {
    const displayMode = formula.classList.contains("math-display");
    katex.render(formula.dataset.tex, formula, { output: "mathml", displayMode, strict: false, throwOnError: false });
    formula.removeAttribute("data-tex");
  }
})();
