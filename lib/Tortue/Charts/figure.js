(function () {
  "use strict";
  // The element before this script, or by id where a front end runs scripts elsewhere than it shows them.
  var script = document.currentScript;
  var before = script && script.previousElementSibling;
  var place = before && before.id === $id$ ? before : document.getElementById($id$);
  var figure = $figure$;
  var source = $source$;
  var failure = $failure$;
  if (!place) return;

  function narrow() { return place.clientWidth > 0 && place.clientWidth < 640; }

  // Text takes the colour of the page's own text, so that it can be read on light and on dark. A figure of another library has a paper
  // of its own, and keeps its colours.
  var own = figure.layout && figure.layout.font && figure.layout.meta && figure.layout.meta.alt;
  function ink() { return getComputedStyle(place).color; }

  // Published values are drawn in it too, where they do not lie on a heat map.
  var published = [];
  figure.data.forEach(function (trace, index) { if (trace.meta === "published") published.push(index); });

  function draw() {
    var layout = figure.layout;
    var meta = layout.meta || {};
    var drawn = { ink: ink(), narrow: false, width: place.clientWidth };
    if (own) layout.font.color = drawn.ink;
    published.forEach(function (index) {
      var trace = figure.data[index];
      if (trace.line) trace.line.color = drawn.ink;
      if (trace.marker) trace.marker.color = drawn.ink;
    });
    // On a re-run the element may hold the chart of before, which react updates; else it holds the text for readers without scripts.
    if (place.tortueStop) place.tortueStop();
    if (!place.data) place.textContent = "";
    window.Plotly.react(place, figure).then(function () {
      function adapt() {
        if (!place.isConnected) return stop();
        var change = {};
        if (meta.narrow && narrow() !== drawn.narrow) {
          drawn.narrow = narrow();
          change = Object.assign({}, drawn.narrow ? meta.narrow : meta.wide);
        }
        var traces = {};
        if (own && ink() !== drawn.ink) {
          change["font.color"] = drawn.ink = ink();
          if (published.length) traces = { "line.color": drawn.ink, "marker.color": drawn.ink };
        }
        if (Object.keys(change).length) window.Plotly.update(place, traces, change, published);
        if (place.clientWidth > 0 && place.clientWidth !== drawn.width) {
          // Side bars and folded cells change the width without resizing the window.
          drawn.width = place.clientWidth;
          window.Plotly.Plots.resize(place);
        }
      }
      var themes = new MutationObserver(adapt);
      var sizes = new ResizeObserver(adapt);
      var schemes = window.matchMedia("(prefers-color-scheme: dark)");
      function stop() {
        themes.disconnect();
        sizes.disconnect();
        schemes.removeEventListener("change", adapt);
      }
      place.tortueStop = stop;
      themes.observe(document.documentElement, { attributes: true });
      themes.observe(document.body, { attributes: true });
      sizes.observe(place);
      schemes.addEventListener("change", adapt);
      adapt();
    });
  }

  if (window.Plotly && window.Plotly.react) return draw();
  function fail() { place.textContent = failure; }
  var waiting = window.tortueFigures;
  if (waiting) return void waiting.push([draw, fail]);
  waiting = window.tortueFigures = [[draw, fail]];

  // An AMD loader of the page would take plotly.js 2 for itself; it is hidden until the script has run.
  var define = window.define;
  var amd = define && define.amd;
  if (amd) define.amd = undefined;
  function settle(outcome) {
    if (amd) define.amd = amd;
    window.tortueFigures = undefined;
    waiting.forEach(function (figure) { figure[outcome](); });
  }
  var loader = document.createElement("script");
  if (source.text) {
    loader.textContent = source.text;
    document.head.appendChild(loader);
    return settle(window.Plotly ? 0 : 1);
  }
  loader.onload = function () { settle(window.Plotly ? 0 : 1); };
  loader.onerror = function () { settle(1); };
  if (source.integrity) {
    loader.integrity = source.integrity;
    loader.crossOrigin = "anonymous";
  }
  loader.src = source.address;
  document.head.appendChild(loader);
})();
