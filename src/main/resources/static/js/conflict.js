/** Two people changed one field: shows both texts and lets the reader choose. Nothing is overwritten in silence. */
import { element } from './page.js';
import { say } from './words.js';

/** Shows the choice under the field; `chosen` hears 'mine' or 'theirs'. */
export function conflict(field, theirs, chosen) {
  field.block.querySelector('.conflict')?.remove();
  if (theirs.value === undefined || theirs.version === undefined) {
    field.block.append(element('div', { class: 'conflict', role: 'alert' }, element('p', {}, say('conflictGone'))));
    return;
  }
  const choose = (choice) => () => {
    panel.remove();
    field.first.focus();
    chosen(choice);
  };
  const mine = field.value;
  const panel = element('div', { class: 'conflict', role: 'alert' },
    element('p', {}, say(theirs.kept ? 'conflictKept' : 'conflictTitle', theirs.by, theirs.at)),
    element('div', { class: 'conflict-texts' }, text('mine', field.inWords(mine), field.inWords(theirs.value)),
      text(theirs.kept ? 'earlier' : 'theirs', field.inWords(theirs.value), field.inWords(mine))),
    element('div', { class: 'actions' },
      element('button', { type: 'button', class: 'button small', onclick: choose('mine') }, say('keepMine')),
      element('button', { type: 'button', class: 'button quiet small', onclick: choose('theirs') }, say(theirs.kept ? 'takeEarlier' : 'takeTheirs'))));
  field.block.append(panel);
}

/** The text with the part marked in which it differs from the other: what lies between the common beginning and the common end. */
function text(title, shown, other) {
  const a = [...shown];
  const b = [...other];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middle = a.slice(start, a.length - end).join('');
  const body = element('pre', {}, a.slice(0, start).join(''), ...(middle ? [element('mark', {}, middle)] : []), a.slice(a.length - end).join(''));
  if (shown === '') body.textContent = say('empty');
  return element('div', {}, element('p', { class: 'hint' }, say(title)), body);
}
