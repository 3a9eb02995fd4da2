/**
 * A disc made by hand: `<section data-hand-made="…/files">` with a folder input. The names go first, the server answers with a place for
 * each; then the files go up one after the other, and the sorting table is fetched anew whenever some have come. An image comes by an uploader of
 * its own, and the server takes its files out.
 */
import { announce, each, element, headers, icon } from './page.js';
import { Item } from './upload/item.js';

const AT_ONCE = 2;
const CLIENT = new URL('../vendor/tus-js-client/tus.min.js', import.meta.url).pathname;
let client;

function loaded() {
  client ??= new Promise((done, failed) => {
    document.head.append(element('script', { src: CLIENT, onload: done, onerror: () => { client = undefined; failed(new Error(CLIENT)); } }));
  });
  return client;
}

class HandMade {
  constructor(place) {
    this.place = place;
    this.list = place.querySelector('[data-upload-list]');
    this.said = place.querySelector('[data-said]');
    this.input = place.querySelector('input[type="file"]');
    this.queue = [];
    this.busy = 0;
    this.input.disabled = false;
    this.input.addEventListener('change', () => {
      const files = [...this.input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      this.input.value = '';
      this.take(files);
    });
  }

  text(key) { return this.place.querySelector('[data-texts]').content.querySelector(`[data-key="${key}"]`).textContent; }

  tell(kind, text) {
    this.said.replaceChildren(...(text ? [element('p', { class: `frame-verdict ${kind}`, role: 'alert' }, icon(kind), element('span', {}, text))] : []));
    if (text) announce(text);
  }

  async take(files) {
    this.tell('', '');
    if (files.length === 0) { this.tell('warn', this.text('empty')); return; }
    const answer = await fetch(this.place.dataset.handMade, { method: 'POST', credentials: 'same-origin', headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify({ files: files.map(({ path, file }) => ({ path, size: file.size })) }) }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (!answer?.ok || !told?.slots) { this.tell('bad', told?.message ?? this.text('failed')); return; }
    try {
      await loaded();
    } catch {
      this.tell('bad', this.text('failed'));
      return;
    }
    for (const { path, file } of files) if (told.slots[path]) this.queue.push({ slot: told.slots[path], file });
    this.refresh();
    while (this.busy < AT_ONCE && this.queue.length > 0) this.next();
  }

  next() {
    const one = this.queue.shift();
    if (!one) return;
    this.busy += 1;
    let told = false;
    // what an upload's line asks of the place around it
    const item = new Item({ slot: one.slot, endpoint: '/files', list: this.list, input: this.input,
      show: () => { this.list.hidden = this.list.children.length === 0; },
      done: () => { this.list.hidden = this.list.children.length === 0; if (!told) { told = true; this.free(); } },
      tell: () => { if (!told) { told = true; item.close(); this.free(); } } }, one.file);
  }

  free() {
    this.busy -= 1;
    if (this.queue.length > 0) this.next();
    else if (this.busy === 0) this.refresh();
  }

  /** What somebody has chosen in the table and not saved stays: saving shows what has come, too. */
  refresh() {
    const form = document.getElementById('places');
    if (form && [...form.elements].some(changed)) this.tell('info', this.text('later'));
    else document.getElementById('sorting')?.dispatchEvent(new CustomEvent('refresh'));
  }
}

const first = (select) => Math.max(0, [...select.options].findIndex((option) => option.defaultSelected));
const changed = (field) => (field.options ? field.selectedIndex !== first(field) : field.type === 'checkbox' && field.checked !== field.defaultChecked);

/** What has become of an image is asked after each upload and while its files are taken out: the table has changed when that has ended. */
document.body.addEventListener('htmx:afterSwap', ({ detail: { target } }) => {
  if (target.id === 'image' && !document.getElementById('image')?.dataset.reading) document.querySelector('[data-hand-made]')?.handMade?.refresh();
});

each('[data-hand-made]', (place) => { place.handMade = new HandMade(place); });
