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

const program = (call: string) => `import { WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketMockIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stack } from 'aws-cdk-lib';

export class Chat extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const api = new WebSocketApi(this, 'Api', { routeSelectionExpression: '$request.body.action' });
    ${call}
  }
}
`;
const stack = (call: string) => `from aws_cdk import Stack
from aws_cdk.aws_apigatewayv2 import WebSocketApi
from aws_cdk.aws_apigatewayv2_integrations import WebSocketMockIntegration


class Chat(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        api = WebSocketApi(self, "Api")
        ${call}
`;

describe('the CDK', () => {
  it('gets routes as copies of the call', () =>
    checkAction(
      at(
        program(`api.addRoute('join', { integration: new WebSocketMockIntegration('Join') });`),
        'request.body',
      ),
      'Add a route "$default" that runs what "join" runs',
      program(`api.addRoute('join', { integration: new WebSocketMockIntegration('Join') });
    api.addRoute('$default', { integration: new WebSocketMockIntegration('Join') });`),
      { path: '/project/lib/chat.ts' },
    ));

  it('gets a two-way route', () => {
    checkAction(
      at(program(`api.addRoute('join', { integration: new WebSocketMockIntegration('Join') });`), `join'`),
      twoWay,
      program(
        `api.addRoute('join', { returnResponse: true, integration: new WebSocketMockIntegration('Join') });`,
      ),
      { path: '/project/lib/chat.ts' },
    );
    checkAction(
      at(
        program(`api.addRoute('join', {
      integration: new WebSocketMockIntegration('Join'),
    });`),
        `join'`,
      ),
      twoWay,
      program(`api.addRoute('join', {
      returnResponse: true,
      integration: new WebSocketMockIntegration('Join'),
    });`),
      { path: '/project/lib/chat.ts' },
    );
  });

  it('gets a two-way route in Python', () => {
    checkAction(
      at(stack(`api.add_route("join", integration=WebSocketMockIntegration("Join"))`), 'join"'),
      twoWay,
      stack(`api.add_route("join", return_response=True, integration=WebSocketMockIntegration("Join"))`),
      { path: '/project/chat.py' },
    );
  });
});
