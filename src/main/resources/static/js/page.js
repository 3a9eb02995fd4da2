/** What all scripts need of the page: its header for CSRF, its small elements, its voice. */

/** Headers for a request that changes something; read anew each time, since a new sign-in brings a new token. */
export function headers() {
  const csrf = document.querySelector('meta[name="csrf"]');
  const all = { Accept: 'application/json', 'X-Requested-With': 'fetch' };
  if (csrf) all[csrf.dataset.header] = csrf.content;
  return all;
}

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

const ICONS = new URL('../img/icons.svg', import.meta.url).pathname;
const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}

let voice;

/** Says a sentence to those who listen to the page. */
export function announce(text) {
  if (!voice) {
    voice = element('div', { class: 'vh', role: 'status', 'aria-live': 'polite' });
    document.body.append(voice);
  }
  voice.textContent = '';
  setTimeout(() => { voice.textContent = text; }, 50);
}

/** A notice at the top of the column, at most one of each name. */
export function notice(name, kind, text, ...more) {
  document.querySelector(`[data-notice="${name}"]`)?.remove();
  const made = element('div', { class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status', 'data-notice': name },
    icon(kind), element('p', {}, text, ...more.flatMap((each) => [' ', each])));
  document.getElementById('main').prepend(made);
  return made;
}

/** Runs for every such element, now and in whatever is swapped in later. */
export function each(selector, enhance) {
  const run = (root) => {
    for (const found of [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)]) {
      if (found.enhanced?.has(enhance)) continue;
      (found.enhanced ??= new Set()).add(enhance);
      enhance(found);
    }
  };
  run(document);
  document.body.addEventListener('htmx:load', (event) => run(event.detail.elt));
}
