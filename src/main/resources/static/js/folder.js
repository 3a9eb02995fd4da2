/**
 * A folder sorted by itself: `<section data-folder="…/folder" data-marks="…">`. The server says by names alone where each file goes; the
 * person sees the list, changes it and starts; nothing is sent before. Of several achievements in one folder the person first says which,
 * and the names of the others stay here. An empty `data-folder` on another page fetches the section when a
 * folder is dropped there. Files go up by the places' own uploaders, forms to the page that reads them.
 */
import { filesOf } from './folder-files.js';
import { Names } from './folder-names.js';
import { Plan } from './folder-plan.js';
import { announce, each, element, headers, icon } from './page.js';
import { say as sayAnyway } from './words.js';

class Folder {
  constructor(place) {
    this.place = place;
    this.turn = 0;
    this.parts = [];
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
    this.photos = this.section('photo:new').cloneNode(true);
    this.part('drop-it').addEventListener('click', () => { this.close(); input.focus(); });
    new MutationObserver(() => this.unfinished()).observe(this.part('sent'), { subtree: true, childList: true });
  }

  /** An upload that was cut off earlier says so in its place, which is to be seen then. */
  unfinished() {
    for (const section of this.place.querySelectorAll('[data-folder-place]')) {
      if (section.querySelector('[data-unfinished]')) this.show(section);
    }
  }

  section(code) { return this.place.querySelector(`[data-folder-place="${CSS.escape(code)}"]`); }

  show(section) {
    this.part('sent').hidden = false;
    section.hidden = false;
  }

  /** What fell on the page: where it holds no section yet, that comes first. What was put in last counts. */
  async dropped(entries) {
    const turn = ++this.turn;
    if (!this.part('drop') && !await this.fetched()) return;
    this.told('info', this.say('reading'));
    this.place.scrollIntoView({ block: 'start' });
    const files = await filesOf(entries).catch(() => null);
    if (turn !== this.turn) return;
    if (files) this.take(files);
    else this.told('bad', this.say('failed'));
  }

  async fetched() {
    this.fetching ??= this.fetchSection().finally(() => { this.fetching = null; });
    return this.fetching;
  }

  async fetchSection() {
    const answer = await fetch(this.url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => null);
    const section = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('section[data-folder]') : null;
    if (!section) { announce(sayAnyway('requestFailed')); return false; }
    Object.assign(this.place.dataset, section.dataset);
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

  /** Names are read here before any is sent: whoever's browser can't, sends none. */
  take(files) {
    this.turn++;
    this.close();
    if (files.length === 0) { this.told('warn', this.say('empty')); return; }
    try {
      const names = new Names(this.place.dataset);
      const marked = new Set(files.filter(({ path }) => names.marked(path)));
      this.withheld = [...marked];
      this.all = files.filter((each) => !marked.has(each));
      this.ranks = names.ranks(this.all.map(({ path }) => path));
    } catch {
      this.told('bad', this.say('unsure'));
      return;
    }
    this.parts = [...new Set(this.ranks.values())].sort();
    if (this.parts.length < 2) this.sort('');
    else this.askPart();
  }

  /** The choice among several achievements in one folder. */
  askPart(chosen) {
    const choice = this.part('parts');
    choice.hidden = this.parts.length < 2;
    choice.querySelector('.actions').replaceChildren(...this.parts.map((part) => element('button',
      { type: 'button', class: 'button quiet small', 'aria-pressed': String(part === chosen), onclick: () => this.sort(part) }, this.say('part', { part }))));
    if (chosen || choice.hidden) return;
    this.told('info', this.say('only', { count: this.parts.length }));
    choice.querySelector('button').focus();
  }

  /** Whether a file is the chosen achievement's; what lies in none of their folders is everybody's. */
  mine(path, part) { return this.parts.length < 2 || !this.ranks.has(path) || this.ranks.get(path) === part; }

  /** Names and sizes go to the server, and places come back. Names that are marked, or another achievement's, stay here. */
  async sort(part) {
    const mine = this.all.filter(({ path }) => this.mine(path, part));
    const most = Number(this.place.dataset.most);
    if (mine.length > most) { this.told('bad', this.say('many', { most })); return; }
    const turn = ++this.turn;
    this.files = new Map(mine.map(({ path, file }) => [path, file]));
    const told = await this.ask({ part, files: mine.map(({ path, file }) => ({ path, size: file.size })) }, this.url);
    if (turn !== this.turn) return;
    if (!told?.files) { this.told('bad', told?.message ?? sayAnyway('requestFailed')); return; }
    const chosen = this.plan && this.plan.part === part ? this.plan.choices() : new Map();
    this.told('info', '');
    this.plan = new Plan(this, told, { part, chosen, others: this.all.length - mine.length });
    this.askPart(part);
    this.part('plan').hidden = false;
    this.part('plan').querySelector('h2').focus();
  }

  /** What the server answers to a question; nothing where it couldn't be asked. */
  async ask(question, url) {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(question), credentials: 'same-origin',
      headers: { ...headers(), 'Content-Type': 'application/json' } }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    return answer?.ok ? told : told && { message: told.message };
  }

  close() {
    this.part('plan').hidden = true;
    this.part('parts').hidden = true;
    this.plan = null;
    this.told('info', '');
  }

  /** Sends what has its place; whatever still wants a word of the person comes first. Pressed twice it sends once. */
  async start() {
    if (this.busy || !this.plan) return;
    const wanting = this.plan.wanting();
    if (wanting) {
      this.told('warn', this.say(wanting.place ? 'mend' : 'ask', { path: wanting.path }));
      wanting.select.focus();
      return;
    }
    this.busy = true;
    try {
      await this.carryOut(this.plan);
    } finally {
      this.busy = false;
    }
  }

  async carryOut(plan) {
    const byPlace = plan.byPlace();
    if (byPlace.has('photo:new') && !await this.object(plan, byPlace)) return;
    const forms = byPlace.get('form') ?? [];
    byPlace.delete('form');
    byPlace.delete('none');
    const sending = [...byPlace].map(([code, files]) => [this.section(code) ?? this.built(plan.places.get(code)), files]);
    if (this.plan === plan) this.close();
    this.forms(forms);
    for (const [section, files] of sending) this.send(section, files);
    const sent = [...byPlace.values()].flat().length;
    this.told('good', this.say('started', { files: sent, forms: forms.length }));
    const first = forms.length > 0 ? this.part('forms') : this.part('sent');
    if (sent + forms.length > 0) first.querySelector('h2').focus();
  }

  /** Photos of an object that isn't there yet: it is added first, and they are its own from then on. */
  async object(plan, byPlace) {
    const told = await this.ask({}, `${this.url}/objects`);
    if (!told?.slot) { this.told('bad', told?.message ?? sayAnyway('requestFailed')); return false; }
    plan.places.set(told.code, told);
    byPlace.set(told.code, byPlace.get('photo:new'));
    byPlace.delete('photo:new');
    document.body.dispatchEvent(new CustomEvent('huizhan:others'));
    return true;
  }

  /** The place of an object that came after this page. */
  built(place) {
    const section = this.photos.cloneNode(true);
    section.dataset.folderPlace = place.code;
    section.querySelector('h3').textContent = place.label;
    section.querySelector('[data-upload]').dataset.slot = place.slot;
    this.section('photo:new').before(section);
    document.body.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: section } }));
    return section;
  }

  send(section, files) {
    this.show(section);
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
