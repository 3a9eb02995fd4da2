/** The page of one achievement: its slots, the order of pictures, the main direction, and the name that stands in two annexes. */
import { stirred, unsentIn } from './autosave.js';
import { handBack, held } from './focus.js';
import { announce, each, headers, notice } from './page.js';
import { say } from './words.js';

const LOOK_AGAIN = 3000;
const LOOKS = 60;
const ASIDE = 700;

/** The order of the directions is one text, which the boxes write; the main one comes first. */
each('[data-ordered-of]', (list) => {
  const text = list.parentElement.querySelector(`textarea[name="${list.dataset.orderedOf}"]`);
  const boxes = [...list.querySelectorAll('input[type="checkbox"]')];
  const mains = [...list.querySelectorAll('input[type="radio"]')];
  const chosen = () => text.value.split('\n').filter(Boolean);
  const show = () => {
    const codes = chosen();
    boxes.forEach((box) => { box.checked = codes.includes(box.value); });
    mains.forEach((main) => { main.checked = codes[0] === main.value; });
  };
  const write = (codes) => {
    text.value = codes.join('\n');
    show();
    text.dispatchEvent(new Event('change', { bubbles: true }));
  };
  list.addEventListener('change', (event) => {
    event.stopPropagation();
    const { value, checked, type } = event.target;
    const others = chosen().filter((code) => code !== value);
    if (type === 'radio') write([value, ...others]);
    else write(checked ? [...others, value] : others);
  });
  text.addEventListener('set', show);
});

/** Two annexes ask for one thing under two names: what is typed in the one stands in the other, and the first saves it. */
each('[data-twin]', (twin) => {
  const first = document.getElementById(twin.dataset.twin);
  if (!first) return;
  const pass = (type) => {
    first.value = twin.value;
    first.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const take = () => { if (twin.value !== first.value) twin.value = first.value; };
  twin.addEventListener('input', (event) => { if (!event.isComposing) pass('input'); });
  twin.addEventListener('compositionend', () => pass('input'));
  twin.addEventListener('change', () => pass('change'));
  first.addEventListener('input', take);
  first.addEventListener('set', take);
});

document.body.addEventListener('saved', (event) => {
  const { field, message, savedAt } = event.detail ?? {};
  const places = [...document.querySelectorAll(`[data-saved="${CSS.escape(field ?? '')}"]`)];
  if (message) places.forEach((place) => { place.textContent = message; });
  else if (savedAt) places.filter((place) => !place.textContent).forEach((place) => { place.textContent = say('saved', savedAt); });
  if (field === 'kind') statement();
  if (field === 'name') {
    const name = document.getElementById('f-name')?.value.trim();
    if (name) document.querySelector('.page-head h1').textContent = name;
  }
});

/** The sections of another kind; not while somebody writes in those that are there. */
function statement() {
  const shown = document.getElementById('s-statement');
  if (busy(shown)) { clearTimeout(waiting.get(shown.id)); waiting.set(shown.id, setTimeout(statement, ASIDE)); return; }
  window.htmx?.ajax('GET', `${location.pathname}/statement`, { target: '#s-statement', swap: 'outerHTML' });
}

/** Parts of the page that come anew by themselves: the slots, and the objects with theirs. */
const ANEW = '[data-files], #slot-objects';

/** Shows a slot anew; not while someone types in it or something typed is on its way. */
function refresh(slot) {
  if (busy(slot)) later(slot.id);
  else if (slot.id === 'slot-objects') window.htmx?.ajax('GET', `${location.pathname}/slots/objects`, { source: slot, target: slot, swap: 'innerHTML' });
  else window.htmx?.trigger(slot, 'refresh');
}

const waiting = new Map();

function later(id) {
  clearTimeout(waiting.get(id));
  waiting.set(id, setTimeout(() => {
    const slot = document.getElementById(id);
    if (slot) refresh(slot);
  }, ASIDE));
}

function busy(slot) {
  return unsentIn(slot) || slot.contains(document.activeElement) && document.activeElement.matches('input:not([type="file"]), textarea');
}

/** What was fetched before the last key is out of date: it isn't shown, and is fetched again. */
document.body.addEventListener('htmx:beforeRequest', (event) => {
  const { target } = event.detail;
  if (target?.matches(ANEW)) target.dataset.stirred = stirred(target);
});
document.body.addEventListener('htmx:beforeSwap', (event) => {
  const slot = event.detail.target;
  if (slot.id === 's-statement' && busy(slot)) { event.detail.shouldSwap = false; statement(); return; }
  if (!slot.matches(ANEW) || !busy(slot) && Number(slot.dataset.stirred) === stirred(slot)) return;
  event.detail.shouldSwap = false;
  later(slot.id);
});

/** Who works by keys goes on where they were: the place is noted when the swap is certain, and taken again before the next key. */
const places = new WeakMap();
const handedBack = ({ detail: { target } }) => handBack(target.isConnected ? target : document.getElementById(target.id), places.get(target));
/** A second swap comes before the first gave the place back: the focus is nowhere yet, and the place still stands. */
const awaited = (target) => (document.activeElement === document.body ? places.get(target) ?? null : null);
document.body.addEventListener('htmx:beforeSwap', ({ detail: { shouldSwap, target } }) => {
  if (shouldSwap) places.set(target, held(target) ?? awaited(target));
});
document.body.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.matches('[data-files]')) document.body.dispatchEvent(new CustomEvent('huizhan:shown'));
});
document.body.addEventListener('htmx:afterSwap', handedBack);
document.body.addEventListener('htmx:afterSettle', handedBack);
document.body.addEventListener('htmx:afterSettle', ({ detail: { target } }) => { if (document.activeElement !== document.body) places.delete(target); });

document.body.addEventListener('huizhan:others', (event) => {
  if (event.target.matches('[data-files]')) { refresh(event.target); return; }
  document.querySelectorAll(ANEW).forEach(refresh);
});

document.body.addEventListener('huizhan:uploaded', (event) => {
  const key = (event.detail?.slot ?? '').split(':').slice(2).join('-');
  const slot = document.getElementById(`files-${key}`);
  if (slot) refresh(slot);
});

/** A preview comes some seconds after its file: looks again until it is there. */
each('[data-files]', (slot) => {
  const look = (left) => {
    if (left === 0 || !slot.isConnected) return;
    if (slot.querySelector('[data-pending]') && document.visibilityState === 'visible') { refresh(slot); return; }
    setTimeout(() => look(left - 1), LOOK_AGAIN);
  };
  if (slot.querySelector('[data-pending]')) setTimeout(() => look(LOOKS), LOOK_AGAIN);
});

/** Taking away and putting back happen in place; without script the button leads to the page again. */
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-files] button[form="act"][formaction]');
  if (!button || button.dataset.move) return;
  event.preventDefault();
  const slot = button.closest('[data-files]');
  const answer = await fetch(button.formAction, { method: 'POST', headers: headers(), credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
  if (answer?.type === 'opaqueredirect') {
    window.htmx?.trigger(slot, 'refresh');
    document.body.dispatchEvent(new CustomEvent('saved', { detail: {} }));
    return;
  }
  const page = answer ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  notice('slot', 'bad', page?.querySelector('.summary li, .notice.bad p')?.textContent.trim() || say('requestFailed'));
});

/** Pictures change places by dragging, by the arrows beside them, and by the arrow keys on the handle. */
class Frames {
  constructor(list) {
    this.list = list;
    list.querySelectorAll('[data-drag]').forEach((handle) => { handle.hidden = false; });
    list.addEventListener('click', (event) => this.click(event));
    list.addEventListener('keydown', (event) => this.key(event));
    list.addEventListener('pointerdown', (event) => this.down(event));
  }

  get frames() { return [...this.list.querySelectorAll('.frame[data-id]')]; }

  click(event) {
    const button = event.target.closest('[data-move]');
    if (!button) return;
    event.preventDefault();
    const frame = button.closest('.frame');
    if (!this.move(frame, button.dataset.move === 'up' ? -1 : 1)) return;
    const usable = button.disabled ? frame.querySelector('[data-move]:not(:disabled)') : button;
    usable?.focus();
    this.post(frame);
  }

  key(event) {
    const handle = event.target.closest('[data-drag]');
    const steps = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
    if (!handle || !(event.key in steps)) return;
    event.preventDefault();
    const frame = handle.closest('.frame');
    if (this.move(frame, steps[event.key])) this.post(frame);
    handle.focus();
  }

  move(frame, by) {
    const frames = this.frames;
    const to = frames.indexOf(frame) + by;
    if (to < 0 || to >= frames.length) return false;
    if (by > 0) frames[to].after(frame);
    else frames[to].before(frame);
    this.renumber();
    return true;
  }

  renumber() {
    const frames = this.frames;
    frames.forEach((frame, at) => {
      frame.querySelector('.frame-place').textContent = at + 1;
      frame.querySelectorAll('[data-move]').forEach((button) => {
        button.disabled = button.dataset.move === 'up' ? at === 0 : at === frames.length - 1;
      });
    });
  }

  /** The frame changes places with the one under the pointer, so that the list is always a valid order. */
  down(event) {
    const picture = event.target.closest('.frame-picture, [data-drag]');
    const frame = picture?.closest('.frame[data-id]');
    if (!frame || event.button !== 0 || !frame.querySelector('[data-drag]')) return;
    if (event.pointerType !== 'mouse' && !event.target.closest('[data-drag]')) return;
    event.preventDefault();
    const before = this.frames;
    frame.classList.add('lifted');
    const follow = (move) => {
      const under = document.elementFromPoint(move.clientX, move.clientY)?.closest('.frame[data-id]');
      if (!under || under === frame || under.parentElement !== this.list) return;
      const frames = this.frames;
      if (frames.indexOf(under) > frames.indexOf(frame)) under.after(frame);
      else under.before(frame);
      this.renumber();
    };
    const end = () => {
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      frame.classList.remove('lifted');
      if (this.frames.some((each, at) => each !== before[at])) this.post(frame);
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  }

  async post(frame) {
    const body = new URLSearchParams(this.frames.map((each) => ['id', each.dataset.id]));
    const answer = await fetch(this.list.dataset.frames, { method: 'POST', body, headers: headers(), credentials: 'same-origin', keepalive: true }).catch(() => null);
    const reply = await answer?.json().catch(() => ({})) ?? {};
    if (!answer?.ok) { notice('order', 'bad', reply.message ?? say('orderFailed')); return; }
    announce(`${say('moved', frame.dataset.name, this.frames.indexOf(frame) + 1)}，${say('orderSaved')}`);
    document.body.dispatchEvent(new CustomEvent('saved', { detail: {} }));
  }
}

each('[data-frames]', (list) => new Frames(list));
