import { chatApi } from '../known.ts';
import { describeRules } from './findings.ts';
import { part, resource, route, template } from './template.ts';

const create =
  'aws apigatewayv2 create-api --name chat --protocol-type WEBSOCKET --route-selection-expression $request.body.action';
const talk = '{ FunctionArn: !GetAtt Talk.Arn }';
const deployed = `  Deployment:
    Type: AWS::ApiGatewayV2::Deployment
    DependsOn: [Join]
    Properties:
      ApiId: !Ref Chat
`;
const bare = (stage: string): string => part('Stage', 'Stage', `StageName: dev\n${stage}`);

describeRules('rules of routes', [
  {
    code: 'unsupported-in-format',
    when: 'SAM takes no hyphen',
    text: chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    send-all: ${talk}
    ^^^^^^^^ unsupported-in-format
    sendAll: ${talk}`),
  },
  {
    code: 'unsupported-in-format',
    when: 'SAM takes no stage $default',
    text: chatApi(`
  RouteSelectionExpression: $request.body.action
  StageName: $default
             ^^^^^^^^ unsupported-in-format`),
  },
  {
    code: 'mixed-protocols',
    when: 'a key is one of HTTP APIs',
    text: template(
      route(
        'Get',
        `GET /items
          ^^^^^^^^^^ mixed-protocols`,
      ),
    ),
  },
  {
    code: 'mixed-protocols',
    when: 'a domain serves an HTTP API too',
    text: template(
      part('Mapping', 'ApiMapping', 'DomainName: chat.example\nStage: dev').replace(
        '\n',
        '\n  ^^^^^^^ mixed-protocols\n',
      ),
      resource('Web', 'AWS::ApiGatewayV2::Api', 'Name: web\nProtocolType: HTTP'),
      resource(
        'WebMapping',
        'AWS::ApiGatewayV2::ApiMapping',
        'ApiId: !Ref Web\nDomainName: chat.example\nStage: dev',
      ),
    ),
  },
  {
    code: 'route-not-deployed',
    when: 'the deployment does not wait for a route',
    text: template(
      route('Join', 'join'),
      route('Leave', 'leave'),
      deployed.replace('\n', '\n  ^^^^^^^^^^ route-not-deployed\n'),
      bare('DeploymentId: !Ref Deployment'),
    ),
  },
  {
    code: 'route-not-deployed',
    when: 'a route that it waits for waits for the other',
    text: template(
      route('Join', 'join').replace('    Properties', '    DependsOn: Leave\n    Properties'),
      route('Leave', 'leave'),
      deployed,
      bare('DeploymentId: !Ref Deployment'),
    ),
  },
  {
    code: 'route-not-deployed',
    when: 'the stage deploys by itself',
    text: template(route('Join', 'join'), route('Leave', 'leave'), bare('AutoDeploy: true')),
  },
  {
    code: 'route-not-deployed',
    when: 'the stage has no deployment',
    text: template(route('Join', 'join'), bare('').replace('\n', '\n  ^^^^^ route-not-deployed\n')),
  },
  {
    code: 'route-not-deployed',
    when: 'the deployment names its stage',
    text: template(route('Join', 'join'), `${deployed}      StageName: dev\n`, bare('')),
  },
  {
    code: 'quoted-expression',
    when: 'quotes are part of a route key',
    path: '/project/api.cmd',
    text: `${create}
aws apigatewayv2 create-route --api-id %id% --route-key 'join' --target integrations/b2
                                                        ^^^^^^ quoted-expression
`,
    fixed: `${create}
aws apigatewayv2 create-route --api-id %id% --route-key join --target integrations/b2
`,
  },
  {
    code: 'unresolved-target',
    when: 'a route has no target',
    text: template(
      route(
        'Join',
        `join
          ^^^^ unresolved-target`,
      ),
      route('Connect', '$connect'),
    ),
  },
  {
    code: 'unresolved-target',
    when: 'the target is no integration',
    text: template(
      route(
        'Join',
        'join',
        `Target: abc123
        ^^^^^^ unresolved-target`,
      ),
      route('Leave', 'leave', 'Target: integrations/abc123'),
    ),
  },
  {
    code: 'unresolved-target',
    when: 'the target is the id of the integration alone',
    text: template(
      route(
        'Connect',
        '$connect',
        `Target: !Ref Backend
        ^^^^^^^^^^^^ unresolved-target`,
      ),
      route('Leave', 'leave', "Target: !Join ['/', [integrations, !Ref Backend]]"),
      part('Backend', 'Integration', 'IntegrationType: MOCK'),
    ),
  },
  {
    code: 'unresolved-target',
    when: 'the target is the id of the integration alone, in the CDK',
    path: '/project/app.ts',
    text: `import { CfnApi, CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
const chat = new CfnApi(this, 'Chat', { protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action' });
const talk = new CfnIntegration(this, 'Talk', { apiId: chat.ref, integrationType: 'MOCK' });
new CfnRoute(this, 'Join', { apiId: chat.ref, routeKey: 'join', target: talk.ref });
                                                                        ^^^^^^^^ unresolved-target
new CfnRoute(this, 'Leave', { apiId: chat.ref, routeKey: 'leave', target: 'integrations/' + talk.ref });
`,
  },
  {
    code: 'unresolved-target',
    when: 'the target is the id of the integration alone, in Terraform',
    path: '/project/main.tf',
    text: `resource "aws_apigatewayv2_api" "chat" {
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}
resource "aws_apigatewayv2_integration" "talk" {
  api_id           = aws_apigatewayv2_api.chat.id
  integration_type = "MOCK"
}
resource "aws_apigatewayv2_route" "join" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "join"
  target    = aws_apigatewayv2_integration.talk.id
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unresolved-target
}
`,
  },
  {
    code: 'route-response-mismatch',
    when: 'the expression is there and the response is not',
    text: template(
      route(
        'Join',
        'join',
        `RouteResponseSelectionExpression: $default
                                  ^^^^^^^^ route-response-mismatch`,
      ),
      route('Leave', 'leave', 'RouteResponseSelectionExpression: $default'),
      part('Reply', 'RouteResponse', 'RouteId: !Ref Leave\nRouteResponseKey: $default'),
    ),
    fixed: template(
      route('Join', 'join', 'RouteResponseSelectionExpression: $default'),
      part('JoinResponse', 'RouteResponse', 'RouteId: !Ref Join\nRouteResponseKey: $default'),
      route('Leave', 'leave', 'RouteResponseSelectionExpression: $default'),
      part('Reply', 'RouteResponse', 'RouteId: !Ref Leave\nRouteResponseKey: $default'),
    ),
  },
  {
    code: 'route-response-key',
    when: 'the key is another one',
    text: template(
      route('Join', 'join'),
      part(
        'Reply',
        'RouteResponse',
        `RouteId: !Ref Join
RouteResponseKey: ok
                  ^^ route-response-key`,
      ),
    ),
    fixed: template(
      route('Join', 'join'),
      part('Reply', 'RouteResponse', 'RouteId: !Ref Join\nRouteResponseKey: $default'),
    ),
  },
  {
    code: 'route-settings-unknown-route',
    when: 'a setting is for no route',
    text: template(
      route('Join', 'join'),
      bare(`RouteSettings:
  join: { LoggingLevel: INFO }
  leave: { LoggingLevel: INFO }
  ^^^^^ route-settings-unknown-route`),
    ),
  },
  {
    code: 'stage-name',
    when: 'it has a hyphen',
    text: template(
      part(
        'Stage',
        'Stage',
        `StageName: dev-1
           ^^^^^ stage-name`,
      ),
      part('Other', 'Stage', 'StageName: $default'),
      part('Third', 'Stage', 'StageName: !Ref Unknown'),
    ),
  },
  {
    code: 'log-destination-arn',
    when: 'it ends with a colon and a star',
    text: template(
      bare(`AccessLogSettings:
  DestinationArn: arn:aws:logs:us-east-1:123456789012:log-group:chat:*
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ log-destination-arn`),
    ),
    fixed: template(
      bare(`AccessLogSettings:
  DestinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:chat'`),
    ),
  },
  {
    code: 'api-mapping-key',
    when: 'a slash stands at its end',
    text: template(
      part(
        'Mapping',
        'ApiMapping',
        `DomainName: chat.example
ApiMappingKey: chat/
               ^^^^^ api-mapping-key`,
      ),
    ),
    fixed: template(part('Mapping', 'ApiMapping', 'DomainName: chat.example\nApiMappingKey: chat')),
  },
]);
