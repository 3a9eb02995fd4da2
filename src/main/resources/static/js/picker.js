/**
 * Chooses several entries of a list that comes from the server, by Chinese, English, pinyin, initials or code. The plain text field
 * under it stays the value (codes with commas between), so that the form works without script.
 */
import { announce, each, element, icon } from './page.js';
import { matching, named } from './search.js';
import { say } from './words.js';

const MOST_SHOWN = 60;
const OTHER = 'other:';
const lists = new Map();

export function start() {
  each('[data-picker]', async (box) => {
    const entries = await fetchOnce(box.dataset.picker);
    if (entries) new Picker(box, entries);
    else box.append(element('p', { class: 'hint' }, say('pickerFailed')));
  });
}

function fetchOnce(url) {
  if (!lists.has(url)) {
    lists.set(url, fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
      .then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
  }
  return lists.get(url);
}

class Picker {
  constructor(box, entries) {
    this.box = box;
    this.entries = entries;
    this.english = document.documentElement.lang.startsWith('en');
    this.value = box.querySelector('input');
    this.other = box.dataset.other !== undefined;
    this.build();
    this.value.addEventListener('set', () => this.draw());
    this.draw();
  }

  build() {
    const id = this.value.id || this.value.name;
    const name = this.value.labels?.[0];
    this.chosen = element('div', { class: 'picker-chosen' });
    this.list = element('div', { class: 'picker-list', id: `${id}-list`, role: 'listbox', 'aria-multiselectable': 'true', hidden: true, 'aria-label': say('pickerList') });
    this.input = element('input', {
      type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': this.list.id, placeholder: say('pickerHint'), 'data-nosave': true, id: `${id}-search`,
      'aria-describedby': this.value.getAttribute('aria-describedby'), 'aria-invalid': this.value.getAttribute('aria-invalid'),
    });
    if (name) name.htmlFor = this.input.id;
    else this.input.setAttribute('aria-label', this.value.getAttribute('aria-label') ?? '');
    this.value.hidden = true;
    this.value.after(this.chosen, element('div', { class: 'picker-field' }, this.input, this.list));
    this.input.addEventListener('input', (event) => { if (!event.isComposing) this.open(); });
    this.input.addEventListener('compositionend', () => this.open());
    this.input.addEventListener('focus', () => this.open());
    this.input.addEventListener('click', () => this.open());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role="option"]');
      if (option) this.toggle(option.dataset.code);
    });
  }

  /** Codes as they stand in the value; a name typed without script is turned into its code. */
  get codes() {
    return this.value.value.split(',').flatMap((part) => (part.trim().startsWith(OTHER) ? part : part.split(/[，、;；]/)))
      .map((part) => part.trim()).filter(Boolean)
      .map((part) => (part.startsWith(OTHER) ? part : named(this.entries, part)?.code ?? OTHER + part));
  }

  set codes(codes) {
    this.value.value = codes.join(',');
    this.value.dispatchEvent(new Event('change', { bubbles: true }));
    this.draw();
  }

  nameOf(code) {
    if (code.startsWith(OTHER)) return code.slice(OTHER.length);
    const entry = this.entries.find((each) => each.code === code);
    return entry ? (this.english ? entry.en : entry.zh) : code;
  }

  draw() {
    this.chosen.replaceChildren(...this.codes.map((code) => element('span', { class: 'chip' }, this.nameOf(code),
      element('button', { type: 'button', 'aria-label': say('remove', this.nameOf(code)), onclick: () => this.remove(code) }, icon('cross')))));
  }

  open() {
    const query = this.input.value.trim();
    const found = matching(this.entries, query).slice(0, MOST_SHOWN);
    const codes = new Set(this.codes);
    const options = found.map((entry) => this.option(entry.code, this.english ? entry.en : entry.zh, this.english ? entry.zh : entry.en, codes));
    if (this.other && query && !found.some((entry) => entry.zh === query || entry.en === query)) {
      options.push(this.option(OTHER + query.replaceAll(',', '，'), say('pickerOther', query), '', codes));
    }
    this.list.replaceChildren(...(options.length ? options : [element('p', { class: 'picker-none' }, say('pickerNone'))]));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.active = -1;
    this.mark(query && options.length ? 0 : -1);
    if (query) announce(say('results', options.length));
  }

  option(code, name, beside, codes) {
    return element('div', { role: 'option', id: `${this.list.id}-${code.replace(/\W/g, '-')}`, 'data-code': code, 'aria-selected': String(codes.has(code)) },
      element('span', {}, name), element('small', { lang: this.english ? 'zh-CN' : 'en' }, beside));
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  mark(index) {
    const options = [...this.list.querySelectorAll('[role="option"]')];
    options[this.active]?.classList.remove('active');
    this.active = index < options.length ? index : -1;
    const option = options[this.active];
    option?.classList.add('active');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.step(event);
    else if (event.key === 'Enter') this.enter(event);
    else if (event.key === 'Escape' && !this.list.hidden) { event.stopPropagation(); this.close(); }
    else if (event.key === 'Backspace' && this.input.value === '' && this.codes.length) this.remove(this.codes.at(-1));
  }

  step(event) {
    event.preventDefault();
    if (this.list.hidden) { this.open(); return; }
    const last = this.list.querySelectorAll('[role="option"]').length - 1;
    if (event.key === 'ArrowDown') this.mark(this.active >= last ? 0 : this.active + 1);
    else this.mark(this.active <= 0 ? last : this.active - 1);
  }

  enter(event) {
    event.preventDefault();
    const option = this.list.hidden ? null : this.list.querySelectorAll('[role="option"]')[this.active];
    if (option) this.toggle(option.dataset.code);
  }

  toggle(code) {
    const codes = this.codes;
    if (codes.includes(code)) { this.remove(code); this.open(); return; }
    this.codes = [...codes, code];
    this.input.value = '';
    this.open();
    announce(say('chosen', this.nameOf(code)));
  }

  remove(code) {
    this.codes = this.codes.filter((each) => each !== code);
    announce(say('removed', this.nameOf(code)));
    this.input.focus();
  }
}
