/** Reception's field for codes: a hand scanner types, Enter sends, the field is free at once for the next; the camera does the same. */
import { headers, element, icon, announce } from './page.js';

const AGAIN = 4000;
const EVERY = 150;
const WIDEST = 1280;

for (const panel of document.querySelectorAll('[data-scan]')) start(panel);

function start(panel) {
  const form = panel.querySelector('form');
  const field = panel.querySelector('[data-scan-field]');
  let last = Promise.resolve();

  /** One after the other, in the order in which they were read. */
  const queue = (code) => { last = last.then(() => send(panel, form, code)); };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = field.value.trim();
    field.value = '';
    field.focus();
    if (code) queue(code);
  });
  if (!location.hash) field.focus({ preventScroll: true });
  camera(panel, queue);
}

async function send(panel, form, code) {
  const body = new URLSearchParams({ code, department: form.elements.department.value });
  const log = panel.querySelector('[data-scan-log]');
  try {
    const answer = await fetch(panel.dataset.scan, { method: 'POST', headers: { ...headers(), Accept: 'text/html' }, body, redirect: 'error' });
    if (!answer.ok) throw new Error(String(answer.status));
    log.insertAdjacentHTML('afterbegin', await answer.text());
    if (log.firstElementChild.dataset.noted === 'true') document.body.dispatchEvent(new CustomEvent('huizhan:noted'));
  } catch {
    // what was read is not lost: it stands in the line and can be read again
    log.prepend(element('li', { class: 'row scan-line bad' }, element('div', { class: 'row-main' },
      element('p', { class: 'scan-verdict' }, element('span', { class: 'state bad' }, icon('bad'), panel.dataset.lost)), element('p', { class: 'row-note digest' }, code))));
    announce(panel.dataset.lost);
  }
}

function camera(panel, queue) {
  const [on, off] = ['on', 'off'].map((each) => panel.querySelector(`[data-camera="${each}"]`));
  if (!navigator.mediaDevices?.getUserMedia) return;
  const video = panel.querySelector('[data-scan-video]');
  const said = panel.querySelector('[data-scan-said]');
  let stream;

  const show = (running) => { on.hidden = running; off.hidden = !running; video.hidden = !running; };
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = undefined;
    show(false);
  };
  on.addEventListener('click', async () => {
    said.textContent = '';
    try {
      await import(panel.dataset.decoder);
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: WIDEST } } });
      video.srcObject = stream;
      show(true);
      await video.play();
      look(video, queue, () => stream);
    } catch {
      stop();
      said.textContent = panel.dataset.noCamera;
    }
  });
  off.addEventListener('click', stop);
  addEventListener('pagehide', stop);
  show(false);
}

/** Looks at the picture until the camera is switched off; the same code counts once as long as it stays in sight. */
function look(video, queue, running) {
  const canvas = document.createElement('canvas');
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  let seen = { text: '', at: 0 };
  const once = () => {
    if (!running()) return;
    if (video.videoWidth > 0) {
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      paint.drawImage(video, 0, 0);
      const found = window.jsQR(paint.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height, { inversionAttempts: 'dontInvert' });
      if (found?.data) {
        if (found.data !== seen.text || performance.now() - seen.at > AGAIN) queue(found.data);
        seen = { text: found.data, at: performance.now() };
      }
    }
    setTimeout(once, EVERY);
  };
  once();
}
