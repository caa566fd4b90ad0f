import assert from 'node:assert/strict';
import { chatApi } from '../known.ts';
import { at, route, yaml } from './chat-template.ts';
import { checkAction, titlesAt } from './check-action.ts';

/** What is offered that makes a route two-way. */
const offered = (marked: string) => titlesAt(marked).filter((title) => title.includes('two-way'));

describe('a route is made two-way', () => {
  const title = 'Make the route "join" two-way: clients get the answer';

  it('in YAML', () =>
    checkAction(
      at(`${yaml}${route}`, 'RouteKey: join'),
      title,
      `${yaml}${route.replace('      Target', '      RouteResponseSelectionExpression: $default\n      Target')}
  JoinRouteResponse:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties:
      ApiId: !Ref Chat
      RouteId: !Ref JoinRoute
      RouteResponseKey: $default
`,
    ));

  it('in JSON on one line', () =>
    checkAction(
      '{"Resources":{"Chat":{"Type":"AWS::ApiGatewayV2::Api","Properties":{"ProtocolType":"WEBSOCKET","RouteSelectionExpression":"a"}},"Join":{"Type":"AWS::ApiGatewayV2::Route","Properties":{"ApiId":{"Ref":"Chat"},"RouteKey":"<|>join"}}}}',
      title,
      '{"Resources":{"Chat":{"Type":"AWS::ApiGatewayV2::Api","Properties":{"ProtocolType":"WEBSOCKET","RouteSelectionExpression":"a"}},"Join":{"Type":"AWS::ApiGatewayV2::Route","Properties":{"ApiId":{"Ref":"Chat"},"RouteResponseSelectionExpression":"$default", "RouteKey":"join"}}, "JoinResponse":{"Type":"AWS::ApiGatewayV2::RouteResponse","Properties":{"ApiId":{"Ref":"Chat"},"RouteId":{"Ref":"Join"},"RouteResponseKey":"$default"}}}}',
      { path: '/project/template.json' },
    ));

  it('in SAM, in one line', () => {
    const sam = chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join: { FunctionArn: !GetAtt Talk.Arn }`);
    checkAction(
      at(sam, 'join:'),
      title,
      sam.replace('{ FunctionArn', '{ RouteResponseSelectionExpression: $default, FunctionArn').replace(
        '  Talk:\n',
        `  ChatJoinRouteResponse:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties:
      ApiId: !Ref Chat
      RouteId: !Ref ChatJoinRoute
      RouteResponseKey: $default
  Talk:
`,
      ),
    );
  });

  it('not where it is, and not a handshake', () => {
    assert.deepEqual(offered(at(`${yaml}${route.replace('join', '$connect')}`, 'RouteKey: $connect')), []);
    const done = route.replace(
      '      Target',
      '      RouteResponseSelectionExpression: $default\n      Target',
    );
    const response = `  Response:
    Type: AWS::ApiGatewayV2::RouteResponse
    Properties: { ApiId: !Ref Chat, RouteId: !Ref JoinRoute, RouteResponseKey: $default }
`;
    assert.deepEqual(offered(at(`${yaml}${done}${response}`, 'RouteKey: join')), []);
  });
});
