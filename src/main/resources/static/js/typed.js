/**
 * Forms that are sent with a button: what is typed into one is kept in this browser until the server has answered, and stands in it again
 * after the end of a session, a change of language, or a page left by mistake (B4). A field that saves itself has autosave.js.
 */
import { each, element, notice } from './page.js';
import { say } from './words.js';
import { forget, found, keep, kept } from './unsent.js';

const TYPED = 'textarea[name], select[name], input[name]:not([type=hidden], [type=password], [type=file], [type=checkbox], [type=radio], [autocomplete=one-time-code])';
const OTHERS = '[data-rank], [data-autosave]';
const SENT = 'huizhan-sent';
/** Whatever is longer is no id. */
const LONGEST_ID = 64;
const LONGEST = 24 * 60 * 60 * 1000;

export function start() {
  if (!kept) return;
  const before = forgetSent();
  each('form[method="post"]:not([data-autosave])', async (form) => {
    if (form.matches(OTHERS) || form.querySelector(OTHERS)) return;
    const typed = new Typed(form);
    if (typed.controls.size === 0) return;
    await before;
    typed.restore();
  });
}

/** A page has come after a form was sent: the server has it. A page that says that something failed is no answer. */
async function forgetSent() {
  const place = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (!place || document.querySelector('[data-failed]')) return;
  for (const text of await found(place)) await forget(place, text.field);
}

function base(control) {
  if (control.tagName !== 'SELECT') return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

class Typed {
  constructor(form) {
    this.form = form;
    this.place = place(form);
    this.controls = new Map();
    this.back = [];
    for (const control of form.elements) {
      if (!control.matches(TYPED) || control.readOnly || control.disabled) continue;
      let name = control.name;
      for (let n = 2; this.controls.has(name); n += 1) name = `${control.name}#${n}`;
      this.controls.set(name, control);
    }
    for (const kind of ['input', 'change']) form.addEventListener(kind, (event) => this.changed(event.target));
    // after the form's own listeners: what a script sends by itself is no page
    document.addEventListener('submit', (event) => { if (event.target === form && !event.defaultPrevented) sessionStorage.setItem(SENT, this.place); });
  }

  changed(control) {
    for (const [name, each] of this.controls) {
      if (each !== control) continue;
      if (control.value === base(control)) forget(this.place, name);
      else keep(this.place, name, control.value, JSON.stringify([base(control), Date.now()]));
    }
  }

  async restore() {
    for (const text of await found(this.place)) {
      const control = this.controls.get(text.field);
      const [was, at] = JSON.parse(text.version);
      if (!control || Date.now() - at > LONGEST || text.value === base(control)) await forget(this.place, text.field);
      // what is there is no longer what it was written over, or something is typed already: that is not to be lost either
      else if (was === base(control) && control.value === was) this.put(control, text.value);
    }
    if (this.back.length === 0) return;
    for (const control of this.back) for (let fold = control.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    const discard = element('button', { type: 'button', class: 'link-button', onclick: () => this.discard() }, say('typedDiscard'));
    notice('typed', 'info', say('typedBack', this.back.length), discard);
  }

  put(control, value) {
    control.value = value;
    if (control.value !== value) return;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    this.back.push(control);
  }

  discard() {
    document.querySelector('[data-notice="typed"]')?.remove();
    for (const control of this.back.splice(0)) this.put(control, base(control));
    this.back = [];
  }
}

/** What tells the form from all others, the same in every language: where it goes and about what. */
function place(form) {
  const fixed = [...form.querySelectorAll('input[type=hidden][name]')].filter((each) => each.name !== '_csrf' && !each.name.startsWith('version') && each.value.length <= LONGEST_ID);
  return [form.getAttribute('action') ?? location.pathname, ...fixed.map((each) => `${each.name}=${each.value}`)].map(encodeURIComponent).join('&');
}

/** A page without an account came in between: whoever sent the form was asked to sign in. */
if (!document.documentElement.dataset.account) sessionStorage.removeItem(SENT);
