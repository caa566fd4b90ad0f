import assert from 'node:assert/strict';
import { sampleFileName, skeletonMessage } from '../../client/sample-text.ts';

const names: readonly (readonly [string, string | undefined])[] = [
  ['join', 'join.json'],
  [' join ', 'join.json'],
  ['join.txt', 'join.txt'],
  ['join.v2', 'join.v2.json'],
  ['', undefined],
  ['../join', undefined],
  ['.hidden', undefined],
  ['a/b', undefined],
];

const skeletons: readonly (readonly [string, readonly string[], string])[] = [
  ['$request.body.action', ['$connect', 'join'], '{"action":"join"}'],
  ['${request.body.detail-type}', ['created'], '{"detail-type":"created"}'],
  ['$request.body.type', [], '{"type":""}'],
  ['${request.body.a}/${request.body.b}', ['x/y'], '{"action":"x/y"}'],
];

describe('new samples', () => {
  for (const [name, expected] of names)
    it(`${JSON.stringify(name)} becomes the file ${expected}`, () =>
      assert.equal(sampleFileName(name), expected));

  for (const [expression, routeKeys, expected] of skeletons)
    it(`${expression} begins with ${expected}`, () =>
      assert.deepEqual(JSON.parse(skeletonMessage(expression, routeKeys)), JSON.parse(expected)));
});
