/** The sign-in behind the uploads: it may end while a film is on its way, and begin again in another window. */
import { headers } from '../page.js';

/** Puts the page's token on a request. Read anew each time: a new sign-in brings a new one. */
export function sign(request) {
  const { Accept, ...rest } = headers();
  for (const [name, value] of Object.entries(rest)) request.setHeader(name, value);
}

/** Whether somebody is signed in; if so, the page has the token of that sign-in now. */
export async function renewed() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' }).catch(() => null);
  if (!answer?.ok || new URL(answer.url).pathname !== location.pathname) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (fresh.documentElement.dataset.account !== document.documentElement.dataset.account) return false;
  const token = fresh.querySelector('meta[name="csrf"]');
  const here = document.querySelector('meta[name="csrf"]');
  if (token && here) here.content = token.content;
  return true;
}
