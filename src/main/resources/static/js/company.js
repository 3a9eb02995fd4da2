/**
 * Who else has this form open: `<div data-company="…/presence" data-step="n" data-since="milliseconds">`. Says who and where, takes over
 * what they have saved, and never touches a field in which something typed here is still on its way.
 */
import { announce, each, element, headers, icon, notice } from './page.js';
import { changed } from './autosave.js';
import { say } from './words.js';

const EVERY = 8000;
const SETTLED = 800;
/** Nobody at the page: it asks no more, so that a forgotten window doesn't keep a session alive. */
const AWAY = 5 * 60 * 1000;
/** No longer this person's to see, or no longer signed in: asking again would only fill the trail. */
const OVER = new Set([401, 403, 404]);

export function start() {
  each('[data-company]', (place) => new Company(place));
}

class Company {
  constructor(place) {
    Object.assign(this, { place, url: place.dataset.company, step: place.dataset.step, since: place.dataset.since, names: [], stirred: performance.now() });
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
    if (!this.over) this.timer = setTimeout(() => this.ask(), wait);
  }

  get field() {
    const { activeElement } = document;
    return activeElement?.form?.dataset.autosave ? activeElement.name.replace(/^main\.|\.pick$/g, '') : '';
  }

  async ask() {
    if (this.away || this.over) return;
    const body = new URLSearchParams({ field: this.field, since: this.since });
    const answer = await fetch(this.url, { method: 'POST', body, headers: headers(), credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
    if (answer?.type === 'opaqueredirect' || OVER.has(answer?.status)) {
      this.over = true;
      if (answer.status === 404) this.moved();
      return;
    }
    const now = answer?.ok ? await answer.json().catch(() => null) : null;
    if (now) this.heard(now);
    this.soon();
  }

  heard(now) {
    this.since = now.now;
    this.show(now.others);
    for (const theirs of now.fields) changed(theirs);
    if (this.places && now.places !== this.places) document.body.dispatchEvent(new CustomEvent('huizhan:others'));
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
    this.place.replaceChildren(...(others.length ? [element('ul', { class: 'company-list' }, ...others.map(line))] : []));
    document.querySelectorAll('.other-here').forEach((block) => block.classList.remove('other-here'));
    for (const { field } of others) {
      const control = field ? document.querySelector(`[data-autosave] [name="${CSS.escape(field)}"]`) : null;
      control?.closest('.field, fieldset, .annex-cell, .frame')?.classList.add('other-here');
    }
    this.say(others.map(({ name }) => name));
  }

  /** Coming and going is said to those who listen; where somebody is at the moment would only disturb. */
  say(names) {
    const come = names.filter((name) => !this.names.includes(name));
    const gone = this.names.filter((name) => !names.includes(name));
    if (come.length) announce(say('otherHere', come.join('、')));
    else if (gone.length) announce(say('otherGone', gone.join('、')));
    this.names = names;
  }

  leave() {
    const csrf = document.querySelector('meta[name="csrf"]')?.content ?? '';
    navigator.sendBeacon(`${this.url}/end`, new URLSearchParams({ _csrf: csrf }));
  }
}
