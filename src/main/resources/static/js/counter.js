/** Live 字 counts: `data-count` names one field or several by id, `data-limit` the most they may have together. */
import { announce, each } from './page.js';
import { say } from './words.js';
import { zishu } from './zishu.js';

const NEARLY = 0.95;
const QUIET_FOR = 1200;

export function start() {
  each('[data-count]', count);
}

function count(output) {
  const fields = output.dataset.count.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
  const limit = Number(output.dataset.limit) || 0;
  let spoken = output.classList.contains('bad');
  let waiting;
  output.setAttribute('aria-live', 'off');

  const show = (quietly) => {
    const total = fields.reduce((sum, field) => sum + zishu(field.value), 0);
    const over = limit > 0 && total > limit;
    const near = limit > 0 && !over && total >= limit * NEARLY;
    output.classList.toggle('bad', over);
    output.classList.toggle('warn', near);
    output.textContent = limit === 0 ? say('countPlain', total)
      : say('count', total, limit) + (over ? say('over', total - limit) : near ? say('left', limit - total) : '');
    clearTimeout(waiting);
    if (!quietly && (over || near || spoken)) waiting = setTimeout(() => announce(output.textContent), QUIET_FOR);
    spoken = over || near;
  };

  for (const field of fields) {
    field.addEventListener('input', (event) => { if (!event.isComposing) show(false); });
    field.addEventListener('compositionend', () => show(false));
    field.addEventListener('set', () => show(false));
  }
  show(true);
}
