// Keeps the page of `tortue demo` up to date: loads it anew when the notebook was saved, and stays where the reader was.
(() => {
  const key = "tortue-demo-place";

  // Charts are drawn after the page has loaded and move what is below them: so the place is a heading and how far it is from the top.
  const remember = () => {
    const marks = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)[id]")];
    const mark = marks.findLast((element) => element.getBoundingClientRect().top <= 1) ?? null;
    sessionStorage.setItem(key, JSON.stringify({ id: mark?.id, top: mark?.getBoundingClientRect().top, y: scrollY }));
  };

  const restore = () => {
    const place = JSON.parse(sessionStorage.getItem(key) ?? "null");
    sessionStorage.removeItem(key);
    if (!place) return;
    history.scrollRestoration = "manual";
    const go = () => {
      const mark = document.getElementById(place.id);
      scrollTo({ top: mark ? scrollY + mark.getBoundingClientRect().top - place.top : place.y, behavior: "instant" });
    };
    const observer = new ResizeObserver(go);
    const stop = () => observer.disconnect();
    observer.observe(document.body);
    for (const touch of ["wheel", "touchstart", "keydown", "mousedown"]) addEventListener(touch, stop, { once: true, passive: true });
    setTimeout(stop, 5000);
    go();
  };

  const say = (text) => {
    let line = document.getElementById("tortue-demo");
    if (!line) {
      line = document.createElement("div");
      line.id = "tortue-demo";
      line.setAttribute("role", "status");
      line.style.cssText =
        "position:fixed;bottom:0;left:0;right:0;z-index:1000;padding:.4em 1em;background:#333;color:#fff;font:14px/1.5 system-ui,sans-serif";
      document.body.append(line);
    }
    line.textContent = text;
    line.hidden = text === "";
  };

  const listen = () => {
    const events = new EventSource("/events?version=VERSION");
    events.addEventListener("reload", () => {
      remember();
      location.reload();
    });
    events.addEventListener("busy", (event) => say(event.data));
    events.addEventListener("problem", (event) => say(event.data));
    addEventListener("pagehide", () => events.close());
  };

  if (document.readyState === "complete") restore();
  else addEventListener("load", restore);
  listen();
})();
