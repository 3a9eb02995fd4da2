/** A click on a finding goes to its place: opens what hides it, scrolls there, puts the focus in. Without script the link does it. */
import { each } from './page.js';

const SHOWN_FOR = 2000;
const FOCUSABLE = 'input:not([type="hidden"]), textarea, select, button, a[href], [tabindex]';

export function start() {
  each('[data-goto]', (link) => link.addEventListener('click', (event) => {
    const place = document.getElementById(link.dataset.goto);
    if (!place) return;
    event.preventDefault();
    go(place);
  }));
}

function go(place) {
  const fold = document.querySelector('.side-fold');
  if (fold && !matchMedia('(min-width: 1200px)').matches) fold.open = false;
  for (let each = place.closest('details'); each; each = each.parentElement.closest('details')) each.open = true;
  const field = place.hidden || place.type === 'hidden' ? place.parentElement : place;
  const target = field.matches(FOCUSABLE) ? field : field.querySelector(FOCUSABLE) ?? field;
  if (!target.matches(FOCUSABLE)) target.tabIndex = -1;
  const block = field.closest('.field, .annex-cell, .frame, .card') ?? field;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  block.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  target.focus({ preventScroll: true });
  block.classList.add('here');
  setTimeout(() => block.classList.remove('here'), SHOWN_FOR);
}
