/** A page that waits until the program has started anew, and then goes on. */
const PAUSE = 700;

async function ready(address) {
  try {
    return (await fetch(address, { cache: 'no-store' })).status === 204;
  } catch {
    return false;
  }
}

export async function start() {
  const { waits, then } = document.querySelector('[data-waits]').dataset;
  while (!await ready(waits)) await new Promise((go) => { setTimeout(go, PAUSE); });
  location.replace(then);
}
