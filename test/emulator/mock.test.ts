import assert from 'node:assert/strict';
import { mock, type RouteSketch } from './an-api.ts';
import { converse, hangUp, refused } from './converse.ts';

const span = { start: 0, end: 0 };
const text = (value: string) => ({ value, span, spelling: 'yaml-plain' as const });
const response = (integrationResponseKey: string, responseTemplates: Record<string, string>) => ({
  integrationResponseKey,
  span,
  responseTemplates,
});

describe('MOCK', () => {
  afterEach(hangUp);

  const cases: { what: string; change: Partial<RouteSketch>; frame: string | RegExp }[] = [
    { what: 'the template of $default', change: {}, frame: 'pong' },
    {
      what: 'the response whose key matches the status',
      change: {
        responses: [
          response('$default', { $default: 'other' }),
          response('/20\\d/', { 'application/json': 'two hundred' }),
        ],
      },
      frame: 'two hundred',
    },
    {
      what: 'a key that matches a part of the status only is no match',
      change: {
        responses: [response('/20/', { $default: 'no' }), response('$default', { $default: 'yes' })],
      },
      frame: 'yes',
    },
    {
      what: 'the template that the expression selects',
      change: {
        templateSelectionExpression: text('\\$default'),
        requestTemplates: { $default: '{"statusCode":200}', 'application/json': 'no' },
      },
      frame: 'pong',
    },
    {
      what: 'the template that the message selects',
      change: {
        templateSelectionExpression: text('$request.body.kind'),
        requestTemplates: { a: '{"statusCode":200}' },
      },
      frame: 'pong',
    },
    {
      what: 'an error where the template gives no status',
      change: { requestTemplates: { 'application/json': '{}' } },
      frame: /Internal server error/,
    },
    {
      what: 'an error where no response matches',
      change: { responses: [response('/404/', {})] },
      frame: /Internal server error/,
    },
    {
      what: 'an error where nothing may pass without a template',
      change: { requestTemplates: {}, passthroughBehavior: 'NEVER' },
      frame: /Unsupported Media Type/,
    },
    {
      what: 'a template with directives as it is written',
      change: { responses: [response('$default', { $default: '{"id":"$context.connectionId"}' })] },
      frame: '{"id":"$context.connectionId"}',
    },
  ];
  for (const { what, change, frame } of cases) {
    it(`answers ${what}`, async () => {
      const peer = await (await converse({ routes: { $default: { ...mock('pong'), ...change } } })).connect();
      const answer = await peer.ask('{"kind":"a"}');
      if (typeof frame === 'string') assert.equal(answer, frame);
      else assert.match(answer, frame);
    });
  }

  it('says that mapping templates are not run yet', async () => {
    const { connect, event } = await converse({ routes: { $default: mock('$input.body') } });
    await (await connect()).ask('x');
    assert.match((await event('notice')).text, /sent as written: mapping templates are not run yet/);
  });

  it('decides on $connect', async () => {
    const { connect } = await converse({ routes: { $connect: mock(''), $default: mock('hello') } });
    assert.equal(await (await connect()).ask('x'), 'hello');
    const { url } = await converse({ routes: { $connect: mock('no', 403) } });
    assert.equal((await refused(url)).status, 403);
  });
});
