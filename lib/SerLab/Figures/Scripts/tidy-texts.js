// Writes the texts of an SVG shorter: the place of each once, and what moves it taken into its place.
(() => {
  const places = ["x", "y"];
  const round = number => String(Math.round(number * 100) / 100);

  const move = (text, [dx, dy]) => {
    for (const part of [text, ...text.querySelectorAll("tspan")])
      for (const [name, by] of [["x", dx], ["y", dy]])
        if (part.hasAttribute(name)) part.setAttribute(name, round(Number(part.getAttribute(name)) + by));
  };

  // Text is moved where nothing but a translation holds, and a group that holds no more than it is not needed.
  const settle = text => {
    for (let holder = text; holder; holder = holder.parentNode) {
      const names = [...holder.attributes].map(({ name }) => name).join();
      const isAlone = holder.tagName === "g" && holder.children.length === 1 && names === "transform";
      const shift = (holder === text || isAlone) && window.serlabShift(holder);
      if (!shift) return;
      move(text, shift);
      holder.removeAttribute("transform");
      if (holder === text) continue;
      holder.replaceWith(text);
      holder = text;
    }
  };

  // Lines are told from the line above, not all from the first.
  const tellLines = text => {
    let above = 0;
    for (const line of [...text.children].filter(({ tagName }) => tagName === "tspan")) {
      const below = line.getAttribute("dy")?.match(/^([\d.]+)em$/);
      if (!below || places.some(name => line.getAttribute(name) !== text.getAttribute(name))) return;
      line.removeAttribute("y");
      line.setAttribute("dy", `${round(below[1] - above)}em`);
      above = Number(below[1]);
      if (above > 0) continue;
      text.removeAttribute("dy");
      for (const name of ["x", "dy"]) line.removeAttribute(name);
      if (!line.attributes.length) line.replaceWith(...line.childNodes);
    }
  };

  // As a part of the style, the anchor is shared like the rest of it.
  const moveAnchor = text => {
    const anchor = text.getAttribute("text-anchor");
    if (!anchor) return;
    const style = text.getAttribute("style");
    text.setAttribute("style", `${style ? `${style};` : ""}text-anchor:${anchor}`);
    text.removeAttribute("text-anchor");
  };

  window.serlabTidyTexts = svg => {
    for (const text of svg.querySelectorAll("text")) {
      settle(text);
      tellLines(text);
      moveAnchor(text);
    }
  };
})();
