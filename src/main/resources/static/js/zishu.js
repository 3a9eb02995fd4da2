/**
 * 字数, version 1: Chinese characters and full-width marks count one each, a run of anything else counts one, white space nothing.
 * The same algorithm and the same vectors as on the server.
 */
const ASIAN = [
  [0x2E80, 0x2FFF], [0x3001, 0x33FF], [0x3400, 0x4DBF], [0x4E00, 0x9FFF], [0xA000, 0xA4CF], [0xAC00, 0xD7A3], [0xF900, 0xFAFF],
  [0xFE10, 0xFE1F], [0xFE30, 0xFE4F], [0xFF01, 0xFF60], [0xFFE0, 0xFFE6], [0x20000, 0x3FFFD],
];
const AMBIGUOUS = [
  [0xB7, 0xB7], [0xD7, 0xD7], [0x2014, 0x2016], [0x2018, 0x2019], [0x201C, 0x201D], [0x2022, 0x2022], [0x2025, 0x2027], [0x2030, 0x2030],
  [0x2032, 0x2033], [0x2103, 0x2103], [0x2116, 0x2116], [0x2160, 0x217F], [0x2190, 0x2193], [0x2460, 0x24FF], [0x2500, 0x27BF],
];
const JOINING = new Set([0x2019, 0xB7, 0x2014, 0xD7, 0x2022]);
const SPACE = /^\p{White_Space}$/u;
const DROPPED = /^[\p{Cf}\p{M}\p{Cc}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u{1F3FB}-\u{1F3FF}]$/u;
const WORD = /^[\p{L}\p{Nd}]$/u;

const within = (ranges, point) => ranges.some(([from, to]) => point >= from && point <= to);
const isAsian = (point) => within(ASIAN, point);
const isWord = (character) => character !== undefined && WORD.test(character) && !isAsian(character.codePointAt(0));

/** How many 字 a text has. */
export function zishu(text) {
  const kept = [...text].filter((character) => SPACE.test(character) || !DROPPED.test(character));
  let count = 0;
  let running = false;
  kept.forEach((character, at) => {
    const point = character.codePointAt(0);
    if (SPACE.test(character)) {
      running = false;
    } else if (isAsian(point) || (within(AMBIGUOUS, point) && !joins(kept, at, point))) {
      count += 1;
      running = false;
    } else {
      if (!running) count += 1;
      running = true;
    }
  });
  return count;
}

function joins(kept, at, point) {
  return JOINING.has(point) && isWord(kept[at - 1]) && isWord(kept[at + 1]);
}
