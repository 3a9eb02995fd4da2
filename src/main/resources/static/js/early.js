/**
 * Notes which controls are touched before the page's modules are at hand, so that nothing typed on a slow line is lost (B4): shell.js
 * lets these controls speak again once everybody listens. Not a module: it has to run before the first key.
 */
(() => {
  const touched = new Set();
  const note = (event) => { if (event.target.name || event.target.id) touched.add(event.target); };
  document.addEventListener('input', note, true);
  document.addEventListener('change', note, true);
  window.huizhanEarly = {
    has: (control) => touched.has(control),
    take: () => {
      document.removeEventListener('input', note, true);
      document.removeEventListener('change', note, true);
      const all = [...touched].filter((control) => control.isConnected);
      touched.clear();
      return all;
    },
  };
})();
