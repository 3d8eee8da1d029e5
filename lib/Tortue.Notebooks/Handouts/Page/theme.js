// Before the first paint, so that a remembered choice does not flash. Storage can be forbidden for files.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = root.dataset.themeKey ?? "tortue-theme";
  try {
    const chosen = localStorage.getItem(key);
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch { /* the system's preference applies */ }

  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const announce = () => document.dispatchEvent(new Event("tortue:theme"));
  system.addEventListener("change", announce);

  window.tortue = {
    isDark,
    toggleTheme() {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem(key, root.dataset.theme); } catch { /* for this page only */ }
      announce();
    },
    // A line above the text, for what went wrong while the page was built up.
    warn(sentence) {
      const line = document.createElement("p");
      line.className = "banner";
      line.setAttribute("role", "status");
      line.textContent = sentence;
      document.querySelector("main").prepend(line);
    },
  };
})();
