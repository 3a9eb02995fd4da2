/** The list of a folder's files with the place of each, which a person may change; says of each what speaks against it. Sends nothing. */
import { element, icon } from './page.js';
import { objection } from './upload/check.js';
import { size } from './upload/words.js';

const LIST = document.documentElement.lang.startsWith('en') ? ', ' : '、';

export class Plan {
  /**
   * @param part   the achievement's number, where the folder holds several
   * @param chosen what the person had chosen before the same folder was sorted anew, by path
   * @param others how many files are another achievement's, and stay unsaid
   */
  constructor(folder, told, { part, chosen, others }) {
    this.folder = folder;
    this.part = part;
    this.others = others;
    this.places = new Map(told.places.map((place) => [place.code, place]));
    this.rows = told.files.map((line) => this.row(line, chosen.get(line.path)));
    this.told = told;
    folder.part('list').replaceChildren(...this.rows.map((row) => row.line), ...folder.withheld.map((each) => this.withheld(each)));
    this.look();
  }

  row(line, before) {
    const file = this.folder.files.get(line.path);
    const row = { path: line.path, file, fixed: line.fixed };
    row.findings = element('div', {});
    const head = [element('span', { class: 'row-title folder-path' }, line.path), element('p', { class: 'row-note' }, `${size(file.size)} · ${line.why}`), row.findings];
    const side = line.fixed ? [] : [row.select = this.select(line, file)];
    if (row.select && before && this.places.has(before)) row.select.value = before;
    row.select?.addEventListener('change', () => this.look());
    row.line = element('li', { class: 'row' }, element('div', { class: 'row-main' }, ...head), element('div', { class: 'row-side' }, ...side));
    Object.defineProperty(row, 'place', { get: () => row.select?.value ?? 'none' });
    return row;
  }

  /** Every place that takes such a file; to whoever must choose the first choice is none. */
  select(line, file) {
    const fitting = [...this.places.values()].filter((place) => place.code === line.place || place.code === 'none' || this.takes(place, file));
    return element('select', { 'aria-label': this.folder.say('place', { path: line.path }) },
      ...(line.place ? [] : [element('option', { value: '', selected: true }, this.folder.say('choose'))]),
      ...fitting.map((place) => element('option', { value: place.code, selected: place.code === line.place }, place.label)));
  }

  takes(place, file) {
    const ending = file.name.toLowerCase().match(/\.[^.]+$/)?.[0];
    return !ending || place.accept.split(',').includes(ending);
  }

  withheld({ path, file }) {
    return element('li', { class: 'row' }, element('div', { class: 'row-main' }, element('span', { class: 'row-title folder-path' }, path), element('p', { class: 'row-note' }, size(file.size)),
      element('p', { class: 'frame-verdict bad' }, icon('bad'), element('span', {}, this.folder.say('marked.why')))));
  }

  /** Counts places, and says what speaks against each; the server has the last word. */
  look() {
    const counts = new Map();
    for (const row of this.rows) {
      const place = this.places.get(row.place);
      const no = place && place.code !== 'none' ? objection(row.file, { accept: place.accept, least: place.least }) : null;
      const nth = (counts.get(row.place) ?? 0) + (no?.final ? 0 : 1);
      counts.set(row.place, nth);
      const full = place && !no?.final && nth > place.room ? { text: this.folder.say('full', { label: place.label, room: place.room }), final: true } : null;
      row.stops = Boolean(no?.final || full);
      row.unfit = Boolean(no?.final);
      row.findings.replaceChildren(...[no, full].filter(Boolean).map((each) => element('p', { class: `frame-verdict ${each.final ? 'bad' : 'warn'}` }, icon(each.final ? 'bad' : 'warn'), element('span', {}, each.text))));
    }
    this.sum(counts);
  }

  /** Every file of the number at its head is named once: by its place, or by what keeps it from one. */
  sum(counts) {
    const { folder, told } = this;
    const named = [...counts].filter(([code, count]) => code && code !== 'none' && count > 0).map(([code, count]) => `${this.places.get(code).label} ${count}`).join(LIST);
    const words = [folder.say('sum', { files: this.rows.length + folder.withheld.length, named: named || '—' })];
    if (counts.get('')) words.push(folder.say('sum.ask', { count: counts.get('') }));
    const unfit = this.rows.filter((row) => row.unfit).length;
    if (unfit > 0) words.push(folder.say('sum.stops', { count: unfit }));
    if (counts.get('none')) words.push(folder.say('sum.none', { count: counts.get('none') }));
    if (told.skipped > 0) words.push(folder.say('sum.skipped', { count: told.skipped }));
    if (folder.withheld.length > 0) words.push(folder.say('marked', { count: folder.withheld.length }));
    if (this.others > 0) words.push(folder.say('others', { count: this.others }));
    folder.part('sum').textContent = words.join('');
  }

  /** The first file that has no place yet, or one that won't take it. */
  wanting() { return this.rows.find((row) => row.select && (!row.place || row.stops)); }

  choices() { return new Map(this.rows.filter((row) => row.place).map((row) => [row.path, row.place])); }

  byPlace() {
    const all = new Map();
    for (const row of this.rows) all.set(row.place, [...all.get(row.place) ?? [], row.file]);
    return all;
  }
}
