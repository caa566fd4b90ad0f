import assert from 'node:assert/strict';
import { chatApi } from '../known.ts';
import { at, route, yaml } from './chat-template.ts';
import { checkAction, titlesAt } from './check-action.ts';

const json = `{
    "Resources": {
        "Chat": {
            "Type": "AWS::ApiGatewayV2::Api",
            "Properties": {
                "ProtocolType": "WEBSOCKET",
                "RouteSelectionExpression": "$request.body.action"
            }
        }
    }
}
`;
const insideResources = (text: string) => text.replaceAll('\n', '\n        ');

describe('routes are added to a template', () => {
  it('without any, with an integration that answers by itself', () =>
    checkAction(
      at(yaml, 'Chat:'),
      'Add the routes "$connect", "$disconnect", "$default"',
      `${yaml}  MockIntegration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Chat
      IntegrationType: MOCK
      RequestTemplates:
        $default: '{"statusCode":200}'
  ConnectRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $connect
      Target: !Sub integrations/\${MockIntegration}
  DisconnectRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $disconnect
      Target: !Sub integrations/\${MockIntegration}
  DefaultRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $default
      Target: !Sub integrations/\${MockIntegration}
`,
    ));

  it('of JSON, for the value of a sample', () => {
    checkAction(
      at(json, 'Chat"'),
      'Add a route "join"',
      json.replace(
        `        }
    }
}`,
        `        },${insideResources(`
"MockIntegration": {
    "Type": "AWS::ApiGatewayV2::Integration",
    "Properties": {
        "ApiId": {
            "Ref": "Chat"
        },
        "IntegrationType": "MOCK",
        "RequestTemplates": {
            "$default": "{\\"statusCode\\":200}"
        }
    }
},
"JoinRoute": {
    "Type": "AWS::ApiGatewayV2::Route",
    "Properties": {
        "ApiId": {
            "Ref": "Chat"
        },
        "RouteKey": "join",
        "Target": {
            "Fn::Sub": "integrations/\${MockIntegration}"
        }
    }
}`)}
    }
}`,
      ),
      { messages: { 'join.json': '{"action":"join"}' }, path: '/project/template.json' },
    );
  });

  it('with the function that there is', () =>
    checkAction(
      at(
        `${yaml}  Talk:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler }
`,
        'Chat:',
      ),
      'Add a route "$default"',
      `${yaml}  TalkIntegration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref Chat
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Talk.Arn}/invocations
  DefaultRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Chat
      RouteKey: $default
      Target: !Sub integrations/\${TalkIntegration}
  Talk:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler }
`,
    ));

  it('as copies of one that there is, apart as the others are', () =>
    checkAction(
      at(
        `${yaml}${route}
Outputs: {}
`,
        'Chat:',
      ),
      'Add the routes "$connect", "$disconnect", "$default" that run what "join" runs',
      `${yaml}${route}${['Connect', 'Disconnect', 'Default']
        .map((name) =>
          route
            .replace('JoinRoute', `${name}Route`)
            .replace('RouteKey: join', `RouteKey: $${name.toLowerCase()}`),
        )
        .join('')}
Outputs: {}
`,
    ));

  it('as copies without what needs a part of its own', () => {
    const answering = `${route}      RouteResponseSelectionExpression: $default\n`;
    checkAction(
      at(`${yaml}${answering}`, 'Chat:'),
      'Add a route "$default" that runs what "join" runs',
      `${yaml}${answering}${route.replace('JoinRoute', 'DefaultRoute').replace('RouteKey: join', () => 'RouteKey: $default')}`,
    );
  });

  it('of SAM that has none', () => {
    const sam = chatApi(`
  RouteSelectionExpression: $request.body.action`);
    checkAction(
      at(sam, 'Chat:'),
      'Add the routes "$connect", "$disconnect", "$default"',
      sam.replace(
        '      RouteSelectionExpression',
        `      Routes:
        $connect:
          FunctionArn: !GetAtt Talk.Arn
        $disconnect:
          FunctionArn: !GetAtt Talk.Arn
        $default:
          FunctionArn: !GetAtt Talk.Arn
      RouteSelectionExpression`,
      ),
    );
  });

  it('for the values of samples, not for those that messages cannot select', () =>
    assert.deepEqual(
      titlesAt(at(`${yaml}${route}`, 'Chat:'), {
        messages: {
          'a.json': '{"action":"join"}',
          'b.json': '{"action":"leave"}',
          'c.json': '{"action":"$connect"}',
          'd.json': '{}',
          'e.json': '{"action":"leave"}',
        },
      }),
      [
        'Add a route "$default" that runs what "join" runs',
        'Add a route "leave" that runs what "join" runs',
        'Add the routes "$connect", "$disconnect", "$default" that run what "join" runs',
      ],
    ));
});
