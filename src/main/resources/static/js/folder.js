/**
 * A folder sorted by itself: `<section data-folder="…/folder" data-marks="…">`. The server says by names alone where each file goes; the
 * person sees the list, changes it and starts; nothing is sent before. An empty `data-folder` on another page fetches the section when a
 * folder is dropped there. Files go up by the places' own uploaders, forms to the page that reads them.
 */
import { filesOf } from './folder-files.js';
import { Plan } from './folder-plan.js';
import { announce, each, element, headers, icon } from './page.js';
import { say as sayAnyway } from './words.js';

class Folder {
  constructor(place) {
    this.place = place;
    place.addEventListener('huizhan:folder', (event) => this.dropped(event.detail));
    if (this.part('drop')) this.begin();
  }

  part(name) { return this.place.querySelector(`[data-folder-${name}]`); }

  get url() { return this.place.dataset.folder; }

  say(key, values = {}) {
    const text = this.part('texts').content.querySelector(`[data-key="${key}"]`)?.textContent ?? key;
    return text.replace(/\[(\w+)\]/g, (gap, name) => values[name] ?? gap);
  }

  begin() {
    const input = this.part('input');
    input.disabled = false;
    input.addEventListener('change', () => {
      const files = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      input.value = '';
      this.take(files);
    });
    this.part('plan').addEventListener('submit', (event) => { event.preventDefault(); this.start(); });
    this.part('again').addEventListener('click', () => this.sort(this.plan?.part ?? ''));
    this.part('drop-it').addEventListener('click', () => { this.close(); input.focus(); });
    new MutationObserver(() => this.unfinished()).observe(this.part('sent'), { subtree: true, childList: true });
  }

  /** An upload that was cut off earlier says so in its place, which is to be seen then. */
  unfinished() {
    for (const section of this.place.querySelectorAll('[data-folder-place]:has([data-unfinished])')) {
      this.part('sent').hidden = false;
      section.hidden = false;
    }
  }

  /** What fell on the page: where it holds no section yet, that comes first. */
  async dropped(entries) {
    if (!this.part('drop') && !await this.fetched()) return;
    this.told('info', this.say('reading'));
    this.place.scrollIntoView({ block: 'start' });
    try {
      this.take(await filesOf(entries));
    } catch {
      this.told('bad', this.say('failed'));
    }
  }

  async fetched() {
    const answer = await fetch(this.url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => null);
    const section = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('section[data-folder]') : null;
    if (!section) { announce(sayAnyway('requestFailed')); return false; }
    this.place.dataset.marks = section.dataset.marks;
    this.place.className = section.className;
    this.place.append(...section.childNodes);
    this.part('back').closest('p').remove();
    document.body.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: this.place } }));
    this.begin();
    return true;
  }

  told(kind, text) {
    this.part('said').replaceChildren(...(text ? [element('p', { class: `frame-verdict ${kind}` }, icon(kind), element('span', {}, text))] : []));
    if (text) announce(text);
  }

  take(files) {
    this.told('info', '');
    if (files.length === 0) { this.told('warn', this.say('empty')); return; }
    const marks = new RegExp(this.place.dataset.marks);
    const marked = ({ path }) => marks.test(path.normalize('NFKC').replace(/\s/g, ''));
    this.withheld = files.filter(marked);
    this.files = new Map(files.filter((each) => !marked(each)).map(({ path, file }) => [path, file]));
    this.sort('');
  }

  /** Names and sizes go to the server, and places come back. Names that are marked stay here. */
  async sort(part) {
    const files = [...this.files].map(([path, file]) => ({ path, size: file.size }));
    const answer = await fetch(this.url, { method: 'POST', body: JSON.stringify({ part, files }), credentials: 'same-origin',
      headers: { ...headers(), 'Content-Type': 'application/json' } }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (!answer?.ok || !told?.files) { this.told('bad', told?.message ?? sayAnyway('requestFailed')); return; }
    const chosen = this.plan && this.plan.part === told.part ? this.plan.choices() : new Map();
    this.plan = new Plan(this, told, chosen);
    this.part('plan').hidden = false;
    this.part('plan').querySelector('h2').focus();
  }

  close() {
    this.part('plan').hidden = true;
    this.plan = null;
    this.told('info', '');
  }

  /** Sends what has its place; whatever still wants a word of the person comes first. */
  async start() {
    const wanting = this.plan.wanting();
    if (wanting) {
      this.told('warn', this.say(wanting.place ? 'mend' : 'ask', { path: wanting.path }));
      wanting.select.focus();
      return;
    }
    const byPlace = this.plan.byPlace();
    const fresh = byPlace.get('photo:new');
    if (fresh && !await this.object()) return;
    this.part('plan').hidden = true;
    this.plan = null;
    const forms = byPlace.get('form') ?? [];
    byPlace.delete('form');
    byPlace.delete('none');
    this.forms(forms);
    for (const [code, files] of byPlace) this.send(code, files);
    const sent = [...byPlace.values()].flat().length;
    this.told('good', this.say('started', { files: sent, forms: forms.length }));
    const first = forms.length > 0 ? this.part('forms') : this.part('sent');
    if (sent + forms.length > 0) first.querySelector('h2').focus();
  }

  /** Photos of an object that isn't there yet: it is added first, and its slot known. */
  async object() {
    const answer = await fetch(`${this.url}/objects`, { method: 'POST', headers: headers(), credentials: 'same-origin' }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (!answer?.ok || !told?.slot) { this.told('bad', told?.message ?? sayAnyway('requestFailed')); return false; }
    const section = this.place.querySelector('[data-folder-place="photo:new"]');
    section.querySelector('h3').textContent = told.label;
    const uploads = section.querySelector('[data-upload]');
    uploads.dataset.slot = told.slot;
    uploads.uploader.slot = told.slot;
    document.body.dispatchEvent(new CustomEvent('huizhan:others'));
    return true;
  }

  send(code, files) {
    const section = this.place.querySelector(`[data-folder-place="${CSS.escape(code)}"]`);
    this.part('sent').hidden = false;
    section.hidden = false;
    section.querySelector('[data-upload]').uploader.take(files);
  }

  /** Each form is read on its own page, in a window beside, so that what is on its way goes on. */
  forms(files) {
    if (files.length === 0) return;
    this.part('forms').hidden = false;
    for (const file of files) {
      const form = this.part('form').content.firstElementChild.cloneNode(true);
      const carried = new DataTransfer();
      carried.items.add(file);
      form.querySelector('input[type="file"]').files = carried.files;
      this.part('forms').querySelector('ul').append(element('li', { class: 'row' }, element('div', { class: 'row-main' }, element('span', { class: 'row-title' }, file.name)),
        element('div', { class: 'row-side' }, form)));
    }
  }
}

each('[data-folder]', (place) => new Folder(place));
