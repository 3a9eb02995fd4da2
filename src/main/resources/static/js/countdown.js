/** Time left to a deadline by the server's business clock, which may be moved: the page brings its reading, the browser only ticks. */
import { each } from './page.js';
import { say } from './words.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;
const loaded = performance.now();
const served = Number(document.documentElement.dataset.now) || Date.now();

const now = () => served + performance.now() - loaded;
const dayOf = (time) => Math.floor((time + SHANGHAI) / DAY);
const two = (number) => String(number).padStart(2, '0');

export function start() {
  each('[data-countdown]', (place) => {
    const end = Date.parse(place.dataset.countdown);
    const brief = place.dataset.countdownShort !== undefined;
    const show = () => {
      const left = end - now();
      const words = brief ? days(left, end) : exact(left);
      if (place.textContent !== words) place.textContent = words;
      place.classList.toggle('last-day', left >= 0 && dayOf(end) === dayOf(now()));
      if (left >= 0) setTimeout(show, !brief && left < DAY ? SECOND - (now() % SECOND) : MINUTE);
    };
    show();
  });
}

function days(left, end) {
  if (left < 0) return say('past');
  const count = dayOf(end) - dayOf(now());
  return count === 0 ? say('today') : say('daysLeft', count);
}

function exact(left) {
  if (left < 0) return say('past');
  const [d, h, m, s] = [left / DAY, (left % DAY) / HOUR, (left % HOUR) / MINUTE, (left % MINUTE) / SECOND].map(Math.floor);
  if (d > 0) return say('dayAndHours', d, h);
  return say('clockLeft', `${two(h)}:${two(m)}:${two(s)}`);
}
