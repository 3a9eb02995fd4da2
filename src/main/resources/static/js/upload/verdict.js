/** Asks the server what it knows of an uploaded file: at once after the last byte, then at growing intervals until it was examined whole. */
import { headers } from '../page.js';

const WAITS = [1, 1, 2, 3, 5, 8, 13, 20, 30];

/** The answer; null where the upload is no longer known, an exception where the server could not be asked. */
export async function verdict(url) {
  const answer = await fetch(`${url}/verdict`, { headers: { Accept: 'application/json', 'X-Requested-With': headers()['X-Requested-With'] }, credentials: 'same-origin' });
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok || answer.redirected) throw new Error(`verdict: ${answer.status}`);
  return answer.json();
}

/** Calls back with each answer until the examination is over, `wanted` says no, or half an hour has passed. */
export async function follow(url, wanted, told) {
  for (let round = 0; round < 70 && wanted(); round += 1) {
    const known = await verdict(url).catch(() => undefined);
    if (known === null) return;
    if (known) told(known);
    if (known && known.deep !== 'pending') return;
    await new Promise((go) => { setTimeout(go, WAITS[Math.min(round, WAITS.length - 1)] * 1000); });
  }
}
