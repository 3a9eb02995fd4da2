/**
 * Places for files: `<div data-upload data-slot="…" data-accept="…" data-max-files="…" data-least="…">`. Drop files on the place, on the
 * card around it, or on the page where it is the only one; or choose them. When a file has arrived, and again when it was examined
 * whole, the place sends `huizhan:uploaded` with `{ slot, file, name, sha256, state, deep }`.
 */
import { announce, each, element, icon } from '../page.js';
import { objection } from './check.js';
import { Item } from './item.js';
import { forget, key, unfinished } from './memory.js';
import { verdict } from './verdict.js';
import { date, say, size } from './words.js';

const CLIENT = new URL('../../vendor/tus-js-client/tus.min.js', import.meta.url).pathname;
let client;

function loaded() {
  client ??= new Promise((done, failed) => {
    document.head.append(element('script', { src: CLIENT, onload: done, onerror: () => { client = undefined; failed(new Error(CLIENT)); } }));
  });
  return client;
}

class Uploader {
  constructor(place) {
    Object.assign(this, { place, slot: place.dataset.slot, endpoint: place.dataset.endpoint, items: new Set(), chosen: [] });
    this.input = place.querySelector('input[type="file"]');
    this.list = place.querySelector('[data-upload-list]');
    this.said = place.querySelector('[data-upload-said]');
    this.input.disabled = false;
    this.input.addEventListener('change', () => { this.take([...this.input.files]); this.input.value = ''; });
    place.uploader = this;
    this.remind();
  }

  get most() { return Number(this.place.dataset.maxFiles) || Infinity; }

  get unsent() { return [...this.items].filter((item) => item.state !== 'sent'); }

  show() { this.list.hidden = this.list.children.length === 0; }

  /** Takes what can be taken and says of the rest why not. */
  async take(more, expected) {
    this.said.replaceChildren();
    this.chosen.push(...more);
    try {
      await loaded();
    } catch {
      this.object(say('noclient'), 'bad', ' ', element('button', { type: 'button', class: 'button quiet small', onclick: () => this.take([], expected) }, say('again')));
      return;
    }
    const files = this.chosen.splice(0);
    if (files.length === 0) return;
    const busy = new Set(this.unsent.map((item) => key(this.slot, item.file)));
    const fresh = files.filter((file) => !busy.has(key(this.slot, file)));
    const room = Math.max(0, this.most - this.unsent.length);
    if (expected && !fresh.some((file) => key(this.slot, file) === expected.key)) {
      this.object(say('wrongfile', { name: expected.name, size: size(expected.size) }), 'warn');
    }
    if (fresh.length > room) this.object(say('many', { max: this.most, names: fresh.slice(room).map((file) => file.name).join('、') }), 'bad');
    for (const file of fresh.slice(0, room)) this.one(file);
  }

  one(file) {
    const no = objection(file, { accept: this.place.dataset.accept, least: Number(this.place.dataset.least) || 0 });
    if (!no) { this.begin(file); return; }
    const anyway = no.final ? [] : [' ', element('button', { type: 'button', class: 'button quiet small',
      onclick: (event) => { event.target.closest('.upload-said').remove(); this.begin(file); } }, say('small.go'))];
    this.object(no.text, no.final ? 'bad' : 'warn', ...anyway);
  }

  begin(file) {
    this.place.querySelector(`[data-unfinished="${CSS.escape(key(this.slot, file))}"]`)?.remove();
    this.items.add(new Item(this, file));
  }

  object(text, kind, ...more) {
    this.said.append(element('p', { class: `frame-verdict upload-said ${kind}` }, icon(kind), element('span', {}, text, ...more)));
    announce(text);
  }

  done(item) {
    this.items.delete(item);
    this.show();
  }

  tell(known) {
    this.place.dispatchEvent(new CustomEvent('huizhan:uploaded', { bubbles: true, detail: {
      slot: this.slot, file: known.file, name: known.name, sha256: known.sha256, state: known.state, deep: known.deep } }));
  }

  /** After a reload the browser no longer holds the files: says which ones to choose again, and where they go on. */
  async remind() {
    for (const one of unfinished(this.slot)) {
      const held = navigator.locks && (await navigator.locks.query()).held.some((lock) => lock.name === one.key);
      const known = held ? undefined : await verdict(one.url).catch(() => undefined);
      if (known === null) forget(one.key);
      else if (known && known.state !== 'receiving') { forget(one.key); this.tell(known); }
      else if (!held) this.ask(one, known?.offset ?? 0);
    }
  }

  ask(one, sent) {
    const words = say('unfinished', { name: one.name, size: size(one.size), date: date(one.begun), done: size(sent) });
    const line = element('li', { class: 'upload-item warn', 'data-unfinished': one.key },
      element('p', { class: 'frame-verdict warn' }, icon('history'), element('span', {}, words)),
      element('div', { class: 'upload-buttons' },
        element('button', { type: 'button', class: 'button quiet small', onclick: () => this.choose(one) }, say('unfinished.pick', { name: one.name })),
        element('button', { type: 'button', class: 'link-button', onclick: () => { forget(one.key); line.remove(); this.show(); this.input.focus(); } }, say('forget'))));
    this.list.append(line);
    this.show();
  }

  choose(one) {
    const picker = element('input', { type: 'file', accept: this.place.dataset.accept });
    picker.addEventListener('change', () => this.take([...picker.files], one));
    picker.click();
  }
}

/** The only place for files around an element, looking outwards; none where the choice would be a guess. */
function placeAround(inner) {
  for (let around = inner; around; around = around.parentElement) {
    const places = around.matches('[data-upload]') ? [around] : [...around.querySelectorAll('[data-upload]')];
    if (places.length > 0) return { place: places.length === 1 ? places[0] : null, around };
  }
  return { place: null, around: null };
}

const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
let over = null;

function hover(around) {
  if (over === around) return;
  over?.classList.remove('over');
  over = around;
  over?.classList.add('over');
}

/**
 * A folder is nothing for a place: what sorts folders on the page gets it, and whatever falls there. While it hovers, a browser tells of a
 * folder only that it has no kind.
 */
const sorter = () => document.querySelector('[data-folder]');
const forSorter = (event) => Boolean(event.target.closest?.('[data-folder-drop]'));
const maybeFolder = (event) => sorter() && (forSorter(event) || [...event.dataTransfer.items].every((item) => item.kind === 'file' && item.type === ''));

/** A file that misses its place must never make the browser leave the page. */
addEventListener('dragover', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  const { place, around } = placeAround(event.target);
  event.dataTransfer.dropEffect = place || maybeFolder(event) ? 'copy' : 'none';
  hover(place ? (around === document.body || around === document.documentElement ? place : around) : null);
});
addEventListener('dragleave', (event) => { if (!event.relatedTarget) hover(null); });
addEventListener('drop', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  hover(null);
  if (sorter() && (forSorter(event) || entries.some((entry) => entry.isDirectory))) {
    sorter().dispatchEvent(new CustomEvent('huizhan:folder', { detail: entries }));
    return;
  }
  const { place } = placeAround(event.target);
  place?.uploader?.take([...event.dataTransfer.files]);
});

/** An empty frame is a place to click as well. */
document.addEventListener('click', (event) => {
  const frame = event.target.closest('[data-upload-here]');
  if (frame) placeAround(frame).place?.uploader?.input.click();
});

addEventListener('beforeunload', (event) => {
  const sending = [...document.querySelectorAll('[data-upload]')].some((place) => [...(place.uploader?.items ?? [])].some((item) => item.transfer.running));
  if (sending) event.preventDefault();
});

each('[data-upload]', (place) => new Uploader(place));
