// plotly.js with the traces and parts that the figures of this folder draw; what else plotly.js can do is left out.
const { register } = require("plotly.js/src/registry");
const api = require("plotly.js/src/plot_api");

require("plotly.js/build/plotcss");

for (const name of Object.keys(api)) register({ moduleType: "apiMethod", name, fn: api[name] });

register([
  require("plotly.js/src/traces/scatter"),
  require("plotly.js/src/traces/bar"),
  require("plotly.js/src/traces/heatmap"),
]);

// The legend's defaults build on the shapes', and those of hover labels on the legend's.
register([
  require("plotly.js/src/components/annotations"),
  require("plotly.js/src/components/shapes"),
  require("plotly.js/src/components/errorbars"),
  require("plotly.js/src/components/colorscale"),
  require("plotly.js/src/components/colorbar"),
  require("plotly.js/src/components/legend"),
  require("plotly.js/src/components/fx"),
]);

// Our figures show no mode bar and no selections, but the core reads their settings.
register([require("plotly.js/src/components/modebar"), require("plotly.js/src/components/selections")]);

register([require("plotly.js/src/locale-en"), require("plotly.js/src/locale-en-us")]);

module.exports = { newPlot: api.newPlot, toImage: api.toImage };
