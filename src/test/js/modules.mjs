import { readFile } from 'node:fs/promises';

const SCRIPTS = new URL('../../main/resources/static/js/', import.meta.url);

/** Loads a browser module that imports nothing; the files carry no package.json that would tell Node what they are. */
export async function load(name) {
  const source = await readFile(new URL(name, SCRIPTS), 'utf8');
  return import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
}
