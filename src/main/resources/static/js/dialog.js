/** Native dialogs: `data-dialog="#id"` opens, `data-close` closes, a click on the veil closes, focus returns by itself. */
import { each } from './page.js';

export function start() {
  each('[data-dialog]', (opener) => opener.addEventListener('click', (event) => {
    const dialog = document.querySelector(opener.dataset.dialog);
    if (!dialog?.showModal) return;
    event.preventDefault();
    dialog.showModal();
  }));
  each('dialog', (dialog) => dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-close]')) dialog.close();
  }));
}
