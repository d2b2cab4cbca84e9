// Draws a figure as SVG, or as PNG with a palette: a tenth of the bytes, and no difference to the eye.
(() => {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
    return byte;
  });
  const checksum = bytes => ~bytes.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;

  const chunk = (name, data) => {
    const bytes = new Uint8Array(data.length + 12);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, data.length);
    bytes.set([...name].map(letter => letter.charCodeAt(0)), 4);
    bytes.set(data, 8);
    view.setUint32(data.length + 8, checksum(bytes.subarray(4, data.length + 8)));
    return bytes;
  };

  const deflate = async bytes => {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const parts = colour => [colour & 255, colour >> 8 & 255, colour >> 16 & 255];

  const distance = (one, other) => {
    const others = parts(other);
    return Math.max(...parts(one).map((part, i) => Math.abs(part - others[i])));
  };

  // The colours that most pixels have; each stands for those near it, as near as the number of colours allows.
  const leaders = (colours, most) => {
    for (let reach = 0; ; reach++) {
      const chosen = [];
      for (const colour of colours)
        if (chosen.length <= most && !chosen.some(other => distance(colour, other) <= reach)) chosen.push(colour);
      if (chosen.length <= most) return chosen;
    }
  };

  const nearest = (colour, chosen) =>
    chosen.reduce((best, other, i) => distance(colour, other) < distance(colour, chosen[best]) ? i : best, 0);

  const palette = (pixels, most) => {
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel & 0xffffff, (counts.get(pixel & 0xffffff) ?? 0) + 1);
    const colours = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one) || one - other);
    const chosen = leaders(colours, most);
    const places = new Map(colours.map(colour => [colour, nearest(colour, chosen)]));
    return {
      indices: Uint8Array.from(pixels, pixel => places.get(pixel & 0xffffff)),
      colours: chosen.flatMap(parts),
    };
  };

  const encode = async (canvas, most) => {
    const { width, height } = canvas;
    const image = canvas.getContext("2d").getImageData(0, 0, width, height);
    const { indices, colours } = palette(new Uint32Array(image.data.buffer), most);
    const lines = new Uint8Array((width + 1) * height);
    for (let y = 0; y < height; y++) lines.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
    const header = new Uint8Array(13);
    new DataView(header.buffer).setUint32(0, width);
    new DataView(header.buffer).setUint32(4, height);
    header.set([8, 3], 8);
    return new Blob([
      Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10), chunk("IHDR", header), chunk("PLTE", Uint8Array.from(colours)),
      chunk("IDAT", await deflate(lines)), chunk("IEND", new Uint8Array(0)),
    ], { type: "image/png" });
  };

  const toUrl = blob => new Promise(resolve => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });

  const rasterize = async (url, background, width, height) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width ?? image.naturalWidth;
    canvas.height = height ?? image.naturalHeight;
    const context = canvas.getContext("2d");
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  };

  // Images inside the picture keep their cells: one pixel a cell, drawn with sharp edges.
  const shrinkImages = async (svg, background) => {
    for (const image of svg.querySelectorAll("image")) {
      const small = await toUrl(await encode(await rasterize(image.getAttribute("xlink:href"), background), 256));
      image.setAttribute("xlink:href", small);
      image.setAttribute("style", "image-rendering:pixelated");
    }
  };

  const toSvg = async (figure, size) => {
    // Plotly names the parts of a picture by chance; the same chance gives the same picture.
    let state = 1;
    Math.random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const url = await serlabPlotly.toImage(figure, { ...size, format: "svg" });
    const svg = window.serlabTidy(decodeURIComponent(url.slice(url.indexOf(",") + 1)));
    await shrinkImages(svg, figure.layout.paper_bgcolor);
    return new XMLSerializer().serializeToString(svg);
  };

  const toPng = async (figure, size, scale, most) => {
    const svg = new Blob([await toSvg(figure, size)], { type: "image/svg+xml" });
    const { width, height } = size;
    const canvas = await rasterize(await toUrl(svg), figure.layout.paper_bgcolor, width * scale, height * scale);
    const url = await toUrl(await encode(canvas, most));
    return url.slice(url.indexOf(",") + 1);
  };

  window.serlabPicture = { toSvg, toPng };
})();
