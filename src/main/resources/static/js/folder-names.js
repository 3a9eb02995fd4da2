/**
 * What can be told of a folder by the names in it before any of them leaves the browser: which are marked as not public or with a level of
 * secrecy, and which achievements lie in it. The patterns are the server's own.
 */
const JUNK = /^(thumbs\.db|\.ds_store|desktop\.ini|~\$.*|\._.*|__macosx)$/i;
const RANK = /^0*[0-9]{1,2}$/;

const junk = (path) => path.split('/').some((part) => JUNK.test(part));
const head = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

export class Names {
  /** @throws where this browser can't read a pattern: then nothing may be sent */
  constructor({ marks, unseen, known }) {
    this.marks = new RegExp(marks, 'u');
    this.unseen = new RegExp(unseen, 'gu');
    this.known = new RegExp(known, 'u');
  }

  /** A name as it looks: in one width and small letters, without what nobody sees. */
  bare(name) { return name.normalize('NFKC').toLowerCase().replace(this.unseen, ''); }

  marked(path) { return this.marks.test(this.bare(path)); }

  /** The number of the achievement in whose folder each path lies, by path; those that lie in none aren't there. Folders around the whole are only wrapping. */
  ranks(paths) {
    let inside = paths.filter((path) => !junk(path)).map((path) => [path, path]);
    for (;;) {
      const heads = new Set(inside.map(([, rest]) => head(rest)));
      const [only] = heads;
      if (heads.size !== 1 || only === '' || this.known.test(this.bare(only))) break;
      inside = inside.map(([path, rest]) => [path, rest.slice(only.length + 1)]);
    }
    return new Map(inside.filter(([, rest]) => RANK.test(this.bare(head(rest)))).map(([path, rest]) => [path, this.bare(head(rest)).slice(-2).padStart(2, '0')]));
  }
}
