import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './modules.mjs';

const { matching, named } = await load('search.js');

const COUNTRIES = [
  { code: 'CN', zh: '中国', en: 'China', pinyin: 'zhongguo', initials: 'zg' },
  { code: 'DE', zh: '德国', en: 'Germany', pinyin: 'deguo', initials: 'dg' },
  { code: 'DK', zh: '丹麦', en: 'Denmark', pinyin: 'danmai', initials: 'dm' },
  { code: 'NL', zh: '荷兰', en: 'Netherlands (the)', pinyin: 'helan', initials: 'hl' },
  { code: 'GB', zh: '英国', en: 'United Kingdom', pinyin: 'yingguo', initials: 'yg' },
  { code: 'US', zh: '美国', en: 'United States', pinyin: 'meiguo', initials: 'mg' },
];
const codes = (query) => matching(COUNTRIES, query).map((each) => each.code);

test('an empty query shows all in their own order', () => assert.deepEqual(codes(' '), COUNTRIES.map((each) => each.code)));
test('Chinese, English, pinyin, initials and code each find Germany first', () => {
  for (const query of ['德', '德国', 'germ', 'Germany', 'deguo', 'de guo', "de'guo", 'dg', 'DE']) assert.equal(codes(query)[0], 'DE', query);
});
test('a code that is also the beginning of a name comes first', () => assert.deepEqual(codes('de'), ['DE', 'DK']));
test('a later word of an English name is found', () => assert.deepEqual(codes('kingdom'), ['GB']));
test('full-width letters are letters', () => assert.equal(codes('ＤＫ')[0], 'DK'));
test('what is not there finds nothing', () => assert.deepEqual(codes('xyz'), []));
test('a name typed in full is known by its code', () => {
  assert.equal(named(COUNTRIES, ' 荷兰 ')?.code, 'NL');
  assert.equal(named(COUNTRIES, 'united states')?.code, 'US');
  assert.equal(named(COUNTRIES, '荷'), undefined);
});
