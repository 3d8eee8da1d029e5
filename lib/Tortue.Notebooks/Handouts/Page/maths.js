// Typesets every formula. One that cannot be typeset stays visible as TeX in red, and the page says how many there are.
(() => {
  "use strict";
  // A line may break behind a formula and at the signs of a long one, but not inside "β = 1" nor between it and its comma.
  const keepTogether = element => {
    if (element.querySelector(".katex-html").textContent.length < 10) element.classList.add("unbroken");
    const next = element.nextSibling;
    const tail = next?.nodeType === Node.TEXT_NODE && next.data.match(/^[-–,.;:?!)\]’”»%]+/)?.[0];
    if (!tail || element.dataset.tex.length > 40) return;
    const whole = document.createElement("span");
    whole.className = "unbroken";
    element.replaceWith(whole);
    whole.append(element, tail);
    next.data = next.data.slice(tail.length);
  };

  const macros = {};
  let failed = 0;
  for (const element of document.querySelectorAll("[data-tex]")) {
    const options = {
      displayMode: element.classList.contains("math-display"),
      output: "htmlAndMathml",
      strict: false,
      throwOnError: true,
      globalGroup: true,
      macros,
    };
    try {
      katex.render(element.dataset.tex, element, options);
      if (!options.displayMode) keepTogether(element);
    } catch (error) {
      failed++;
      element.classList.add("math-error");
      element.title = error.message;
      katex.render(element.dataset.tex, element, { ...options, throwOnError: false });
    }
  }
  if (failed > 0) {
    const sentence = document.querySelector("main").dataset.mathErrors.replace("{0}", failed);
    tortue.warn(sentence);
    console.error(sentence);
  }
})();
