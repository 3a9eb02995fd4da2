/** What can be said of a file before it is sent. The server has the last word: where it may decide otherwise, sending goes on. */
import { say, size } from './words.js';

const LARGEST = 4_294_965_248;

function fits(file, accept) {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase()).filter(Boolean);
  return kinds.length === 0 || kinds.some((kind) => (kind.startsWith('.') ? file.name.toLowerCase().endsWith(kind)
    : kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind));
}

function endings(accept) {
  const names = accept.split(',').map((kind) => kind.trim()).filter((kind) => kind.startsWith('.'));
  return (names.length > 0 ? names : accept.split(',')).join(' ');
}

/** `{ text, final }`, or null where nothing is to be said; `final` where sending it would be of no use. */
export function objection(file, { accept = '', least = 0 }) {
  if (file.size === 0) return { text: say('empty', { name: file.name }), final: true };
  if (file.size > LARGEST) return { text: say('large', { name: file.name, size: size(file.size), most: size(LARGEST) }), final: true };
  if (!fits(file, accept)) return { text: say('kind', { name: file.name, accept: endings(accept) }), final: true };
  if (file.size < least) return { text: say('small', { name: file.name, size: size(file.size), least: size(least) }), final: false };
  return null;
}
