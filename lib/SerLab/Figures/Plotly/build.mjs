// Bundles plotly.js from node_modules into plotly.min.js, with its licences in LICENSE; README.md says how to run it.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { build } from "esbuild";

// Plotly describes each of its attributes in words that only its own documentation shows.
const withoutDescriptions = code => {
  const values = [];
  full(parse(code, { ecmaVersion: "latest" }), node => {
    if (node.type === "Property" && node.key.name === "description") values.push(node.value);
  });
  let [kept, end] = ["", 0];
  for (const value of values.sort((a, b) => a.start - b.start)) {
    if (value.start < end) continue;
    kept += code.slice(end, value.start) + "''";
    end = value.end;
  }
  return kept + code.slice(end);
};

const { metafile } = await build({
  entryPoints: ["plotly.js"],
  outfile: "plotly.min.js",
  bundle: true,
  minify: true,
  metafile: true,
  format: "iife",
  globalName: "serlabPlotly",
  target: "es2020",
  legalComments: "none",
  // A module loader of the page, such as the one of old notebooks, must not catch a part of the bundle.
  define: { global: "window", define: "undefined" },
  // The only style sheet asked for is that of maps.
  loader: { ".css": "empty" },
  plugins: [{
    name: "without-descriptions",
    setup: ({ onLoad }) => onLoad({ filter: /plotly\.js\/src\/.*\.js$/ }, async ({ path }) =>
      ({ contents: withoutDescriptions(await readFile(path, "utf8")) })),
  }],
});

const licence = async folder => {
  const { name, version, license, author } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const file = (await readdir(folder)).find(file => /^licen[cs]e(\.|$)/i.test(file));
  const text = file
    ? await readFile(`${folder}/${file}`, "utf8")
    : `${license} licence, ${author.name ?? author}; the package holds no further words.`;
  return `${name} ${version}\n\n${text.replaceAll("\r", "").trim()}\n`;
};

const inputs = Object.keys(Object.values(metafile.outputs)[0].inputs).filter(file => !file.endsWith(".css"));
const folders = new Set(inputs.map(file => file.match(/^node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
const licences = await Promise.all([...folders].sort().map(licence));
const rule = `\n${"-".repeat(72)}\n\n`;
await writeFile("LICENSE", `The parts of plotly.min.js and their licences.\n\n${licences.join(rule)}`);
