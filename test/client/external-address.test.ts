import assert from 'node:assert/strict';
import { shownAddress, toHttp, toWebSocket } from '../../client/external-address.ts';

const local = 'http://127.0.0.1:3001/prod';

const cases: readonly (readonly [string, string, boolean, string])[] = [
  ['on the desktop', local, false, local],
  ['over SSH, forwarded', 'http://127.0.0.1:50123/prod', false, 'http://127.0.0.1:50123/prod'],
  ['in a browser on the same machine', 'http://127.0.0.1:8080/proxy/3001/prod', true, local],
  [
    'in a browser elsewhere',
    'https://code.example/proxy/3001/prod',
    true,
    'https://code.example/proxy/3001/prod',
  ],
];

describe('addresses shown to people', () => {
  for (const [where, external, isInBrowser, expected] of cases)
    it(where, () => assert.equal(shownAddress(local, external, isInBrowser), expected));

  it('keeps the security of the scheme', () => {
    assert.equal(toHttp('wss://a/b'), 'https://a/b');
    assert.equal(toWebSocket('https://a/b'), 'wss://a/b');
  });
});
