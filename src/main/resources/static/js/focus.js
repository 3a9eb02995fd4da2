/**
 * The keyboard's place in a part of the page that is fetched anew (WCAG 2.4.3): it comes back on what means the same, and where that is
 * gone on what stands nearest.
 */
const ABLE = 'a[href], button:not(:disabled), input:not(:disabled):not([type="hidden"]), textarea:not(:disabled), select:not(:disabled), video[controls], summary';
/** What tells one control from another, for a person as well; the order of the attributes is the order of trust. */
const MEANING = ['formaction', 'name', 'value', 'href', 'type', 'data-move', 'data-drag', 'data-upload-here'];

const usable = (element) => Boolean(element?.matches(ABLE) && !element.closest('[hidden]'));
const first = (root, selector = ABLE) => [...root?.querySelectorAll(selector) ?? []].find(usable);
const attribute = (element, name) => (element.hasAttribute(name) && !(name === 'value' && element.matches('input, textarea, select'))
  ? `[${name}="${CSS.escape(element.getAttribute(name))}"]` : '');
const same = (element) => element.localName + MEANING.map((name) => attribute(element, name)).join('');
const frames = (part) => [...part.querySelectorAll('[data-id]')];
/** A control does with another file what this one did with its own. */
const alike = (element) => {
  const act = element.getAttribute('formaction')?.match(/\/[a-z]+$/)?.[0];
  return element.localName + (act ? `[formaction$="${act}"]` : '') + attribute(element, 'data-move') + attribute(element, 'data-drag')
    + (element.classList.length ? `.${CSS.escape(element.classList[0])}` : '');
};

/** What has the focus in this part of the page; null where nothing has. */
export function held(part) {
  const element = document.activeElement;
  if (!element || element === part || !part.contains(element)) return null;
  const frame = element.closest('[data-id]');
  const typed = element.matches('input:not([type="file"]):not([type="checkbox"]):not([type="radio"]), textarea');
  return {
    id: element.id,
    same: same(element),
    alike: alike(element),
    frame: frame?.dataset.id,
    slot: element.closest('[data-slot]')?.dataset.slot,
    place: frame ? frames(part).indexOf(frame) : frames(part).length,
    returned: element.getAttribute('formaction')?.match(/files\/([^/]+)\/return/)?.[1],
    chosen: typed ? [element.selectionStart, element.selectionEnd] : null,
  };
}

/** A part that was swapped in and not yet made usable; after two swaps the settling of the first says nothing of the second. */
const settling = (part) => part.matches('.htmx-added') || part.querySelector('.htmx-added');

/**
 * Gives the focus to what means the same in this part of the page, unless the person has gone elsewhere. What is not there, or not yet
 * usable, is given up once the part has settled, and the nearest takes its place.
 */
export function handBack(part, was) {
  if (!was || !part || document.activeElement && document.activeElement !== document.body) return;
  part.querySelectorAll('[data-drag]').forEach((handle) => { handle.hidden = false; });
  const own = frames(part).find((each) => each.dataset.id === (was.returned ?? was.frame));
  const around = was.slot ? part.querySelector(`[data-slot="${CSS.escape(was.slot)}"]`) : own ?? part;
  const exact = was.id ? document.getElementById(was.id) : [...around?.querySelectorAll(was.same) ?? []].find(usable);
  if (!usable(exact)) {
    if (!settling(part)) nearest(part, was, own)?.focus();
    return;
  }
  exact.focus({ preventScroll: true });
  if (was.chosen) exact.setSelectionRange?.(...was.chosen);
}

function nearest(part, was, own) {
  const left = frames(part);
  const next = own ?? left[Math.min(was.place, left.length - 1)];
  return first(next, was.alike) ?? first(next, 'button') ?? first(next) ?? first(part, '.removed button') ?? first(part)
    ?? first(part.parentElement, '[data-upload] input[type="file"]') ?? heading(part);
}

function heading(part) {
  const found = part.closest('section')?.querySelector('h2, h3, h4');
  if (found) found.tabIndex = -1;
  return found;
}
