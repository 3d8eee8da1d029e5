// A page for paper: every chart becomes a picture of itself, one after the other, as a browser cannot hold many surfaces at once.
// Whoever prints the page waits for tortue.still; tortue.stillPage() is the page as it is then, which needs no scripts any more.
(() => {
  "use strict";
  const root = document.documentElement;
  const main = document.querySelector("main");
  const paperWidth = 820; // as on a screen; the style sheet makes it smaller as a whole
  const defaultHeight = 450;

  // Plotly names parts of a drawing by chance; the same page shall be the same bytes.
  let state = 1;
  Math.random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };

  const dataAddress = svg => {
    let bytes = "";
    for (const byte of new TextEncoder().encode(svg)) bytes += String.fromCharCode(byte);
    return `data:image/svg+xml;base64,${btoa(bytes)}`;
  };

  const drawAsPicture = async frame => {
    const plot = frame.querySelector(".plot");
    const label = plot.getAttribute("aria-label");
    const figure = tortue.figures.themed(JSON.parse(frame.querySelector("script").textContent), paperWidth, true);
    const height = figure.layout.height ?? defaultHeight;
    const svg = await Plotly.toImage(figure, { format: "svg", width: paperWidth, height, imageDataOnly: true });
    const picture = document.createElement("img");
    Object.assign(picture, { alt: label, width: paperWidth, height, src: dataAddress(svg) });
    await picture.decode();
    frame.replaceChildren(picture);
  };

  const makeStill = async () => {
    for (const folded of main.querySelectorAll("details")) folded.open = true;
    let failed = 0;
    for (const frame of main.querySelectorAll("figure.chart")) {
      try {
        await drawAsPicture(frame);
        frame.dataset.state = "drawn";
      } catch (error) {
        failed++;
        frame.dataset.state = "failed";
        const plot = frame.querySelector(".plot");
        plot.textContent = plot.getAttribute("aria-label");
        console.error(error);
      }
    }
    // Fonts are asked for by the first layout that needs them.
    await new Promise(resolve => requestAnimationFrame(resolve));
    await document.fonts.ready;
    if (failed === 0) return "";
    const sentence = main.dataset.chartErrors.replace("{0}", failed);
    tortue.warn(sentence);
    return sentence;
  };
  tortue.still = makeStill();

  tortue.stillPage = () => {
    const used = new Set([...document.fonts].filter(face => face.status === "loaded").map(face => [face.family, face.weight, face.style].join()));
    const copy = root.cloneNode(true);
    for (const script of copy.querySelectorAll("script, noscript")) script.remove();
    for (const sheet of copy.querySelectorAll("style")) {
      sheet.textContent = sheet.textContent.replace(/@font-face\{[^}]*\}/g, face => {
        const [family, weight, style] = ["font-family", "font-weight", "font-style"].map(
          name => face.match(new RegExp(`${name}:\\s*"?([^;"}]*)`))?.[1] ?? "normal");
        return used.has([family, weight, style].join()) ? face : "";
      });
    }
    return `<!doctype html>\n${copy.outerHTML}\n`;
  };
})();
