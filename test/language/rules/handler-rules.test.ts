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
const marked = (text: string, line: string): string =>
  text.replace('app.handler\n', `app.handler\n${line}\n`);
const endpoint = (when: string, source: string, found: boolean): Row => ({
  code: 'management-endpoint',
  when,
  handlers: { Talk: `new ApiGatewayManagementApiClient({ endpoint: ${source} });` },
  text: found ? marked(talk('join'), '               ^^^^^^^^^^^ management-endpoint') : talk('join'),
});

const answering = (when: string, source: string, found: boolean): Row => ({
  code: 'lambda-response',
  when,
  handlers: { Talk: source },
  text: found ? marked(talk('join'), '               ^^^^^^^^^^^ lambda-response') : talk('join'),
});
const connecting = (when: string, source: string, found: boolean): Row => ({
  code: 'connect-without-answer',
  when,
  handlers: { Talk: source },
  text: found
    ? marked(talk('$connect'), '               ^^^^^^^^^^^ connect-without-answer')
    : talk('$connect'),
});

describeRules('rules of handlers', [
  {
    code: 'connection-id-encoding',
    when: 'an id stands in an address',
    handlers: { Talk: 'fetch(`https://${host}/dev/@connections/${connectionId}`)' },
    text: marked(talk('join'), '               ^^^^^^^^^^^ connection-id-encoding'),
  },
  {
    code: 'connection-id-encoding',
    when: 'it is encoded',
    handlers: { Talk: 'fetch(`https://${host}/dev/@connections/${encodeURIComponent(connectionId)}`)' },
    text: talk('join'),
  },
  answering(
    'a property is unknown',
    'return { ConnectionId: id, Data: f({ a: 1 }), statusCode: 200 };',
    true,
  ),
  answering('all are known', "return { statusCode: 200, headers: { 'X-A': 'b, c: d' }, body: text };", false),
  answering('more is put in', 'return { statusCode: 200, ...rest, other: 1 };', false),
  answering('it is another object', 'return { ConnectionId: id };', false),
  connecting('nothing is returned', 'exports.handler = async (event) => { await save(event); };', true),
  connecting('a status is returned', 'exports.handler = async (event) => { return ok; };', false),
  connecting(
    'something wraps it',
    'exports.handler = middy(async (event) => { await save(event); });',
    false,
  ),
  {
    code: 'management-endpoint',
    when: 'a custom domain has another path',
    handlers: {
      Talk: 'new ApiGatewayManagementApi({ endpoint: `https://${event.requestContext.domainName}/${event.requestContext.stage}` })',
    },
    text: marked(
      talk(
        'join',
        `
  StageName: dev
  Domain: { DomainName: chat.example, CertificateArn: arn, BasePath: [chat] }`,
      ),
      '               ^^^^^^^^^^^ management-endpoint',
    ),
  },
  {
    ...reply('a body is computed', replying, true),
    fixed: talk('join')
      .replace('FunctionArn', 'RouteResponseSelectionExpression: $default\n          FunctionArn')
      .replace(
        '  Talk:',
        `  ChatJoinRouteResponse:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties:
      ApiId: !Ref Chat
      RouteId: !Ref ChatJoinRoute
      RouteResponseKey: $default
  Talk:`,
      ),
  },
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
