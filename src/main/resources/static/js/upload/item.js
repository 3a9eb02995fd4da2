/** One file's line in the list: name, bar, words, buttons, and at the end the server's verdict. */
import { announce, element, icon } from '../page.js';
import { Pace } from './pace.js';
import { Transfer } from './transfer.js';
import { follow } from './verdict.js';
import { say, size, time } from './words.js';

const SHOWN = 8000;
const KINDS = { paused: 'info', offline: 'warn', retry: 'warn', signin: 'warn', elsewhere: 'warn', failed: 'bad' };

export class Item {
  constructor(uploader, file) {
    this.uploader = uploader;
    this.file = file;
    this.pace = new Pace();
    this.bar = element('progress', { max: 100, 'aria-label': say('progress', { name: file.name }) });
    this.words = element('p', { class: 'upload-words' });
    this.lines = element('div', { class: 'upload-lines' });
    this.buttons = element('div', { class: 'upload-buttons' });
    this.line = element('li', { class: 'upload-item' },
      element('div', { class: 'upload-head' }, element('span', { class: 'upload-name' }, file.name), this.buttons), this.bar, this.words, this.lines);
    uploader.list.append(this.line);
    uploader.show();
    this.transfer = new Transfer(uploader.endpoint, uploader.slot, file, (state, detail) => this.tell(state, detail));
    announce(say('said.start', { name: file.name }));
    this.transfer.begin();
  }

  tell(state, detail) {
    const done = size(detail.sent);
    const whole = size(this.file.size);
    const fresh = state !== this.state;
    this.state = state;
    this.bar.value = (detail.sent / this.file.size) * 100;
    if (state === 'starting') this.pace.begin(detail.sent);
    if (state === 'sending') this.say(this.sending(detail.sent, done, whole));
    else if (state === 'sent') this.sent(detail.url);
    else this.say(detail.text || say(state, { done, size: whole, seconds: detail.seconds }));
    if (state === 'retry' && detail.text) this.words.append(' ', say('retry', { done, seconds: detail.seconds }));
    if (!fresh) return;
    this.mark(KINDS[state]);
    this.offer(state);
    if (KINDS[state] && state !== 'paused') announce(`${this.file.name} ${this.words.textContent}`);
  }

  sending(sent, done, whole) {
    this.pace.add(sent);
    if (this.pace.speed < 1) return say('sending.first', { done, size: whole });
    return say('sending', { done, size: whole, speed: size(this.pace.speed), left: time(this.pace.left(this.file.size - sent)) });
  }

  say(text) { this.words.textContent = text; }

  mark(kind) {
    this.line.classList.remove('info', 'warn', 'bad', 'good');
    if (kind) this.line.classList.add(kind);
  }

  /** The buttons that fit a state. The focus stays where it was, on the button in the same place. */
  offer(state) {
    const transfer = this.transfer;
    const focused = this.buttons.contains(document.activeElement);
    const all = [];
    if (['waiting', 'starting', 'sending'].includes(state)) all.push(['pause', 'pause', () => transfer.pause()]);
    if (['paused', 'signin', 'elsewhere', 'failed'].includes(state)) all.push(['resume', 'play', () => transfer.resume()]);
    if (state === 'retry') all.push(['now', 'play', () => transfer.resume()]);
    if (state === 'sent' || state === 'failed') all.push(['close', 'cross', () => this.close()]);
    if (state !== 'sent') all.push(['cancel', 'trash', () => this.cancel()]);
    this.buttons.replaceChildren(...all.map(([name, sign, act]) => element('button',
      { type: 'button', class: 'icon-button', title: say(name), 'aria-label': `${say(name)} ${this.file.name}`, onclick: act }, icon(sign))));
    if (focused) this.buttons.firstElementChild?.focus();
  }

  cancel() {
    this.transfer.cancel();
    this.close();
  }

  close() {
    clearTimeout(this.going);
    this.gone = true;
    const here = this.line.contains(document.activeElement);
    this.line.remove();
    this.uploader.done(this);
    if (here) this.uploader.input.focus();
  }

  sent(url) {
    this.bar.hidden = true;
    this.say(say('finishing'));
    let told;
    follow(url, () => !this.gone, (known) => {
      this.verdict(known);
      if (told !== `${known.state} ${known.deep}`) this.uploader.tell(known);
      told = `${known.state} ${known.deep}`;
    }).then(() => {
      if (told) return;
      this.say(say('done'));
      // it was dealt with before anybody could ask, and what came of it the place tells
      this.uploader.tell({ file: '', name: this.file.name, sha256: '', state: 'gone', deep: 'gone' });
    });
  }

  verdict(known) {
    if (known.state === 'receiving') return;
    const worst = ['bad', 'warn', 'good'].find((level) => known.lines.some((line) => line.level === level)) ?? 'good';
    const first = this.lines.children.length === 0;
    this.say(say(known.state === 'refused' ? 'refused' : { pending: 'deep', done: 'done', impossible: 'impossible' }[known.deep]));
    this.lines.replaceChildren(...known.lines.map((line) => element('p', { class: `frame-verdict ${line.level}` }, icon(line.level), element('span', {}, line.text))));
    if (first) announce(`${say('said.done', { name: this.file.name })} ${known.lines.map((line) => line.text).join(' ')}`);
    if (worst === 'good' && known.deep === 'done') this.going = setTimeout(() => { if (!this.line.matches(':hover, :focus-within')) this.close(); }, SHOWN);
  }
}
