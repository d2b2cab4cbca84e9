((key, packed) => {
  const figures = window.serlabFigures ??= (() => {
    let start;
    const waiting = new Promise(resolve => start = resolve);
    waiting.start = start;
    return waiting;
  })();
  figures.then(draw => draw(key, packed));
})
