/** Sentences, sizes and times in the page's language. The sentences come from the server, in a template beside the uploader. */

let sentences;

function all() {
  if (!sentences) {
    sentences = new Map();
    for (const each of document.querySelector('template[data-upload-texts]').content.children) sentences.set(each.dataset.key, each.textContent);
  }
  return sentences;
}

/** The sentence with its gaps filled: `[name]` by `values.name`. */
export function say(key, values = {}) {
  return (all().get(key) ?? key).replace(/\[(\w+)\]/g, (gap, name) => values[name] ?? gap);
}

/** One decimal, decimal units, cut and never rounded up: a file just below a limit must not look as if it met it. */
export function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 100_000) return `${(Math.floor(bytes / 100) / 10).toFixed(1)} kB`;
  return `${(Math.floor(bytes / 100_000) / 10).toFixed(1)} MB`;
}

export function time(seconds) {
  if (seconds < 60) return say('seconds', [Math.max(1, Math.ceil(seconds))]);
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? say('minutes', [minutes]) : say('hours', [Math.floor(minutes / 60), minutes % 60]);
}

export function date(millis) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(millis);
}
