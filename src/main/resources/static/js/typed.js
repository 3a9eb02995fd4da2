/**
 * Forms that are sent with a button: what is typed into one is kept in this browser until the server has answered, and stands in it again
 * after the end of a session, a change of language, or a page left by mistake (B4). A field that saves itself has autosave.js.
 */
import { each, element, notice } from './page.js';
import { say } from './words.js';
import { forget, found, keep, kept } from './unsent.js';

const TYPED = 'textarea[name], select[name], input[name]:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio], [autocomplete=one-time-code])';
/** Forms with a script of their own, and one into which a private key may be pasted by mistake (C2). */
const OTHERS = '[data-rank], [data-autosave], [data-unkept]';
const SENT = 'huizhan-sent';
/** Hidden fields that tell when a page was made, not what it is about. */
const PASSING = /^(_csrf|version.*|batch|seen|present|step)$/;
/** Whatever is longer is no id. */
const LONGEST_ID = 64;
const LONGEST = 24 * 60 * 60 * 1000;

const arrival = performance.getEntriesByType('navigation')[0];
/** What was put back into this page. */
const back = new Map();

export function start() {
  if (!kept) return;
  const before = tidied();
  each('form[method="post"]:not([data-autosave])', async (form) => {
    if (form.matches(OTHERS) || form.querySelector(OTHERS)) return;
    const typed = new Typed(form);
    if (typed.controls.size === 0) return;
    await before;
    typed.restore();
  });
}

/**
 * Where a page has come of a form, the server has what was sent, or has refused it and shows it: a secret that was refused is not to lie
 * here (A4). A page that says that something failed is no answer, nor is one to which somebody went by another way. What has lain here for
 * a day is of no use to anyone.
 */
async function tidied() {
  const [sent, from] = JSON.parse(sessionStorage.getItem(SENT) ?? '[]');
  sessionStorage.removeItem(SENT);
  const answered = document.referrer === from && arrival?.type !== 'back_forward' && !document.querySelector('[data-failed]');
  for (const text of await found()) {
    const noted = note(text);
    if (noted && (answered && text.place === sent || Date.now() - noted.at > LONGEST)) await forget(text.place, text.field);
  }
}

// whoever still has the page with the form before the eyes, and goes on from there, has had no answer
addEventListener('pageshow', (event) => { if (event.persisted) sessionStorage.removeItem(SENT); });
addEventListener('click', (event) => { if (event.target.closest?.('a[href]')) sessionStorage.removeItem(SENT); }, true);
addEventListener('submit', (event) => { if (event.target.method === 'get') sessionStorage.removeItem(SENT); });

/** What was noted beside a text: what had stood there, and when it was typed. Nothing for one that saves itself. */
function note(text) {
  try {
    const [was, at] = JSON.parse(text.version);
    return { was, at };
  } catch {
    return null;
  }
}

function base(control) {
  if (control.tagName !== 'SELECT') return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

class Typed {
  constructor(form) {
    this.place = place(form);
    this.controls = new Map();
    for (const control of form.elements) {
      if (!control.matches(TYPED) || control.readOnly || control.disabled) continue;
      let name = control.name;
      for (let n = 2; this.controls.has(name); n += 1) name = `${control.name}#${n}`;
      this.controls.set(name, control);
    }
    for (const kind of ['input', 'change']) form.addEventListener(kind, (event) => this.changed(event.target));
    // after the form's own listeners: what a script sends by itself is no page
    document.addEventListener('submit', (event) => {
      if (event.target === form && !event.defaultPrevented) sessionStorage.setItem(SENT, JSON.stringify([this.place, location.href.split('#')[0]]));
    });
  }

  changed(control, at = Date.now()) {
    for (const [name, each] of this.controls) {
      if (each !== control) continue;
      if (control.value === base(control)) forget(this.place, name);
      else keep(this.place, name, control.value, JSON.stringify([base(control), at]));
    }
  }

  async restore() {
    for (const text of await found(this.place)) {
      const control = this.controls.get(text.field);
      const noted = note(text);
      if (!control || !noted) continue;
      if (text.value === base(control)) await forget(this.place, text.field);
      // what is there is no longer what it was written over, or something is typed already: that is not to be lost either
      else if (noted.was === base(control) && control.value === noted.was && put(control, text.value)) {
        this.changed(control, noted.at);
        back.set(control, this);
      }
    }
    tell();
  }
}

function put(control, value) {
  const before = control.value;
  control.value = value;
  if (control.value !== value) { control.value = before; return false; }
  control.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

/** One notice for all forms of the page. */
function tell() {
  if (back.size === 0) return;
  for (const control of back.keys()) for (let fold = control.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  notice('typed', 'info', say('typedBack', back.size), element('button', { type: 'button', class: 'link-button', onclick: discard }, say('typedDiscard')));
}

function discard() {
  document.querySelector('[data-notice="typed"]')?.remove();
  for (const control of back.keys()) put(control, base(control));
  back.clear();
}

/** What tells the form from all others, the same in every language: where it goes and about what. */
function place(form) {
  const fixed = [...form.querySelectorAll('input[type=hidden][name]')].filter((each) => !PASSING.test(each.name) && each.value.length <= LONGEST_ID);
  return [form.getAttribute('action') ?? location.pathname, ...fixed.map((each) => `${each.name}=${each.value}`)].map(encodeURIComponent).join('&');
}

/** A page without an account came in between: whoever sent the form was asked to sign in. */
if (!document.documentElement.dataset.account) sessionStorage.removeItem(SENT);
