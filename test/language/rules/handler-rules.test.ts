import { chatApi } from '../known.ts';
import { describeRules, type Row } from './findings.ts';

/** An API whose \`Talk\` handles this route. */
function talk(routeKey: string, properties = '', uri = '!GetAtt Talk.Arn'): string {
  return chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    ${routeKey}:
      FunctionArn: ${uri}${properties}`);
}

const replying = 'exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';
const reply = (when: string, source: string, found: boolean): Row => ({
  code: 'reply-without-route-response',
  when,
  handlers: { Talk: source },
  text: talk(
    'join',
    '',
    found
      ? `!GetAtt Talk.Arn
                   ^^^^^^^^^^^^^^^^ reply-without-route-response`
      : undefined,
  ),
});
const post = (when: string, source: string, found: boolean): Row => ({
  code: 'post-inside-connect',
  when,
  handlers: { Talk: `${source}\n// ApiGatewayManagementApiClient\nnew ApiGatewayManagementApiClient();` },
  text: talk(
    '$connect',
    '',
    found
      ? `!GetAtt Talk.Arn
                   ^^^^^^^^^^^^^^^^ post-inside-connect`
      : undefined,
  ),
});
const endpoint = (when: string, source: string, found: boolean): Row => ({
  code: 'management-endpoint',
  when,
  handlers: { Talk: `new ApiGatewayManagementApiClient({ endpoint: ${source} });` },
  text: found
    ? talk('join').replace(
        'app.handler\n',
        `app.handler
               ^^^^^^^^^^^ management-endpoint\n`,
      )
    : talk('join'),
});

describeRules('rules of handlers', [
  reply('a body is computed', replying, true),
  reply(
    'Python is another language',
    'def handler(event, _):\n  return {"statusCode": 200, "body": "sent"}',
    false,
  ),
  reply(
    'it is a constant',
    `exports.handler = async () => ({ statusCode: 200, body: 'Data sent.' });`,
    false,
  ),
  reply(
    'it stands in a comment',
    `// return { statusCode: 200, body: text };\nreturn { statusCode: 200 };`,
    false,
  ),
  reply('only errors have one', 'return { statusCode: 500, body: JSON.stringify(error) };', false),
  {
    code: 'reply-without-route-response',
    when: 'the route is two-way',
    handlers: { Talk: replying },
    text: talk('join', '\n      RouteResponseSelectionExpression: $default'),
  },
  {
    code: 'reply-without-route-response',
    when: 'the handshake gets the body',
    handlers: { Talk: replying },
    text: talk('$connect'),
  },
  post('the event’s connection is meant', 'post({ ConnectionId: event.requestContext.connectionId })', true),
  post(
    'its name is of the event',
    'const { connectionId } = event.requestContext;\npost({ ConnectionId: connectionId })',
    true,
  ),
  post(
    'others are meant',
    'const { connectionId } = event.requestContext;\nothers.map(({ connectionId }) => post({ ConnectionId: connectionId }))',
    false,
  ),
  post('it stands in a comment', '/* ConnectionId: event.requestContext.connectionId */', false),
  endpoint('it is the address of clients', '"wss://abc.execute-api.us-east-1.amazonaws.com/dev"', true),
  endpoint('the stage is missing', '`https://${id}.execute-api.us-east-1.amazonaws.com`', true),
  endpoint('it is right', '`https://${id}.execute-api.us-east-1.amazonaws.com/${stage}`', false),
  endpoint('it may be a custom domain', '`https://${domain}`', false),
]);
