/** A ranked list that is sorted by handle, by keys, by ↑ ↓ and by number; each way posts the whole order at once. */
import { announce, each, headers, notice } from './page.js';
import { say } from './words.js';

export function start() {
  each('[data-rank]', (list) => new Ranking(list));
  const told = sessionStorage.getItem(TOLD);
  sessionStorage.removeItem(TOLD);
  if (told) notice('order', 'bad', told);
}

/** The sentence that outlives the reload which shows the newest list. */
const TOLD = 'huizhan.order';

class Ranking {
  constructor(list) {
    this.list = list;
    this.kept = this.rows;
    list.querySelectorAll('.rank-handle').forEach((handle) => { handle.hidden = false; });
    list.addEventListener('click', (event) => this.click(event));
    list.addEventListener('change', (event) => this.number(event));
    list.addEventListener('keydown', (event) => this.key(event));
    list.addEventListener('pointerdown', (event) => this.down(event));
    list.addEventListener('focusout', (event) => { if (this.lifted && event.target.closest('.rank-handle') && !this.moving) this.drop(); });
    this.renumber();
  }

  get rows() { return [...this.list.querySelectorAll('.rank-row[data-id]')]; }

  place(row) { return this.rows.indexOf(row) + 1; }

  click(event) {
    const button = event.target.closest('button[name="move"]');
    if (!button) return;
    event.preventDefault();
    const row = button.closest('.rank-row');
    const up = button.value.endsWith(':up');
    if (!this.move(row, this.place(row) + (up ? -1 : 1))) return;
    const usable = button.disabled ? row.querySelector('button[name="move"]:not(:disabled)') : button;
    usable?.focus();
    this.post(row);
  }

  number(event) {
    if (!event.target.matches('input.rank-number')) return;
    const row = event.target.closest('.rank-row');
    const wanted = Number.parseInt(event.target.value.normalize('NFKC'), 10);
    if (Number.isInteger(wanted) && this.move(row, wanted)) this.post(row);
    else this.renumber();
    event.target.focus();
  }

  key(event) {
    if (event.target.matches('input.rank-number') && event.key === 'Enter') { event.preventDefault(); event.target.blur(); return; }
    const handle = event.target.closest('.rank-handle');
    if (!handle) return;
    const row = handle.closest('.rank-row');
    if (event.key === ' ' || event.key === 'Enter') { event.preventDefault(); if (this.lifted) this.drop(); else this.lift(row); return; }
    if (!this.lifted) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.moving = true;
      this.move(row, this.place(row) + (event.key === 'ArrowUp' ? -1 : 1));
      handle.focus();
      this.moving = false;
      announce(say('moved', row.dataset.name, this.place(row)));
    } else if (event.key === 'Escape') {
      this.cancel();
      handle.focus();
    }
  }

  lift(row) {
    this.lifted = row;
    this.before = this.rows;
    row.classList.add('lifted');
    announce(say('lifted', row.dataset.name, this.place(row), this.rows.length));
  }

  drop() {
    const row = this.lifted;
    const moved = this.before.some((each, at) => each !== this.rows[at]);
    this.settle();
    announce(say('dropped', row.dataset.name, this.place(row)));
    if (moved) this.post(row);
  }

  cancel() {
    const row = this.lifted;
    this.moving = true;
    this.restore(this.before);
    this.moving = false;
    this.settle();
    announce(say('put', row.dataset.name, this.place(row)));
  }

  settle() {
    this.lifted.classList.remove('lifted');
    this.list.classList.remove('dragging');
    this.lifted = null;
  }

  restore(rows) {
    const end = this.rows.at(-1)?.nextElementSibling ?? null;
    rows.forEach((row) => this.list.insertBefore(row, end));
    this.renumber();
  }

  /** Moves a row to a place; a place off the list is the nearest on it. Says whether anything moved. */
  move(row, wanted) {
    const rows = this.rows;
    const from = rows.indexOf(row);
    const to = Math.min(Math.max(wanted, 1), rows.length) - 1;
    if (from === to) return false;
    if (to > from) rows[to].after(row);
    else rows[to].before(row);
    this.renumber();
    return true;
  }

  renumber() {
    const rows = this.rows;
    rows.forEach((row, at) => {
      const number = row.querySelector('.rank-number');
      if (number) number.value = at + 1;
      row.querySelectorAll('button[name="move"]').forEach((button) => {
        button.disabled = button.value.endsWith(':up') ? at === 0 : at === rows.length - 1;
      });
    });
  }

  /** Pointer: the row follows by changing places with the row under the pointer, so that the list is always a valid order. */
  down(event) {
    const handle = event.target.closest('.rank-handle');
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    const row = handle.closest('.rank-row');
    if (this.lifted) this.drop();
    this.lift(row);
    this.list.classList.add('dragging');
    this.moving = true;
    const follow = (move) => {
      const over = this.rows.findIndex((each) => { const box = each.getBoundingClientRect(); return move.clientY < box.top + box.height / 2; });
      const from = this.rows.indexOf(row);
      const to = over < 0 ? this.rows.length - 1 : over > from ? over - 1 : over;
      if (to !== from) this.move(row, to + 1);
    };
    const end = (how) => {
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', off);
      this.moving = false;
      if (this.lifted) how();
      handle.focus();
    };
    const up = () => end(() => this.drop());
    const off = () => end(() => this.cancel());
    addEventListener('pointermove', follow);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', off);
  }

  /** One post at a time; a change made meanwhile goes out after it, so that the last order is the one that stays. */
  async post(row) {
    if (this.posting) { this.again = row; return; }
    this.posting = true;
    const sent = this.rows;
    const answer = await this.send();
    const reply = await answer?.json().catch(() => ({})) ?? {};
    this.posting = false;
    if (answer?.ok) this.saved(reply, row, sent);
    else this.failed(answer?.status, reply.message ?? say('orderFailed'));
  }

  /** Someone else was faster: the page shows their list. Any other failure: the order that the server holds comes back. */
  failed(status, message) {
    this.again = null;
    if (status === 409) {
      sessionStorage.setItem(TOLD, message);
      location.reload();
      return;
    }
    const focused = document.activeElement;
    const moving = this.moving;
    this.moving = true;
    this.restore(this.kept.filter((row) => this.list.contains(row)));
    if (this.lifted) this.before = this.rows;
    if (this.list.contains(focused)) focused.focus();
    this.moving = moving;
    notice('order', 'bad', message);
  }

  send() {
    const body = new URLSearchParams(this.rows.map((each) => ['id', each.dataset.id]));
    body.append('version', this.list.dataset.version ?? '');
    // whoever leaves the page at once has the order kept all the same
    return fetch(this.list.dataset.rank, { method: 'POST', body, headers: headers(), credentials: 'same-origin', keepalive: true }).catch(() => null);
  }

  saved(reply, row, sent) {
    this.kept = sent;
    this.list.dataset.version = reply.version ?? this.list.dataset.version;
    document.querySelector('[data-notice="order"]')?.remove();
    announce(`${say('moved', row.dataset.name, this.place(row))}，${say('orderSaved')}`);
    document.body.dispatchEvent(new CustomEvent('saved', { detail: reply }));
    const next = this.again;
    this.again = null;
    if (next) this.post(next);
  }
}
