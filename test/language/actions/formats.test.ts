import assert from 'node:assert/strict';
import { at } from './chat-template.ts';
import { checkAction, titlesAt } from './check-action.ts';

const twoWay = 'Make the route "join" two-way: clients get the answer';

const service = (events: string) => `service: chat
provider:
  name: aws
  runtime: nodejs22.x
functions:
  talk:
    handler: talk.handler
    events:${events}
  leave:
    handler: leave.handler
`;
const short = service(`
      - websocket: join`);
const long = service(`
      - websocket:
          route: join`);

describe('the Serverless Framework', () => {
  const path = '/project/serverless.yml';
  it('gets routes of the same function', () =>
    checkAction(
      at(short, 'join'),
      'Add a route "leave" that runs what "join" runs',
      service(`
      - websocket: join
      - websocket: leave`),
      { path, messages: { 'leave.json': '{"action":"leave"}' } },
    ));

  it('gets a two-way route', () => {
    const expected = service(`
      - websocket:
          route: join
          routeResponseSelectionExpression: $default`);
    checkAction(at(short, 'join'), twoWay, expected, { path });
    checkAction(at(long, 'join'), twoWay, expected, { path });
  });

  it('gets no braces, which would be its own variables', () => {
    const text = short.replace(
      '  runtime',
      '  websocketsApiRouteSelectionExpression: $request.body.action\n  runtime',
    );
    const titles = titlesAt(at(text, 'request.body'), { path });
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Write')),
      [],
    );
  });
});

describe('scripts of the AWS CLI', () => {
  it('get routes as copies of the command', () => {
    const script = `API_ID=$(aws apigatewayv2 create-api --name chat --protocol-type WEBSOCKET \\
  --route-selection-expression '$request.body.action' --query ApiId --output text)
aws apigatewayv2 create-route --api-id "$API_ID" --route-key 'join' --target "integrations/$I"
`;
    checkAction(
      at(script, 'request.body'),
      'Add a route "$default" that runs what "join" runs',
      `${script}aws apigatewayv2 create-route --api-id "$API_ID" --route-key '$default' --target "integrations/$I"\n`,
      { path: '/project/deploy.sh' },
    );
  });
});

describe('Architect', () => {
  it('gets a line', () => {
    const project = `@app
chess

@ws
move
`;
    checkAction(
      at(project, 'move'),
      'Add a route "resign" that runs what "move" runs',
      project.replace('move\n', 'move\nresign\n'),
      { path: '/project/app.arc', messages: { 'resign.json': '{"action":"resign"}' } },
    );
  });
});
