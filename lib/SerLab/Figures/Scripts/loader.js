// Runs once a page: unpacks plotly.js and draws every figure that waits for it or comes later.
(async packed => {
  const figures = window.serlabFigures ??= (() => {
    let start;
    const waiting = new Promise(resolve => start = resolve);
    waiting.start = start;
    return waiting;
  })();
  if (figures.isLoading) return;
  figures.isLoading = true;

  const unpack = async text => {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  };

  const script = document.createElement("script");
  script.textContent = await unpack(packed);
  document.head.append(script);
  script.remove();

  const draw = async (place, figure) => {
    if (place.dataset.serlabDrawn) return;
    place.dataset.serlabDrawn = "true";
    const still = [...place.children];
    const host = document.createElement("div");
    host.setAttribute("role", "img");
    host.setAttribute("aria-label", place.dataset.serlabFinding);
    place.append(host);
    for (const part of still) part.style.display = "none";
    await serlabPlotly.newPlot(host, figure.data, figure.layout, { displayModeBar: false });
  };

  figures.start(async (key, packedFigure) => {
    const figure = JSON.parse(await unpack(packedFigure));
    for (const place of document.querySelectorAll(`[data-serlab-figure="${key}"]`)) await draw(place, figure);
  });
})
