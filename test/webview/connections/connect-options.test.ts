import assert from 'node:assert/strict';
import { emptyForm, readConnectForm } from '../../../client/webview/connections/connect-options.ts';

describe('form of a connection', () => {
  for (const [what, form, options] of [
    ['nothing', {}, {}],
    ['a query with its question mark', { query: ' ?a=1&b ' }, { query: 'a=1&b' }],
    [
      'headers, whose values may hold colons',
      { headers: 'Authorization: Bearer a:b\n\n X-Room :1' },
      { headers: { Authorization: 'Bearer a:b', 'X-Room': '1' } },
    ],
    ['a header without value', { headers: 'X-Empty:' }, { headers: { 'X-Empty': '' } }],
    ['subprotocols', { subprotocols: 'ocpp1.6,, ocpp2.0.1 ' }, { subprotocols: ['ocpp1.6', 'ocpp2.0.1'] }],
  ] as const)
    it(`reads ${what}`, () => {
      const expected = { query: '', headers: {}, subprotocols: [], ...options };
      assert.deepEqual(readConnectForm({ ...emptyForm, ...form }), expected);
    });

  for (const [form, problem] of [
    [{ headers: 'Bearer abc' }, 'Write headers as "Name: value", one a line: "Bearer abc".'],
    [{ headers: 'my name: x' }, '"my name" is not a header name.'],
    [{ headers: ': x' }, '"" is not a header name.'],
    [{ subprotocols: 'a b' }, '"a b" is not a subprotocol: separate several by commas.'],
  ] as const)
    it(`says: ${problem}`, () => assert.deepEqual(readConnectForm({ ...emptyForm, ...form }), { problem }));
});
