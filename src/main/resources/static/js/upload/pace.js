/** How fast bytes go and how long the rest takes, smoothed over some seconds so that the words don't flicker. */
export class Pace {
  #speed = 0;
  #bytes = 0;
  #at = 0;

  /** Begins at so many bytes: what an earlier try sent says nothing about this line. */
  begin(bytes) {
    this.#speed = 0;
    this.#bytes = bytes;
    this.#at = performance.now();
  }

  add(bytes) {
    const now = performance.now();
    const seconds = (now - this.#at) / 1000;
    if (seconds < 0.5) return;
    const speed = (bytes - this.#bytes) / seconds;
    const weight = this.#speed === 0 ? 1 : 1 - Math.exp(-seconds / 4);
    this.#speed += weight * (speed - this.#speed);
    this.#bytes = bytes;
    this.#at = now;
  }

  /** Bytes a second; 0 while it isn't known. */
  get speed() { return this.#speed; }

  left(bytes) { return bytes / this.#speed; }
}
