/** Signing out leaves no unsent text of this account on the computer. */
import { each } from './page.js';
import { forgetAll } from './unsent.js';

const LONGEST_WAIT = 1000;

export function start() {
  each('form[data-sign-out]', (form) => form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await Promise.race([forgetAll(), new Promise((resolve) => { setTimeout(resolve, LONGEST_WAIT); })]);
    form.submit();
  }));
}
