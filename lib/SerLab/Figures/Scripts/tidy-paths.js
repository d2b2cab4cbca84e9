// Writes the paths of an SVG shorter: neighbours that look the same become one, their points told from the last point.
(() => {
  const grain = 100;
  const lengths = { M: 2, L: 2, H: 1, V: 1, A: 7, Z: 0 };

  // [[command, numbers], …] with a command for each set of numbers; null where there is more than lines and arcs.
  const parse = d => {
    const steps = [];
    for (const [, command, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
      const numbers = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
      const length = lengths[command.toUpperCase()];
      if (length === undefined || /e/i.test(d) || numbers.length % (length || 1)) return null;
      if (length === 0) steps.push([command, []]);
      for (let i = 0; i < numbers.length; i += length)
        steps.push([i && command === "M" ? "L" : command, numbers.slice(i, i + length)]);
    }
    return steps;
  };

  // A number as short as it goes, and a blank before it only where it would run into the last one.
  const join = numbers => numbers.map(number => String(number / grain).replace(/^(-?)0\./, "$1."))
    .reduce((text, number) => text + (text && !number.startsWith("-") ? " " : "") + number, "");

  // All in whole hundredths of a pixel, so that roundings do not add up.
  const write = (steps, dx, dy) => {
    const whole = (number, isRelative, from, shift) => Math.round((isRelative ? number : number + shift) * grain) +
      (isRelative ? from : 0);
    let [x, y, startX, startY, last, text] = [0, 0, 0, 0, "", ""];
    for (const [command, numbers] of steps) {
      const upper = command.toUpperCase();
      const isRelative = command !== upper;
      if (upper === "Z") {
        [x, y, last, text] = [startX, startY, "z", text + "z"];
        continue;
      }
      const toX = upper === "V" ? x : whole(numbers.at(upper === "H" ? -1 : -2), isRelative, x, dx);
      const toY = upper === "H" ? y : whole(numbers.at(-1), isRelative, y, dy);
      const [letter, told] =
        upper === "M" ? ["M", [toX, toY]] :
        upper === "A" ? ["a", [...numbers.slice(0, 5).map(number => number * grain), toX - x, toY - y]] :
        toX === x ? ["v", [toY - y]] :
        toY === y ? ["h", [toX - x]] : ["l", [toX - x, toY - y]];
      const words = join(told);
      text += letter !== last || letter === "M" ? letter + words : words.startsWith("-") ? words : ` ${words}`;
      [x, y, last] = [toX, toY, letter];
      if (upper === "M") [startX, startY] = [x, y];
    }
    return text;
  };

  const shorten = path => {
    const shift = window.serlabShift(path);
    const steps = shift && parse(path.getAttribute("d"));
    if (!steps) return;
    path.setAttribute("d", write(steps, ...shift));
    path.removeAttribute("transform");
  };

  const look = path =>
    [...path.attributes].filter(({ name }) => name !== "d").map(({ name, value }) => `${name}=${value}`).join();

  // Where parts shine through or cut holes, two above each other show more than one that holds both.
  const isPlain = path => !/opacity|url|evenodd/.test(look(path));

  window.serlabTidyPaths = svg => {
    for (const path of svg.querySelectorAll("path")) shorten(path);
    for (const path of svg.querySelectorAll("path")) {
      const before = path.previousElementSibling;
      if (before?.tagName !== "path" || !isPlain(path) || look(before) !== look(path)) continue;
      path.setAttribute("d", before.getAttribute("d") + path.getAttribute("d"));
      before.remove();
    }
  };
})();
