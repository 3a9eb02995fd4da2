/** Started on every page: loads what the page's markup asks for. */
import { headers, notice, element } from './page.js';
import { say } from './words.js';

const PARTS = [
  ['form[data-autosave]', './autosave.js'],
  ['[data-count]', './counter.js'],
  ['[data-picker]', './picker.js'],
  ['[data-rank]', './rank.js'],
  ['[data-countdown]', './countdown.js'],
  ['[data-goto]', './checklist.js'],
  ['[data-dialog]', './dialog.js'],
  ['form[data-sign-out]', './signout.js'],
];

async function load(root) {
  const needed = PARTS.filter(([selector]) => root.querySelector(selector) || root.matches?.(selector));
  for (const part of await Promise.all(needed.map(([, file]) => import(file)))) part.start();
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
load(document);
