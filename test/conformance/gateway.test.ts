import assert from 'node:assert/strict';
import { anApi, mock } from '../emulator/an-api.ts';
import type { Conversation, Peer } from '../emulator/converse.ts';
import { converse, hangUp } from '../emulator/converse.ts';
import { jaywayRouteRows, type RouteRow, routeRows } from './rows.ts';

describe('route selection through a live gateway', () => {
  let conversation: Conversation;
  let peer: Peer;

  before(async () => {
    conversation = await converse({ routes: {} });
    peer = await conversation.connect();
  });
  after(hangUp);

  for (const row of [...routeRows, ...jaywayRouteRows])
    it(`${row.id}: ${row.expression} on ${JSON.stringify(row.payload).slice(0, 60)}`, () => check(row));

  /** Every route answers with its own key; what the client gets tells which one was taken. */
  async function check({ expression, payload, routes, value, route }: RouteRow): Promise<void> {
    const { gateway, folder, events } = conversation;
    const answering = Object.fromEntries(routes.map((key) => [key, mock(`route ${key}`)]));
    gateway.run([
      { api: anApi({ expression, routes: answering }), file: `${folder}/template.yaml`, stage: 'prod' },
    ]);
    const frame = await peer.ask(payload);
    const answer = frame.startsWith('{"message": "Forbidden", ') ? null : frame;
    assert.equal(answer, route === null ? null : `route ${route}`);
    const told = events.findLast((event) => event.type === 'hit')?.hit;
    assert.deepEqual({ value: told?.value, route: told?.route }, { value, route });
  }
});
