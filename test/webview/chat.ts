import type { PanelConnection, PanelState, TrafficRow } from '../../core/contracts/panel.ts';
import type { Hit } from '../../core/routing/trace.ts';

const address = { uri: 'file:///chat/template.yaml', logicalId: 'ChatApi' };
const at = new Date(2026, 10, 24, 14, 3, 9, 42).getTime();

/** A chat's API with its routes, as the host describes it, not running. */
export const stopped: PanelState = {
  apis: [
    { address, name: 'ChatApi', file: 'chat/template.yaml' },
    { address: { ...address, logicalId: 'OrdersApi' }, name: 'OrdersApi', file: 'orders/template.yaml' },
  ],
  api: {
    address,
    name: 'ChatApi',
    routeSelectionExpression: '$request.body.action',
    routeKeys: ['$connect', '$disconnect', '$default', 'join', 'send'],
  },
  run: { state: 'stopped' },
  connections: [],
  samples: [
    { name: 'join.json', text: '{"action":"join","room":"general"}', source: 'file' },
    { name: 'send.json', text: '{"action":"send","text":"Hello, everyone"}', source: 'file' },
  ],
  draft: '{\n  "action": "join",\n  "room": "general"\n}',
};

export const first: PanelConnection = { connectionId: 'cXvY2fZ5oAMCJ1A=', client: 1, since: at, open: true };
export const second: PanelConnection = {
  ...first,
  connectionId: 'cXvZ9eW0IAMCKwQ=',
  client: 2,
  since: at + 1500,
};

/** The same API while it runs, with two clients of the panel, another client, and one that was refused. */
export const running: PanelState = {
  ...stopped,
  run: {
    state: 'running',
    url: 'ws://127.0.0.1:3001/dev',
    connections: 'http://127.0.0.1:3001/dev',
  },
  connections: [
    first,
    second,
    { connectionId: 'cXva1c7vIAMCFuA=', since: at + 2200, open: true },
    { connectionId: '', client: 3, since: at + 900, open: false, ended: '401 Unauthorized' },
  ],
};

/** A minute of the chat. */
export const rows: readonly TrafficRow[] = [
  {
    kind: 'connect',
    connectionId: first.connectionId,
    text: '200',
    route: '$connect',
    milliseconds: 41.3,
    hit: 1,
  },
  {
    kind: 'connect',
    connectionId: second.connectionId,
    text: '200',
    route: '$connect',
    milliseconds: 3.6,
    hit: 2,
  },
  message(first, '{"action":"join","room":"general"}', 'join', 12.4, 3),
  reply(first, '{"joined":"general","members":2}', 3),
  { kind: 'log', text: 'JoinFunction: cXvY2fZ5oAMCJ1A= joined general', hit: 3 },
  message(second, '{"action":"send","room":"general","text":"Hello, everyone"}', 'send', 8.2, 4),
  reply(first, '{"from":"cXvZ9eW0IAMCKwQ=","text":"Hello, everyone"}', 4),
  message(second, '{"action":"dance"}', '$default', 2.1, 5),
  { ...message(first, 'not json at all', null, 0.3, 6), ok: false },
  {
    ...reply(
      first,
      '{"message": "Forbidden", "connectionId":"cXvY2fZ5oAMCJ1A=", "requestId":"cXvb4hLcoAMF6gA="}',
      6,
    ),
    ok: false,
  },
  { kind: 'notice', text: 'SendFunction is answered by an echo: src/send.ts is not there.', ok: false },
  {
    kind: 'disconnect',
    connectionId: second.connectionId,
    text: '1000',
    route: '$disconnect',
    milliseconds: 2,
    hit: 7,
  },
].map((row, index) => ({ ok: true, ...row, id: index + 1, at: at + index * 713 }) as TrafficRow);

/** What became of the message that joined the room. */
export const joined: Hit = {
  id: 3,
  at,
  api: 'ChatApi',
  connectionId: first.connectionId,
  eventType: 'MESSAGE',
  message: '{"action":"join","room":"general"}',
  value: 'join',
  route: 'join',
  reason: 'matched',
  ok: true,
  result: '200',
  milliseconds: 12.4,
  steps: [
    { name: 'parse', text: 'JSON, 34 bytes', ok: true },
    { name: 'expression', text: '$request.body.action → "join"', ok: true },
    { name: 'route', text: 'join', ok: true },
    {
      name: 'function',
      text: 'JoinFunction answered 200',
      detail: '{"requestContext":{"routeKey":"join","eventType":"MESSAGE"},"isBase64Encoded":false}',
      ok: true,
      milliseconds: 11.6,
    },
    {
      name: 'frame',
      text: '32 bytes to cXvY2fZ5oAMCJ1A=',
      detail: '{"joined":"general","members":2}',
      ok: true,
    },
  ],
};

/** The same message where the function throws. */
export const failed: Hit = {
  ...joined,
  ok: false,
  result: 'Internal server error',
  steps: joined.steps.map((step) =>
    step.name === 'function' ? { ...step, text: 'JoinFunction threw: room is not defined', ok: false } : step,
  ),
};

function message(
  { connectionId }: PanelConnection,
  text: string,
  route: string | null,
  milliseconds: number,
  hit: number,
): Partial<TrafficRow> {
  return { kind: 'in', connectionId, text, bytes: text.length, route, milliseconds, hit };
}

function reply({ connectionId }: PanelConnection, text: string, hit: number): Partial<TrafficRow> {
  return { kind: 'out', connectionId, text, bytes: text.length, hit };
}
