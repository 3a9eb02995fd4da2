/**
 * Who else has this form open: `<div data-company="…/presence" data-step="n">`. Says who and where, takes over what they have saved, and never
 * touches a field in which something typed here is still on its way.
 */
import { each, element, headers, icon, notice } from './page.js';
import { changed } from './autosave.js';
import { say } from './words.js';

const EVERY = 8000;
const SETTLED = 800;
/** Nobody at the page: it asks no more, so that a forgotten window doesn't keep a session alive. */
const AWAY = 5 * 60 * 1000;

export function start() {
  each('[data-company]', (place) => new Company(place));
}

class Company {
  constructor(place) {
    Object.assign(this, { place, url: place.dataset.company, step: place.dataset.step, since: 0, stirred: performance.now() });
    for (const sign of ['keydown', 'pointerdown', 'pointermove', 'scroll']) addEventListener(sign, () => this.stir(), { passive: true, capture: true });
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') this.stir(true); });
    document.addEventListener('focusin', () => this.soon(SETTLED));
    addEventListener('pagehide', () => this.leave());
    this.ask();
  }

  get away() { return document.visibilityState === 'hidden' || performance.now() - this.stirred > AWAY; }

  stir(now = false) {
    const away = this.away;
    this.stirred = performance.now();
    if (away || now) this.soon(0);
  }

  soon(wait = EVERY) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), wait);
  }

  get field() {
    const { activeElement } = document;
    return activeElement?.form?.dataset.autosave ? activeElement.name : '';
  }

  async ask() {
    if (this.away) return;
    const body = new URLSearchParams({ field: this.field, since: this.since });
    const answer = await fetch(this.url, { method: 'POST', body, headers: headers(), credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
    const now = answer?.ok ? await answer.json().catch(() => null) : null;
    if (now) this.heard(now);
    this.soon();
  }

  heard(now) {
    const first = this.since === 0;
    this.since = now.now;
    this.show(now.others);
    for (const theirs of now.fields) changed(theirs);
    if (!first && now.places !== this.places) document.querySelectorAll('[data-files]').forEach((slot) => slot.dispatchEvent(new CustomEvent('huizhan:others', { bubbles: true })));
    this.places = now.places;
    if (String(now.step) !== this.step) this.moved();
  }

  /** It was handed over, taken back or returned by somebody else. */
  moved() {
    if (document.querySelector('[data-notice="moved"]')) return;
    notice('moved', 'warn', say('movedOn'), element('a', { href: location.pathname }, say('reload')));
  }

  show(others) {
    const line = ({ name, label }) => element('li', {}, icon('user'), element('span', {}, label ? say('otherAt', name, label) : say('otherHere', name)));
    const shown = JSON.stringify(others);
    if (this.shown !== shown) {
      this.place.replaceChildren(...(others.length ? [element('ul', { class: 'company-list' }, ...others.map(line))] : []));
      this.shown = shown;
    }
    document.querySelectorAll('.other-here').forEach((block) => block.classList.remove('other-here'));
    for (const { field } of others) {
      const control = field ? document.querySelector(`[data-autosave] [name="${CSS.escape(field)}"]`) : null;
      control?.closest('.field, fieldset, .annex-cell, .frame')?.classList.add('other-here');
    }
  }

  leave() {
    const csrf = document.querySelector('meta[name="csrf"]')?.content ?? '';
    navigator.sendBeacon(`${this.url}/end`, new URLSearchParams({ _csrf: csrf }));
  }
}
