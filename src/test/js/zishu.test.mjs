import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './modules.mjs';

const { zishu } = await load('zishu.js');

const VECTORS = [
  ['中国国际科技合作', 8], ['中国，国际。', 6], ['国际合作（2015年）', 8], ['与MIT合作', 4], ['state-of-the-art技术', 3],
  ['增长 12.5% 以上', 5], ['“一带一路”', 6], ['他说："OK"。', 5], ['联合国——UNESCO……', 8], ['第一段\n第二段\n', 6],
  ['A  B \u3000C', 3], ['ＡＢＣ１２３', 6], ['\u{20BB7}野家', 3], ['CO₂减排30%，PM2.5达标', 8], ['e\u0301tude法文', 3],
  ['http://www.most.gov.cn/网址', 3], ['你好,世界', 5], ['①建设；②运行', 7], ['巴布亚·新几内亚', 8], ['№5样机，25℃', 7],
  ['葛\u{E0100}城', 2], ['한국 과학기술', 6], ['50kg±2%', 1], ['a - b', 3], ['', 0], [' \t\u3000\n', 0],
];

for (const [text, count] of VECTORS) {
  test(`${JSON.stringify(text)} counts ${count}`, () => assert.equal(zishu(text), count));
}

test('an apostrophe and a times sign stay within a word and not between Chinese', () => {
  assert.equal(zishu('don’t'), 1);
  assert.equal(zishu('3×4'), 1);
  assert.equal(zishu('中×外'), 3);
});

test('a text twice with a blank between counts twice', () => {
  for (const [text, count] of VECTORS) assert.equal(zishu(`${text} ${text}`), 2 * count);
});
