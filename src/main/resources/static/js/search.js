/** Finds entries of a list by Chinese, English, pinyin in full, initials or code; the closest first. No browser needed. */

const folded = (text) => (text ?? '').normalize('NFKC').toLowerCase().replace(/[\s'’·.,-]/g, '');

/** The entry that a person named exactly: by code or by either name. */
export function named(entries, text) {
  const wanted = folded(text);
  return entries.find((entry) => [entry.code, entry.zh, entry.en].some((each) => folded(each) === wanted));
}

/** All entries that fit, the best first; an empty query fits everything in the list's own order. */
export function matching(entries, query) {
  const wanted = folded(query);
  if (wanted === '') return entries;
  return entries.map((entry, at) => ({ entry, at, rank: rank(entry, wanted, query) })).filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.at - b.at).map((each) => each.entry);
}

function rank(entry, wanted, query) {
  const [code, zh, en, pinyin, initials] = [entry.code, entry.zh, entry.en, entry.pinyin, entry.initials].map(folded);
  if ([code, zh, en, pinyin, initials].includes(wanted)) return 6;
  if (zh.startsWith(wanted) || en.startsWith(wanted)) return 5;
  if (pinyin.startsWith(wanted)) return 4;
  if (initials.startsWith(wanted)) return 3;
  if (zh.includes(wanted) || entry.en?.toLowerCase().split(/[\s,]+/).some((word) => word.startsWith(query.trim().toLowerCase()))) return 2;
  return wanted.length > 1 && (pinyin.includes(wanted) || en.includes(wanted)) ? 1 : 0;
}
