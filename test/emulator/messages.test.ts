import assert from 'node:assert/strict';
import { join } from 'node:path';
import { anApi, lambda, mock, type RouteSketch } from './an-api.ts';
import { converse, hangUp } from './converse.ts';

const oneWay = (route: RouteSketch): RouteSketch => ({ ...route, oneWay: true });
const errorFrame = (message: string, connectionId: string): RegExp =>
  new RegExp(`^{"message": "${message}", "connectionId":"${connectionId}", "requestId":"[\\w-]{15}="}$`);

/** One function: what it does depends on the message. */
const app = {
  'app.js': `exports.handler = async (event) => {
    const { answer, error, wait } = JSON.parse(event.body);
    if (error) throw new Error(error);
    if (wait) await new Promise((done) => setTimeout(done, wait));
    return answer;
  };`,
};
const functions = { F: {}, Quick: { timeoutInSeconds: 0.2 } };
const routes = {
  mock: mock('pong'),
  two: lambda('F'),
  one: oneWay(lambda('F')),
  slow: { ...lambda('F'), timeoutInMillis: 50 },
  quick: lambda('Quick'),
  targetless: { noTarget: true } as RouteSketch,
};
const message = (action: string, rest: object = {}): string => JSON.stringify({ action, ...rest });

describe('a message', () => {
  afterEach(hangUp);

  const replies = [
    { what: 'the body', answer: { statusCode: 200, body: 'hi' }, frame: 'hi' },
    { what: 'the body of a 500', answer: { statusCode: 500, body: 'oops' }, frame: 'oops' },
    { what: 'an empty frame where there is no body', answer: { statusCode: 200 }, frame: '' },
    { what: 'the body verbatim', answer: { statusCode: 200, body: ' é☃\n' }, frame: ' é☃\n' },
  ];
  for (const { what, answer, frame } of replies) {
    it(`is answered by ${what} on a two-way route`, async () => {
      const peer = await (await converse({ routes, functions }, app)).connect();
      assert.equal(await peer.ask(message('two', { answer })), frame);
    });
  }

  for (const statusCode of [200, 301, 401, 501]) {
    it(`is answered by nothing on a one-way route, whatever the status: ${statusCode}`, async () => {
      const { connect, hit } = await converse({ routes, functions }, app);
      const peer = await connect();
      peer.send(message('one', { answer: { statusCode, body: 'hi' } }));
      assert.equal((await hit('one')).result, String(statusCode));
      assert.equal(await peer.ask(message('mock')), 'pong');
    });
  }

  const failures = [
    { what: 'a function that throws', text: message('two', { error: 'no' }) },
    { what: 'a function that throws, one-way', text: message('one', { error: 'no' }) },
    { what: 'a function that answers nothing', text: message('two') },
    { what: 'an answer without status', text: message('two', { answer: {} }) },
    { what: 'an answer that is a text', text: message('two', { answer: 'hi' }) },
    {
      what: 'an answer with other keys',
      text: message('two', { answer: { ConnectionId: 'x', Data: 'y', statusCode: 200 } }),
    },
    { what: 'a body that is no text', text: message('two', { answer: { statusCode: 200, body: {} } }) },
    { what: 'a status that is none', text: message('two', { answer: { statusCode: 99 } }) },
    { what: 'a function out of time', text: message('quick', { wait: 5000 }) },
    { what: 'a route without target', text: message('targetless') },
  ];
  for (const { what, text } of failures) {
    it(`is answered by Internal server error: ${what}`, async () => {
      const peer = await (await converse({ routes, functions }, app)).connect();
      assert.match(await peer.ask(text), errorFrame('Internal server error', peer.connectionId));
      assert.equal(await peer.ask(message('mock')), 'pong');
    });
  }

  it('is answered by Endpoint request timed out when the integration takes too long', async () => {
    const peer = await (await converse({ routes, functions }, app)).connect();
    const text = message('slow', { wait: 1000, answer: { statusCode: 200 } });
    assert.match(await peer.ask(text), errorFrame('Endpoint request timed out', peer.connectionId));
  });

  it('is answered by Forbidden where no route fits, and goes to $default where there is one', async () => {
    const { connect, gateway, folder, hit } = await converse({ routes: { mock: mock('pong') } });
    const peer = await connect();
    assert.match(await peer.ask('not JSON'), errorFrame('Forbidden', peer.connectionId));
    assert.equal((await hit(null)).reason, 'forbidden');
    const api = anApi({ routes: { mock: mock('pong'), $default: mock('anything') } });
    gateway.run([{ api, file: join(folder, 'template.yaml'), stage: 'prod' }]);
    assert.equal(await peer.ask('not JSON'), 'anything');
  });

  it('never selects $connect or $disconnect', async () => {
    const { connect, hit } = await converse({
      routes: { $connect: mock(''), $disconnect: mock('no'), $default: mock('anything') },
    });
    const peer = await connect();
    for (const action of ['$connect', '$disconnect'])
      assert.equal(await peer.ask(message(action)), 'anything');
    assert.equal((await hit('$default')).reason, 'default');
  });

  it('may be empty', async () => {
    const peer = await (await converse({ routes: { $default: mock('anything') } })).connect();
    assert.equal(await peer.ask(''), 'anything');
  });

  it('is told step by step', async () => {
    const { connect, hit } = await converse({ routes, functions }, app);
    const peer = await connect();
    const text = message('two', { answer: { statusCode: 200, body: 'hi' } });
    await peer.ask(text);
    const told = await hit('two');
    assert.deepEqual(
      told.steps.slice(-5).map(({ name, ok }) => ({ name, ok })),
      ['route', 'integration request', 'function', 'integration response', 'frame'].map((name) => ({
        name,
        ok: true,
      })),
    );
    const event = told.steps.find(({ name }) => name === 'integration request')?.detail ?? '';
    assert.equal((JSON.parse(event) as { body: string }).body, text);
    assert.equal(told.steps.at(-1)?.detail, 'hi');
  });

  it('is not validated or authorized yet, which the gateway says', async () => {
    const route = { authorizationType: 'CUSTOM', apiKeyRequired: true, requestModels: { $default: 'M' } };
    const { events } = await converse({ routes: { $connect: { ...mock(''), route } } });
    assert.deepEqual(
      events.flatMap((one) => (one.type === 'notice' ? [one.text] : [])),
      [
        '$connect: authorization (CUSTOM) does not run here yet, so every client is accepted.',
        '$connect: API keys are not checked here yet.',
        '$connect: messages are not validated by request models here yet.',
      ],
    );
  });

  it('of an API that was taken away ends the connection', async () => {
    const { connect, gateway } = await converse({ routes });
    const peer = await connect();
    gateway.run([]);
    assert.deepEqual(await peer.closed, { code: 1001, reason: 'Going away' });
  });
});
