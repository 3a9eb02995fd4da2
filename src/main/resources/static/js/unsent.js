/**
 * Texts that are typed and not yet saved, kept in this browser by account and page until the server has them. Never on the restricted
 * server, cleared at sign-out. A browser that refuses storage loses nothing but this second net.
 */
const NAME = 'huizhan-unsent';
const STORE = 'texts';
const { account, zone } = document.documentElement.dataset;

export const kept = Boolean(account) && zone !== 'restricted' && 'indexedDB' in window;

const opened = kept ? new Promise((resolve) => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => resolve(null);
}) : Promise.resolve(null);

async function run(mode, work) {
  const database = await opened;
  if (!database) return undefined;
  return new Promise((resolve) => {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = transaction.onabort = () => resolve(undefined);
  });
}

const prefix = () => `${account} `;
const key = (place, field) => `${prefix()}${place} ${field}`;

export function keep(place, field, value, version) {
  return run('readwrite', (store) => store.put({ key: key(place, field), account, place, field, value, version }));
}

export function forget(place, field) {
  return run('readwrite', (store) => store.delete(key(place, field)));
}

/** Everything kept for this account at this place; without one, at all. */
export async function found(place) {
  const head = place === undefined ? prefix() : key(place, '');
  const all = await run('readonly', (store) => store.getAll(IDBKeyRange.bound(head, `${head}\uFFFF`)));
  return all ?? [];
}

/** Forgets everything that this account has left here. */
export function forgetAll() {
  return run('readwrite', (store) => store.delete(IDBKeyRange.bound(prefix(), `${prefix()}\uFFFF`)));
}
