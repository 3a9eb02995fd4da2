/**
 * What this browser remembers of uploads that are not finished: which file, for which place, and where it goes on. By account, so that
 * nobody sees another's; for a week, as long as the server keeps the bytes; on the restricted network only until the window is closed.
 */

const LIFE = 7 * 24 * 3600 * 1000;
const page = document.documentElement.dataset;
const PREFIX = `upload:${page.account ?? ''}:`;

function store() {
  try {
    return page.zone === 'restricted' ? sessionStorage : localStorage;
  } catch {
    return null;
  }
}

/** Names the file by what the browser knows of it; a changed file has another time and is another file. */
export function key(slot, file) {
  return `${PREFIX}${slot}:${file.size}:${file.lastModified}:${file.name}`;
}

export function remember(slot, file, url) {
  try {
    store()?.setItem(key(slot, file), JSON.stringify({ slot, url, name: file.name, size: file.size, modified: file.lastModified, begun: Date.now() }));
  } catch {
    // a full or forbidden store costs only the going on after a reload
  }
}

export function forget(name) {
  store()?.removeItem(name);
}

export function recall(slot, file) {
  return read(key(slot, file));
}

function read(name) {
  try {
    const found = JSON.parse(store()?.getItem(name) ?? 'null');
    if (!found || Date.now() - found.begun < LIFE) return found;
    forget(name);
  } catch {
    forget(name);
  }
  return null;
}

/** All that are not finished in this place, oldest first, each with its `key`. */
export function unfinished(slot) {
  const kept = store();
  if (!kept) return [];
  return Object.keys(kept).filter((name) => name.startsWith(`${PREFIX}${slot}:`))
    .map((name) => ({ ...read(name), key: name })).filter((each) => each.url).sort((one, other) => one.begun - other.begun);
}
