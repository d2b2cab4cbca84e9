// Makes plotly's SVG small and the same every time: what shows nothing goes, attributes are sorted.
(() => {
  const silent = {
    "opacity": "1", "fill-opacity": "1", "stroke-opacity": "1", "vector-effect": "none", "font-style": "normal",
    "font-weight": "normal", "font-variant": "normal", "text-anchor": "start", "stroke-miterlimit": "2",
    "stroke-dasharray": "none", "text-shadow": "none", "text-transform": "none", "text-decoration-line": "none",
  };
  const unwanted = new Set(["white-space", "pointer-events", "cursor", "font-family", "user-select"]);
  const needless = /^(class|data-.*|pointer-events|stroke-miterlimit|text-decoration)$/;

  const hex = text => text.replace(/rgb\((\d+), (\d+), (\d+)\)/g, (_, ...rgb) =>
    "#" + rgb.slice(0, 3).map(part => Number(part).toString(16).padStart(2, "0")).join(""));

  const styleOf = element => {
    const pairs = (element.getAttribute("style") ?? "").split(";").filter(Boolean)
      .map(pair => [pair.slice(0, pair.indexOf(":")).trim(), hex(pair.slice(pair.indexOf(":") + 1).trim())]);
    return new Map(pairs.filter(([name, value]) => !unwanted.has(name) && silent[name] !== value).sort());
  };

  const showsNothing = (element, style) => {
    const size = name => element.getAttribute(name) === "0";
    const unseen = kind => style.get(kind) === "none" || style.get(`${kind}-opacity`) === "0";
    const noWidth = style.get("stroke-width") === "0px";
    return style.get("opacity") === "0" || style.get("display") === "none" ||
      (element.tagName === "rect" && (size("width") || size("height"))) ||
      (/^(rect|path)$/.test(element.tagName) && unseen("fill") && (unseen("stroke") || noWidth)) ||
      (element.tagName === "path" && !element.getAttribute("d"));
  };

  const rewrite = (element, style) => {
    const attributes = [...element.attributes].filter(({ name }) => !needless.test(name) && name !== "style")
      .map(({ name, value }) => [name, value]).sort();
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, hex(value));
    if (style.size) element.setAttribute("style", [...style].map(pair => pair.join(":")).join(";"));
  };

  const prune = element => {
    for (const child of [...element.children]) prune(child);
    const isContainer = /^(g|defs|clipPath|tspan|text)$/.test(element.tagName);
    if (isContainer && !element.children.length && !element.textContent.trim()) element.remove();
    else if (element.tagName === "g" && !element.attributes.length) element.replaceWith(...element.childNodes);
  };

  // A style that several parts share is written once.
  const nameStyles = svg => {
    const shared = new Map();
    for (const part of svg.querySelectorAll("[style]")) {
      const style = part.getAttribute("style");
      shared.set(style, [...shared.get(style) ?? [], part]);
    }
    const rules = [...shared].filter(([, parts]) => parts.length > 1).map(([style, parts], index) => {
      for (const part of parts) {
        part.removeAttribute("style");
        part.setAttribute("class", `s${index}`);
      }
      return `.s${index}{${style}}`;
    });
    const sheet = svg.ownerDocument.createElementNS(svg.namespaceURI, "style");
    sheet.textContent = rules.join("");
    svg.prepend(sheet);
  };

  // How far an element is moved, [x, y]; null where it is more than moved, or where its clip is moved with it.
  window.serlabShift = element => {
    const transform = element.getAttribute("transform");
    if (!transform) return [0, 0];
    const move = transform.match(/^translate\((-?[\d.]+)[, ]+(-?[\d.]+)\)$/);
    return move && !element.hasAttribute("clip-path") ? [Number(move[1]), Number(move[2])] : null;
  };

  window.serlabTidy = text => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const outline = [...svg.querySelectorAll("*")].filter(element => !element.closest("clipPath"));
    for (const element of outline) {
      const style = styleOf(element);
      if (showsNothing(element, style)) element.remove();
      else rewrite(element, style);
    }
    for (const clip of svg.querySelectorAll("clipPath, clipPath *")) rewrite(clip, styleOf(clip));
    const references = [...svg.outerHTML.matchAll(/url\(#([^)]+)\)|href="#([^"]+)"/g)];
    const used = new Set(references.map(match => match[1] ?? match[2]));
    for (const part of svg.querySelectorAll("clipPath")) if (!used.has(part.id)) part.remove();
    prune(svg);
    window.serlabTidyTexts(svg);
    window.serlabTidyPaths(svg);
    nameStyles(svg);
    for (const name of ["class", "style"]) svg.removeAttribute(name);
    svg.setAttribute("font-family", "sans-serif");
    return svg;
  };
})();
