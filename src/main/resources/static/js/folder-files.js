/** The files in what was dropped, folders within folders too, each with its path. */

const MOST = 5000;

function read(reader) {
  return new Promise((done, failed) => { reader.readEntries(done, failed); });
}

/** A browser gives a folder's entries a hundred at a time, and nothing when there are no more. */
async function inside(folder) {
  const reader = folder.createReader();
  const all = [];
  for (let some = await read(reader); some.length > 0; some = await read(reader)) all.push(...some);
  return all;
}

/** `[{ path, file }]` in the order of the folders; no more than can be sorted at once, and one. */
export async function filesOf(entries) {
  const found = [];
  const walk = async (some) => {
    for (const entry of some) {
      if (found.length > MOST) return;
      if (entry.isDirectory) await walk(await inside(entry));
      else found.push({ path: entry.fullPath.replace(/^\/+/, ''), file: await new Promise((done, failed) => { entry.file(done, failed); }) });
    }
  };
  await walk(entries);
  return found;
}
