import assert from 'node:assert/strict';
import { listedConnections } from '../../../client/webview/connections/listed-connections.ts';
import { running } from '../chat.ts';

describe('list of connections', () => {
  it('begins with the clients that can send, then other open ones, then those that ended', () => {
    const { listed, left } = listedConnections(running.connections);
    assert.deepEqual(
      listed.map((one) => one.connectionId.slice(0, 4)),
      ['cXvZ', 'cXvY', 'cXva', ''],
    );
    assert.equal(left, 0);
  });

  it('counts what it leaves out', () => {
    const many = Array.from({ length: 150 }, (_, since) => ({ connectionId: `${since}`, since, open: true }));
    const { listed, left } = listedConnections(many);
    assert.deepEqual([listed.length, listed[0]?.connectionId, left], [100, '149', 50]);
  });
});
