/** Started on every page: loads what the page's markup asks for. */
import { headers, notice, element } from './page.js';
import { say } from './words.js';

const PARTS = [
  ['form[data-autosave]', './autosave.js'],
  ['[data-company]', './company.js'],
  ['[data-count]', './counter.js'],
  ['[data-picker]', './picker.js'],
  ['[data-rank]', './rank.js'],
  ['[data-countdown]', './countdown.js'],
  ['[data-goto]', './checklist.js'],
  ['[data-dialog]', './dialog.js'],
  ['form[data-sign-out]', './signout.js'],
  ['[data-waits]', './waits.js'],
  ['html', './typed.js'],
];

const started = new Set();

/** Starts each part once; from then on it finds by itself what is swapped in later. */
async function load(root) {
  const needed = PARTS.filter(([selector, file]) => !started.has(file) && (root.querySelector(selector) || root.matches?.(selector)));
  needed.forEach(([, file]) => started.add(file));
  for (const part of await Promise.all(needed.map(([, file]) => import(file)))) part.start();
}

const parsed = new Promise((resolve) => {
  if (document.readyState === 'complete') resolve();
  else document.addEventListener('DOMContentLoaded', resolve, { once: true });
});

/** What was typed before anybody listened is said again. */
async function catchUp() {
  await Promise.all([load(document), parsed]);
  for (const control of window.huizhanEarly?.take() ?? []) {
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function closeOthers(event) {
  for (const open of document.querySelectorAll('.bar details[open]')) {
    if (!open.contains(event.target)) open.open = false;
  }
}

document.addEventListener('click', closeOthers);
document.addEventListener('click', (event) => { if (event.target.closest('[data-print]')) print(); });
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('.bar details[open]');
  if (open) { open.open = false; open.querySelector('summary').focus(); }
});

const wide = matchMedia('(min-width: 1200px)');
const fold = document.querySelector('.side-fold');
if (fold) {
  const fit = () => { fold.open = wide.matches; };
  fit();
  wide.addEventListener('change', fit);
  const count = () => {
    const wrong = fold.querySelectorAll('.checks > .bad').length;
    fold.querySelector('.side-count').textContent = wrong > 0 ? say('toMend', wrong) : '';
  };
  count();
  document.body.addEventListener('htmx:afterSettle', count);
}

document.body.addEventListener('htmx:configRequest', (event) => {
  const { Accept, ...rest } = headers();
  Object.assign(event.detail.headers, rest);
});
const unanswered = () => notice('request', 'bad', say('requestFailed'),
  element('button', { class: 'link-button', type: 'button', onclick: (e) => e.target.closest('.notice').remove() }, say('close')));
document.body.addEventListener('htmx:sendError', unanswered);
document.body.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) location.assign(`/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`);
  else unanswered();
});
document.body.addEventListener('htmx:load', (event) => { if (event.detail.elt !== document.body) load(event.detail.elt); });

document.querySelector('.summary')?.focus();
catchUp();
