/** One file on its way: sends, waits out what can be waited out, and says at each step how things stand. Knows no page. */
import { turn } from './queue.js';
import { forget, key, recall, remember } from './memory.js';
import { renewed, sign } from './session.js';

const CHUNK = 8 * 1024 * 1024;
const WAITS = [1, 2, 4, 8, 15, 30, 60];
const GONE = new Set([404, 410]);
const ANEW = 3;
const PASSING = new Set([408, 409, 425, 429, 460]);
const FULL_DISK_WAIT = 60;
const SILENCE = 45_000;

/**
 * States: waiting, starting, sending, paused, offline, retry, signin, elsewhere, failed, sent. `tell(state, detail)` hears each change;
 * `detail` holds `sent`, and where it fits `seconds`, `text`, `url`.
 */
export class Transfer {
  constructor(endpoint, slot, file, tell) {
    Object.assign(this, { endpoint, slot, file, tell, sent: 0, tries: 0, begun: 0, state: '', heard: 0 });
    this.key = key(slot, file);
    this.network = () => this.online();
  }

  begin() {
    addEventListener('online', this.network);
    addEventListener('offline', this.network);
    this.watch = setInterval(() => this.look(), 5000);
    this.send();
  }

  async send() {
    this.upload?.abort().catch(() => {});
    this.over?.();
    const round = this.round = Symbol('round');
    this.to('waiting');
    const over = await turn();
    if (this.round !== round) { over(); return; }
    this.over = over;
    await this.alone(() => this.start(round));
  }

  /** One window at a time sends a file; the lock goes with the window. */
  async alone(work) {
    if (!navigator.locks) { work(); return; }
    if (this.unlock) { work(); return; }
    await navigator.locks.request(this.key, { ifAvailable: true }, (lock) => {
      if (!lock) { this.rest('elsewhere'); return undefined; }
      if (!work()) return undefined;
      return new Promise((done) => { this.unlock = done; });
    });
  }

  /** Whether it has begun: paused or given up while it waited for its turn, it doesn't. */
  start(round) {
    if (this.round !== round) return false;
    this.to('starting');
    this.heard = performance.now();
    const mine = (then) => (...all) => { if (this.round === round) then(...all); };
    this.url ??= recall(this.slot, this.file)?.url ?? null;
    this.upload = new window.tus.Upload(this.file, {
      // with an endpoint any fault while it asks how far it is would begin a second upload
      endpoint: this.url ? null : this.endpoint,
      uploadUrl: this.url,
      chunkSize: CHUNK,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { filename: this.file.name, slot: this.slot },
      onBeforeRequest: sign,
      onUploadUrlAvailable: mine(() => { this.url = this.upload.url; remember(this.slot, this.file, this.url); }),
      onProgress: mine((sent) => this.progress(sent)),
      onChunkComplete: mine(() => { this.tries = 0; }),
      onSuccess: mine(() => this.finished()),
      onError: mine((error) => this.broken(error)),
    });
    this.upload.start();
    return true;
  }

  progress(sent) {
    this.sent = sent;
    this.heard = performance.now();
    this.to('sending');
  }

  finished() {
    forget(this.key);
    this.sent = this.file.size;
    this.end();
    this.to('sent', { url: this.url });
  }

  async broken(error) {
    const answer = error?.originalResponse;
    const status = answer?.getStatus() ?? 0;
    // a proxy may answer in the server's place, and knows nothing of uploads
    const ours = Boolean(answer?.getHeader('Tus-Resumable'));
    const text = status >= 400 && answer.getHeader('Content-Type')?.startsWith('text/plain') ? answer.getBody() : '';
    if (status === 423) this.rest('elsewhere');
    else if (status === 401 || status === 403 || (status >= 200 && status < 400)) await this.signedOut();
    else if (status === 507) this.wait(FULL_DISK_WAIT, text);
    else if (ours && this.url && GONE.has(status)) this.anew();
    else if (status === 0 || PASSING.has(status) || status >= 500 || !ours && GONE.has(status)) this.wait(WAITS[Math.min(this.tries, WAITS.length - 1)], ours && status === 503 ? text : '');
    else { if (ours) { forget(this.key); this.url = null; } this.rest('failed', { text }); }
  }

  /** The server no longer has what was sent, or never had it: begins again from the first byte. */
  anew() {
    this.begun += 1;
    if (this.begun > ANEW) { this.rest('failed'); return; }
    forget(this.key);
    this.url = null;
    this.sent = 0;
    this.send();
  }

  /** A stale token is renewed at once; a sign-in that ended is asked for. */
  async signedOut() {
    const round = this.round;
    if (this.tries < 2 && await renewed()) { if (this.round === round) this.wait(1, ''); return; }
    if (this.round === round) this.rest('signin');
  }

  wait(seconds, text) {
    if (!navigator.onLine) { this.rest('offline'); return; }
    this.tries += 1;
    this.rest('retry', { seconds, text });
    const until = performance.now() + seconds * 1000;
    this.timer = setInterval(() => {
      const left = Math.ceil((until - performance.now()) / 1000);
      if (left <= 0) this.send();
      else this.tell('retry', { sent: this.sent, seconds: left, text });
    }, 1000);
  }

  online() {
    if (navigator.onLine && (this.state === 'offline' || this.state === 'retry')) this.send();
    if (!navigator.onLine && this.running) { this.stop(); this.rest('offline'); }
  }

  /** After sleep a line can be dead without anybody saying so. */
  look() {
    if (this.running && performance.now() - this.heard > SILENCE) { this.stop(); this.wait(1, ''); }
  }

  get running() { return this.state === 'sending' || this.state === 'starting'; }

  pause() { this.stop(); this.rest('paused'); }

  async resume() {
    this.tries = 0;
    this.begun = 0;
    if (this.state === 'signin') {
      const round = this.round = Symbol('round');
      const known = await renewed();
      if (this.round !== round) return;
      if (!known) { this.tell('signin', { sent: this.sent }); return; }
    }
    this.send();
  }

  /** Gives the upload up; the server is told so that it frees the space. One that another window sends is only let go of here. */
  cancel() {
    const url = this.url ?? recall(this.slot, this.file)?.url;
    const elsewhere = this.state === 'elsewhere';
    this.stop();
    this.end();
    this.url = null;
    if (elsewhere) return;
    forget(this.key);
    if (url) window.tus.Upload.terminate(url, { onBeforeRequest: sign, retryDelays: null, endpoint: this.endpoint }).catch(() => {});
  }

  stop() {
    this.round = null;
    this.upload?.abort().catch(() => {});
  }

  /** No longer sends, and lets another file take its turn. */
  rest(state, detail = {}) {
    this.round = null;
    clearInterval(this.timer);
    this.over?.();
    this.unlock?.();
    this.unlock = null;
    this.to(state, detail);
  }

  end() {
    this.rest('');
    clearInterval(this.watch);
    removeEventListener('online', this.network);
    removeEventListener('offline', this.network);
  }

  to(state, detail = {}) {
    clearInterval(state === 'retry' ? undefined : this.timer);
    this.state = state;
    if (state) this.tell(state, { sent: this.sent, ...detail });
  }
}
