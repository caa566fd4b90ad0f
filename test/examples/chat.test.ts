import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDefinitions } from '../../core/formats/formats.ts';
import { startGateway } from '../../server/emulator/gateway.ts';
import type { Gateway } from '../../server/emulator/gateway.ts';
import { apiIdOf } from '../../server/emulator/identifiers.ts';
import { chatCopy } from '../kit/chat-copy.ts';
import type { TemporaryFolder } from '../kit/temporary-folder.ts';
import { openClient } from './open-client.ts';
import type { Client } from './open-client.ts';

describe('examples/chat', () => {
  let folder: TemporaryFolder;
  let apiId: string;
  let gateway: Gateway;
  let ada: Client;
  let bob: Client;

  before(async () => {
    // A copy is an API of its own, with rooms of its own, also while somebody runs the example.
    folder = chatCopy();
    const file = join(folder.path, 'template.yaml');
    const { apis } = readDefinitions(file, readFileSync(file, 'utf8'));
    apiId = apiIdOf(file, apis[0]?.logicalId ?? '');
    gateway = await startGateway({
      apis: apis.map((api) => ({ api, file, stage: 'dev' })),
      port: 0,
      runHandlers: true,
      emit: () => undefined,
    });
    const url = gateway.ready.apis[0]?.url ?? '';
    ada = await openClient(url);
    bob = await openClient(url);
  });

  after(() => folder.remove());

  it('lets people join a room, and tells who is in it', async () => {
    ada.send({ action: 'join', room: 'lobby', name: 'Ada' });
    assert.deepEqual(await ada.next(), { event: 'welcome', room: 'lobby', members: ['Ada'] });
    bob.send({ action: 'join', room: 'lobby', name: 'Bob' });
    assert.deepEqual(await bob.next(), { event: 'welcome', room: 'lobby', members: ['Ada', 'Bob'] });
    assert.deepEqual(await ada.next(), { event: 'joined', room: 'lobby', name: 'Bob' });
  });

  it('passes a message to everybody in the room', async () => {
    ada.send({ action: 'send', room: 'lobby', text: 'Hello' });
    const message = { event: 'message', room: 'lobby', from: 'Ada', text: 'Hello' };
    assert.deepEqual(await ada.next(), message);
    assert.deepEqual(await bob.next(), message);
  });

  it('tells the others that somebody left, and passes nothing more on', async () => {
    bob.send({ action: 'leave', room: 'lobby' });
    assert.deepEqual(await bob.next(), { event: 'goodbye', room: 'lobby' });
    assert.deepEqual(await ada.next(), { event: 'left', room: 'lobby', name: 'Bob' });
    bob.send({ action: 'send', room: 'lobby', text: 'Am I still here?' });
    assert.deepEqual(await bob.next(), { event: 'error', text: 'You are not in the room lobby.' });
  });

  it('answers what it does not know', async () => {
    const answer = { event: 'error', text: 'Send an action: join, send or leave.' };
    ada.send({ action: 'dance' });
    assert.deepEqual(await ada.next(), answer);
    ada.sendText('Hello? Is anybody there?');
    assert.deepEqual(await ada.next(), answer);
  });

  it('tells the others that a connection ended', async () => {
    bob.send({ action: 'join', room: 'lobby', name: 'Bob' });
    assert.deepEqual(await ada.next(), { event: 'joined', room: 'lobby', name: 'Bob' });
    bob.close();
    assert.deepEqual(await ada.next(), { event: 'left', room: 'lobby', name: 'Bob' });
  });

  it('leaves nothing behind when it stops', async () => {
    assert.equal(membersOnDisk(apiId).length, 1);
    await gateway.stop();
    assert.deepEqual(membersOnDisk(apiId), []);
  });
});

function membersOnDisk(apiId: string): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`chat-${apiId}.`));
}
