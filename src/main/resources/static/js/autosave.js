/**
 * A form that saves itself, field by field. Nothing typed is lost: it is kept in the browser until the server has it, resent when the
 * line is back, and never written over someone else's change without asking.
 */
import { each, element, headers, notice } from './page.js';
import { conflict } from './conflict.js';
import { fieldsOf } from './field.js';
import { found, forget, keep, kept } from './unsent.js';
import { say } from './words.js';

/** Behind a field's name, with a number: a text from an earlier visit about which nobody has chosen yet. */
const EARLIER = ' earlier';
const earlier = (name) => name.includes(EARLIER);
const AFTER_LAST_KEY = 600;
const FIRST_WAIT = 2;
const LONGEST_WAIT = 60;
const PATIENCE = 20000;
const SETTLED = new Set([400, 404, 409, 410, 413, 415, 422, 423]);

const forms = new Set();

export function start() {
  each('form[data-autosave]', (form) => forms.add(new Autosave(form)));
}

const within = (root) => [...forms].filter((form) => root.contains(form.form));

/** Whether something typed in this part of the page isn't on the server yet. */
export function unsentIn(root) {
  return within(root).some((form) => form.unsent());
}

/** A number that grows with each key and each save in this part of the page: what was fetched before it grew is out of date. */
export function stirred(root) {
  return within(root).reduce((sum, form) => sum + form.stirs, 0);
}

/** Somebody else has saved this field: every form that has it takes it over, unless something typed here waits to be sent. */
export function changed(theirs) {
  forms.forEach((form) => form.states.get(theirs.field)?.changedBy(theirs));
}

window.addEventListener('beforeunload', (event) => {
  if ([...forms].some((form) => form.unsent())) event.preventDefault();
});
window.addEventListener('online', () => forms.forEach((form) => form.retry()));
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') forms.forEach((form) => form.flush()); });

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosave;
    this.states = new Map();
    this.stirs = 0;
    for (const [name, field] of fieldsOf(form)) this.states.set(name, new State(this, field));
    form.addEventListener('input', (event) => this.of(event)?.typed(event.isComposing));
    form.addEventListener('compositionend', (event) => this.of(event)?.typed(false));
    form.addEventListener('change', (event) => this.of(event)?.changed());
    form.addEventListener('submit', () => this.states.forEach((state) => state.submitted()));
    this.restore();
  }

  of(event) { return this.states.get(event.target.name); }

  unsent() { return [...this.states.values()].some((state) => state.unsent() && !this.leaving); }

  flush() { if (!this.over) this.states.forEach((state) => state.flush()); }

  retry() { this.states.forEach((state) => { if (state.dirty) state.send(); }); }

  async restore() {
    const texts = await found(this.url);
    let restored = 0;
    for (const text of texts) {
      const state = this.states.get(text.field.split(EARLIER)[0]);
      // another form of the page may have it, and all have one address
      if (!state) continue;
      if (state.field.value === text.value) forget(this.url, text.field);
      else if (earlier(text.field)) state.meet(text);
      else if (state.dirty || state.early) state.meet(text);
      else { state.take(text); restored += 1; }
    }
    if (restored > 0) notice('restored', 'info', say('restored', restored));
  }

  /** The session is over: what was typed stays, in the browser or on the page, and the way back is shown. */
  ended() {
    this.leaving = kept;
    this.over = true;
    if (document.querySelector('[data-notice="ended"]')) return;
    const back = `/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`;
    const link = element('a', { href: back, target: kept ? null : '_blank' }, say('signIn'));
    notice('ended', 'bad', say(kept ? 'ended' : 'endedRestricted'), link).scrollIntoView({ block: 'nearest' });
    const comeBack = async () => {
      if (document.visibilityState !== 'visible' || !await signedInAgain()) return;
      document.removeEventListener('visibilitychange', comeBack);
      forms.forEach((form) => form.retry());
    };
    document.addEventListener('visibilitychange', comeBack);
  }
}

class State {
  constructor(form, field) {
    this.form = form;
    this.field = field;
    this.early = field.controls.some((control) => window.huizhanEarly?.has(control));
    this.server = this.early ? undefined : field.value;
    this.dirty = false;
    this.wait = FIRST_WAIT;
    /** Other texts of this field, about which the person must choose one after the other. */
    this.rivals = [];
  }

  get open() { return this.rivals.length > 0; }

  unsent() { return !this.gone && (this.dirty || this.open); }

  typed(composing) {
    this.mark();
    clearTimeout(this.timer);
    if (!composing) this.timer = setTimeout(() => this.send(), AFTER_LAST_KEY);
  }

  changed() {
    this.mark();
    this.flush();
  }

  mark() {
    this.dirty = true;
    this.gone = false;
    this.form.stirs += 1;
    return keep(this.form.url, this.field.name, this.field.value, this.field.version);
  }

  flush() {
    if (!this.dirty || this.open) return;
    clearTimeout(this.timer);
    this.send();
  }

  /** The whole form goes to the server now; what is kept is only forgotten when a page shows the new values. */
  submitted() {
    clearTimeout(this.timer);
    clearInterval(this.countdown);
    this.dirty = false;
    this.gone = true;
  }

  /** Shows what somebody else has saved. With something typed here on its way it does nothing: the server will say so, and the person is asked. */
  changedBy(answer) {
    const theirs = { ...answer, value: this.field.asHere(answer.value) };
    if (theirs.version <= Number(this.field.version) || this.dirty || this.open || this.sending) return;
    this.field.version = theirs.version;
    this.server = theirs.value;
    if (this.field.value === theirs.value) return;
    this.field.receive(theirs.value);
    this.server = this.field.value;
    this.field.say(say('changedBy', theirs.by, theirs.at), 'theirs');
    document.body.dispatchEvent(new CustomEvent('saved', { detail: { field: theirs.field } }));
  }

  /** Takes up a text that was kept: sends it when nobody has written since, else asks. */
  take(text) {
    const theirs = this.field.value;
    this.field.value = text.value;
    this.dirty = true;
    if (String(text.version) === String(this.field.version)) this.send();
    else this.ask({ value: theirs, version: this.field.version });
  }

  /** A text kept from an earlier visit meets one that has just been typed, or another: it is kept under a name of its own until it is chosen about. */
  meet(text) {
    let name = text.field;
    for (let n = 1; !earlier(name) || this.rivals.some((rival) => rival.name === name); n += 1) name = this.field.name + EARLIER + n;
    keep(this.form.url, name, text.value, text.version);
    this.face({ name, value: text.value, version: this.field.version, kept: true });
  }

  /** Someone else has changed this field first. */
  ask(answer) {
    const theirs = { ...answer, value: this.field.asHere(answer.value) };
    this.field.say(say('conflict'), 'waiting');
    this.rivals = this.rivals.filter((rival) => rival.kept);
    this.face(theirs);
  }

  face(rival) {
    this.rivals.push(rival);
    this.choose();
  }

  /** Shows the first of the other texts beside what stands in the field. */
  choose() {
    const [rival] = this.rivals;
    conflict(this.field, rival, (choice) => {
      this.rivals.shift();
      if (choice === 'theirs') this.field.value = rival.value;
      if (rival.kept) this.settled(rival);
      else this.answered(rival, choice);
      if (this.open) this.choose();
      else if (this.forced || this.field.value !== this.server) this.send();
      else this.done(this.field.value, rival.at);
    });
  }

  /** What was chosen is kept before the other text is let go. */
  async settled(rival) {
    this.forced = true;
    await this.mark();
    forget(this.form.url, rival.name);
  }

  answered(theirs, choice) {
    this.field.version = theirs.version;
    this.server = theirs.value;
    this.forced ||= choice === 'mine';
    this.mark();
  }

  async send() {
    clearTimeout(this.timer);
    clearInterval(this.countdown);
    if (this.sending) { this.again = true; return; }
    const value = this.field.value;
    if (value === this.server && !this.forced) { this.done(value); return; }
    this.sending = true;
    this.field.say(say('saving'));
    const answer = await this.post(value);
    this.sending = false;
    this.forced = false;
    const again = this.again;
    this.again = false;
    await this.heard(answer, value);
    if (again && this.dirty && !this.open && answer?.ok) this.send();
  }

  async post(value) {
    const body = new URLSearchParams({ field: this.field.name, value, version: this.field.version });
    try {
      return await fetch(this.form.url, {
        method: this.form.form.dataset.autosaveMethod ?? 'POST', body, headers: headers(), credentials: 'same-origin', redirect: 'manual',
        keepalive: value.length < 8000, signal: AbortSignal.timeout?.(PATIENCE),
      });
    } catch {
      return null;
    }
  }

  async heard(answer, value) {
    if (answer?.ok) { this.stored(await json(answer), value); return; }
    const status = answer?.type === 'opaqueredirect' ? 401 : answer?.status;
    if (status === 401 || status === 403) { this.field.say(say('refused'), 'failed'); this.form.ended(); return; }
    if (!SETTLED.has(status)) { this.later(answer); return; }
    const { message, ...theirs } = await json(answer);
    if (status === 409) { this.ask(theirs); return; }
    this.field.say(say('refused'), 'failed');
    this.field.refuse(message ?? say('requestFailed'));
  }

  stored(reply, value) {
    this.wait = FIRST_WAIT;
    this.form.stirs += 1;
    this.server = value;
    this.field.version = reply.version ?? this.field.version;
    if (this.field.value === value) this.done(value, reply.savedAt);
    else this.typed(false);
    this.field.accept();
    this.form.leaving = false;
    this.form.over = false;
    if (![...forms].some((form) => form.over)) document.querySelector('[data-notice="ended"]')?.remove();
    document.body.dispatchEvent(new CustomEvent('saved', { detail: { field: this.field.name, ...reply } }));
  }

  done(value, savedAt) {
    this.dirty = false;
    forget(this.form.url, this.field.name);
    if (savedAt) this.field.say(say('saved', savedAt));
  }

  /** No answer or a fault of the server: waits, visibly, twice as long each time. A server that names its time is obeyed. */
  later(answer) {
    let left = Math.min(Number(answer?.headers.get('Retry-After')) || this.wait, LONGEST_WAIT);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    const now = element('button', { type: 'button', class: 'link-button', onclick: () => this.send() }, say('retryNow'));
    const show = () => this.field.say(navigator.onLine ? say('waiting', left) : say('offline'), 'waiting', now);
    show();
    this.countdown = setInterval(() => {
      left -= 1;
      if (left <= 0 && navigator.onLine) this.send();
      else show();
    }, 1000);
  }
}

/** Whether the same person has signed in elsewhere meanwhile; takes the new session's token over into this page. */
async function signedInAgain() {
  const answer = await fetch(location.href, { credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('meta[name="csrf"]');
  const old = document.querySelector('meta[name="csrf"]');
  if (page.documentElement.dataset.account !== document.documentElement.dataset.account) return false;
  if (fresh && old) old.content = fresh.content;
  return true;
}

async function json(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}
