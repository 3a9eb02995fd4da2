/** One named field of a form: its controls, what stands in it, and the word beside its label. */
import { element, icon } from './page.js';

const GROUPED = new Set(['checkbox', 'radio']);

/** The named fields of a form that save themselves, each with all its controls. */
export function fieldsOf(form) {
  const byName = new Map();
  for (const control of form.elements) {
    if (!control.name || control.name.startsWith('_') || control.dataset.nosave !== undefined) continue;
    if (['file', 'hidden', 'submit', 'button', 'reset'].includes(control.type) || control.tagName === 'BUTTON') continue;
    if (!byName.has(control.name)) byName.set(control.name, new Field(control.name, form));
    byName.get(control.name).controls.push(control);
  }
  return byName;
}

export class Field {
  controls = [];

  constructor(name, form) {
    this.name = name;
    this.form = form;
  }

  get first() { return this.controls[0]; }

  get version() { return this.first.dataset.version ?? ''; }

  set version(version) { this.first.dataset.version = version; }

  get value() {
    const [first] = this.controls;
    if (GROUPED.has(first.type)) return this.controls.filter((each) => each.checked).map((each) => each.value).join('\n');
    if (first.multiple) return [...first.selectedOptions].map((each) => each.value).join('\n');
    return first.value.replace(/\r\n?/g, '\n');
  }

  set value(value) {
    const [first] = this.controls;
    const chosen = new Set(value.split('\n'));
    if (GROUPED.has(first.type)) this.controls.forEach((each) => { each.checked = chosen.has(each.value); });
    else if (first.multiple) [...first.options].forEach((each) => { each.selected = chosen.has(each.value); });
    else first.value = value;
    this.controls.forEach((each) => each.dispatchEvent(new CustomEvent('set')));
  }

  /** A value as the server keeps it, line by line, as this field's control writes it. */
  asHere(value) {
    return this.first.closest('[data-picker]') ? value?.replace(/\n/g, ',') : value;
  }

  /** Sets the value while somebody may be in the field: the cursor stays where it can. */
  receive(value) {
    const { first } = this;
    const here = document.activeElement === first && 'selectionStart' in first && typeof first.selectionStart === 'number' ? [first.selectionStart, first.selectionEnd] : null;
    this.value = value;
    if (here) first.setSelectionRange(...here.map((at) => Math.min(at, first.value.length)));
  }

  /** How a value reads to a person: the labels of what is ticked, else the text. */
  inWords(value) {
    if (!GROUPED.has(this.first.type)) return value;
    const chosen = new Set(value.split('\n'));
    return this.controls.filter((each) => chosen.has(each.value))
      .map((each) => each.closest('label')?.textContent.trim() || each.value).join('、');
  }

  /** Where messages about this field go: its own block, or its cell of the annex. */
  get block() {
    return this.first.closest('.field, .annex-cell, .frame') ?? this.first.parentElement;
  }

  say(text, kind = '', ...more) {
    const place = this.form.querySelector(`[data-saved="${CSS.escape(this.name)}"]`) ?? this.makePlace();
    place.className = `saved ${kind}`.trim();
    place.replaceChildren(text, ...more.flatMap((each) => [' ', each]));
  }

  makePlace() {
    const place = element('span', { class: 'saved', 'data-saved': this.name });
    const label = this.block.querySelector('.field-head, legend') ?? this.first.labels?.[0];
    if (label?.matches('.field-head, legend')) label.append(' ', place);
    else if (label && !label.contains(this.first)) label.after(' ', place);
    else this.block.append(place);
    return place;
  }

  /** A refusal under the field, taken away with the next save. */
  refuse(message) {
    this.accept();
    const id = `${this.first.id || this.name}-refused`;
    this.block.append(element('p', { class: 'error', id, role: 'alert', 'data-refused': this.name }, icon('bad'), element('span', {}, message)));
    this.first.setAttribute('aria-invalid', 'true');
    this.first.setAttribute('aria-describedby', `${this.first.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
  }

  accept() {
    const refused = this.form.querySelector(`[data-refused="${CSS.escape(this.name)}"]`);
    if (!refused) return;
    refused.remove();
    this.first.removeAttribute('aria-invalid');
    this.first.setAttribute('aria-describedby', (this.first.getAttribute('aria-describedby') ?? '').replace(refused.id, '').trim());
  }
}
